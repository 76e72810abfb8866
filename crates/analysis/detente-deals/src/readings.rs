//! Packages read back into what a lens adds up: units, areas, people, lines.

use detente_base::Decimal;
use detente_case::{Case, Counts, Id, IssueIdx, Lens, LensIdx, Measure, Settled};

use crate::Choices;

/// What a package makes of a lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensReading {
    /// The lens.
    pub lens: LensIdx,
    /// Per status of the lens, by place, what the units in question with it have.
    pub statuses: Vec<Tally>,
    /// Per party for whom units can count, by id.
    pub sides: Vec<SideReading>,
}

/// What some units have together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many units.
    pub units: usize,
    /// Their area in question, km²; `None` where one's is not known.
    pub km2: Option<Decimal>,
    /// The people in the area in question; `None` where one's are not known.
    pub people: Option<Decimal>,
}

/// What a package makes of the area and the line of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideReading {
    /// The party.
    pub party: Id,
    /// The area in question under its control on the date, km².
    pub on_date: Decimal,
    /// The area in question that counts for it under the package; `None` where one's is not known.
    pub km2: Option<Decimal>,
    /// The length of the line around the units that count for it, on the date and under the package, km; `None` where the length of a
    /// border between units is not known.
    pub line: Option<[Decimal; 2]>,
}

/// What a package makes of every lens of a case.
pub fn readings(case: &Case, choices: &Choices) -> Vec<LensReading> {
    case.lenses.iter().map(|(idx, lens)| reading(idx, lens, choices)).collect()
}

fn reading(idx: LensIdx, lens: &Lens, choices: &Choices) -> LensReading {
    let status = |unit: usize| lens.status_of(unit, |issue: IssueIdx| choices[issue]);
    let in_question: Vec<usize> =
        (0..lens.units.len()).filter(|&unit| matches!(lens.units[unit].settled, Settled::By(_))).collect();
    let tally = |place: usize| {
        let units: Vec<usize> = in_question.iter().copied().filter(|&unit| status(unit) == Some(place)).collect();
        let sum = |measure| total(units.iter().map(|&unit| lens.units[unit].measure(measure)));
        Tally { units: units.len(), km2: sum(Measure::Area), people: sum(Measure::People) }
    };
    let side = |party: Id| {
        let held = |unit: usize| {
            let held = lens.units[unit].held.iter().find(|(holder, _)| *holder == party);
            held.map_or(Decimal::ZERO, |(_, area)| *area)
        };
        let after = |unit: usize| match status(unit).and_then(|status| lens.statuses.get(status)).map(|of| &of.counts) {
            Some(Counts::For(side)) if *side == party => lens.units[unit].area,
            Some(Counts::AsOnDate) => Some(held(unit)),
            _ => Some(Decimal::ZERO),
        };
        let before: Vec<bool> = lens.units.iter().map(|unit| unit.counts_for.as_ref() == Some(&party)).collect();
        let counts = |unit| status(unit).is_some_and(|status| lens.side(unit, status) == Some(&party));
        let now: Vec<bool> = (0..lens.units.len()).map(counts).collect();
        SideReading {
            on_date: total(in_question.iter().map(|&unit| Some(held(unit)))).unwrap_or_default(),
            km2: total(in_question.iter().map(|&unit| after(unit))),
            line: line(lens, &before).zip(line(lens, &now)).map(|(before, now)| [before, now]),
            party,
        }
    };
    LensReading {
        lens: idx,
        statuses: (0..lens.statuses.len()).map(tally).collect(),
        sides: sides(lens).into_iter().map(side).collect(),
    }
}

/// The parties for whom units can count, by id.
fn sides(lens: &Lens) -> Vec<Id> {
    let of_status = lens.statuses.iter().filter_map(|status| match &status.counts {
        Counts::For(party) => Some(party.clone()),
        _ => None,
    });
    let of_units = lens.units.iter().flat_map(|unit| unit.held.iter().map(|(party, _)| party.clone()));
    let mut sides: Vec<Id> = of_status.chain(of_units).collect();
    sides.sort();
    sides.dedup();
    sides
}

fn total(parts: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    parts.into_iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?))
}

/// The length of the line around the marked units; `None` where no border is on record or one's length is not known.
fn line(lens: &Lens, marked: &[bool]) -> Option<Decimal> {
    let borders = || lens.edges.iter().filter(|edge| edge.corridor.is_none());
    borders().next()?;
    let crossed = borders().filter(|edge| marked.get(edge.units.0) != marked.get(edge.units.1));
    total(crossed.map(|edge| edge.length))
}
