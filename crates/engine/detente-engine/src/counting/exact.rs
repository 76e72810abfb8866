//! Exact counts with numbers as wide as they turn out to need.

use super::meet::{Fit, Met, meet};
use super::number::Number;
use super::problem::Problem;
use crate::budget::Budget;
use crate::error::Stopped;
use num_bigint::BigUint;

/// An exact count of a branch.
#[derive(Clone, Debug)]
pub(super) struct Exact {
    /// The packages.
    pub(super) total: BigUint,
    /// Per issue and value those with it; empty where that was not wanted.
    pub(super) with: Vec<Vec<BigUint>>,
}

/// Counts a branch exactly; `None` where that does not fit.
pub(super) fn exact(problem: &Problem, each: bool, fit: Fit, budget: &Budget<'_>) -> Result<Option<Exact>, Stopped> {
    let bits = problem.bits();
    if bits < u64::BITS {
        match meet::<u64>(problem, each, fit, budget)? {
            None => return Ok(None),
            Some(met) if met.total < u64::MAX => return Ok(told(&met, problem)),
            Some(_) => {}
        }
    }
    if bits < u128::BITS {
        match meet::<u128>(problem, each, fit, budget)? {
            None => return Ok(None),
            Some(met) if met.total < u128::MAX => return Ok(told(&met, problem)),
            Some(_) => {}
        }
    }
    Ok(meet::<BigUint>(problem, each, fit, budget)?.and_then(|met| told(&met, problem)))
}

/// No number of a count is larger than its total, so all are exact if that is.
fn told<N: Number>(met: &Met<N>, problem: &Problem) -> Option<Exact> {
    let row = |row: &Vec<N>| row.iter().map(N::exact).collect::<Option<Vec<BigUint>>>();
    let with = met.with.iter().flatten().take(problem.choices.len()).map(row).collect::<Option<_>>()?;
    Some(Exact { total: met.total.exact()?, with })
}
