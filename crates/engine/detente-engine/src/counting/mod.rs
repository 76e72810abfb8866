//! How many packages a zone holds, and how many with each choice, without losing any that efficiency would drop.

mod coarse;
mod dominance;
mod estimate;
mod exact;
mod interval;
mod layer;
mod meet;
mod membership;
mod number;
mod order;
mod possible;
mod problem;
mod relation;
mod remaining;
mod rows;
mod side;
mod stream;
mod superset;
mod supersets;
mod zone;

#[cfg(test)]
mod tests;

pub use possible::{possible_among, remaining_possible};
pub use remaining::{Remaining, remaining, remaining_counts};

use crate::answers::Count;
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use detente_base::Watch;
use detente_model::{Ask, Model};
use estimate::{DRAWS, Hits, SEED};
use num_bigint::BigUint;
use zone::{Means, Zone};

/// The number of packages in the zone: exact where two passes from both ends of the issues fit, else bounded or estimated.
///
/// # Cost
/// For two parties with bottom lines and up to 10¹² packages, or coarse units and any number, below a second; for three or
/// four up to some 10¹¹ a few seconds; an estimate about a second.
/// # Source
/// DEFINITIONS 16.
pub fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Count, Stopped> {
    count_under(model, ask, &Force::of(model, ask), watch)
}

/// As [`count`], with other members in force than the question puts.
pub(crate) fn count_under(model: &Model, ask: &Ask, force: &Force, watch: &dyn Watch) -> Result<Count, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let means = Means { bracket: true, ..Means::usual(ask.effort) };
    let zone = Zone::new(model, ask, force, means, &budget)?;
    counted(&zone, DRAWS, SEED, &budget)
}

fn counted(zone: &Zone, draws: u32, seed: u64, budget: &Budget<'_>) -> Result<Count, Stopped> {
    if zone.least() == zone.most() {
        return Ok(Count::Exact(&zone.exact + zone.most()));
    }
    Ok(Hits::new(zone, draws, seed, budget)?.count(zone))
}

fn counted_each(zone: &Zone, draws: u32, seed: u64, budget: &Budget<'_>) -> Result<Vec<Vec<Count>>, Stopped> {
    let draws = if zone.most() == BigUint::ZERO { 0 } else { draws };
    Ok(Hits::new(zone, draws, seed, budget)?.counts(zone))
}

/// All parts of an answer; if any stopped, the stop to report, whichever thread came first.
fn weightiest<T>(parts: Vec<Result<T, Stopped>>) -> Result<Vec<T>, Stopped> {
    let (mut whole, mut stopped) = (Vec::with_capacity(parts.len()), None);
    for part in parts {
        match (part, stopped.take()) {
            (Ok(part), None) => whole.push(part),
            (Err(one), Some(other)) => stopped = Some(one.weightier(other)),
            (Err(one), None) | (Ok(_), Some(one)) => stopped = Some(one),
        }
    }
    stopped.map_or(Ok(whole), Err)
}
