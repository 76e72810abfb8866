//! A superset of a branch, counted exactly, from which packages are drawn uniformly.
//!
//! Rounded up, a pass lets more packages reach the needs than do; each path through its states is one of them. Backwards, the
//! number of ways to go on is known for every state, so that a rank below the total names a path (sampling by unranking).

use super::coarse::Rounding;
use super::layer::{Step, targets};
use super::number::Number;
use super::order::order;
use super::problem::Problem;
use super::side::Side;
use super::stream::Stream;
use crate::budget::Meter;
use crate::error::Stopped;
use num_bigint::BigUint;

/// A superset to draw from.
pub(super) trait Superset: Send + Sync {
    /// How many packages it holds.
    fn total(&self) -> BigUint;
    /// Per variable and value those with it.
    fn with(&self) -> Vec<Vec<BigUint>>;
    /// Draws a package: the value of each variable. The superset is not empty.
    fn draw(&self, stream: &mut Stream) -> Vec<u32>;
}

/// Layers and the ways to go on from each of their states.
pub(super) struct Lattice<N> {
    trail: Vec<Step<N>>,
    /// Per step, per state behind it, the ways to go on.
    ways: Vec<Vec<N>>,
    pub(super) total: N,
    sizes: Vec<usize>,
}

/// The packages of a branch, states merged beyond so many; `None` where a step has more candidates than wanted.
pub(super) fn superset(
    problem: &Problem,
    states: usize,
    candidates: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Box<dyn Superset>>, Stopped> {
    let bits = problem.bits();
    if bits < 64 {
        let Some(lattice) = lattice::<u64>(problem, states, candidates, meter)? else { return Ok(None) };
        if lattice.total.exact().is_some() {
            return Ok(Some(Box::new(lattice)));
        }
    }
    if bits < 128 {
        let Some(lattice) = lattice::<u128>(problem, states, candidates, meter)? else { return Ok(None) };
        if lattice.total.exact().is_some() {
            return Ok(Some(Box::new(lattice)));
        }
    }
    let lattice = lattice::<BigUint>(problem, states, candidates, meter)?;
    Ok(lattice.map(|lattice| Box::new(lattice) as Box<dyn Superset>))
}

/// A number of packages that a branch certainly holds.
pub(super) fn subset(
    problem: &Problem,
    states: usize,
    candidates: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<BigUint, Stopped> {
    let mut side = Side::<BigUint>::new(problem, false, Some(Rounding::down(states)));
    for var in order(problem) {
        if !side.step(var, &vec![false; problem.relations.len()], &[], candidates, meter)? {
            return Ok(BigUint::ZERO);
        }
    }
    Ok(side.layer.paths.iter().sum())
}

pub(super) fn lattice<N: Number>(
    problem: &Problem,
    states: usize,
    candidates: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Lattice<N>>, Stopped> {
    let mut side = Side::<N>::new(problem, true, Some(Rounding::up(states)));
    for var in order(problem) {
        if !side.step(var, &vec![false; problem.relations.len()], &[], candidates, meter)? {
            return Ok(None);
        }
    }
    let trail = side.trail.unwrap_or_default();
    let mut ways = vec![vec![N::of(1); side.layer.paths.len()]];
    for step in trail.iter().rev() {
        let before = ways.last().map(|after| step.back(after)).unwrap_or_default();
        ways.push(before);
    }
    ways.reverse();
    let total = ways.first().and_then(|first| first.first()).cloned().unwrap_or_else(|| N::of(0));
    Ok(Some(Lattice { trail, ways, total, sizes: problem.sizes.clone() }))
}

impl<N: Number> Superset for Lattice<N> {
    fn total(&self) -> BigUint {
        self.total.exact().unwrap_or_default()
    }

    fn with(&self) -> Vec<Vec<BigUint>> {
        let mut with: Vec<Vec<N>> = self.sizes.iter().map(|&size| vec![N::of(0); size]).collect();
        for (step, after) in self.trail.iter().zip(&self.ways[1..]) {
            step.tally(after, &mut with[step.var]);
        }
        let exact = |row: Vec<N>| row.iter().map(|number| number.exact().unwrap_or_default()).collect();
        with.into_iter().map(exact).collect()
    }

    fn draw(&self, stream: &mut Stream) -> Vec<u32> {
        self.path(N::below(&self.total, stream))
    }
}

impl<N: Number> Lattice<N> {
    /// The path of a rank below the total.
    pub(super) fn path(&self, mut rank: N) -> Vec<u32> {
        let (mut drawn, mut state) = (vec![0; self.sizes.len()], 0);
        for (step, after) in self.trail.iter().zip(&self.ways[1..]) {
            let (values, edges) = step.state(state);
            for (at, to) in targets(edges) {
                if rank < after[to] {
                    (drawn[step.var], state) = (values[at], to);
                    break;
                }
                rank.take(&after[to]);
            }
        }
        drawn
    }
}
