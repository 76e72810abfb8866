//! What each choice leaves, also where the draft holds another choice of the same issue.

use super::counted_each;
use super::estimate::{DRAWS, SEED};
use super::possible::remaining_possible;
use super::zone::{Means, Zone};
use crate::answers::Count;
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::{Stopped, forgiven};
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Model};

/// What one choice leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// Whether any package of the zone contains it; `None` where that was not decided within the question's effort.
    pub possible: Option<bool>,
    /// How many do; `None` where they could not be counted within the question's effort.
    pub count: Option<Count>,
}

/// Per issue and choice, whether and in how many packages of the zone it remains: those that contain the choice and keep to
/// the draft on every other issue.
///
/// # Cost
/// That of [`remaining_counts`], and of [`remaining_possible`] where counts do not settle what is possible.
/// # Source
/// DEFINITIONS 17.
pub fn remaining(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<Remaining>>, Stopped> {
    let counted = forgiven(remaining_counts(model, ask, watch))?;
    let count = |issue: usize, choice: usize| counted.as_ref().map(|counts| &counts[issue][choice]);
    let all =
        || model.issues.iter().enumerate().flat_map(|(issue, &size)| (0..size).map(move |choice| (issue, choice)));
    let is_open = |(issue, choice)| count(issue, choice).and_then(Count::proves_any).is_none();
    let searched = if all().any(is_open) { Some(remaining_possible(model, ask, watch)?) } else { None };
    let remaining = |issue: usize, choice: usize| Remaining {
        possible: count(issue, choice)
            .and_then(Count::proves_any)
            .or_else(|| searched.as_ref().and_then(|flags| flags[issue][choice])),
        count: count(issue, choice).cloned(),
    };
    let row = |(issue, &size): (usize, &usize)| (0..size).map(|choice| remaining(issue, choice)).collect();
    Ok(model.issues.iter().enumerate().map(row).collect())
}

/// Per issue and choice, the number of packages in the zone that contain the choice and keep to the draft on every other
/// issue.
///
/// # Cost
/// One pass forwards and backwards for all choices of all issues the draft leaves open, and one more for each issue it holds;
/// each within the question's effort.
/// # Source
/// DEFINITIONS 17.
pub fn remaining_counts(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<Count>>, Stopped> {
    ask.validate(model)?;
    let mut counts =
        if ask.fixed.contains(&None) { each(model, ask, watch)? } else { vec![Vec::new(); ask.fixed.len()] };
    for issue in (0..model.issues.len()).filter(|&issue| ask.fixed[issue].is_some()) {
        counts[issue] = each(model, &released(ask, issue), watch)?.swap_remove(issue);
    }
    Ok(counts)
}

/// The question with one issue set free.
pub(super) fn released(ask: &Ask, issue: usize) -> Ask {
    let mut released = ask.clone();
    released.fixed[issue] = None;
    released
}

fn each(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<Count>>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let means = Means { each: true, ..Means::usual(ask.effort) };
    let zone = Zone::new(model, ask, &Force::of(model, ask), means, &budget)?;
    counted_each(&zone, DRAWS, SEED, &budget)
}
