//! Sums over many issues: too many different partial sums to remember each, so the sum becomes a coordinate of its own that
//! must reach a line, like the units of a party that only binds.

use super::truth::{Amounts, Condition};
use detente_model::Formula;

/// The most sums that become coordinates in one branch (DEFINITIONS 25).
pub(crate) const MOST_SUMS: usize = 6;

/// Partial sums up to which they are remembered one by one.
const REMEMBERED: usize = 512;

/// The same along units that a connectivity condition ties, where every partial sum multiplies what is remembered anyway.
const REMEMBERED_ON_PATH: usize = 16;

/// Combinations of a sum's issues up to which they are listed.
const LISTED: usize = 4096;

/// A sum as a coordinate.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    /// Per issue and choice of the model what it adds.
    pub(crate) values: Vec<Vec<i64>>,
    /// The least the sum must be.
    pub(crate) line: i64,
}

/// Per term, in their order, the sums of the terms so far; those from which the outcome is decided are one. `None` where there
/// are more than `most` anywhere.
pub(crate) fn partial_sums(terms: &[&Amounts], bound: i64, most: usize) -> Option<Vec<Vec<i64>>> {
    let mut all = vec![vec![0_i64]];
    for (at, term) in terms.iter().enumerate() {
        let clamp = clamp(&terms[at + 1..], bound);
        let before = all.last().map_or(&[][..], Vec::as_slice);
        let sums = before.iter().flat_map(|sum| term.per_position.iter().map(move |amount| sum + amount));
        let mut next: Vec<i64> = sums.map(clamp).collect();
        next.sort_unstable();
        next.dedup();
        if most < next.len() {
            return None;
        }
        all.push(next);
    }
    Some(all)
}

/// Sums from which the outcome is decided, whatever `rest` adds, as one.
pub(crate) fn clamp(rest: &[&Amounts], bound: i64) -> impl Fn(i64) -> i64 + use<> {
    let (least, most) = rest.iter().fold((0, 0), |sum, term| (sum.0 + term.least, sum.1 + term.most));
    move |sum| sum.clamp(bound - most, bound - least + 1)
}

/// Issues that connectivity ties into paths.
pub(crate) type Tied = Vec<bool>;

/// The issues that conditions on connectivity name.
pub(crate) fn tied<'f>(formulas: impl IntoIterator<Item = &'f Formula>, issues: usize) -> Tied {
    let mut tied = vec![false; issues];
    formulas.into_iter().for_each(|formula| mark(formula, &mut tied));
    tied
}

fn mark(formula: &Formula, tied: &mut Tied) {
    match formula {
        Formula::Connected(connectivity) => connectivity.units.iter().for_each(|unit| tied[unit.issue] = true),
        Formula::Not(inner) => mark(inner, tied),
        Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| mark(part, tied)),
        Formula::Choice { .. } | Formula::AtMost { .. } => {}
    }
}

/// Whether a sum has more partial sums than are remembered one by one.
fn is_large(terms: &[Amounts], bound: i64, tied: &Tied) -> bool {
    let on_path = 2 < terms.iter().filter(|term| tied[term.issue]).count();
    let cells = terms.iter().fold(1, |cells: usize, term| cells.saturating_mul(term.per_position.len()));
    let most = if on_path { REMEMBERED_ON_PATH } else { REMEMBERED };
    (on_path || LISTED < cells) && partial_sums(&terms.iter().collect::<Vec<_>>(), bound, most).is_none()
}

impl Sum {
    /// A condition as a coordinate, if it is a large sum or the negation of one. `choices` are those left per issue.
    pub(crate) fn of(condition: &Condition, choices: &[Vec<usize>], issues: &[usize], tied: &Tied) -> Option<Self> {
        let (terms, sign, line) = match condition {
            Condition::AtMost { terms, bound } if is_large(terms, *bound, tied) => (terms, -1, -bound),
            Condition::Not(inner) => match &**inner {
                Condition::AtMost { terms, bound } if is_large(terms, *bound, tied) => (terms, 1, bound + 1),
                _ => return None,
            },
            _ => return None,
        };
        let mut values: Vec<Vec<i64>> = issues.iter().map(|&size| vec![0; size]).collect();
        for term in terms {
            for (&choice, amount) in choices[term.issue].iter().zip(&term.per_position) {
                values[term.issue][choice] = sign * amount;
            }
        }
        Some(Self { values, line })
    }
}

/// Adds the large sums within a formula that must hold (or must not) whose own truth that does not settle, each once.
pub(crate) fn unsettled(formula: &Formula, holds: bool, choices: &[Vec<usize>], tied: &Tied, into: &mut Vec<Formula>) {
    match (formula, holds) {
        (Formula::Not(inner), _) => unsettled(inner, !holds, choices, tied, into),
        (Formula::All(parts), true) | (Formula::Any(parts), false) => {
            parts.iter().for_each(|part| unsettled(part, holds, choices, tied, into));
        }
        (Formula::All(_) | Formula::Any(_), _) => within(formula, choices, tied, into),
        (Formula::AtMost { .. } | Formula::Choice { .. } | Formula::Connected(_), _) => {}
    }
}

/// Adds the large sums within a formula, each once.
pub(crate) fn within(formula: &Formula, choices: &[Vec<usize>], tied: &Tied, into: &mut Vec<Formula>) {
    match formula {
        Formula::AtMost { .. } => match Condition::new(formula, choices) {
            Condition::AtMost { terms, bound } if is_large(&terms, bound, tied) && !into.contains(formula) => {
                into.push(formula.clone());
            }
            _ => {}
        },
        Formula::Not(inner) => within(inner, choices, tied, into),
        Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| within(part, choices, tied, into)),
        Formula::Choice { .. } | Formula::Connected(_) => {}
    }
}

/// A formula where the truth of some of its parts is settled.
pub(crate) fn assuming(formula: &Formula, settled: &[(Formula, bool)]) -> Formula {
    if let Some((_, holds)) = settled.iter().find(|(part, _)| part == formula) {
        return if *holds { Formula::always() } else { Formula::Any(Vec::new()) };
    }
    let all = |parts: &[Formula]| parts.iter().map(|part| assuming(part, settled)).collect();
    match formula {
        Formula::Not(inner) => Formula::Not(Box::new(assuming(inner, settled))),
        Formula::All(parts) => Formula::All(all(parts)),
        Formula::Any(parts) => Formula::Any(all(parts)),
        Formula::AtMost { .. } | Formula::Choice { .. } | Formula::Connected(_) => formula.clone(),
    }
}
