//! The efficient utility vectors of a zone.

use super::choose::Ends;
use super::cover::{self, Cover, Covered};
use super::filter::efficient;
use super::merge::merge;
use crate::answers::{Attained, Frontier};
use crate::budget::{Budget, Meter};
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use crate::fold::Room;
use crate::ground::{Folded, Form, branches};
use crate::kappa::Layout;
use crate::points::Points;
use detente_base::Watch;
use detente_model::{Ask, Model, ModelError};

/// The frontier of a zone over the principals, each vector with its κ-least package.
///
/// # Cost
/// That of adding list to list, by branch; the space itself does not matter.
/// # Source
/// `NemhauserUllmann1969` for two parties; DEFINITIONS 7–9.
pub fn frontier(model: &Model, ask: &Ask, cover: &Cover, watch: &dyn Watch) -> Result<Frontier, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let mut meter = budget.meter();
    meter.settle()?;
    let branches = folded(model, ask, &mut meter)?;
    let found = match (&cover.epsilon, cover.max_points) {
        (None, None) => Found::Exact(exact(&branches, ask.effort.max_points, &mut meter)?),
        (None, Some(most)) => short(&branches, most, &mut meter)?,
        (Some(epsilon), most) => {
            check_epsilon(epsilon, ask)?;
            let most = most.unwrap_or(ask.effort.max_points);
            Found::Cover(cover::cover(&branches, Some(epsilon), most, &mut meter)?)
        }
    };
    meter.settle()?;
    Ok(match found {
        Found::Exact(points) => Frontier { points: attained(model, &points), complete: true, epsilon: None },
        Found::Cover(Covered { points, epsilon }) => {
            Frontier { points: attained(model, &points), complete: false, epsilon: Some(epsilon) }
        }
    })
}

enum Found {
    Exact(Points),
    Cover(Covered),
}

fn check_epsilon(epsilon: &[i64], ask: &Ask) -> Result<(), Stopped> {
    if epsilon.len() == ask.principals.len() {
        return Ok(());
    }
    Err(ModelError::EpsilonLength { found: epsilon.len(), expected: ask.principals.len() }.into())
}

fn folded(model: &Model, ask: &Ask, meter: &mut Meter<'_, '_>) -> Result<Vec<Folded>, Stopped> {
    let mut all = Vec::new();
    for branch in branches(model, ask, &Force::of(model, ask))? {
        all.extend(branch.folds(branch.efficient(), Form::Lists, Room::of(ask.effort), meter)?);
    }
    Ok(all)
}

/// The vectors over the principals no other package beats.
fn exact(branches: &[Folded], max_points: usize, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
    let (n_principals, words) = branches.first().map_or((0, 0), |branch| (branch.n_principals, branch.words()));
    let mut all = Points::new(n_principals, words);
    for branch in branches {
        all.append(&over_principals(&merge(branch, max_points, meter)?, n_principals));
    }
    efficient(all, n_principals, meter)
}

/// All points if they are few, else a cover of few.
fn short(branches: &[Folded], most: usize, meter: &mut Meter<'_, '_>) -> Result<Found, Stopped> {
    let width = branches.iter().map(|branch| branch.coordinates.len()).max().unwrap_or(0);
    let on_the_way = most.saturating_mul(if width <= 3 { 16 } else { 4 });
    match exact(branches, on_the_way, meter) {
        Ok(points) if points.len() <= most => Ok(Found::Exact(points)),
        Ok(points) => match cover::chosen(&Ends::exact(points), None, most, meter)? {
            Some(covered) => Ok(Found::Cover(covered)),
            None => Err(Stopped::TooManyPoints { max_points: most }),
        },
        Err(Stopped::TooManyPoints { .. }) => Ok(Found::Cover(cover::cover(branches, None, most, meter)?)),
        Err(other) => Err(other),
    }
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
        let packages = Some(points.packages(point)).filter(|&packages| packages < u128::MAX);
        Attained::of(model, layout.package(points.kappa(point)), packages)
    };
    (0..points.len()).map(read).collect()
}
