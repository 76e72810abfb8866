//! The second answer: what a named set of estimates adds.

use detente_base::{Index, Watch};
use detente_case::{Case, PartyIdx};
use detente_engine::again::WrittenOut;
use detente_engine::{self as engine, Ask, Model, forgiven};
use detente_estimate::EstimateSet;

use crate::examples::{Examples, examples};
use crate::frontier::{Frontier, FrontierWanted, frontier};
use crate::principle::{BestFor, best_for, principles};
use crate::ready::Ready;
use crate::uncounted::uncounted;
use crate::why::{Conflicts, conflicts};
use crate::zone::{PerChoice, Zone, within_draft, zone, zone_of};
use crate::{DealsError, Lowered, Principle, PrincipleAnswer, Settings, lower};

/// An end or the centre of every bottom line at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Every bottom line at its low end.
    Low,
    /// At its centre.
    Centre,
    /// At its high end.
    High,
}

impl Level {
    /// Low, centre, high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Centre, Self::High];
}

/// Whether there is a package, over the three levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At every level.
    Open,
    /// At none.
    Closed,
    /// At some: it depends on bottom lines not known.
    Depends,
}

/// What a set of estimates adds.
#[derive(Clone, Debug)]
pub struct EstimatedAnswer {
    /// The model at the centres.
    pub lowered: Lowered,
    /// Per limit of the model, whether it is in force.
    pub in_force: Vec<bool>,
    /// The zone at each level.
    pub zones: [Zone; 3],
    /// Of the zone at the low level and at the centre, the packages with each choice; empty where packages were not counted.
    pub remaining: [PerChoice; 2],
    /// The parties between whom frontier and principles are drawn.
    pub principals: Vec<PartyIdx>,
    /// The efficient utility vectors at the centre, over the principals.
    pub frontier: Frontier,
    /// Per party, the least and the most the zone's packages at the centre are worth to it; empty without a package, where that
    /// is out of reach and where nobody asked.
    pub reach: Vec<engine::Extent>,
    /// The principles at the centre; empty where there is no package.
    pub principles: Vec<PrincipleAnswer>,
    /// What is best for the party asked about, within the others' limits.
    pub best_for: Option<BestFor>,
    /// Different packages of the zone at the centre.
    pub examples: Examples,
    /// What cannot hold together, where there is no package at the centre and somebody asked.
    pub conflicts: Option<Conflicts>,
    /// Parties whose estimates give them no weight: "no stake stated".
    pub no_stake: Vec<PartyIdx>,
}

impl EstimatedAnswer {
    /// Whether there is a package, over the three levels.
    pub fn verdict(&self) -> Verdict {
        match self.zones.iter().filter(|zone| !zone.feasible).count() {
            0 => Verdict::Open,
            3 => Verdict::Closed,
            _ => Verdict::Depends,
        }
    }

    /// The zone at the centre.
    pub fn centre(&self) -> &Zone {
        &self.zones[1]
    }
}

/// Answers with a set of estimates: three verdicts, then everything else at the centres.
///
/// # Cost
/// A count for each of the three levels, a search per principle and two per party, and the frontier as far as it is wanted.
///
/// # Errors
/// [`DealsError::Overflow`] where the numbers are too large, [`DealsError::Stopped`] where a verdict is out of reach or the
/// search was cancelled.
pub fn estimated(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<EstimatedAnswer, DealsError> {
    estimated_again(case, set, settings, &WrittenOut::default(), watch)
}

/// As [`estimated`], under a moving hand: `written_out` are zones met before, under whatever numbers, and gains those met now.
///
/// # Errors
/// As for [`estimated`].
pub fn estimated_again(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    written_out: &WrittenOut,
    watch: &dyn Watch,
) -> Result<EstimatedAnswer, DealsError> {
    let lowered = lower(case, Some(set))?;
    if settings.lean || settings.steps.is_some() {
        return uncounted(case, set, lowered, settings, written_out, watch);
    }
    let drafted = lowered.drafted(case, settings);
    let ask = drafted.ask();
    let model = &lowered.model;
    let left = within_draft(&lowered, model, &ask, watch)?;
    let centre = zone_of(&left, model, &ask, watch)?;
    let high = at(&lowered, Level::High);
    let high = if high == *model { centre.clone() } else { zone(&high, &ask, watch)? };
    let low = at(&lowered, Level::Low);
    let (low, left_low) = if low == *model {
        (centre.clone(), left.clone())
    } else {
        let left = within_draft(&lowered, &low, &ask, watch)?;
        (zone_of(&left, &low, &ask, watch)?, left)
    };
    let feasible = centre.feasible;
    let (principles, frontier) = drawn(&lowered, &ask, feasible, (settings.frontier, None), watch)?;
    let first = leximin_witness(&lowered, &principles);
    let reach = if feasible { forgiven(engine::extents(model, &ask, watch))?.flatten() } else { None };
    let conflicts = if feasible { None } else { conflicts(case, Some(set), &lowered, &drafted, watch)? };
    Ok(EstimatedAnswer {
        zones: [low, centre, high],
        remaining: [left_low, left],
        frontier,
        reach: reach.unwrap_or_default(),
        best_for: settings.best_for.map(|party| most_for(&lowered, &ask, party, watch)).transpose()?,
        examples: examples(case, &lowered, &ask, settings, first, watch)?,
        conflicts,
        no_stake: no_stake(case, set),
        principals: settings.principals(case),
        in_force: ask.limits,
        principles,
        lowered,
    })
}

/// What is drawn of the zone at the centres: where each principle leads, and the frontier. With steps each search takes at most so many.
pub(crate) fn drawn(
    lowered: &Lowered,
    ask: &Ask,
    is_open: bool,
    (wanted, steps): (FrontierWanted, Option<u64>),
    watch: &dyn Watch,
) -> Result<(Vec<PrincipleAnswer>, Frontier), DealsError> {
    if !is_open {
        return Ok((Vec::new(), Frontier::of_nothing(wanted)));
    }
    let mut ready = Ready::new(&lowered.model, ask, steps, watch)?;
    // Where all that is efficient is listed, principles are read off it.
    let frontier = frontier(lowered, &mut ready, wanted, watch)?;
    Ok((principles(lowered, &ready, watch)?, frontier))
}

/// The parties to which a set gives no weight.
pub(crate) fn no_stake(case: &Case, set: &EstimateSet) -> Vec<PartyIdx> {
    let has_none = |party: &PartyIdx| set.party(*party).is_none_or(|of| of.has_no_stake(set.utility));
    case.parties.indices().filter(has_none).collect()
}

/// The model with every bottom line at an end or its centre.
pub(crate) fn at(lowered: &Lowered, level: Level) -> Model {
    let at = |line: [i64; 3]| match level {
        Level::Low => line[0],
        Level::Centre => line[1],
        Level::High => line[2],
    };
    let mut model = lowered.model.clone();
    for (party, line) in model.parties.iter_mut().zip(&lowered.bottom_lines) {
        party.bottom_line = line.map(at);
    }
    model
}

pub(crate) fn leximin_witness(lowered: &Lowered, principles: &[PrincipleAnswer]) -> Option<engine::Package> {
    let leximin = principles.iter().find(|answer| answer.principle == Principle::Leximin)?;
    leximin.answers.first().map(|answer| lowered.package(&answer.choices))
}

/// The packages best for one party within everybody's limits: the most for it, and among those the efficient ones.
pub(crate) fn most_for(
    lowered: &Lowered,
    ask: &Ask,
    party: PartyIdx,
    watch: &dyn Watch,
) -> Result<BestFor, DealsError> {
    let mut ask = ask.clone();
    if !ask.principals.contains(&party.position()) {
        ask.principals.push(party.position());
        ask.principals.sort_unstable();
    }
    best_for(lowered, &ask, party, watch)
}
