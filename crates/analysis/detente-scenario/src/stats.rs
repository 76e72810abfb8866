//! Everything about a scenario whose outcomes can be gone through one by one.

use detente_base::Watch;
use detente_engine::Stopped;
use detente_interop::scenario::{Levels, Meaning, Reservation, Scenario};
use num_bigint::BigUint;
use num_traits::ToPrimitive;
use thiserror::Error;

use crate::column::Column;
use crate::fold::Folded;
use crate::frontier::{frontier, zone};
use crate::measures::opposition;
use crate::outline::{Frontier, Outline, Solution, Stats, Vector};
use crate::principles::{Gains, Rule};
use crate::space::Space;

/// Outcomes times parties that are gone through, eight bytes each.
pub const MOST_CELLS: u64 = 1 << 26;

/// Vectors listed of an answer.
const LISTED: usize = 100;

/// Why a scenario is not gone through.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StatsError {
    /// More outcomes than can be gone through.
    #[error("{outcomes} outcomes of {parties} parties are more than can be gone through one by one")]
    TooMany {
        /// How many there are.
        outcomes: BigUint,
        /// Of how many parties.
        parties: usize,
    },
    /// An issue with more values than are ever listed.
    #[error("an issue has more than ten million values")]
    TooLong,
    /// The work was stopped.
    #[error("stopped")]
    Cancelled,
    /// What is paid where only the largest or the smallest of some payments counts, in a scenario too large to go through.
    #[error("of some payments only the largest or smallest counts, and the outcomes are too many to be gone through")]
    Aggregation,
    /// The engine gave no answer.
    #[error(transparent)]
    Engine(#[from] Stopped),
}

/// Goes through the outcomes of a scenario.
///
/// # Cost
/// Outcomes × parties, and the frontier's.
/// # Source
/// DEFINITIONS 10–12.
pub fn stats(scenario: &Scenario, levels: Levels, watch: &dyn Watch) -> Result<Stats, StatsError> {
    let space = Space::new(scenario, levels).ok_or(StatsError::TooLong)?;
    let parties = scenario.profiles.len();
    let outcomes = space.outcomes();
    let cells =
        outcomes.to_u64().and_then(|outcomes| outcomes.checked_mul(u64::try_from(parties).unwrap_or(u64::MAX).max(1)));
    let number = outcomes.to_usize().filter(|_| cells.is_some_and(|cells| cells <= MOST_CELLS));
    let Some(number) = number else { return Err(StatsError::TooMany { outcomes, parties }) };
    if watch.cancelled() {
        return Err(StatsError::Cancelled);
    }
    let held = match Folded::new(&space) {
        Some(folded) => {
            watch.advance(cells.unwrap_or(u64::MAX));
            folded
        }
        None => one_by_one(&space, number, watch)?,
    };
    Ok(told(&held, scenario, &space, number))
}

/// Everything that follows from what a scenario holds.
pub(crate) fn told(held: &Folded, scenario: &Scenario, space: &Space, number: usize) -> Stats {
    let Folded { columns, points, numbers, zone, opposition } = held;
    let gains = Gains::new(columns, points);
    let vector = |point: usize| vector(point, numbers, columns, space);
    let at = |rule: Rule| solution(&gains.chosen(rule), points, vector);
    Stats {
        zone: u64::try_from(*zone).ok(),
        frontier: Frontier {
            points: points.iter().map(|&point| vector(point)).collect(),
            complete: true,
            epsilon: None,
        },
        nash: at(Rule::Nash),
        kalai_smorodinsky: at(Rule::KalaiSmorodinsky),
        egalitarian: at(Rule::Egalitarian),
        leximin: at(Rule::Leximin),
        utilitarian: at(Rule::Utilitarian),
        kalai_smorodinsky_all_outcomes: at(Rule::OverAllOutcomes),
        kalai_smorodinsky_least_spread: at(Rule::LeastSpread),
        opposition: *opposition,
        rational_fraction: zone.to_f64().zip(number.to_f64()).map(|(zone, all)| zone / all),
        outline: outline(scenario, space),
    }
}

/// A scenario's issues, parties and what its reading adds.
pub(crate) fn outline(scenario: &Scenario, space: &Space) -> Outline {
    let issues = scenario.issues.iter().zip(&space.values).map(|(issue, values)| (issue.name.clone(), values.len()));
    let mut assumptions = Vec::new();
    for &issue in &space.sampled {
        let values = space.values.get(issue).map_or(0, Vec::len);
        let name = &scenario.issues[issue].name;
        assumptions.push(format!(
            "\"{name}\" can be any number within bounds; {values} of them, evenly spread, are gone through"
        ));
    }
    for profile in &scenario.profiles {
        if profile.reservation == Reservation::Anything {
            let name = &profile.name;
            assumptions.push(format!("\"{name}\" accepts every outcome; its gains are counted from its least utility"));
        }
        if profile.discount.is_some() {
            assumptions.push(format!("\"{}\": utilities shrink with time, which is left out", profile.name));
        }
    }
    if scenario.profiles.iter().any(|profile| profile.meaning == Meaning::Genius) {
        assumptions.push("utilities as GENIUS evaluates them: each issue divided by its largest evaluation".to_owned());
    }
    let reservation = |worth: &detente_interop::scenario::Worth| {
        worth.reservation.as_ref().map(|at| crate::column::ratio(at.numer(), at.denom()))
    };
    Outline {
        outcomes: space.outcomes(),
        issues: issues.collect(),
        parties: scenario.profiles.iter().map(|profile| profile.name.clone()).collect(),
        reservations: space.worths.iter().map(reservation).collect(),
        assumptions,
    }
}

/// Goes through the outcomes, because some utility is no sum over issues.
pub(crate) fn one_by_one(space: &Space, number: usize, watch: &dyn Watch) -> Result<Folded, StatsError> {
    let mut columns = Vec::with_capacity(space.worths.len());
    for worth in &space.worths {
        if watch.cancelled() {
            return Err(StatsError::Cancelled);
        }
        columns.push(Column::new(worth, space));
        watch.advance(u64::try_from(number).unwrap_or(u64::MAX));
    }
    let zone = zone(&columns, number);
    let (points, opposition) = (frontier(&columns, &zone), opposition(&columns, number));
    Ok(Folded { columns, points, numbers: (0..number).collect(), zone: zone.len(), opposition })
}

fn vector(point: usize, numbers: &[usize], columns: &[Column], space: &Space) -> Vector {
    Vector {
        utilities: columns.iter().map(|column| column.utility(column.codes[point])).collect(),
        outcome: space.in_words(&space.outcome(numbers[point])).into_iter().cloned().collect(),
    }
}

fn solution(chosen: &[usize], points: &[usize], vector: impl Fn(usize) -> Vector) -> Option<Solution> {
    let mut outcomes: Vec<usize> = chosen.iter().filter_map(|&at| points.get(at)).copied().collect();
    outcomes.sort_unstable();
    let answers: Vec<Vector> = outcomes.iter().take(LISTED).map(|&point| vector(point)).collect();
    (!answers.is_empty()).then_some(Solution { ties: outcomes.len(), proved: true, answers })
}
