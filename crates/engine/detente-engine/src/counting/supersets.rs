//! Which superset of a branch to draw from: the smallest of a few.

use super::order::{boundaries, order};
use super::problem::Problem;
use super::relation::Relation;
use super::superset::{Superset, superset};
use super::zone::Means;
use crate::budget::Meter;
use crate::error::Stopped;
use num_bigint::BigUint;

/// Sketches the supersets that promise something and builds the one whose sketch is smallest, the first of equally small ones.
///
/// With many coordinates a pass that rounds each of them is loose; sums of coordinates, each scaled to its range, can be kept
/// finely, and what reaches every need reaches the sums of the needs. Where too many issues are tied to each other, ties are
/// left out.
pub(super) fn smallest(
    problem: &Problem,
    means: Means,
    meter: &mut Meter<'_, '_>,
) -> Result<Box<dyn Superset>, Stopped> {
    let full = means.states(problem);
    if let Some(found) = among_sums(problem, full, means.room, meter)? {
        return Ok(found);
    }
    let most_values = problem.choices.iter().map(Vec::len).max().unwrap_or(1);
    let untied = untied(problem.clone(), full.min(means.room / most_values));
    let too_wide = || Stopped::TooWide { issue: problem.choices.len(), size: means.room };
    among_sums(&untied, full, means.room, meter)?.ok_or_else(too_wide)
}

fn among_sums(
    problem: &Problem,
    full: usize,
    room: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Box<dyn Superset>>, Stopped> {
    let sums: Vec<Problem> = sums(problem).iter().filter_map(|weights| problem.summed(weights)).collect();
    let mut best: Option<(BigUint, &Problem)> = None;
    for of in [problem].into_iter().chain(&sums).filter(|_| !sums.is_empty()) {
        let Some(sketch) = superset(of, full.div_ceil(16), room, meter)? else { return Ok(None) };
        if best.as_ref().is_none_or(|(total, _)| sketch.total() < *total) {
            best = Some((sketch.total(), of));
        }
    }
    superset(best.map_or(problem, |(_, of)| of), full, room, meter)
}

/// Leaves out relations, at their most, until at most so many combinations have to be told apart anywhere.
fn untied(mut problem: Problem, cells: usize) -> Problem {
    loop {
        let order = order(&problem);
        let boundaries = boundaries(&problem, &order);
        let Some((cut, _)) = boundaries.iter().enumerate().max_by_key(|(_, tied)| **tied).filter(|of| cells < *of.1)
        else {
            return problem;
        };
        let (before, behind) = order.split_at(cut);
        let spans = |relation: &Relation| {
            relation.scope.iter().any(|var| before.contains(var))
                && relation.scope.iter().any(|var| behind.contains(var))
        };
        match problem.relations.iter().position(spans) {
            Some(relation) => problem.leave_out(relation),
            None => return problem,
        }
    }
}

/// Weights of the sums to try.
fn sums(problem: &Problem) -> Vec<Vec<Vec<i64>>> {
    let width = problem.width();
    if width < 3 {
        return Vec::new();
    }
    let scale = problem.scale();
    let part = |wanted: &dyn Fn(usize) -> bool| -> Vec<i64> {
        scale.iter().enumerate().map(|(at, &scale)| if wanted(at) { scale } else { 0 }).collect()
    };
    let halves = vec![part(&|at| at % 2 == 0), part(&|at| at % 2 == 1)];
    let thirds = (0..3).map(|third| part(&|at| at % 3 == third)).collect();
    vec![vec![scale.clone()], halves, thirds]
}
