//! Conditions about a single issue strike out choices before any search begins.

use super::truth::{Condition, Truth, UNSET};
use crate::model::Formula;

/// Strikes out the choices that a hard formula excludes on its own, until nothing more follows; returns the conditions that
/// remain to be searched over, or nothing if no package can meet the formulas.
pub(crate) fn narrow(hard: &[Formula], allowed: &mut [Vec<usize>]) -> Option<Vec<Condition>> {
    loop {
        let conditions: Vec<Condition> = hard.iter().map(|formula| Condition::new(formula, allowed)).collect();
        if conditions.iter().any(|condition| matches!(condition, Condition::Known(false))) {
            return None;
        }
        let (alone, shared): (Vec<_>, Vec<_>) = conditions.into_iter().partition(|condition| sole(condition).is_some());
        if alone.is_empty() {
            return Some(shared.into_iter().filter(|condition| !matches!(condition, Condition::Known(_))).collect());
        }
        alone.iter().for_each(|condition| strike(condition, allowed));
        if allowed.iter().any(Vec::is_empty) {
            return None;
        }
    }
}

/// The one issue a condition depends on, if it is one.
pub(crate) fn sole(condition: &Condition) -> Option<usize> {
    let mut issues = Vec::new();
    condition.issues(&mut issues);
    if let [issue] = issues[..] { Some(issue) } else { None }
}

/// Whether a condition about one issue holds at a position of it.
pub(crate) fn holds_at(condition: &Condition, issue: usize, position: usize, n_issues: usize) -> bool {
    let mut assigned = vec![UNSET; n_issues];
    assigned[issue] = position;
    condition.truth(&assigned) == Truth::Yes
}

fn strike(condition: &Condition, allowed: &mut [Vec<usize>]) {
    let Some(issue) = sole(condition) else { return };
    let n_issues = allowed.len();
    let mut position = 0..;
    // Positions are those the condition was lowered onto; another condition may have struck some of them already, so the
    // list is only replaced while it still is that list.
    if lowered_onto(condition) == Some(allowed[issue].len()) {
        allowed[issue].retain(|_| position.next().is_some_and(|at| holds_at(condition, issue, at, n_issues)));
    }
}
