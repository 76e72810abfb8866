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

pub use possible::remaining_possible;
pub use remaining::{Remaining, remaining, remaining_counts};

use crate::answers::Count;
use crate::budget::Budget;
use crate::error::Stopped;
use crate::feasible::space;
use crate::plan::Force;
use detente_base::Watch;
use detente_model::{Ask, Effort, Model};
use estimate::{DRAWS, Hits, SEED};
use meet::Fit;
use num_bigint::BigUint;
use zone::{Means, Zone};

/// Edges of a superset to draw from.
const EDGES: usize = 3_000_000;

/// The number of packages in the zone.
pub fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Count, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let means = Means { fit: usual(ask.effort), edges: EDGES, each: false, bracket: true };
    let zone = Zone::new(model, ask, &Force::of(model, ask), means, &budget)?;
    counted(&zone, &budget)
}

fn usual(effort: Effort) -> Fit {
    Fit { candidates: effort.max_points.saturating_mul(2), steps: effort.max_steps / 4 }
}

fn counted(zone: &Zone, budget: &Budget<'_>) -> Result<Count, Stopped> {
    if zone.least() == zone.most() {
        return Ok(Count::Exact(&zone.exact + zone.most()));
    }
    Ok(Hits::new(zone, DRAWS, SEED, budget)?.count(zone))
}

fn counted_each(zone: &Zone, budget: &Budget<'_>) -> Result<Vec<Vec<Count>>, Stopped> {
    let draws = if zone.most() == BigUint::ZERO { 0 } else { DRAWS };
    Ok(Hits::new(zone, draws, SEED, budget)?.counts(zone))
}
