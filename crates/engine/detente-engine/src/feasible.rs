//! Whether the zone holds any package, and the first one.

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::plan::{Force, Order, Plan, Tracked};
use crate::reach::Reach;
use crate::state::State;
use detente_base::Watch;
use detente_model::Ask;
use detente_model::{Model, Package};

/// The κ-least package of the zone, or nothing where the zone is proved empty.
///
/// # Cost
/// Depth first in the order of κ, one thread, stopping at the first package. Where no condition connects issues hardly any
/// branch is entered in vain; where many do, at worst a step per package.
pub fn feasible(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Package>, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    feasible_under(model, ask, &Force::of(model, ask), &mut budget.meter())
}

/// The number of packages of a model, where 128 bits can count them.
pub(crate) fn space(model: &Model) -> Option<u128> {
    model.issues.iter().try_fold(1_u128, |space, &size| space.checked_mul(crate::plan::wide(size)))
}

/// As [`feasible`], with other members in force than the question puts.
pub(crate) fn feasible_under(
    model: &Model,
    ask: &Ask,
    force: &Force,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Package>, Stopped> {
    let Some(plan) = Plan::new(model, ask, force, &Tracked::Only(&[]), Order::Kappa)? else { return Ok(None) };
    let reach = Reach::new(&plan, meter)?;
    let found = first(&plan, &reach, meter)?;
    meter.settle()?;
    Ok(found)
}

/// The first package of a plan in the plan's order.
pub(crate) fn first(plan: &Plan, reach: &Reach, meter: &mut Meter<'_, '_>) -> Result<Option<Package>, Stopped> {
    let mut search = Search { plan, reach, state: State::new(plan) };
    search.descend(0, meter)
}

struct Search<'p> {
    plan: &'p Plan,
    reach: &'p Reach,
    state: State<'p>,
}

impl Search<'_> {
    fn descend(&mut self, depth: usize, meter: &mut Meter<'_, '_>) -> Result<Option<Package>, Stopped> {
        if !self.reach.admits(depth, &self.state, meter)? {
            return Ok(None);
        }
        let Some(&issue) = self.plan.order.get(depth) else { return Ok(Some(self.package())) };
        for position in 0..self.plan.choices[issue].len() {
            let found = if self.state.assign(issue, position) { self.descend(depth + 1, meter)? } else { None };
            self.state.undo();
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn package(&self) -> Package {
        self.plan.choices.iter().zip(&self.state.assigned).map(|(choices, &position)| choices[position]).collect()
    }
}
