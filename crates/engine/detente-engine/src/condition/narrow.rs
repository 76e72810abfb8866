//! Conditions about a single issue strike out choices before any search begins.

use super::truth::{Condition, Truth, UNSET};
use detente_model::Formula;

/// Strikes out the choices that a hard formula excludes on its own, until nothing more follows; returns the conditions that
/// remain to be searched over, or nothing if no package can meet the formulas.
pub(crate) fn narrow(hard: &[Formula], allowed: &mut [Vec<usize>]) -> Option<Vec<Condition>> {
    loop {
        let conditions: Vec<Condition> = hard.iter().map(|formula| Condition::new(formula, allowed)).collect();
        if conditions.iter().any(|condition| matches!(condition, Condition::Known(false))) {
            return None;
        }
        let (alone, shared): (Vec<_>, Vec<_>) = conditions.into_iter().partition(|condition| sole(condition).is_some());
        // A struck condition holds at every position left, though its form may not show it: it is done with either way.
        if !strike(&alone, allowed) {
            return Some(shared.into_iter().filter(|condition| !matches!(condition, Condition::Known(_))).collect());
        }
        if allowed.iter().any(Vec::is_empty) {
            return None;
        }
    }
}

/// The one issue a condition depends on, if it is one.
fn sole(condition: &Condition) -> Option<usize> {
    let mut issues = Vec::new();
    condition.issues(&mut issues);
    if let [issue] = issues[..] { Some(issue) } else { None }
}

/// Per position of `issue`, whether a condition about that issue alone holds there.
fn holding(condition: &Condition, issue: usize, allowed: &[Vec<usize>]) -> Vec<bool> {
    let mut assigned = vec![UNSET; allowed.len()];
    let mut at = |position| {
        assigned[issue] = position;
        condition.truth(&assigned) == Truth::Yes
    };
    (0..allowed[issue].len()).map(&mut at).collect()
}

/// Strikes out the positions at which some condition about one issue fails; whether there were any.
fn strike(alone: &[Condition], allowed: &mut [Vec<usize>]) -> bool {
    let mut keep: Vec<Vec<bool>> = allowed.iter().map(|choices| vec![true; choices.len()]).collect();
    for (issue, condition) in alone.iter().filter_map(|condition| Some((sole(condition)?, condition))) {
        let holds = holding(condition, issue, allowed);
        keep[issue].iter_mut().zip(holds).for_each(|(kept, holds)| *kept &= holds);
    }
    for (choices, keep) in allowed.iter_mut().zip(&keep) {
        let mut kept = keep.iter();
        choices.retain(|_| kept.next() == Some(&true));
    }
    keep.iter().flatten().any(|kept| !kept)
}
