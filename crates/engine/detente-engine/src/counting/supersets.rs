//! Which superset of a branch to draw from: the smallest of a few.

use super::problem::Problem;
use super::superset::{Superset, superset};
use super::zone::Means;
use crate::budget::Meter;
use crate::error::Stopped;
use num_bigint::BigUint;

/// Sketches the supersets that promise something and builds the one whose sketch is smallest, the first of equally small ones.
///
/// With many coordinates a pass that rounds each of them is loose; sums of coordinates, each scaled to its range, can be kept
/// finely, and what reaches every need reaches the sums of the needs.
pub(super) fn smallest(
    problem: &Problem,
    means: Means,
    meter: &mut Meter<'_, '_>,
) -> Result<Box<dyn Superset>, Stopped> {
    let full = means.states(problem);
    let build = |problem: &Problem, states: usize, meter: &mut Meter<'_, '_>| {
        superset(problem, states, means.fit.candidates, meter)
    };
    let sums: Vec<Problem> = sums(problem).iter().filter_map(|weights| problem.summed(weights)).collect();
    let mut best: Option<(BigUint, &Problem)> = None;
    for of in [problem].into_iter().chain(&sums).filter(|_| !sums.is_empty()) {
        let Some(sketch) = build(of, full.div_ceil(16), meter)? else { continue };
        if best.as_ref().is_none_or(|(total, _)| sketch.total() < *total) {
            best = Some((sketch.total(), of));
        }
    }
    build(best.map_or(problem, |(_, of)| of), full, meter)?.ok_or_else(|| too_wide(problem, means))
}

fn too_wide(problem: &Problem, means: Means) -> Stopped {
    Stopped::TooWide { issue: problem.choices.len(), size: means.fit.candidates }
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
