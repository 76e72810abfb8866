//! A zone's branches, each counted exactly or held by a superset to draw from.

use super::exact::exact;
use super::meet::Fit;
use super::membership::Membership;
use super::number::Number;
use super::problem::Problem;
use super::stream::Stream;
use super::superset::{Superset, subset};
use super::supersets::smallest;
use crate::budget::{Budget, Meter};
use crate::condition::Force;
use crate::error::Stopped;
use crate::ground::branches;
use detente_model::{Ask, Effort, Model, Package};
use num_bigint::BigUint;

/// How a zone is to be counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Means {
    /// What an exact count may take.
    pub(super) fit: Fit,
    /// Partial assignments looked at in one step of a superset.
    pub(super) room: usize,
    /// Edges of a superset, about.
    pub(super) edges: usize,
    /// Whether each choice is counted, too.
    pub(super) each: bool,
    /// Whether open branches are bounded from below, too.
    pub(super) bracket: bool,
}

/// Edges of a superset to draw from.
const EDGES: usize = 3_000_000;

impl Means {
    /// What a question's effort allows: whole numbers only.
    pub(super) fn usual(effort: Effort) -> Self {
        let room = effort.max_points.saturating_mul(2);
        let fit = Fit { candidates: room, steps: effort.max_steps / 4 };
        Self { fit, room, edges: EDGES, each: false, bracket: false }
    }

    /// The states a layer of a superset may have.
    pub(super) fn states(&self, problem: &Problem) -> usize {
        let per_state: usize = problem.choices.iter().map(Vec::len).sum();
        (self.edges / per_state.max(1)).max(1)
    }
}

/// What is known of the number of packages of a zone.
pub(super) struct Zone {
    /// Packages of branches counted exactly.
    pub(super) exact: BigUint,
    /// Per issue and choice of the model those with it, where that was wanted.
    pub(super) exact_with: Vec<Vec<BigUint>>,
    /// The other branches.
    pub(super) open: Vec<Open>,
}

/// A branch that could not be counted exactly.
pub(super) struct Open {
    problem: Problem,
    superset: Box<dyn Superset>,
    /// How many packages the superset holds.
    pub(super) most: BigUint,
    /// Packages the branch certainly holds.
    pub(super) least: BigUint,
}

impl Zone {
    /// Counts what can be counted.
    pub(super) fn new(
        model: &Model,
        ask: &Ask,
        force: &Force,
        means: Means,
        budget: &Budget<'_>,
    ) -> Result<Self, Stopped> {
        let nobody = Ask { principals: Vec::new(), ..ask.clone() };
        let exact_with = model.issues.iter().map(|&size| vec![BigUint::ZERO; size]).collect();
        let mut zone = Self { exact: BigUint::ZERO, exact_with, open: Vec::new() };
        for branch in branches(model, &nobody, force)? {
            let Some(problem) = Problem::of(&branch) else { continue };
            match exact(&problem, means.each, means.fit, budget)? {
                Some(found) => {
                    zone.exact += found.total;
                    add(&mut zone.exact_with, &problem, &found.with);
                }
                None => zone.open.push(Open::new(problem, means, budget)?),
            }
        }
        Ok(zone)
    }

    /// Packages of the supersets.
    pub(super) fn most(&self) -> BigUint {
        self.open.iter().map(|open| &open.most).sum()
    }

    /// Packages the open branches certainly hold.
    pub(super) fn least(&self) -> BigUint {
        self.open.iter().map(|open| &open.least).sum()
    }

    /// Per issue and choice of the model the packages of the supersets.
    pub(super) fn most_with(&self) -> Vec<Vec<BigUint>> {
        let mut with = self.exact_with.iter().map(|row| vec![BigUint::ZERO; row.len()]).collect::<Vec<_>>();
        self.open.iter().for_each(|open| add(&mut with, &open.problem, &open.superset.with()));
        with
    }
}

impl Open {
    fn new(problem: Problem, means: Means, budget: &Budget<'_>) -> Result<Self, Stopped> {
        let mut meter = budget.meter();
        let superset = smallest(&problem, means, &mut meter)?;
        let most = superset.total();
        let least = if means.bracket { proved(&problem, means, &most, &mut meter)? } else { BigUint::ZERO };
        meter.settle()?;
        Ok(Self { problem, superset, most, least })
    }
}

/// A number of packages the branch certainly holds; taken pains with where a sketch is near the other end already.
fn proved(problem: &Problem, means: Means, most: &BigUint, meter: &mut Meter<'_, '_>) -> Result<BigUint, Stopped> {
    let full = means.states(problem);
    let sketch = subset(problem, full.div_ceil(16), means.room, meter)?;
    let gap = most - sketch.min(most.clone());
    if most < &(&gap * 8_u32) {
        return Ok(most - gap);
    }
    Ok(subset(problem, full, means.room, meter)?.max(most - gap))
}

/// Adds numbers per value of an issue to those per choice.
fn add(into: &mut [Vec<BigUint>], problem: &Problem, with: &[Vec<BigUint>]) {
    for ((into, choices), with) in into.iter_mut().zip(&problem.choices).zip(with) {
        choices.iter().zip(with).for_each(|(&choice, number)| into[choice] += number);
    }
}

/// All branches of a zone that are not counted exactly, to draw from as one.
pub(super) struct Urn<'z> {
    seed: u64,
    open: Vec<(&'z Open, Membership<'z>)>,
    total: BigUint,
}

impl<'z> Urn<'z> {
    /// The open branches of a zone.
    pub(super) fn new(zone: &'z Zone, seed: u64) -> Self {
        let open = zone.open.iter().filter(|open| open.most != BigUint::ZERO);
        let open = open.map(|open| (open, Membership::new(&open.problem))).collect();
        Self { seed, open, total: zone.most() }
    }

    /// The draw of a number: a package of a superset, and whether it lies in the zone. A function of seed and number alone.
    pub(super) fn draw(&self, number: u64) -> Option<(Package, bool)> {
        if self.open.is_empty() {
            return None;
        }
        let mut stream = Stream::new(self.seed, number);
        let mut rank = BigUint::below(&self.total, &mut stream);
        for (open, membership) in &self.open {
            if rank < open.most {
                let drawn = open.superset.draw(&mut stream);
                let choice = |(choices, &value): (&Vec<usize>, &u32)| choices[usize::try_from(value).unwrap_or(0)];
                let package = open.problem.choices.iter().zip(&drawn).map(choice).collect();
                return Some((package, membership.holds(&drawn)));
            }
            rank -= &open.most;
        }
        None
    }
}
