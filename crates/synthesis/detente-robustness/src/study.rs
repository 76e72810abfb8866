//! All draws together.

use detente_base::{Index, Table, Watch};
use detente_case::{ChoiceIdx, IssueIdx, PartyIdx};
use detente_deals::{Choices, DealsError};
use detente_engine::again::{Figures, Known, Seen, Structure};
use detente_engine::{Package, Stopped};
use rayon::prelude::*;

use crate::candidate::{Candidates, Origin};
use crate::leads::leads;
use crate::look::{Guides, Looker};
use crate::plan::Plan;
use crate::share::Share;
use crate::source::Source;
use crate::tally::Tally;

/// The first draws whose principles give candidates.
pub const FIRST: u64 = 1000;

/// Draws whose packages start the searches of all draws.
const STARTING: u64 = 32;

/// The most packages that only start searches.
const POOL: usize = 128;

/// Draws looked at between two questions whether to go on.
const BATCH: u64 = 64;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many draws.
    pub draws: u64,
    /// Packages to look at besides those the principles lead to.
    pub named: Vec<Choices>,
}

/// What draws say about a choice; over all draws, with [`Study::open`] the third outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfChoice {
    /// Some package of the zone has it.
    pub with: Share,
    /// There is a package, and none with it.
    pub without: Share,
    /// There is a package, and every one has it.
    pub always: Share,
}

/// What draws say about a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfCandidate {
    /// The package.
    pub choices: Choices,
    /// Where it comes from.
    pub origins: Vec<Origin>,
    /// Per party, how often it can accept the package.
    pub accepted: Vec<Share>,
    /// How often it meets all rules and everybody can accept it.
    pub in_zone: Share,
    /// How often that is so and no package of the zone betters it for one principal without being worse for another.
    pub efficient: Share,
    /// Its regret.
    pub regret: Regret,
    /// Per principal and rank, how often it has that rank among the candidates by the principal's own points.
    pub ranks: Vec<Vec<u64>>,
}

/// What the principal who misses most would miss, in its own points, over the draws in which there is a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regret {
    /// The mean over the draws in which the package is acceptable, in thousandths of a point.
    pub mean: Option<u64>,
    /// The mean over all draws with a package; where this one is not acceptable it counts as no agreement.
    pub mean_or_nothing: Option<u64>,
    /// The 95th percentile, rounded up to a tenth of a point; none where the package is not acceptable in more than 5%.
    pub in_95: Option<u64>,
    /// The largest; none where the package is ever not acceptable.
    pub largest: Option<u64>,
}

/// What all draws say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// How often there is a package at all.
    pub open: Share,
    /// Per issue and choice.
    pub choices: Table<IssueIdx, Table<ChoiceIdx, OfChoice>>,
    /// The principals: each ranks the candidates.
    pub principals: Vec<PartyIdx>,
    /// The packages looked at.
    pub candidates: Vec<OfCandidate>,
    /// Packages that principles lead to in the first draws and that found no room among the candidates.
    pub left_out: usize,
    /// How many questions were not answered by the compiled structure and started anew.
    pub anew: u64,
}

/// Looks at all draws of a source.
///
/// # Cost
/// Per draw a few passes over the structure for each question about it; the principles of the first draws start anew.
///
/// # Source
/// Ranks: acceptability analysis over draws, \[Lahdelma1998\], \[Lahdelma2001\].
///
/// # Errors
/// [`DealsError::Stopped`] where a draw has no answer within the steps allowed, or the one who watches asked to stop.
pub fn study(plan: &Plan<'_>, source: &dyn Source, wanted: &Wanted, watch: &dyn Watch) -> Result<Study, DealsError> {
    let structure = Structure::new(plan.model(), &plan.ask(), &plan.open())?;
    let pool = pool(plan, source, &structure, watch)?;
    let candidates = candidates(plan, source, &structure, &pool, wanted, watch)?;
    let n_candidates = candidates.packages.len();
    let mut packages = candidates.packages.clone();
    packages.extend(pool.packages().iter().filter(|package| !candidates.packages.contains(package)).cloned());
    let known = structure.known(packages);
    let model = plan.model();
    let nothing = || Tally::new(&model.issues, model.parties.len(), plan.principals().len(), n_candidates);
    let guides = Guides::new(plan, &known, n_candidates, structure.solver())?;
    let looker = || Looker::new(plan, source, &known, n_candidates, &guides, structure.solver());
    // Where nothing is uncertain all draws are the same.
    let different = if plan.inputs().is_empty() { 1 } else { wanted.draws };
    let tally = in_batches(different, watch)
        .into_par_iter()
        .try_fold(
            || (None, nothing()),
            |(looking, mut tally), batch| {
                let mut looking = looking.unwrap_or_else(looker);
                for draw in batch.clone() {
                    looking.count(draw, &mut tally)?;
                }
                done(watch, batch.end - batch.start)?;
                Ok::<_, Stopped>((Some(looking), tally))
            },
        )
        .map(|folded| folded.map(|(_, tally)| tally))
        .try_reduce(nothing, |a, b| Ok(a.with(&b)))?;
    Ok(read(plan, &candidates, &tally.times(wanted.draws / different)))
}

/// The draws in batches; the one who watches learns how many lie ahead.
pub(crate) fn in_batches(draws: u64, watch: &dyn Watch) -> Vec<std::ops::Range<u64>> {
    watch.ahead(draws);
    (0..draws.div_ceil(BATCH)).map(|batch| batch * BATCH..draws.min((batch + 1) * BATCH)).collect()
}

/// Takes note that a batch of draws is done.
pub(crate) fn done(watch: &dyn Watch, draws: u64) -> Result<(), Stopped> {
    watch.behind(draws);
    go_on(watch, draws)
}

pub(crate) fn go_on(watch: &dyn Watch, steps: u64) -> Result<(), Stopped> {
    watch.advance(steps);
    if watch.cancelled() { Err(Stopped::Cancelled) } else { Ok(()) }
}

/// Packages at the centres and in the first draws, one with each choice where there is one: looked at again in every draw before
/// anything is searched.
fn pool(plan: &Plan<'_>, source: &dyn Source, structure: &Structure, watch: &dyn Watch) -> Result<Known, DealsError> {
    let none = structure.known(Vec::new());
    let guides = Guides::default();
    let mut looker = Looker::new(plan, source, &none, 0, &guides, structure.solver());
    let mut packages: Vec<Package> = Vec::new();
    let centre = Figures { limits: plan.likely(), ..Figures::of(plan.model()) };
    let starting = if plan.inputs().is_empty() { 0 } else { STARTING };
    for draw in std::iter::once(None).chain((0..starting).map(Some)) {
        match draw {
            None => looker.solver.set(&centre)?,
            Some(draw) => looker.draw(draw)?,
        }
        let sizes = structure.model().issues.iter().filter(|_| structure.is_compiled());
        for (issue, &size) in sizes.enumerate() {
            for choice in 0..size {
                packages.extend(looker.solver.with(issue, choice)?);
            }
        }
        let nash = looker.solver.nash(&none, &Seen::default())?;
        packages.extend(nash.into_iter().flat_map(|found| found.answers).map(|answer| answer.attained.witness));
        go_on(watch, 1)?;
    }
    // Packages met early stay, so that the centre's are among them.
    let mut kept: Vec<Package> = Vec::new();
    for package in packages {
        if kept.len() < POOL && !kept.contains(&package) {
            kept.push(package);
        }
    }
    Ok(structure.known(kept))
}

fn candidates(
    plan: &Plan<'_>,
    source: &dyn Source,
    structure: &Structure,
    pool: &Known,
    wanted: &Wanted,
    watch: &dyn Watch,
) -> Result<Candidates, DealsError> {
    let mut candidates = Candidates::default();
    for (rank, choices) in wanted.named.iter().enumerate() {
        candidates.add(plan.centre().package(choices), Origin::Named(rank));
    }
    let mut solver = structure.solver();
    let mut seen = Seen::default();
    let figures = Figures { limits: plan.ask().limits, ..Figures::of(plan.model()) };
    solver.set(&figures)?;
    pool.see(&figures, &mut seen);
    for (principle, package) in leads(&mut solver, pool, &seen, &plan.centre().units_per_point)? {
        candidates.add(package, Origin::Centre(principle));
    }
    let of_draw = |looker: &mut Looker<'_, '_>, draw: u64| -> Result<Vec<_>, Stopped> {
        looker.draw(draw)?;
        let found = leads(&mut looker.solver, pool, &looker.seen, &looker.per_point)?;
        go_on(watch, 1)?;
        Ok(found)
    };
    let guides = Guides::default();
    let different = if plan.inputs().is_empty() { 1 } else { wanted.draws.min(FIRST) };
    let alike = wanted.draws.min(FIRST) / different;
    let first: Vec<Vec<_>> = (0..different)
        .into_par_iter()
        .map_init(
            || Looker::new(plan, source, pool, 0, &guides, structure.solver()),
            |looker, draw| of_draw(looker, draw),
        )
        .collect::<Result<_, _>>()?;
    for (principle, package, times) in most_frequent_first(first.into_iter().flatten()) {
        candidates.add(package, Origin::Draws(principle, times * alike));
    }
    Ok(candidates)
}

/// Packages with the principles that lead to them and how often; those led to most often first, then the κ-least.
fn most_frequent_first(
    found: impl Iterator<Item = (detente_deals::Principle, Package)>,
) -> Vec<(detente_deals::Principle, Package, u64)> {
    let mut times = std::collections::BTreeMap::<Package, std::collections::BTreeMap<_, u64>>::new();
    for (principle, package) in found {
        *times.entry(package).or_default().entry(principle).or_default() += 1;
    }
    let mut listed: Vec<_> = times.into_iter().collect();
    listed.sort_by(|(a, of_a), (b, of_b)| {
        of_b.values().sum::<u64>().cmp(&of_a.values().sum::<u64>()).then_with(|| a.cmp(b))
    });
    let each = listed
        .into_iter()
        .flat_map(|(package, of)| of.into_iter().map(move |(principle, times)| (principle, package.clone(), times)));
    each.collect()
}

fn read(plan: &Plan<'_>, candidates: &Candidates, tally: &Tally) -> Study {
    let of_all = |hits: u64| Share { hits, draws: tally.draws };
    let lowered = plan.centre();
    let mut choices: Table<IssueIdx, Table<ChoiceIdx, OfChoice>> = Table::default();
    for (order, counts) in lowered.order.rows().zip(&tally.choices) {
        let mut row: Vec<(usize, OfChoice)> = order
            .iter()
            .zip(counts)
            .map(|(choice, &[with, always])| {
                let without = of_all(tally.open - with);
                (choice.position(), OfChoice { with: of_all(with), without, always: of_all(always) })
            })
            .collect();
        row.sort_by_key(|(position, _)| *position);
        choices.push(row.into_iter().map(|(_, of)| of).collect());
    }
    let candidate = |((package, origins), of): ((&Package, &Vec<Origin>), &crate::tally::OfCandidate)| OfCandidate {
        choices: lowered.choices(package),
        origins: origins.clone(),
        accepted: of.accepted.iter().map(|&hits| of_all(hits)).collect(),
        in_zone: of_all(of.in_zone),
        efficient: of_all(of.efficient),
        regret: regret(of, tally.open),
        ranks: of.ranks.clone(),
    };
    let listed = candidates.packages.iter().zip(&candidates.origins).zip(&tally.candidates);
    Study {
        open: of_all(tally.open),
        choices,
        principals: plan.principals().iter().map(|&party| PartyIdx::new(party)).collect(),
        candidates: listed.map(candidate).collect(),
        left_out: candidates.left_out,
        anew: tally.anew,
    }
}

fn regret(of: &crate::tally::OfCandidate, open: u64) -> Regret {
    let mean = |sum: u128, draws: u64| {
        let draws = u128::from(draws);
        (0 < draws).then(|| u64::try_from((sum + draws / 2) / draws).unwrap_or(u64::MAX))
    };
    let in_95 = (open * 95).div_ceil(100);
    Regret {
        mean: mean(of.regret, of.in_zone),
        mean_or_nothing: mean(of.regret_or_nothing, open),
        in_95: if open == 0 { None } else { of.regret_within(in_95) },
        largest: (0 < open && of.in_zone == open).then_some(of.largest),
    }
}
