//! How far bottom lines would have to fall for the zone to open: of one party alone, in sum, of the one that moves most.
//!
//! Statements about numbers, not about anybody: that a movement is listed does not mean that it should be made.

use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::feasible::space;
use crate::fold::{Keep, Room};
use crate::ground::{Folded, Form, branches};
use crate::kappa::Layout;
use crate::open::open;
use crate::optimum::{Aim, Level, Search, Share, Shortfall, Total};
use crate::slab::Capacity;
use detente_base::Watch;
use detente_model::{Ask, Model, Package};
use num_bigint::BigInt;

/// What opens a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It is open: nothing has to move.
    Open,
    /// No package meets rules and limits, whatever the bottom lines.
    CannotOpen,
    /// These movements of bottom lines open it.
    Opens(Least),
}

/// The least movements that open a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Least {
    /// Per party the least its bottom line alone has to fall, in its own units; `None` if none of its own opens the zone.
    pub alone: Vec<Option<i64>>,
    /// The least sum of all movements, different parties' units added up.
    pub sum: i64,
    /// Per party what moves in a package that attains the sum.
    pub in_sum: Vec<i64>,
    /// The least that the party which moves most has to move.
    pub most: i64,
    /// Per party what moves in a package that attains that.
    pub in_most: Vec<i64>,
}

/// The least movement of bottom lines that opens a zone; exact.
///
/// # Source
/// DEFINITIONS 15.
pub fn least_movement(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Movement, Stopped> {
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let force = Force::of(model, ask);
    if open(model, ask, &force, &budget)?.is_some() {
        return Ok(Movement::Open);
    }
    let bare = Force { lines: vec![false; model.parties.len()], ..force.clone() };
    if open(model, ask, &bare, &budget)?.is_none() {
        return Ok(Movement::CannotOpen);
    }
    let all = folded(model, ask, &force, &budget)?;
    let asked = Asked { model, ask, branches: &all, budget: &budget };
    let (sum, in_sum) = asked.least(&Shortfall, |worth| i64::try_from(-worth).unwrap_or(i64::MAX))?;
    let level = Level { shares: asked.shares(), raised: Vec::new(), lines: false };
    let (most, in_most) = asked.least(&level, |worth| {
        // Every level is a whole number of units: all scales are 1.
        i64::try_from(-worth.numerator().clone()).unwrap_or(i64::MAX)
    })?;
    let alone = (0..model.parties.len()).map(|party| asked.alone(&force, party)).collect::<Result<_, _>>()?;
    Ok(Movement::Opens(Least { alone, sum, in_sum, most, in_most }))
}

/// The branches of what is in force, every coordinate an axis.
fn folded(model: &Model, ask: &Ask, force: &Force, budget: &Budget<'_>) -> Result<Vec<Folded>, Stopped> {
    let ask = Ask { principals: Vec::new(), ..ask.clone() };
    let mut all = Vec::new();
    for branch in branches(model, &ask, force)? {
        let keep = Keep(branch.coordinates.len());
        let folds = branch.folds(keep, Form::Thin, Room::of(ask.effort), &mut budget.meter())?;
        all.extend(folds.into_iter().map(|folded| Folded { n_principals: folded.coordinates.len(), ..folded }));
    }
    Ok(all)
}

struct Asked<'a, 'w> {
    model: &'a Model,
    ask: &'a Ask,
    branches: &'a [Folded],
    budget: &'a Budget<'w>,
}

impl Asked<'_, '_> {
    fn shares(&self) -> Vec<Share> {
        let share =
            |(party, of): (usize, &detente_model::Party)| Some(Share { party, line: of.bottom_line?, scale: 1 });
        self.model.parties.iter().enumerate().filter_map(share).collect()
    }

    /// The optimum over all branches, and what each party misses in the package that attains it.
    fn least<A: Aim>(&self, aim: &A, read: impl Fn(A::Worth) -> i64) -> Result<(i64, Vec<i64>), Stopped> {
        let mut best: Option<(A::Worth, Package, &Folded)> = None;
        for branch in self.branches {
            let search = Search { branches: std::slice::from_ref(branch), aim, capacity: Capacity::default() };
            let found = search.run(None, self.budget)?;
            if !found.proved {
                return Err(unproved());
            }
            let Some((worth, kappa)) = found.worth.zip((0..found.points.len()).map(|at| found.points.kappa(at)).min())
            else {
                continue;
            };
            let package = Layout::new(&self.model.issues).package(kappa);
            let is_better =
                |(known, at, _): &(A::Worth, Package, &Folded)| *known < worth || *known == worth && package < *at;
            if best.as_ref().is_none_or(is_better) {
                best = Some((worth, package, branch));
            }
        }
        let Some((worth, package, branch)) = best else {
            return Err(unproved());
        };
        let missing = |party: usize| {
            let line = branch.coordinates.iter().find(|of| of.party == party)?.line?;
            let short = i128::from(line) - self.model.parties[party].utility(&package);
            i64::try_from(short.max(0)).ok()
        };
        let moves = (0..self.model.parties.len()).map(|party| missing(party).unwrap_or(0)).collect();
        Ok((read(worth), moves))
    }

    /// What the line of one party has to fall while all others stay.
    fn alone(&self, force: &Force, party: usize) -> Result<Option<i64>, Stopped> {
        let Some(line) = self.model.parties[party].bottom_line.filter(|_| force.lines[party]) else { return Ok(None) };
        let mut without = force.clone();
        without.lines[party] = false;
        let ask = Ask { principals: vec![party], ..self.ask.clone() };
        let mut most: Option<BigInt> = None;
        for branch in branches(self.model, &ask, &without)? {
            let folds = branch.folds(branch.efficient(), Form::Thin, Room::of(ask.effort), &mut self.budget.meter())?;
            let aim = Total::of_one(party);
            let search = Search { branches: &folds, aim: &aim, capacity: Capacity::default() };
            let found = search.run(None, self.budget)?;
            if !found.proved {
                return Err(unproved());
            }
            most = most.max(found.worth);
        }
        Ok(most.and_then(|most| i64::try_from(BigInt::from(line) - most).ok()))
    }
}

/// A least movement is told only where it is proved.
fn unproved() -> Stopped {
    Stopped::TooManyPoints { max_points: Capacity::default().enough }
}
