//! What functions in an expression say of a lens: sums over units, and the two that look at which units touch.

use detente_base::{Decimal, Index};

use super::linear::Linear;
use super::patterns::{self, Leaf};
use super::{Name, ProblemKind};
use crate::{ChoiceIdx, Connected, Formula, Lens, Mark, Measure, Settled};

/// A function of a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Sum(Measure),
    LineLength,
    Components,
    Phased,
}

/// Every function, by name, with the unit a number beside it may carry.
pub const FUNCTIONS: [(&str, &str); 7] = [
    ("area", "km2"),
    ("people", "people"),
    ("sites", "sites"),
    ("units", "units"),
    ("line_length", "km"),
    ("components", ""),
    ("phased_components", ""),
];

pub(super) fn function(name: &str) -> Option<Function> {
    Some(match name {
        "area" => Function::Sum(Measure::Area),
        "people" => Function::Sum(Measure::People),
        "sites" => Function::Sum(Measure::Sites),
        "units" => Function::Sum(Measure::Units),
        "line_length" => Function::LineLength,
        "components" => Function::Components,
        "phased_components" => Function::Phased,
        _ => return None,
    })
}

/// What names mark on a lens; the first name that marks nothing is returned.
pub(super) fn marks<'n>(lens: &Lens, names: &'n [Name]) -> Result<Vec<Mark>, &'n Name> {
    names.iter().map(|name| lens.mark(&name.text).ok_or(name)).collect()
}

/// Adds what the marked units have, `coefficient` times, to `sum`.
pub(super) fn add(
    lens: &Lens,
    measure: Measure,
    marks: &[Mark],
    coefficient: i64,
    sum: &mut Linear,
) -> Result<(), ProblemKind> {
    let unmeasured = |unit: usize| {
        let unit = lens.units.get(unit).map(|unit| unit.id.to_string()).unwrap_or_default();
        ProblemKind::Unmeasured { what: measure.name().to_owned(), of: unit }
    };
    let amount = |unit: usize, status: usize| -> Result<i64, ProblemKind> {
        if !lens.is_marked(unit, status, marks) {
            return Ok(0);
        }
        let found = lens.units.get(unit).and_then(|unit| unit.measure(measure)).ok_or_else(|| unmeasured(unit))?;
        found.thousandths().checked_mul(coefficient).ok_or(ProblemKind::TooLarge)
    };
    for (place, unit) in lens.units.iter().enumerate() {
        if let Settled::At(status) = unit.settled {
            sum.constant += i128::from(amount(place, status)?);
        }
    }
    for part in &lens.parts {
        let of_choice = |&status: &usize| {
            let units = part.units.iter().map(|&unit| amount(unit, status).map(i128::from));
            units.sum::<Result<i128, _>>().and_then(|sum| i64::try_from(sum).ok().ok_or(ProblemKind::TooLarge))
        };
        let amounts: Vec<i64> = part.statuses.iter().map(of_choice).collect::<Result<_, _>>()?;
        sum.add(part.issue, amounts.into_iter().map(Some)).ok_or(ProblemKind::TooLarge)?;
    }
    Ok(())
}

/// "The line around the marked units is at most `bound` long", in millionths of a km.
pub(super) fn line_at_most(lens: &Lens, marks: &[Mark], bound: i64) -> Result<Formula, ProblemKind> {
    let mut lengths = Vec::new();
    for edge in lens.edges.iter().filter(|edge| edge.corridor.is_none()) {
        let id = |unit: usize| lens.units.get(unit).map(|unit| unit.id.to_string()).unwrap_or_default();
        let (a, b) = edge.units;
        let what =
            || ProblemKind::Unmeasured { what: "border length".to_owned(), of: format!("{} and {}", id(a), id(b)) };
        let length = edge.length.ok_or_else(what)?;
        lengths.push((a, b, i128::from(length.thousandths()) * i128::from(Decimal::UNIT)));
    }
    let within = |marked: &[bool]| {
        let is = |unit: usize| marked.get(unit) == Some(&true);
        let crossed = lengths.iter().filter(|(a, b, _)| is(*a) != is(*b));
        crossed.map(|(_, _, length)| length).sum::<i128>() <= i128::from(bound)
    };
    patterns::tree(lens, marks, &within).ok_or(ProblemKind::OutOfReach { function: "line_length" })
}

/// "The marked units make up at most `most` connected parts."
///
/// `issues` is the number of issues of the case: vertices that are always marked are lowered onto issues outside the graph.
pub(super) fn components_at_most(
    lens: &Lens,
    marks: &[Mark],
    most: usize,
    issues: usize,
) -> Result<Formula, ProblemKind> {
    let within: Leaf<'_> = &|marked: &[bool]| lens.components(marked) <= most;
    match patterns::tree(lens, marks, within) {
        Some(formula) => Ok(formula),
        None => graph(lens, marks, most, issues).ok_or(ProblemKind::OutOfReach { function: "components" }),
    }
}

/// The condition as one on a graph, for lenses with too many parts to list what can be marked: each part one unit.
fn graph(lens: &Lens, marks: &[Mark], max_components: usize, issues: usize) -> Option<Formula> {
    let fixed =
        |place: usize| matches!(lens.units[place].settled, Settled::At(status) if lens.is_marked(place, status, marks));
    let mut vertex: Vec<Option<usize>> = vec![None; lens.units.len()];
    let mut open = Vec::new();
    for part in &lens.parts {
        let [unit] = part.units.as_slice() else { return None };
        let chosen = part.statuses.iter().enumerate().filter(|(_, status)| lens.is_marked(*unit, **status, marks));
        let choices: Vec<_> = chosen.map(|(choice, _)| detente_base::Index::new(choice)).collect();
        if !choices.is_empty() {
            vertex[*unit] = Some(open.len());
            open.push((part.issue, choices));
        }
    }
    // Fixed units that hang together are one vertex.
    let always_in: Vec<bool> = (0..lens.units.len()).map(fixed).collect();
    let leaders = lens.leaders(&always_in);
    let mut always = 0;
    for unit in (0..lens.units.len()).filter(|&unit| always_in[unit]) {
        vertex[unit] = if leaders[unit] == unit {
            always += 1;
            Some(open.len() + always - 1)
        } else {
            vertex[leaders[unit]]
        };
    }
    if issues < open.len() + always {
        return None;
    }
    let ends = lens.edges.iter().filter_map(|edge| Some((vertex[edge.units.0]?, vertex[edge.units.1]?)));
    let mut edges: Vec<(usize, usize)> = ends.filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
    edges.sort_unstable();
    edges.dedup();
    Some(Formula::Connected(Box::new(Connected { open, always, edges, max_components })))
}

impl Measure {
    /// Its name in expressions.
    pub fn name(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::People => "people",
            Self::Sites => "sites",
            Self::Units => "units",
        }
    }
}

impl Lens {
    /// For each marked unit, by place, the first unit of the connected part it belongs to; others lead themselves.
    pub fn leaders(&self, marked: &[bool]) -> Vec<usize> {
        let is = |unit: usize| marked.get(unit) == Some(&true);
        let mut leader: Vec<usize> = (0..self.units.len()).collect();
        let ties = || self.edges.iter().map(|edge| edge.units).filter(|&(a, b)| is(a) && is(b));
        loop {
            let before = leader.clone();
            for (a, b) in ties() {
                let first = leader[a].min(leader[b]);
                (leader[a], leader[b]) = (first, first);
            }
            if before == leader {
                return leader;
            }
        }
    }

    /// The number of connected parts that the marked units make up.
    pub fn components(&self, marked: &[bool]) -> usize {
        let leaders = self.leaders(marked);
        (0..self.units.len()).filter(|&unit| marked.get(unit) == Some(&true) && leaders[unit] == unit).count()
    }
}

/// Whether a term is one of the functions that look at which units touch.
pub(super) fn is_graphic(arguments: Option<&[Name]>, name: Option<&Name>) -> bool {
    let function = arguments.and(name).and_then(|name| function(&name.text));
    function.is_some_and(|function| !matches!(function, Function::Sum(_)))
}

/// "All these units have one of these statuses", all by place.
pub(super) fn have(lens: &Lens, units: &[usize], statuses: &[usize]) -> Formula {
    let mut parts: Vec<usize> = Vec::new();
    let mut fixed = true;
    for unit in units {
        match lens.units[*unit].settled {
            Settled::By(part) => parts.push(part),
            Settled::At(status) => fixed &= statuses.contains(&status),
        }
    }
    if !fixed {
        return Formula::Any(Vec::new());
    }
    parts.sort_unstable();
    parts.dedup();
    let is = |&part: &usize| {
        let part = &lens.parts[part];
        let choices = part.statuses.iter().enumerate().filter(|(_, status)| statuses.contains(status));
        Formula::Is(part.issue, choices.map(|(choice, _)| ChoiceIdx::new(choice)).collect())
    };
    let mut all: Vec<Formula> = parts.iter().map(is).collect();
    if all.len() == 1 { all.remove(0) } else { Formula::All(all) }
}
