//! In which order issues are assigned.

use super::axis::Axis;
use super::clause::{Clause, Role};

/// The issues that clauses connect, in the order of a search: always next the issues of the clause that is nearest to being
/// decided, consent first, because whose bottom lines count decides what may be pruned.
pub(crate) fn linked(clauses: &[Clause], n_issues: usize) -> Vec<usize> {
    let mut placed = vec![false; n_issues];
    let mut order = Vec::new();
    let mut waiting: Vec<&Clause> = clauses.iter().collect();
    while let Some(next) = nearest(&waiting, &placed) {
        for &issue in &waiting.swap_remove(next).issues {
            if !std::mem::replace(&mut placed[issue], true) {
                order.push(issue);
            }
        }
        waiting.sort_by_key(|clause| clause.index);
    }
    order
}

fn nearest(waiting: &[&Clause], placed: &[bool]) -> Option<usize> {
    let open = |clause: &Clause| clause.issues.iter().filter(|&&issue| !placed[issue]).count();
    let is_consent = |clause: &Clause| matches!(clause.role, Role::Consent { .. });
    let keys = waiting.iter().enumerate().map(|(at, clause)| (!is_consent(clause), open(clause), clause.index, at));
    keys.min().map(|key| key.3)
}

/// The other issues, those first where most is at stake for the lines, so that branches are settled early.
pub(crate) fn free(linked: &[usize], axes: &[Axis], n_issues: usize) -> Vec<usize> {
    let mut issues: Vec<usize> = (0..n_issues).filter(|issue| !linked.contains(issue)).collect();
    issues.sort_by_key(|&issue| (std::cmp::Reverse(stake(issue, axes)), issue));
    issues
}

fn stake(issue: usize, axes: &[Axis]) -> i128 {
    let spread = |axis: &Axis| {
        let values = &axis.values[issue];
        let least = values.iter().copied().min().unwrap_or(0);
        i128::from(values.iter().copied().max().unwrap_or(0)) - i128::from(least)
    };
    axes.iter().filter(|axis| axis.line.is_some()).map(spread).sum()
}
