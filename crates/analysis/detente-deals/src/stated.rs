//! The first answer: what follows from the stated limits alone, without any number.

use detente_base::{Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask, Want};

use crate::examples::{Example, examples};
use crate::why::{Conflicts, conflicts};
use crate::{DealsError, LimitRef, Lowered, Settings, lower};

/// What follows from the stated limits alone.
#[derive(Clone, Debug)]
pub struct StatedAnswer {
    /// The model it was read off; its utilities are all zero.
    pub lowered: Lowered,
    /// Per limit of the model, whether it is in force.
    pub in_force: Vec<bool>,
    /// The packages there are, rules aside.
    pub space: u128,
    /// The packages within the rules.
    pub within_rules: u128,
    /// The packages within the rules and every limit in force.
    pub zone: u128,
    /// Of the zone, the packages with each choice.
    pub remaining: Table<IssueIdx, Table<ChoiceIdx, u128>>,
    /// What each limit excludes by itself.
    pub excluded: Vec<Excluded>,
    /// Different packages of the zone.
    pub examples: Vec<Example>,
    /// What cannot hold together, where there is no package.
    pub conflicts: Option<Conflicts>,
}

/// What one limit excludes by itself, of what the rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The limit.
    pub limit: LimitRef,
    /// Whether it is in force.
    pub in_force: bool,
    /// How many packages it excludes.
    pub packages: u128,
    /// The choices it excludes altogether.
    pub choices: Vec<(IssueIdx, ChoiceIdx)>,
}

/// Answers without any number.
///
/// # Cost
/// One full search per limit and one for the zone; see the engine's `scan`.
///
/// # Errors
/// [`DealsError::Stopped`] where the search is out of reach or was cancelled.
pub fn stated(case: &Case, settings: &Settings, watch: &dyn Watch) -> Result<StatedAnswer, DealsError> {
    let lowered = lower(case, None)?;
    let mut ask = lowered.ask(case, settings);
    ask.bottom_lines = false;
    let open = Ask { limits: vec![false; ask.limits.len()], fixed: vec![None; ask.fixed.len()], ..ask.clone() };
    let within_rules = scan(&lowered, &open, watch)?;
    let zone = scan(&lowered, &ask, watch)?;
    let excluded = (0..lowered.limits.len())
        .map(|limit| excluded_by(&lowered, &open, &within_rules, limit, ask.limits[limit], watch))
        .collect::<Result<_, _>>()?;
    let examples = examples(case, &lowered, &ask, settings, None, watch)?;
    let conflicts = if zone.count == 0 { conflicts(case, None, &lowered, &ask, watch)? } else { None };
    Ok(StatedAnswer {
        space: case.packages().ok_or(engine::Stopped::SpaceTooLarge)?,
        within_rules: within_rules.count,
        zone: zone.count,
        remaining: remaining(&lowered, &zone.remaining),
        excluded,
        examples,
        conflicts,
        in_force: ask.limits,
        lowered,
    })
}

fn scan(lowered: &Lowered, ask: &Ask, watch: &dyn Watch) -> Result<engine::Scan, DealsError> {
    Ok(engine::scan(&lowered.model, ask, Want::Count, watch)?)
}

fn excluded_by(
    lowered: &Lowered,
    open: &Ask,
    within_rules: &engine::Scan,
    limit: usize,
    in_force: bool,
    watch: &dyn Watch,
) -> Result<Excluded, DealsError> {
    let mut alone = open.clone();
    alone.limits[limit] = true;
    let left = scan(lowered, &alone, watch)?;
    let mut choices = Vec::new();
    for (issue, order) in lowered.order.iter() {
        let counts = |scan: &engine::Scan, rank: usize| scan.remaining[detente_base::Index::position(issue)][rank];
        let gone = |rank: &usize| 0 < counts(within_rules, *rank) && counts(&left, *rank) == 0;
        choices.extend((0..order.len()).filter(gone).map(|rank| (issue, order[rank])));
    }
    choices.sort_unstable();
    Ok(Excluded { limit: lowered.limits[limit], in_force, packages: within_rules.count - left.count, choices })
}

/// Counts per choice, from κ's order to the case's.
pub(crate) fn remaining(lowered: &Lowered, counts: &[Vec<u128>]) -> Table<IssueIdx, Table<ChoiceIdx, u128>> {
    let per_issue = |(order, counts): (&Vec<ChoiceIdx>, &Vec<u128>)| {
        let mut table: Table<ChoiceIdx, u128> = order.iter().map(|_| 0).collect();
        order.iter().zip(counts).for_each(|(&choice, &count)| table[choice] = count);
        table
    };
    lowered.order.rows().zip(counts).map(per_issue).collect()
}
