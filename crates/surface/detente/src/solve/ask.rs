//! The one door to the engine's questions, so that what answers them can change behind it.
//!
//! For now each question goes over the whole zone; see the engine's `scan`.

use detente_base::Watch;
use detente_engine::answers::{Answer, Attained, Chosen, Count, Frontier, Principle};
use detente_engine::{self as engine, Ask, Member, Model, Package, Stopped, Want, principles};
use num_bigint::BigUint;

/// How short a frontier may be; exact without either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Per principal, or one for all, in the party's own units: how much a point may stand for.
    pub epsilon: Vec<i64>,
    /// The most points.
    pub max_points: Option<usize>,
}

/// Sets of members of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sets<T> {
    /// The sets.
    pub sets: Vec<T>,
    /// Whether these are all.
    pub complete: bool,
}

/// What would have to be dropped together for a package to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// A minimal set.
    pub drop: Vec<Member>,
    /// How many packages there would be, where that is known.
    pub reopens: Option<BigUint>,
}

/// How far bottom lines would have to fall for a package to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastMovement {
    /// Whether they would have to, and whether it would help.
    pub status: Movement,
    /// Per party, by how much its bottom line alone would have to fall; `None` where that does not help.
    pub alone: Vec<Option<i64>>,
    /// The least sum over parties, in units that have no common meaning.
    pub sum: Option<i64>,
    /// The least amount by which none would have to fall more.
    pub max: Option<i64>,
}

/// Whether bottom lines are what keeps the zone empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// There is a package already.
    Open,
    /// Lower bottom lines would open the zone.
    Opens,
    /// No package meets rules and red lines, whatever the bottom lines.
    CannotOpen,
}

pub(super) fn feasible(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Package>, Stopped> {
    engine::feasible(model, ask, watch)
}

pub(super) fn frontier(model: &Model, ask: &Ask, cover: &Cover, watch: &dyn Watch) -> Result<Frontier, Stopped> {
    let mut ask = ask.clone();
    ask.effort.max_points = cover.max_points.unwrap_or(ask.effort.max_points);
    let found = engine::scan(model, &ask, Want::Frontier, watch)?.frontier.unwrap_or_default();
    Ok(Frontier { points: found.into_iter().map(attained).collect(), complete: true, epsilon: None })
}

pub(super) fn principle(
    model: &Model,
    ask: &Ask,
    principle: Principle,
    watch: &dyn Watch,
) -> Result<Option<Chosen>, Stopped> {
    let frontier = engine::scan(model, ask, Want::Frontier, watch)?.frontier.unwrap_or_default();
    let lines: Vec<Option<i64>> = model.parties.iter().map(|party| party.bottom_line).collect();
    let units = vec![1; model.parties.len()];
    let Ok(stakes) = principles::Stakes::new(&frontier, &ask.principals, &lines, &units) else { return Ok(None) };
    let found = match principle {
        Principle::Nash => principles::nash(&stakes, None),
        Principle::KalaiSmorodinsky => vec![principles::kalai_smorodinsky(&stakes)],
        Principle::Egalitarian => vec![principles::egalitarian(&stakes)],
        Principle::Leximin => vec![principles::leximin(&stakes)],
        Principle::Utilitarian => vec![principles::utilitarian(&stakes)],
        Principle::BestFor(party) => principles::best_for(&stakes, party).into_iter().collect(),
    };
    let complete = found.iter().all(|answer| answer.complete);
    let mut answers: Vec<Answer> = Vec::new();
    for of in &found {
        let gaining = if principle == Principle::Nash { of.parties.clone() } else { Vec::new() };
        let answer = |&at: &usize| Answer { attained: attained(frontier[at].clone()), gaining: gaining.clone() };
        answers.extend(of.vectors.iter().map(answer));
    }
    answers.sort_by(|a, b| a.attained.witness.cmp(&b.attained.witness));
    let chosen =
        Chosen { answers, complete, proved: true, bound: None, over: ask.principals.clone(), left_out: Vec::new() };
    Ok(Some(chosen).filter(|chosen| !chosen.answers.is_empty()))
}

fn attained(point: engine::Attained) -> Attained {
    Attained { utilities: point.utilities, packages: Some(point.packages), witness: point.witness }
}

pub(super) fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Count, Stopped> {
    Ok(Count::Exact(engine::scan(model, ask, Want::Count, watch)?.count.into()))
}

/// With more members than this, one set is looked for instead of all.
const MOST_MEMBERS: usize = 16;

/// The minimal sets of red lines and bottom lines that cannot hold together with the rules.
pub(super) fn conflicts(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Sets<Vec<Member>>, Stopped> {
    let lattice = Lattice { model, ask, members: members(model), watch };
    if MOST_MEMBERS < lattice.members.len() {
        let one = engine::conflict(model, ask, &lattice.members, watch)?;
        return Ok(Sets { sets: one.into_iter().collect(), complete: false });
    }
    let sets = lattice.conflicts()?.into_iter().map(|set| lattice.of(set)).collect();
    Ok(Sets { sets, complete: true })
}

/// The minimal sets of red lines and bottom lines whose dropping opens the zone.
pub(super) fn relaxations(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Sets<Relaxation>, Stopped> {
    let lattice = Lattice { model, ask, members: members(model), watch };
    if MOST_MEMBERS < lattice.members.len() {
        return Ok(Sets { sets: Vec::new(), complete: false });
    }
    let conflicts = lattice.conflicts()?;
    let mut found: Vec<u32> = Vec::new();
    for set in lattice.subsets() {
        let hits_all = conflicts.iter().all(|conflict| conflict & set != 0);
        if hits_all && !found.iter().any(|smaller| smaller & set == *smaller) {
            found.push(set);
        }
    }
    let everything = (1_u32 << lattice.members.len()) - 1;
    let relaxation = |set: u32| -> Result<Relaxation, Stopped> {
        let (model, ask) = lattice.with(everything & !set);
        Ok(Relaxation {
            drop: lattice.of(set),
            reopens: Some(engine::scan(&model, &ask, Want::Count, watch)?.count.into()),
        })
    };
    Ok(Sets { sets: found.into_iter().map(relaxation).collect::<Result<_, _>>()?, complete: true })
}

fn members(model: &Model) -> Vec<Member> {
    let lines = (0..model.parties.len()).map(Member::BottomLine);
    lines.chain((0..model.limits.len()).map(Member::Limit)).collect()
}

struct Lattice<'a> {
    model: &'a Model,
    ask: &'a Ask,
    members: Vec<Member>,
    watch: &'a dyn Watch,
}

impl Lattice<'_> {
    fn subsets(&self) -> Vec<u32> {
        let mut sets: Vec<u32> = (0..1_u32 << self.members.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        sets
    }

    fn conflicts(&self) -> Result<Vec<u32>, Stopped> {
        let (mut conflicts, mut holding): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for set in self.subsets() {
            let is_known = conflicts.iter().any(|conflict| conflict & set == *conflict)
                || holding.iter().any(|held| held & set == set);
            if is_known {
                continue;
            }
            if self.holds(set)? {
                holding.push(self.grown(set)?);
            } else {
                conflicts.push(set);
            }
        }
        Ok(conflicts)
    }

    fn grown(&self, set: u32) -> Result<u32, Stopped> {
        let mut grown = set;
        for bit in 0..self.members.len() {
            if self.holds(grown | 1 << bit)? {
                grown |= 1 << bit;
            }
        }
        Ok(grown)
    }

    fn holds(&self, set: u32) -> Result<bool, Stopped> {
        let (model, ask) = self.with(set);
        Ok(engine::feasible(&model, &ask, self.watch)?.is_some())
    }

    fn with(&self, set: u32) -> (Model, Ask) {
        let (mut model, mut ask) = (self.model.clone(), self.ask.clone());
        for (_, member) in self.members.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 0) {
            match *member {
                Member::Limit(limit) => ask.limits[limit] = false,
                Member::BottomLine(party) => model.parties[party].bottom_line = None,
                Member::Rule(_) | Member::Fixed(_) => {}
            }
        }
        (model, ask)
    }

    fn of(&self, set: u32) -> Vec<Member> {
        let chosen = self.members.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        chosen.map(|(_, member)| *member).collect()
    }
}

/// How far bottom lines would have to fall; looks at every package, and at no space of more than a million.
pub(super) fn least_movement(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<LeastMovement, Stopped> {
    let space = model.issues.iter().try_fold(1_u64, |space, &size| space.checked_mul(u64::try_from(size).ok()?));
    if space.is_none_or(|space| 1 << 20 < space) {
        return Err(Stopped::OutOfReach { max_steps: 1 << 20, space: space.map(u128::from) });
    }
    let mut open = ask.clone();
    open.bottom_lines = false;
    let mut least = Least { alone: vec![None; model.parties.len()], sum: None, max: None };
    let mut package = vec![0; model.issues.len()];
    loop {
        if watch.cancelled() {
            return Err(Stopped::Cancelled);
        }
        if engine::in_zone(model, &open, &package) {
            least.look_at(model, &package);
        }
        let Some(issue) = (0..package.len()).rev().find(|&issue| package[issue] + 1 < model.issues[issue]) else {
            break;
        };
        package[issue] += 1;
        package[issue + 1..].fill(0);
    }
    let status = if least.sum.is_some() { Movement::Opens } else { Movement::CannotOpen };
    Ok(LeastMovement { status, alone: least.alone, sum: least.sum, max: least.max })
}

struct Least {
    alone: Vec<Option<i64>>,
    sum: Option<i64>,
    max: Option<i64>,
}

impl Least {
    fn look_at(&mut self, model: &Model, package: &[usize]) {
        let missing: Vec<i64> = model
            .parties
            .iter()
            .map(|party| {
                let line = party.bottom_line.filter(|_| party.is_asked_in(package));
                line.map_or(0, |line| {
                    i64::try_from(i128::from(line) - party.utility(package)).unwrap_or(i64::MAX).max(0)
                })
            })
            .collect();
        let lower = |best: &mut Option<i64>, amount: i64| *best = Some(best.map_or(amount, |best| best.min(amount)));
        lower(&mut self.sum, missing.iter().fold(0, |sum, more| sum.saturating_add(*more)));
        lower(&mut self.max, missing.iter().copied().max().unwrap_or(0));
        for party in 0..missing.len() {
            if missing.iter().enumerate().all(|(other, amount)| other == party || *amount == 0) {
                lower(&mut self.alone[party], missing[party]);
            }
        }
    }
}
