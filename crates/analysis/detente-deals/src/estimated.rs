//! The second answer: what a named set of estimates adds.

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_engine::{self as engine, Ask, Want, principles};
use detente_estimate::EstimateSet;

use crate::examples::{Example, examples};
use crate::principle::{answer, from_point};
use crate::stated::remaining;
use crate::why::{Conflicts, conflicts};
use crate::{Answer, DealsError, Lowered, Principle, PrincipleAnswer, Settings, lower};

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
    /// The packages of the zone at each level.
    pub counts: [u128; 3],
    /// Of the zone at each level, the packages with each choice.
    pub remaining: [Table<IssueIdx, Table<ChoiceIdx, u128>>; 3],
    /// The parties between whom frontier and principles are drawn.
    pub principals: Vec<PartyIdx>,
    /// The efficient utility vectors at the centre, over the principals.
    pub frontier: Vec<Answer>,
    /// Per party, the least and the most the zone's packages at the centre are worth to it; empty without a package.
    pub reach: Vec<engine::Attainable>,
    /// The principles at the centre; empty where there is no package.
    pub principles: Vec<PrincipleAnswer>,
    /// What is best for the party asked about, within the others' limits.
    pub best_for: Option<(PartyIdx, Vec<Answer>)>,
    /// Different packages of the zone at the centre.
    pub examples: Vec<Example>,
    /// What cannot hold together, where there is no package at the centre.
    pub conflicts: Option<Conflicts>,
    /// Parties whose estimates give them no weight: "no stake stated".
    pub no_stake: Vec<PartyIdx>,
}

impl EstimatedAnswer {
    /// Whether there is a package, over the three levels.
    pub fn verdict(&self) -> Verdict {
        match self.counts.iter().filter(|&&count| count == 0).count() {
            0 => Verdict::Open,
            3 => Verdict::Closed,
            _ => Verdict::Depends,
        }
    }
}

/// Answers with a set of estimates: three verdicts, then everything else at the centres.
///
/// # Cost
/// Three full searches; see the engine's `scan`.
///
/// # Errors
/// [`DealsError::Overflow`] where the numbers are too large, [`DealsError::Stopped`] where the search is out of reach or was
/// cancelled.
pub fn estimated(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<EstimatedAnswer, DealsError> {
    let lowered = lower(case, Some(set))?;
    let ask = lowered.ask(case, settings);
    let principals = settings.principals(case);
    let scans = Level::ALL.map(|level| scan_at(&lowered, &ask, level, watch));
    let [low, centre, high] = scans;
    let (low, centre, high) = (low?, centre?, high?);
    let frontier = centre.frontier.clone().unwrap_or_default();
    let lines: Vec<Option<i64>> = lowered.model.parties.iter().map(|party| party.bottom_line).collect();
    let stakes = principles::Stakes::new(&frontier, &ask.principals, &lines, &lowered.units_per_point)?;
    let principles: Vec<PrincipleAnswer> = if frontier.is_empty() {
        Vec::new()
    } else {
        Principle::ALL.iter().map(|&principle| answer(principle, &lowered, &frontier, &stakes)).collect()
    };
    let first = leximin_witness(&lowered, &principles);
    let no_stake = |party: &PartyIdx| set.party(*party).is_none_or(|of| of.has_no_stake(set.utility));
    Ok(EstimatedAnswer {
        counts: [low.count, centre.count, high.count],
        remaining: [&low, &centre, &high].map(|scan| remaining(&lowered, &scan.remaining)),
        frontier: frontier.iter().map(|point| from_point(&lowered, point)).collect(),
        reach: centre.attainable.clone().unwrap_or_default(),
        best_for: settings.best_for.map(|party| best_for(case, set, settings, party, watch)).transpose()?,
        examples: examples(case, &lowered, &ask, settings, first, watch)?,
        conflicts: if centre.count == 0 { conflicts(case, Some(set), &lowered, &ask, watch)? } else { None },
        no_stake: case.parties.indices().filter(no_stake).collect(),
        in_force: ask.limits.clone(),
        principles,
        principals,
        lowered,
    })
}

fn scan_at(lowered: &Lowered, ask: &Ask, level: Level, watch: &dyn Watch) -> Result<engine::Scan, DealsError> {
    let want = if level == Level::Centre { Want::Frontier } else { Want::Count };
    let at = |line: [i64; 3]| match level {
        Level::Low => line[0],
        Level::Centre => line[1],
        Level::High => line[2],
    };
    let mut model = lowered.model.clone();
    for (party, line) in model.parties.iter_mut().zip(&lowered.bottom_lines) {
        party.bottom_line = line.map(at);
    }
    Ok(engine::scan(&model, ask, want, watch)?)
}

fn leximin_witness(lowered: &Lowered, principles: &[PrincipleAnswer]) -> Option<engine::Package> {
    let leximin = principles.iter().find(|answer| answer.principle == Principle::Leximin)?;
    leximin.answers.first().map(|answer| lowered.package(&answer.choices))
}

/// The packages best for one party within everybody's limits: the most for it, and among those the efficient ones.
fn best_for(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    party: PartyIdx,
    watch: &dyn Watch,
) -> Result<(PartyIdx, Vec<Answer>), DealsError> {
    let lowered = lower(case, Some(set))?;
    let mut ask = lowered.ask(case, settings);
    if !ask.principals.contains(&party.position()) {
        ask.principals.push(party.position());
        ask.principals.sort_unstable();
    }
    let scan = engine::scan(&lowered.model, &ask, Want::Frontier, watch)?;
    let frontier = scan.frontier.unwrap_or_default();
    let most = frontier.iter().map(|point| point.utilities[party.position()]).max();
    let best = frontier.iter().filter(|point| Some(point.utilities[party.position()]) == most);
    Ok((party, best.map(|point| from_point(&lowered, point)).collect()))
}
