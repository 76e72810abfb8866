//! Examples that differ: the package of the zone farthest from those already chosen.

use crate::budget::{Budget, Meter};
use crate::distance::Distance;
use crate::error::Stopped;
use crate::feasible::{first, space};
use crate::plan::{Axis, Force, Order, Plan, Tracked};
use crate::reach::Reach;
use detente_base::Watch;
use detente_model::Ask;
use detente_model::ModelError;
use detente_model::{Model, Package};

/// A package and how far it is from the nearest of those chosen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farthest {
    /// The package.
    pub package: Package,
    /// The numerator of its least distance; equal to the denominator where none was chosen before.
    pub least: u128,
    /// The denominator, common to all distances of this kind over this model.
    pub denominator: u128,
}

/// The package of the zone whose least distance to those chosen is greatest, the κ-least among ties; `None` if the zone is
/// empty.
///
/// Every package chosen becomes one more party that must be given a distance; how much, is found by bisection.
///
/// # Cost
/// Some tens of searches as in [`feasible`](crate::feasible), within one budget.
/// # Source
/// DEFINITIONS 18.
pub fn farthest(
    model: &Model,
    ask: &Ask,
    chosen: &[Package],
    distance: &Distance,
    watch: &dyn Watch,
) -> Result<Option<Farthest>, Stopped> {
    model.validate()?;
    distance.validate(model)?;
    chosen.iter().try_for_each(|package| validate_package(model, package))?;
    let whole = distance.denominator(model)?;
    let force = Force::of(model, ask);
    let Some(plan) = Plan::new(model, ask, &force, &Tracked::Only(&[]), Order::Kappa)? else { return Ok(None) };
    let axes: Result<Vec<Axis>, ModelError> =
        chosen.iter().map(|from| Ok(Axis::plain(&distance.from(model, from)?, 0, &plan.choices))).collect();
    let own = plan.axes.len();
    let plan = plan.with_axes(axes?);
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let mut meter = budget.meter();
    let reach = Reach::new(&plan, &mut meter)?;
    let found = Bisection { plan, own, reach }.run(whole, &mut meter)?;
    meter.settle()?;
    let least = |least: i64| u128::from(least.unsigned_abs());
    Ok(found.map(|(package, nearest)| Farthest { package, least: least(nearest), denominator: least(whole) }))
}

fn validate_package(model: &Model, package: &[usize]) -> Result<(), ModelError> {
    if package.len() != model.issues.len() {
        return Err(ModelError::DraftLength { found: package.len(), expected: model.issues.len() });
    }
    match package.iter().zip(&model.issues).position(|(choice, size)| size <= choice) {
        Some(issue) => Err(ModelError::UnknownChoice { issue, choice: package[issue] }),
        None => Ok(()),
    }
}

struct Bisection {
    plan: Plan,
    /// How many axes belong to parties; the others are distances.
    own: usize,
    reach: Reach,
}

impl Bisection {
    /// The package, and its least distance.
    fn run(mut self, whole: i64, meter: &mut Meter<'_, '_>) -> Result<Option<(Package, i64)>, Stopped> {
        let Some(mut best) = first(&self.plan, &self.reach, meter)? else { return Ok(None) };
        let bound = self.plan.most.first().and_then(|most| most[self.own..].iter().copied().min());
        let mut bound = bound.unwrap_or(whole);
        let mut nearest = self.nearest(&best, whole);
        while nearest < bound {
            let middle = nearest + (bound - nearest + 1) / 2;
            self.plan.axes[self.own..].iter_mut().for_each(|axis| axis.line = Some(middle));
            match first(&self.plan, &self.reach, meter)? {
                None => bound = middle - 1,
                Some(package) => {
                    nearest = self.nearest(&package, whole);
                    best = package;
                }
            }
        }
        Ok(Some((best, nearest)))
    }

    fn nearest(&self, package: &[usize], whole: i64) -> i64 {
        let position = |issue: usize| self.plan.choices[issue].binary_search(&package[issue]).unwrap_or(0);
        let units = |axis: &Axis| (0..package.len()).map(|issue| axis.values[issue][position(issue)]).sum();
        self.plan.axes[self.own..].iter().map(units).min().unwrap_or(whole)
    }
}
