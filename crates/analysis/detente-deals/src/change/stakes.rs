//! How much of its own worth a party has at stake on an issue, over the whole of the ranges.

use detente_base::{Decimal, Index};
use detente_case::{Case, ChoiceIdx, IssueIdx, LensIdx, PartyIdx};
use detente_estimate::{Amounts, EstimateSet, Knot, Utility, Values};

use super::ends::Ends;
use super::{Span, Weighing, curve, estimate_ends, lens, span};
use crate::{Open, in_points};

/// What a party can have a stake in: an issue, or a lens, which is one issue for weighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An issue that is no part of a lens.
    Issue(IssueIdx),
    /// A lens.
    Lens(LensIdx),
}

/// A party's stake: what the open choice worth most to it is worth above the one worth least, in its own points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// How much; `None` where it is not estimated, or the numbers of a lens are too many to tell.
    pub points: Option<Span>,
    /// The same in thousandths of all that is at stake for the party: of 100 points, or of the sum of its payoffs' spreads.
    pub of_all: Option<[i64; 2]>,
}

/// Per subject, per party.
pub type Stakes = Vec<(Subject, Vec<Stake>)>;

/// What each party has at stake on each issue between the choices in `open`, linkages apart.
///
/// # Shape
/// Issues in order of the case, then lenses; a stake per party. An issue with fewer than two open choices has no stake.
/// # Cost
/// As for [`changes`](super::changes), per issue and pair of its choices that tell the ends.
pub fn stakes(case: &Case, set: &EstimateSet, open: &Open) -> Stakes {
    let points = in_points(case, set);
    let issues = case.issues.indices().filter(|&issue| case.part_of(issue).is_none()).map(Subject::Issue);
    let subjects: Vec<Subject> = issues.chain(case.lenses.indices().map(Subject::Lens)).collect();
    let per_party = case.parties.indices().map(|party| of_party(case, set, &points, party, &subjects, open));
    let per_party: Vec<Vec<Stake>> = per_party.collect();
    let of_subject = |(rank, &subject): (usize, &Subject)| {
        let stakes = per_party.iter().filter_map(|stakes| stakes.get(rank)).copied().collect();
        (subject, stakes)
    };
    subjects.iter().enumerate().map(of_subject).collect()
}

fn of_party(
    case: &Case,
    set: &EstimateSet,
    points: &EstimateSet,
    party: PartyIdx,
    subjects: &[Subject],
    open: &Open,
) -> Vec<Stake> {
    let nothing = Stake { points: None, of_all: None };
    let Some(of) = Weighing::of(case, set, points, party) else { return vec![nothing; subjects.len()] };
    let found: Vec<Option<Ends>> = subjects.iter().map(|&subject| of.stake(subject, open)).collect();
    let middles = found.iter().flatten().map(|ends| ends.low.midpoint(ends.high));
    let all = match set.utility {
        Utility::Weighted => i128::from(Decimal::HUNDRED.thousandths()),
        Utility::Payoffs => middles.fold(0, i128::saturating_add),
    };
    let part = |number: i128| (0 < all).then(|| i64::try_from(number.saturating_mul(1000) / all).unwrap_or(i64::MAX));
    let stake = |ends: &Option<Ends>| match ends {
        None => nothing,
        Some(ends) => Stake {
            points: Some(span(if of.is_answered { ends.enclosing() } else { *ends })),
            of_all: part(ends.low).zip(part(ends.high)).map(|(low, high)| [low, high]),
        },
    };
    found.iter().map(stake).collect()
}

impl Weighing<'_> {
    fn stake(&self, subject: Subject, open: &Open) -> Option<Ends> {
        if self.is_indifferent(subject) {
            return Some(Ends::one(0));
        }
        let spread = match subject {
            Subject::Issue(issue) if self.is_weighed(issue) => self.spread(issue, open)?,
            Subject::Lens(lens) => self.lens_spread(lens, open)?,
            Subject::Issue(_) => return None,
        };
        let at = |own: bool| if own { spread } else { Ends::one(0) };
        let weighed = self
            .weighed_alone(&|issue| at(subject == Subject::Issue(issue)), &|lens| at(subject == Subject::Lens(lens)));
        Some(weighed)
    }

    /// Whether its weight is given, as nothing.
    fn is_indifferent(&self, subject: Subject) -> bool {
        let weight = match subject {
            Subject::Issue(issue) => self.of.weights.get(&issue),
            Subject::Lens(lens) => self.of.lenses.get(&lens).and_then(|of| of.weight.as_ref()),
        };
        self.utility == Utility::Weighted && weight.is_some_and(|weight| weight.range.high() <= Decimal::ZERO)
    }

    fn weighed_alone(&self, issue: &dyn Fn(IssueIdx) -> Ends, lens: &dyn Fn(LensIdx) -> Ends) -> Ends {
        self.weighed(&|of| Some(issue(of)), &|of| Some(lens(of))).unwrap_or_default()
    }

    /// The most less the least of an issue's values over its open choices; never below nothing.
    fn spread(&self, issue: IssueIdx, open: &Open) -> Option<Ends> {
        let choices = &open[issue];
        match self.of.values_of(issue)? {
            Values::ByChoice(values) => {
                Some(spread_of(choices.iter().map(|&choice| estimate_ends(values[choice].as_ref()))))
            }
            Values::Curve { knots, .. } => {
                let amount = |&choice: &ChoiceIdx| self.case.issues[issue].choices[choice].amount.unwrap_or_default();
                Some(along(knots, choices.iter().map(amount).collect(), 1))
            }
            Values::Along { tables, knots, .. } => {
                let n_tables = i128::try_from(tables.len()).unwrap_or(i128::MAX);
                Some(along(knots, totals(self.case, tables, open), n_tables))
            }
        }
    }

    fn lens_spread(&self, idx: LensIdx, open: &Open) -> Option<Ends> {
        let of = self.of.lenses.get(&idx)?;
        let values = of.values.as_ref()?;
        if self.utility == Utility::Weighted && of.weight.is_none() {
            return None;
        }
        let row = &self.case.lenses[idx];
        let spread = |worths: &[Vec<i64>]| -> i128 {
            let of_part = |(part, worths): (&detente_case::LensPart, &Vec<i64>)| {
                let open = || open[part.issue].iter().filter_map(|choice| worths.get(choice.position())).copied();
                open().max().zip(open().min()).map_or(0, |(most, least)| i128::from(most) - i128::from(least))
            };
            row.parts.iter().zip(worths).map(of_part).sum()
        };
        let ends = lens::over_numbers(row, values, self.utility, row.parts.len(), &spread)?;
        Some(Ends { low: ends.low.max(0), ..ends })
    }
}

/// The ends of the most less the least of numbers that lie anywhere between their own ends.
fn spread_of(numbers: impl Iterator<Item = [i128; 2]>) -> Ends {
    let numbers: Vec<[i128; 2]> = numbers.collect();
    // The number that lies highest cannot be the one that lies lowest as well: of one alone the spread is nothing.
    let most = (0..numbers.len())
        .filter_map(|high| {
            let others = numbers.iter().enumerate().filter(move |(low, _)| *low != high);
            let least = others.map(|(_, ends)| ends[0]).min();
            least.zip(numbers.get(high)).map(|(least, ends)| ends[1] - least)
        })
        .max()
        .unwrap_or(0);
    let level = numbers.iter().map(|ends| ends[0]).max().zip(numbers.iter().map(|ends| ends[1]).min());
    Ends::between(level.map_or(0, |(low, high)| (low - high).max(0)), most.max(0))
}

/// The same along a curve: at the most exact, at the least no more than it is.
fn along(knots: &[Knot], amounts: Vec<Decimal>, rounded: i128) -> Ends {
    let telling = curve::telling(knots, amounts);
    let (mut low, mut high) = (0, 0);
    for (rank, &from) in telling.iter().enumerate() {
        for &to in telling.iter().skip(rank + 1) {
            let ends = curve::difference(knots, from, to, rounded);
            low = low.max(ends.low).max(-ends.high);
            high = high.max(ends.high).max(-ends.low);
        }
    }
    Ends::between(low, high).enclosing()
}

/// The amounts that open choices reach: of several tables, the least and the most.
fn totals(case: &Case, tables: &[Amounts], open: &Open) -> Vec<Decimal> {
    let reached = |table: &Amounts| -> Vec<Decimal> {
        let places = table.issues.iter().fold(vec![0_usize], |places, &issue| {
            let size = case.issues[issue].choices.len();
            let of = |place: &usize| {
                let start = place * size;
                open[issue].iter().map(move |choice| start + choice.position()).collect::<Vec<_>>()
            };
            places.iter().flat_map(of).collect()
        });
        places.into_iter().filter_map(|place| table.amounts.get(place).copied()).collect()
    };
    if let [only] = tables {
        return reached(only);
    }
    let ends: Option<Vec<[Decimal; 2]>> = tables
        .iter()
        .map(|table| {
            let amounts = reached(table);
            Some([*amounts.iter().min()?, *amounts.iter().max()?])
        })
        .collect();
    let sum = |end: usize, ends: &[[Decimal; 2]]| {
        ends.iter().fold(Decimal::ZERO, |sum, ends| sum.checked_add(ends[end]).unwrap_or(sum))
    };
    ends.map_or_else(Vec::new, |ends| vec![sum(0, &ends), sum(1, &ends)])
}

#[cfg(test)]
mod tests {
    use super::spread_of;

    #[test]
    fn the_same_number_is_not_most_and_least_at_once() {
        let ends = |numbers: &[[i128; 2]]| {
            let found = spread_of(numbers.iter().copied());
            [found.low, found.high]
        };
        assert_eq!(ends(&[[0, 100]]), [0, 0]);
        assert_eq!(ends(&[[0, 100], [40, 60]]), [0, 60]);
        assert_eq!(ends(&[[0, 0], [40, 60], [100, 100]]), [100, 100]);
        assert_eq!(ends(&[[0, 10], [30, 60]]), [20, 60]);
        assert_eq!(ends(&[]), [0, 0]);
    }
}
