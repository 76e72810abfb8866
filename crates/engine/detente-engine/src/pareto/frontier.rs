//! The efficient utility vectors of a zone.

use super::cover::Cover;
use super::filter::efficient;
use super::merge::merge;
use crate::answers::{Attained, Frontier};
use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::fold::Room;
use crate::ground::{Branch, branches};
use crate::kappa::Layout;
use crate::plan::Force;
use crate::points::Points;
use detente_base::Watch;
use detente_model::{Ask, Model};

/// The frontier of a zone over the principals, each vector with its κ-least package.
///
/// # Cost
/// That of adding list to list, by branch; the space itself does not matter.
/// # Source
/// \[NemhauserUllmann1969\] for two parties; DEFINITIONS 7–9.
pub fn frontier(model: &Model, ask: &Ask, cover: &Cover, watch: &dyn Watch) -> Result<Frontier, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let mut meter = budget.meter();
    meter.settle()?;
    let _ = cover;
    let mut all = Points::new(ask.principals.len(), Layout::new(&model.issues).words());
    for branch in branches(model, ask, &Force::of(model, ask))? {
        if let Some(points) = of_branch(&branch, ask.effort.max_points, &mut meter)? {
            all.append(&points);
        }
    }
    let points = efficient(all, ask.principals.len(), &mut meter)?;
    meter.settle()?;
    Ok(Frontier { points: attained(model, &points), complete: true, epsilon: None })
}

/// The number of packages, where 128 bits can count them.
fn space(model: &Model) -> Option<u128> {
    model.issues.iter().try_fold(1_u128, |space, &size| space.checked_mul(u128::try_from(size).ok()?))
}

/// The vectors over the principals no other package of the branch beats.
fn of_branch(branch: &Branch, max_points: usize, meter: &mut Meter<'_, '_>) -> Result<Option<Points>, Stopped> {
    let Some(folded) = branch.fold(branch.efficient(), Room::default(), meter)? else { return Ok(None) };
    let merged = merge(&folded, max_points, meter)?;
    Ok(Some(over_principals(&merged, folded.n_principals)))
}

/// The principals' coordinates alone.
fn over_principals(points: &Points, n_principals: usize) -> Points {
    let mut alone = Points::new(n_principals, points.words());
    for point in 0..points.len() {
        alone.push(&points.units(point)[..n_principals], points.packages(point), points.kappa(point));
    }
    alone
}

/// Points as answers.
pub(crate) fn attained(model: &Model, points: &Points) -> Vec<Attained> {
    let layout = Layout::new(&model.issues);
    let read = |point: usize| {
        let witness = layout.package(points.kappa(point));
        let units = |units: i128| i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX });
        let utilities = model.parties.iter().map(|party| units(party.utility(&witness))).collect();
        Attained { utilities, packages: Some(points.packages(point)).filter(|&packages| packages < u128::MAX), witness }
    };
    (0..points.len()).map(read).collect()
}
