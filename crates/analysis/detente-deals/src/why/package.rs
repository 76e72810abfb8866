//! Why not this package.

use detente_base::{Decimal, Index, Watch};
use detente_case::{PartyIdx, RuleIdx};
use detente_engine::{self as engine, Ask, Package};

use super::depth::within_reach;
use super::member::{Member, own_rules, read_all};
use crate::{DealsError, Lowered};

/// What stands between a package and the space, with each number in the party's own points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// Rules it breaks.
    pub rules: Vec<RuleIdx>,
    /// Limits it crosses and bottom lines it does not reach, where they count.
    pub members: Vec<Member>,
    /// By how much it misses bottom lines that count.
    pub shortfall: Vec<(PartyIdx, Decimal)>,
    /// With estimates, and where there is a package within everybody's limits: how far it lies below the most each party could
    /// get from one. `None` also where that is out of reach.
    pub below_best: Option<Vec<Below>>,
}

/// How far a package lies below the most a party could get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Below {
    /// Which party.
    pub party: PartyIdx,
    /// In its own points; negative where the package is worth more to it than any within everybody's limits.
    pub points: Decimal,
    /// Whether that most is proved.
    pub proved: bool,
}

pub(super) fn why_not(
    lowered: &Lowered,
    ask: &Ask,
    package: &Package,
    watch: &dyn Watch,
) -> Result<WhyNot, DealsError> {
    let found = engine::why_not(&lowered.model, ask, package).map_err(engine::Stopped::from)?;
    let parties = found.shortfall.iter().enumerate().filter(|(_, units)| 0 < **units);
    let short = parties.map(|(party, &units)| (PartyIdx::new(party), units));
    let rule = |member: &engine::Member| match *member {
        engine::Member::Rule(rule) if rule < own_rules(lowered) => Some(RuleIdx::new(rule)),
        _ => None,
    };
    let below_best = if ask.bottom_lines {
        within_reach(engine::below_best(&lowered.model, ask, package, watch))?.flatten()
    } else {
        None
    };
    let below = |(party, below): (usize, engine::Below)| {
        let party = PartyIdx::new(party);
        Below { party, points: lowered.points(party, below.units), proved: below.proved }
    };
    Ok(WhyNot {
        rules: found.excluded_by.iter().filter_map(rule).collect(),
        members: read_all(lowered, &found.excluded_by),
        shortfall: short.map(|(party, units)| (party, lowered.points(party, units))).collect(),
        below_best: below_best.map(|all| all.into_iter().enumerate().map(below).collect()),
    })
}
