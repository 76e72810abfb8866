//! The frontier of the zone: connected issues by depth first search, free ones folded in behind them.
//!
//! Packages that need the same parties' consent are compared among each other first; only at the end, when all lines are
//! met, are all compared by principals alone (DEFINITIONS 7 and 8).

mod collector;
mod filter;
mod fold;
mod frame;
mod points;
mod seen;
mod walk;

pub(crate) use filter::filter;
pub(crate) use points::Points;
pub(crate) use seen::Seen;

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::plan::Plan;
use crate::prefixes::Prefixes;
use collector::Collector;
use frame::Frame;
use rayon::prelude::*;
use walk::{Classes, Ground, Walk};

/// Parts walked at once: what they found is compared with before the next ones start.
const AT_ONCE: usize = 16;

/// The nondominated points over the principals, descending, each with its number of packages and its κ-least package.
pub(crate) fn frontier(
    plan: &Plan,
    principals: &[usize],
    max_points: usize,
    budget: &Budget<'_>,
) -> Result<Points, Stopped> {
    let ground = Ground { plan, principals, max_points, prefixes: Prefixes::new(plan, plan.linked) };
    let mut meter = budget.meter();
    let classes = walk_all(&ground, budget, &mut meter)?;
    let mut all = Collector::new(principals.len(), principals.len(), max_points);
    for (class, collector) in classes {
        let frame = Frame::new(plan, principals, class);
        let points = fold::fold(plan, &frame, collector.finish(&mut meter)?, max_points, &mut meter)?;
        for point in 0..points.len() {
            let key = &points.key(point)[..frame.n_principals];
            all.push(key, points.packages(point), points.kappa(point), &mut meter)?;
        }
    }
    let points = all.finish(&mut meter)?;
    meter.settle()?;
    Ok(points)
}

fn walk_all(ground: &Ground<'_>, budget: &Budget<'_>, meter: &mut Meter<'_, '_>) -> Result<Classes, Stopped> {
    let mut found = Classes::new();
    for start in (0..ground.prefixes.number).step_by(AT_ONCE) {
        let batch = start..ground.prefixes.number.min(start + AT_ONCE);
        let walk = |number| Walk::new(ground, &found, budget.meter()).part(number);
        let parts: Vec<Result<Classes, Stopped>> = batch.into_par_iter().map(walk).collect();
        for classes in all_or_weightiest(parts)? {
            join(&mut found, classes, meter)?;
        }
    }
    Ok(found)
}

/// All parts, or the stop that weighs most among them, whichever came first.
fn all_or_weightiest(parts: Vec<Result<Classes, Stopped>>) -> Result<Vec<Classes>, Stopped> {
    let (done, stopped): (Vec<_>, Vec<_>) = parts.into_iter().partition(Result::is_ok);
    match stopped.into_iter().filter_map(Result::err).reduce(Stopped::weightier) {
        Some(stopped) => Err(stopped),
        None => Ok(done.into_iter().filter_map(Result::ok).collect()),
    }
}

fn join(found: &mut Classes, classes: Classes, meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
    for (class, collector) in classes {
        match found.get_mut(&class) {
            Some(known) => known.absorb(collector.kept(), meter)?,
            None => {
                found.insert(class, collector);
            }
        }
    }
    Ok(())
}
