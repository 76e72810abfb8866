//! The efficient utility vectors of a zone.

use super::choose::Ends;
use super::cover::{self, Cover, Covered};
use super::filter::efficient;
use super::merge::merge;
use crate::answers::{Attained, Frontier};
use crate::budget::{Budget, Meter};
use crate::chosen::Zone;
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use crate::fold::Room;
use crate::ground::{Folded, Form, branches};
use crate::kappa::Layout;
use crate::points::Points;
use detente_base::Watch;
use detente_model::{Ask, Effort, Model, ModelError};

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
    of_branches(model, ask, &branches, cover, &mut meter)
}

impl Zone<'_> {
    /// As [`frontier`], of a zone made ready.
    pub fn frontier(&self, cover: &Cover, watch: &dyn Watch) -> Result<Frontier, Stopped> {
        if self.branches.iter().any(|branch| !branch.trees.is_empty()) {
            let effort = Effort { max_steps: self.max_steps, ..self.ask.effort };
            return frontier(self.model, &Ask { effort, ..self.ask.clone() }, cover, watch);
        }
        let budget = Budget::new(watch, self.max_steps, space(self.model));
        let mut meter = budget.meter();
        meter.settle()?;
        of_branches(self.model, &self.ask, &self.branches, cover, &mut meter)
    }
}

fn of_branches(
    model: &Model,
    ask: &Ask,
    branches: &[Folded],
    cover: &Cover,
    meter: &mut Meter<'_, '_>,
) -> Result<Frontier, Stopped> {
    let found = match (&cover.epsilon, cover.max_points) {
        (None, None) => Found::Exact(exact(branches, ask.effort.max_points, meter)?),
        (None, Some(most)) => short(branches, most, meter)?,
        (Some(epsilon), most) => {
            check_epsilon(epsilon, ask)?;
            let most = most.unwrap_or(ask.effort.max_points);
            Found::Cover(cover::cover(branches, Some(epsilon), most, meter)?)
        }
    };
    meter.settle()?;
    Ok(match found {
        Found::Exact(points) => {
            Frontier { points: attained(model, &ask.principals, &points), complete: true, epsilon: None }
        }
        Found::Cover(Covered { points, epsilon }) => {
            Frontier { points: attained(model, &ask.principals, &points), complete: false, epsilon: Some(epsilon) }
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
    if let [only] = branches
        && only.coordinates.len() == n_principals
    {
        return merge(only, max_points, meter);
    }
    let mut all = Points::new(n_principals, words);
    for branch in branches {
        all.append(&over_principals(&merge(branch, max_points, meter)?, n_principals));
    }
    efficient(all, n_principals, meter)
}

/// Points on the way that cost too little to be spared, however few are wanted: bottom lines tell more points apart than principals do.
const FREE: usize = 4_096;

/// All points if they are few, else a cover of few.
fn short(branches: &[Folded], most: usize, meter: &mut Meter<'_, '_>) -> Result<Found, Stopped> {
    let width = branches.iter().map(|branch| branch.coordinates.len()).max().unwrap_or(0);
    let on_the_way = most.saturating_mul(if width <= 3 { 16 } else { 4 }).max(FREE);
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

/// Points over the principals as answers.
pub(crate) fn attained(model: &Model, principals: &[usize], points: &Points) -> Vec<Attained> {
    let layout = Layout::new(&model.issues);
    let are_all = principals.iter().copied().eq(0..model.parties.len());
    let read = |point: usize| {
        let packages = Some(points.packages(point)).filter(|&packages| packages < u128::MAX);
        let witness = layout.package(points.kappa(point));
        if are_all {
            return Attained { utilities: points.units(point).to_vec(), packages, witness };
        }
        Attained::of(model, witness, packages)
    };
    (0..points.len()).map(read).collect()
}
