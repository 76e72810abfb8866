//! How many packages a zone holds, and how many with each choice, without losing any that efficiency would drop.

mod coarse;
mod dominance;
mod layer;
mod meet;
mod number;
mod order;
mod problem;
mod relation;
mod rows;
mod side;
mod stream;

use crate::answers::Count;
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use crate::ground::branches;
use crate::plan::Force;
use detente_base::Watch;
use detente_model::{Ask, Model};
use meet::{Fit, Met, meet};
use num_bigint::BigUint;
use number::Number;
use problem::Problem;

/// The number of packages in the zone.
pub fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Count, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let nobody = Ask { principals: Vec::new(), ..ask.clone() };
    let fit = Fit { candidates: ask.effort.max_points.saturating_mul(2), steps: ask.effort.max_steps / 4 };
    let mut total = BigUint::ZERO;
    for branch in branches(model, &nobody, &Force::of(model, ask))? {
        let Some(problem) = Problem::of(&branch) else { continue };
        total += exact(&problem, fit, &budget)?.ok_or(Stopped::SpaceTooLarge)?;
    }
    Ok(Count::Exact(total))
}

fn exact(problem: &Problem, fit: Fit, budget: &Budget<'_>) -> Result<Option<BigUint>, Stopped> {
    fn tell<N: Number>(met: &Met<N>) -> Option<BigUint> {
        met.total.exact()
    }
    if problem.bits() < 64 {
        let Some(met) = meet::<u64>(problem, false, fit, budget)? else { return Ok(None) };
        if let Some(total) = tell(&met) {
            return Ok(Some(total));
        }
    }
    if problem.bits() < 128 {
        let Some(met) = meet::<u128>(problem, false, fit, budget)? else { return Ok(None) };
        if let Some(total) = tell(&met) {
            return Ok(Some(total));
        }
    }
    Ok(meet::<BigUint>(problem, false, fit, budget)?.and_then(|met| tell(&met)))
}
