//! What each choice leaves, also where the draft holds another choice of the same issue.

use super::possible::remaining_possible;
use super::{EDGES, counted_each, usual};
use crate::answers::Count;
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use crate::plan::Force;
use super::zone::{Means, Zone};
use detente_base::Watch;
use detente_model::{Ask, Model};
use num_bigint::BigUint;

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
    let counts = match remaining_counts(model, ask, watch) {
        Ok(counts) => counts.into_iter().map(|row| row.into_iter().map(Some).collect()).collect(),
        Err(stopped @ (Stopped::Cancelled | Stopped::Model(_))) => return Err(stopped),
        Err(_) => model.issues.iter().map(|&size| vec![None; size]).collect::<Vec<Vec<Option<Count>>>>(),
    };
    let settled = |count: &Option<Count>| count.as_ref().and_then(is_possible);
    let known: Vec<Vec<Option<bool>>> = counts.iter().map(|row| row.iter().map(settled).collect()).collect();
    let is_open = known.iter().flatten().any(Option::is_none);
    let possible = if is_open { remaining_possible(model, ask, watch)? } else { known.clone() };
    let pair = |((known, possible), count): ((Option<bool>, Option<bool>), Option<Count>)| Remaining {
        possible: known.or(possible),
        count,
    };
    let row = |((known, possible), counts): ((Vec<Option<bool>>, Vec<Option<bool>>), Vec<Option<Count>>)| {
        known.into_iter().zip(possible).zip(counts).map(pair).collect()
    };
    Ok(known.into_iter().zip(possible).zip(counts).map(row).collect())
}

/// What a count proves.
fn is_possible(count: &Count) -> Option<bool> {
    match count {
        Count::Exact(count) => Some(*count != BigUint::ZERO),
        Count::Bounded { least, .. } if *least != BigUint::ZERO => Some(true),
        Count::Bounded { .. } | Count::Estimated { .. } => None,
    }
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
    let mut counts = if ask.fixed.contains(&None) { each(model, ask, watch)? } else { vec![Vec::new(); ask.fixed.len()] };
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
    let means = Means { fit: usual(ask.effort), edges: EDGES, each: true, bracket: false };
    let zone = Zone::new(model, ask, &Force::of(model, ask), means, &budget)?;
    counted_each(&zone, &budget)
}
