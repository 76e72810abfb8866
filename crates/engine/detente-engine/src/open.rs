//! Whether a zone holds any package: proved either way.

use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::fold::{Keep, Room, is_wide};
use crate::ground::{Branch, Folded, Form, branches};
use crate::kappa::Layout;
use crate::met::met;
use crate::optimum::{Aim, Level, Share, Until, polished};
use crate::points::Points;
use crate::slab::{Capacity, Slab, Target};
use detente_model::{Ask, Model, Package};

/// The first slab loses this part of what there is to lose.
const FIRST: i128 = 1024;

/// From so many packages predicted on, some are looked for among samples first.
const DENSE: f64 = 1.0e6;

/// A package of the zone, the same whatever the number of threads; `None` where the zone is proved empty.
pub(crate) fn open(model: &Model, ask: &Ask, force: &Force, budget: &Budget<'_>) -> Result<Option<Package>, Stopped> {
    let ask = Ask { principals: Vec::new(), ..ask.clone() };
    let branches = branches(model, &ask, force)?;
    let room = Room::of(ask.effort);
    if branches.iter().any(|branch| branch.is_many() || is_wide(&branch.network, room))
        && let Some(package) = met(model, &ask, force)
    {
        return Ok(Some(package));
    }
    for branch in branches {
        if let Some(package) = open_branch(model, &ask, &branch, budget)? {
            return Ok(Some(package));
        }
    }
    Ok(None)
}

fn open_branch(model: &Model, ask: &Ask, branch: &Branch, budget: &Budget<'_>) -> Result<Option<Package>, Stopped> {
    let keep = Keep(branch.coordinates.len());
    for mut folded in branch.folds(keep, Form::Thin, Room::of(ask.effort), &mut budget.meter())? {
        folded.n_principals = folded.coordinates.len();
        if let Some(kappa) = reach(&folded, &[], budget)? {
            return Ok(Some(Layout::new(&model.issues).package(&kappa)));
        }
    }
    Ok(None)
}

/// κ of a package of the branch that reaches its lines, and the floors `raised` (party, floor) asks for besides.
pub(crate) fn reach(
    folded: &Folded,
    raised: &[(usize, i64)],
    budget: &Budget<'_>,
) -> Result<Option<Vec<u64>>, Stopped> {
    let floor = crate::optimum::floors(folded, raised);
    let aim = Level { shares: shares(folded, &floor), raised: raised.to_vec(), lines: true };
    if let Some(kappa) = guessed(folded, &aim, &floor, even(folded), Until::Score(0.0), budget)? {
        return Ok(Some(kappa));
    }
    let slab = Slab::snapped(folded, &aim.weights(folded));
    let target = aim.widest(folded, &slab);
    if slab.excludes(&target) {
        return Ok(None);
    }
    let widest = slab.top() - target.least;
    for until in [Until::Score(0.0), Until::Stuck] {
        if let Some(kappa) = guessed(folded, &aim, &floor, slab.worthiest(), until, budget)? {
            return Ok(Some(kappa));
        }
    }
    if DENSE < slab.predicted(widest) {
        let target = Target { least: slab.top() - widest, floor: floor.clone(), by_floors: false };
        let met = slab.sampled(&target, budget)?;
        if !met.is_empty() {
            return Ok(Some(met.kappa(0).to_vec()));
        }
    }
    let capacity = Capacity { enough: 1, ..Capacity::default() };
    let mut loss = 0;
    loop {
        loss = loss.min(widest);
        let target = Target { least: slab.top() - loss, floor: floor.clone(), by_floors: false };
        let found = slab.survivors(&target, capacity, budget)?.points;
        if !found.is_empty() {
            return Ok(Some(found.kappa(0).to_vec()));
        }
        if widest <= loss {
            return Ok(None);
        }
        loss = if loss == 0 { widest / FIRST + 1 } else { loss.saturating_mul(2) };
    }
}

/// A package that exchanges lead to, if it reaches the floors: where nearly all packages lie on one plane, as between parties
/// that want the opposite of each other, slabs are thick but a package is easily met.
fn guessed(
    folded: &Folded,
    aim: &Level,
    floor: &[Option<i64>],
    start: Vec<usize>,
    until: Until,
    budget: &Budget<'_>,
) -> Result<Option<Vec<u64>>, Stopped> {
    if !folded.trees.is_empty() {
        return Ok(None);
    }
    let mut meter = budget.meter();
    let found = polished(aim, folded, start, until, &mut meter)?;
    meter.settle()?;
    let reaches =
        |units: &[i64]| floor.iter().zip(units).all(|(floor, units)| floor.is_none_or(|floor| floor <= *units));
    Ok((!found.is_empty() && reaches(found.units(0))).then(|| found.kappa(0).to_vec()))
}

/// Per list the point worth most where all coordinates that vary count alike.
#[expect(clippy::cast_precision_loss, reason = "a guess")]
fn even(folded: &Folded) -> Vec<usize> {
    let spreads: Vec<f64> = folded.spreads().into_iter().map(|spread| spread as f64).collect();
    let worth = |units: &[i64]| units.iter().zip(&spreads).map(|(&units, spread)| units as f64 / spread).sum::<f64>();
    let worthiest = |list: &Points| {
        let worths = list.rows().map(worth).enumerate();
        worths.fold((0, f64::NEG_INFINITY), |most, worth| if most.1 < worth.1 { worth } else { most }).0
    };
    folded.lists.iter().map(worthiest).collect()
}

/// Every coordinate with a floor, in units of what it can vary by.
pub(crate) fn shares(folded: &Folded, floor: &[Option<i64>]) -> Vec<Share> {
    let spreads = folded.spreads();
    let of = |(at, of): (usize, &crate::ground::Coordinate)| {
        Some(Share { party: of.party, line: floor[at]?, scale: spreads[at] })
    };
    folded.coordinates.iter().enumerate().filter_map(of).collect()
}
