//! Exact counts: two passes grow from both ends of an order, whichever is smaller first, and are held against each other where
//! they meet.
//!
//! Where partial assignments merge well one side stays small until the end (a sparse dynamic program); where they do not, both
//! sides hold about the root of the space (meet in the middle, \[Horowitz1974\]).

use super::dominance::{Cloud, predicted};
use super::layer::{Layer, Step};
use super::number::Number;
use super::order::{boundaries, order};
use super::problem::Problem;
use super::side::Side;
use crate::budget::{Budget, Meter};
use crate::error::Stopped;

/// What an exact count may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Partial assignments looked at in one step.
    pub(super) candidates: usize,
    /// Steps to hold both sides against each other.
    pub(super) steps: u64,
}

/// An exact count of a branch.
pub(super) struct Met<N> {
    /// The packages.
    pub(super) total: N,
    /// Per variable and value those with it, where that was wanted.
    pub(super) with: Option<Vec<Vec<N>>>,
}

/// Counts a branch exactly; `None` where that does not fit. Numbers are saturated.
pub(super) fn meet<N: Number>(
    problem: &Problem,
    wants_each: bool,
    fit: Fit,
    budget: &Budget<'_>,
) -> Result<Option<Met<N>>, Stopped> {
    let mut meter = budget.meter();
    let Some((left, right)) = sides::<N>(problem, wants_each, fit, &mut meter)? else { return Ok(None) };
    let shared = pairs(&left.layer, &right.layer);
    let steps = |(a, b): &(usize, usize)| {
        predicted(right.layer.groups[*b].states.len(), left.layer.groups[*a].states.len(), problem.width())
    };
    let steps = shared.iter().map(steps).fold(0, u64::saturating_add);
    if fit.steps < steps {
        return Ok(None);
    }
    meter.settle()?;
    let after_left = held_against(&left.layer, &right.layer, &shared, problem, budget)?;
    let mut total = N::of(0);
    left.layer.paths.iter().zip(&after_left).for_each(|(paths, after)| total.add_product(paths, after));
    let with = match (&left.trail, &right.trail) {
        (Some(front), Some(back)) => {
            let swapped: Vec<(usize, usize)> = shared.iter().map(|&(a, b)| (b, a)).collect();
            let after_right = held_against(&right.layer, &left.layer, &swapped, problem, budget)?;
            let mut with = problem.sizes.iter().map(|&size| vec![N::of(0); size]).collect::<Vec<_>>();
            trace(back, after_right, &mut with);
            left.layer.active.iter().for_each(|&var| with[var].fill(N::of(0)));
            trace(front, after_left, &mut with);
            Some(with)
        }
        _ => None,
    };
    Ok(Some(Met { total, with }))
}

/// What is assigned from the front and from the back.
type Sides<'p, N> = (Side<'p, N>, Side<'p, N>);

/// Both sides, grown until they meet; both tell apart the values of the variables that tie them to each other.
fn sides<'p, N: Number>(
    problem: &'p Problem,
    keep_trail: bool,
    fit: Fit,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Sides<'p, N>>, Stopped> {
    let order = order(problem);
    let boundaries = boundaries(problem, &order);
    let mut left = Side::new(problem, keep_trail, None);
    let mut right = Side::new(problem, keep_trail, None);
    let (mut from, mut to) = (0, order.len());
    while from < to {
        let branching = |var: usize| if problem.is_issue(var) { problem.sizes[var] } else { 1 };
        let forward = left.layer.len().saturating_mul(branching(order[from]));
        let backward = right.layer.len().saturating_mul(branching(order[to - 1])).saturating_mul(boundaries[to - 1]);
        let went = if forward <= backward {
            from += 1;
            left.step(order[from - 1], &right.taken, &[], fit.candidates, meter)?
        } else {
            to -= 1;
            right.step(order[to], &left.taken, &[], fit.candidates, meter)?
        };
        let ahead = order[from..to].iter().map(|&var| branching(var));
        if !went || is_hopeless(&left, &right, ahead, fit) {
            return Ok(None);
        }
    }
    let ties = left.layer.active.clone();
    for &var in &ties {
        if !right.step(var, &left.taken, &ties, fit.candidates, meter)? {
            return Ok(None);
        }
    }
    Ok(Some((left, right)))
}

/// Whether assignments hardly merge on either side and, if that goes on, will be far too many.
fn is_hopeless<N: Number>(
    left: &Side<'_, N>,
    right: &Side<'_, N>,
    ahead: impl Iterator<Item = usize>,
    fit: Fit,
) -> bool {
    let wide = |of: usize| u128::try_from(of).unwrap_or(u128::MAX);
    let all = [left.layer.len(), right.layer.len()].into_iter().chain(ahead).map(wide);
    let room = wide(fit.candidates);
    left.spreads()
        && right.spreads()
        && room.saturating_mul(room).saturating_mul(256) < all.fold(1, u128::saturating_mul)
}

/// Groups of two layers that agree.
fn pairs<N>(a: &Layer<N>, b: &Layer<N>) -> Vec<(usize, usize)> {
    let find = |key: &Vec<u32>| b.groups.binary_search_by(|group| group.key.cmp(key)).ok();
    a.groups.iter().enumerate().filter_map(|(at, group)| Some((at, find(&group.key)?))).collect()
}

/// Per state of one layer the number of assignments of the other that complete it.
fn held_against<N: Number>(
    one: &Layer<N>,
    other: &Layer<N>,
    shared: &[(usize, usize)],
    problem: &Problem,
    budget: &Budget<'_>,
) -> Result<Vec<N>, Stopped> {
    let width = problem.width();
    let mut after = vec![N::of(0); one.len()];
    for &(a, b) in shared {
        let (states, others) = (one.groups[a].states.clone(), other.groups[b].states.clone());
        let units = &other.units[others.start * width..others.end * width];
        let cloud = Cloud::new(units, width, &other.paths[others]);
        let own = &one.units[states.start * width..states.end * width];
        let missing = |(at, units): (usize, &i64)| problem.needs[at % width.max(1)].saturating_sub(*units);
        let corners: Vec<i64> = own.iter().enumerate().map(missing).collect();
        let found = cloud.above(&corners, states.len(), budget)?;
        after[states].clone_from_slice(&found);
    }
    Ok(after)
}

/// Goes back over a trail, adding up per variable and value.
fn trace<N: Number>(trail: &[Step<N>], after: Vec<N>, with: &mut [Vec<N>]) {
    let back = |after: Vec<N>, step: &Step<N>| {
        step.tally(&after, &mut with[step.var]);
        step.back(&after)
    };
    trail.iter().rev().fold(after, back);
}
