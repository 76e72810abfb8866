//! The one door to the engine's questions, so that what answers them can change behind it.

use detente_base::Watch;
use detente_engine::{
    self as engine, Ask, Chosen, Count, Cover, Frontier, MOST_SETS, Measure, Member, Model, Package, Principle,
    Stopped, Zone, counting,
};
use num_bigint::BigUint;

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
    /// Per party, what it moves where the sum is least; all 0 where nothing has to move or helps.
    pub in_sum: Vec<i64>,
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

/// A zone made ready for several questions, or all that could be found out about it.
pub(super) enum Prepared<'m> {
    /// Ready.
    Zone(Zone<'m>),
    /// Not to be folded as the frontier and the principles need it; some package of it, if it holds one.
    Decided(Option<Package>),
}

impl<'m> Prepared<'m> {
    pub(super) fn new(model: &'m Model, ask: &Ask, watch: &dyn Watch) -> Result<Self, Stopped> {
        match Zone::new(model, ask, watch) {
            Ok(zone) => Ok(Self::Zone(zone)),
            Err(stopped @ Stopped::Model(_)) => Err(stopped),
            Err(_) => engine::any_package(model, ask, watch).map(Self::Decided),
        }
    }

    pub(super) fn package(&self) -> Option<&Package> {
        match self {
            Self::Zone(zone) => zone.package(),
            Self::Decided(package) => package.as_ref(),
        }
    }
}

/// What is asked of a zone.
pub(super) struct Asked<'a> {
    pub(super) model: &'a Model,
    pub(super) ask: &'a Ask,
    pub(super) zone: Option<&'a Prepared<'a>>,
}

impl Asked<'_> {
    pub(super) fn frontier(&self, cover: &Cover, watch: &dyn Watch) -> Result<Frontier, Stopped> {
        match self.zone {
            Some(Prepared::Zone(zone)) => zone.frontier(cover, watch),
            _ => engine::frontier(self.model, self.ask, cover, watch),
        }
    }

    pub(super) fn principle(&self, which: Principle, watch: &dyn Watch) -> Result<Option<Chosen>, Stopped> {
        let measure = Measure::plain(self.model);
        match self.zone {
            Some(Prepared::Zone(zone)) => zone.principle(which, &measure, watch),
            _ => engine::principle(self.model, self.ask, which, &measure, watch),
        }
    }
}

pub(super) fn count(asked: &Asked<'_>, watch: &dyn Watch) -> Result<Count, Stopped> {
    counting::count(asked.model, asked.ask, watch)
}

/// Why there is no package.
#[derive(Clone, Debug)]
pub(super) struct Why {
    /// The minimal sets of red lines and bottom lines that cannot hold together with the rules.
    pub(super) conflicts: Vec<Vec<Member>>,
    /// The minimal sets of them whose dropping opens the zone.
    pub(super) relaxations: Vec<Vec<Member>>,
    /// Whether these are all of both.
    pub(super) complete: bool,
}

/// If the rules alone leave no package the one conflict has no members.
pub(super) fn why(asked: &Asked<'_>, watch: &dyn Watch) -> Result<Why, Stopped> {
    let (model, ask) = (asked.model, asked.ask);
    let found = engine::conflicts_and_relaxations(model, ask, &members(model), MOST_SETS, watch)?;
    Ok(Why {
        conflicts: found.conflicts.into_iter().map(|conflict| conflict.members).collect(),
        relaxations: found.relaxations.into_iter().map(|relaxation| relaxation.drop).collect(),
        complete: found.complete,
    })
}

/// How many packages there are without some members; `None` where that is not counted exactly.
pub(super) fn reopens(asked: &Asked<'_>, drop: &[Member], watch: &dyn Watch) -> Result<Option<BigUint>, Stopped> {
    let (model, ask) = (asked.model, asked.ask);
    Ok(match engine::reopened(model, ask, &members(model), drop, watch)? {
        Count::Exact(number) => Some(number),
        Count::Bounded { .. } | Count::Estimated { .. } => None,
    })
}

fn members(model: &Model) -> Vec<Member> {
    let lines = (0..model.parties.len()).map(Member::BottomLine);
    lines.chain((0..model.limits.len()).map(Member::Limit)).collect()
}

pub(crate) fn least_movement(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<LeastMovement, Stopped> {
    let none = |status, amount: Option<i64>| {
        let alone = vec![amount; model.parties.len()];
        LeastMovement { status, alone, sum: amount, max: amount, in_sum: vec![0; model.parties.len()] }
    };
    Ok(match engine::least_movement(model, ask, watch)? {
        engine::Movement::Open => none(Movement::Open, Some(0)),
        engine::Movement::CannotOpen => none(Movement::CannotOpen, None),
        engine::Movement::Opens(least) => {
            let engine::Least { alone, sum, most, in_sum, .. } = least;
            LeastMovement { status: Movement::Opens, alone, sum: Some(sum), max: Some(most), in_sum }
        }
    })
}
