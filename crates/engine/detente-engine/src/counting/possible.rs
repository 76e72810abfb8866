//! Which choices some package of the zone contains.
//!
//! Packages found on the way prove all their choices. Where the issues are tied so loosely that the zone is soon written out, each
//! choice is asked of that. Elsewhere, where only a few choices are left, each is searched for briefly; where more are, a superset
//! without a choice proves that it is impossible, and packages drawn from it prove others. What is left then is searched for, choice
//! by choice.

use super::estimate::SEED;
use super::meet::Fit;
use super::remaining::released;
use super::zone::{Means, Urn, Zone};
use crate::again::{Figures, Soon, WrittenOut};
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::{Stopped, forgiven};
use crate::feasible::{any_package, space};
use detente_base::Watch;
use detente_model::{Ask, Model, Package, in_zone};
use num_bigint::BigUint;

/// What is done before each choice left is searched for.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
    /// Whether a zone that is soon written out is.
    pub(super) written_out: bool,
    /// Choices up to which each is asked about briefly before the look at all of them, which costs the same however few they are.
    pub(super) few: usize,
    /// The look: what an exact count may take to be worth it here.
    pub(super) look: Means,
}

const FIRST: First = First {
    written_out: true,
    few: 32,
    look: Means {
        fit: Fit { candidates: 4_000, steps: 200_000 },
        room: 400_000,
        edges: 20_000,
        each: true,
        bracket: false,
    },
};

/// Draws of a first look.
const DRAWS: u64 = 128;

/// Steps of a brief question.
const BRIEFLY: u64 = 200_000;

/// Packages kept to be varied.
const KEPT: usize = 48;

/// Per issue and choice, whether some package of the zone contains the choice and keeps to the draft on every other issue;
/// `None` where that was not decided within the question's effort.
///
/// # Cost
/// A brief question about each choice where few are undecided; a coarse pass, some draws, and a search for each choice these leave
/// undecided, each within the question's effort.
/// # Source
/// DEFINITIONS 17.
pub fn remaining_possible(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Vec<Option<bool>>>, Stopped> {
    possible(model, ask, FIRST, watch)
}

/// Of the choices that are `wanted`, whether some package of the zone contains each; `None` where that was not decided, and for
/// choices that are not wanted. `known` are packages that may lie in the zone; it gains those that are found. `written_out` are zones
/// met before, under whatever numbers.
///
/// # Shape
/// `wanted` and the answer have a flag per issue and choice. A choice other than the draft's own is in no package.
/// # Cost
/// Where packages that are known, with one choice exchanged, prove everything: nothing else. Else as [`remaining_possible`], for the
/// choices these leave undecided.
/// # Source
/// DEFINITIONS 17.
pub fn possible_among(
    model: &Model,
    ask: &Ask,
    wanted: &[Vec<bool>],
    known: &mut Vec<Package>,
    written_out: &WrittenOut,
    watch: &dyn Watch,
) -> Result<Vec<Vec<Option<bool>>>, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    let within = known.iter().filter(|package| in_zone(model, ask, package)).cloned().collect();
    let mut search = Search::new(model, ask.clone(), wanted.to_vec(), within, written_out);
    for (issue, held) in ask.fixed.iter().enumerate() {
        let others = (0..model.issues[issue]).filter(|choice| held.is_some_and(|held| held != *choice));
        others.for_each(|choice| search.settle(issue, choice, false));
    }
    let had = search.pool.len();
    search.decide(FIRST, watch)?;
    known.extend(search.pool.drain(had..));
    let wanted = |(flags, wanted): (Vec<Option<bool>>, &Vec<bool>)| {
        flags.into_iter().zip(wanted).map(|(flag, wanted)| flag.filter(|_| *wanted)).collect()
    };
    Ok(search.flags.into_iter().zip(&search.wanted).map(wanted).collect())
}

/// With other things done first.
pub(super) fn possible(
    model: &Model,
    ask: &Ask,
    first: First,
    watch: &dyn Watch,
) -> Result<Vec<Vec<Option<bool>>>, Stopped> {
    model.validate()?;
    ask.validate(model)?;
    let of = |is_wanted: &dyn Fn(usize) -> bool| -> Vec<Vec<bool>> {
        model.issues.iter().enumerate().map(|(issue, &size)| vec![is_wanted(issue); size]).collect()
    };
    let written_out = WrittenOut::default();
    let search = |ask: Ask, wanted, pool| Search::new(model, ask, wanted, pool, &written_out);
    let mut all = search(ask.clone(), of(&|issue| ask.fixed[issue].is_none()), Vec::new());
    all.decide(first, watch)?;
    let (mut flags, pool) = (all.flags, all.pool);
    for issue in (0..model.issues.len()).filter(|&issue| ask.fixed[issue].is_some()) {
        let mut own = search(released(ask, issue), of(&|other| other == issue), pool.clone());
        own.decide(first, watch)?;
        flags[issue] = own.flags.swap_remove(issue);
    }
    Ok(flags)
}

/// Some choices, in one zone.
struct Search<'m> {
    model: &'m Model,
    ask: Ask,
    /// Per issue and choice.
    wanted: Vec<Vec<bool>>,
    flags: Vec<Vec<Option<bool>>>,
    /// Packages of the zone.
    pool: Vec<Package>,
    /// Zones met before.
    written_out: &'m WrittenOut,
}

impl<'m> Search<'m> {
    fn new(
        model: &'m Model,
        ask: Ask,
        wanted: Vec<Vec<bool>>,
        pool: Vec<Package>,
        written_out: &'m WrittenOut,
    ) -> Self {
        let flags = model.issues.iter().map(|&size| vec![None; size]).collect();
        let mut search = Self { model, ask, wanted, flags, pool: Vec::new(), written_out };
        pool.into_iter().for_each(|package| search.witness(package));
        search
    }

    fn decide(&mut self, first: First, watch: &dyn Watch) -> Result<(), Stopped> {
        self.vary();
        if self.undecided().is_empty() {
            return Ok(());
        }
        if first.written_out {
            forgiven(self.ask_written_out(watch))?;
        }
        if self.undecided().is_empty() {
            return Ok(());
        }
        if self.pool.is_empty() {
            match forgiven(any_package(self.model, &self.ask, watch))? {
                Some(Some(package)) => {
                    self.witness(package);
                    self.vary();
                }
                Some(None) => self.settle_rest(),
                None => {}
            }
        }
        if self.undecided().len() <= first.few {
            self.ask_each(self.ask.effort.max_steps.min(BRIEFLY), watch)?;
        }
        if !self.undecided().is_empty() {
            forgiven(self.look(first.look, watch))?;
            self.vary();
        }
        self.ask_each(self.ask.effort.max_steps, watch)
    }

    /// The choices wanted that are not decided yet.
    fn undecided(&self) -> Vec<(usize, usize)> {
        let open = |(issue, (flags, wanted)): (usize, (&Vec<Option<bool>>, &Vec<bool>))| {
            let of = flags.iter().zip(wanted).enumerate();
            let open = of.filter(|(_, (flag, wanted))| flag.is_none() && **wanted);
            open.map(|(choice, _)| (issue, choice)).collect::<Vec<_>>()
        };
        self.flags.iter().zip(&self.wanted).enumerate().flat_map(open).collect()
    }

    fn settle(&mut self, issue: usize, choice: usize, possible: bool) {
        self.flags[issue][choice] = Some(possible);
    }

    /// No package has any of the choices that are not decided yet.
    fn settle_rest(&mut self) {
        self.undecided().into_iter().for_each(|(issue, choice)| self.settle(issue, choice, false));
    }

    /// A package of the zone proves all its choices.
    fn witness(&mut self, package: Package) {
        for (flags, &choice) in self.flags.iter_mut().zip(&package) {
            flags[choice] = Some(true);
        }
        if self.pool.len() < KEPT {
            self.pool.push(package);
        }
    }

    /// A coarse count: exact if that is cheap, else a superset and some draws from it.
    fn look(&mut self, means: Means, watch: &dyn Watch) -> Result<(), Stopped> {
        let budget = Budget::new(watch, self.ask.effort.max_steps, space(self.model));
        let zone = Zone::new(self.model, &self.ask, &Force::of(self.model, &self.ask), means, &budget)?;
        let most = zone.most_with();
        for (issue, choice) in self.undecided() {
            if zone.exact_with[issue][choice] != BigUint::ZERO {
                self.settle(issue, choice, true);
            } else if most[issue][choice] == BigUint::ZERO {
                self.settle(issue, choice, false);
            }
        }
        let urn = Urn::new(&zone, SEED);
        let mut meter = budget.meter();
        for number in 0..DRAWS {
            meter.take_len(self.model.issues.len())?;
            match urn.draw(number) {
                None => break,
                Some((package, true)) => self.witness(package),
                Some((_, false)) => {}
            }
        }
        meter.settle()
    }

    /// Tries each undecided choice in packages of the zone.
    fn vary(&mut self) {
        for (issue, choice) in self.undecided() {
            let held = self.ask.fixed[issue].is_some_and(|held| held != choice);
            let found = self.pool.iter().filter(|_| !held).find_map(|package| {
                let mut varied = package.clone();
                varied[issue] = choice;
                in_zone(self.model, &self.ask, &varied).then_some(varied)
            });
            if let Some(package) = found {
                self.witness(package);
            }
        }
    }

    /// Asks the zone, written out, for each choice left.
    fn ask_written_out(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        let Some(structure) = self.written_out.under_drafts(self.model, &self.ask)? else { return Ok(()) };
        let mut solver = structure.solver();
        solver.set_within(&Figures::of(self.model), &self.ask.fixed)?;
        let budget = Budget::new(watch, self.ask.effort.max_steps, space(self.model));
        let mut meter = budget.meter();
        if self.pool.is_empty() {
            match solver.soon() {
                Soon::Package(package) => self.witness(package),
                Soon::Empty => self.settle_rest(),
                Soon::Untold => return Ok(()),
            }
        }
        for (issue, choice) in self.undecided() {
            meter.take_len(self.model.issues.len())?;
            meter.settle()?;
            if self.flags[issue][choice].is_some() {
                continue;
            }
            match solver.soon_with(issue, choice) {
                Soon::Package(package) => self.witness(package),
                Soon::Empty => self.settle(issue, choice, false),
                // The others would take as long.
                Soon::Untold => {
                    self.vary();
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Searches for each choice left, in so many steps at most.
    fn ask_each(&mut self, max_steps: u64, watch: &dyn Watch) -> Result<(), Stopped> {
        for (issue, choice) in self.undecided() {
            if self.flags[issue][choice].is_some() {
                continue;
            }
            let mut held = self.ask.clone();
            held.fixed[issue] = Some(choice);
            held.effort.max_steps = max_steps;
            match forgiven(any_package(self.model, &held, watch))? {
                Some(Some(package)) => {
                    self.witness(package);
                    self.vary();
                }
                Some(None) => self.settle(issue, choice, false),
                None => {}
            }
        }
        Ok(())
    }
}
