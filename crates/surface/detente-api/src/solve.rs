//! Every answer about a plain numeric model. Parties, issues and choices are counted from 0; parts that were not asked for are
//! absent.

use std::collections::BTreeMap;
use std::time::Duration;

use detente::base::Decimal;
use detente::engine::{self, Chosen, Count, Member};
use detente::solve::{Movement, Solved, member_name};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

/// Every answer that was asked for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Solve {
    /// `detente.solve/1`.
    pub schema: &'static str,
    /// The number of packages of the model, rules aside.
    pub space: String,
    /// Whether there is a package that all whose consent it needs accept, and how many.
    pub zone: Zone,
    /// The efficient utility vectors of the zone over the principals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frontier: Option<Frontier>,
    /// The principles by name; null without a package, and for `nash` where no principal can gain.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub principles: BTreeMap<&'static str, Option<Solution>>,
    /// By how much bottom lines would have to fall for the zone to hold a package; null if the time ended first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_movement: Option<Option<LeastMovement>>,
    /// The minimal sets of limits that no package within the rules meets together; none where there is a package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflicts: Option<Conflicts>,
    /// The minimal sets of limits whose dropping opens the zone; none where there is a package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relaxations: Option<Relaxations>,
    /// Milliseconds per question; `zone` is whether there is a package.
    pub elapsed_ms: BTreeMap<&'static str, Number>,
}

/// The packages that all whose consent they need accept.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Zone {
    /// Whether there is one; null if the time ended before it was decided.
    pub feasible: Option<bool>,
    /// How they were counted, if that was asked.
    #[serde(flatten)]
    pub counted: Option<Counted>,
}

/// A number of packages: one of the three is not null.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Counted {
    /// Exactly so many.
    pub count: Option<String>,
    /// Proved to be no fewer than the first and no more than the second.
    pub count_bounds: Option<[String; 2]>,
    /// Estimated.
    pub count_estimate: Option<Estimate>,
}

/// An interval that holds the number in 99 of 100 samples drawn like this one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Estimate {
    /// Its low end.
    pub lo: String,
    /// Its high end.
    pub hi: String,
    /// 0.99.
    pub level: f64,
    /// What the sample was drawn with.
    pub seed: u64,
}

/// The efficient utility vectors.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Frontier {
    /// Whether these are all.
    pub complete: bool,
    /// Per principal: for every package of the zone some point is at least as good up to this. Null where all points are listed,
    /// and where the points cover nothing because the time ended.
    pub epsilon: Option<Vec<i64>>,
    /// How many points there are.
    pub size: usize,
    /// Units of the principals, lexicographically descending.
    pub points: Vec<Vec<i64>>,
}

/// What a principle leads to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Solution {
    /// Units of every party in the first answer.
    pub utilities: Vec<i64>,
    /// Its package: the choice of each issue.
    pub package: Vec<usize>,
    /// Whether no package of the zone is worth more under the principle.
    pub proved: bool,
    /// Where it is not proved, a number that no package exceeds.
    pub bound: Option<f64>,
    /// The number of distinct utility vectors that attain it.
    pub ties: usize,
    /// The principals.
    pub over: Vec<usize>,
    /// The vectors, that of the first package first; at most 100.
    pub answers: Vec<Attained>,
    /// Whether all of them are listed.
    pub complete: bool,
}

/// A utility vector that attains a principle.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Attained {
    /// Units of every party.
    pub utilities: Vec<i64>,
    /// The first package with this vector over the principals.
    pub package: Vec<usize>,
    /// How many packages have it; null where that is not known.
    pub packages: Option<String>,
    /// The principals to whom it is worth more than their bottom line.
    pub gaining: Vec<usize>,
}

/// By how much bottom lines would have to fall.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LeastMovement {
    /// `open`: there is a package already. `opens`: lower bottom lines would open the zone. `cannot-open`: no package meets rules
    /// and red lines, whatever the bottom lines.
    pub status: &'static str,
    /// Per party, by how much its own alone would have to fall; null where that does not help.
    pub alone: Vec<Option<i64>>,
    /// The least sum over all parties; it adds units that have no common meaning.
    pub sum: Option<i64>,
    /// The least amount by which no bottom line would have to fall more.
    pub max: Option<i64>,
}

/// Sets of limits: `bottom:J` is the bottom line of party J, `red:R` the R-th entry of `forbidden`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Conflicts {
    /// Whether these are all.
    pub complete: bool,
    /// The sets, by size and then by their members.
    pub sets: Vec<Vec<String>>,
}

/// Sets of limits whose dropping opens the zone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Relaxations {
    /// Whether these are all.
    pub complete: bool,
    /// The sets, by size and then by their members.
    pub sets: Vec<Relaxation>,
}

/// A minimal set of limits whose dropping opens the zone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Relaxation {
    /// The set.
    pub drop: Vec<String>,
    /// How many packages there are without it; null where that is not known.
    pub reopens: Option<String>,
}

/// The answers about a numeric model as a document.
pub fn solve(solved: &Solved) -> Solve {
    Solve {
        schema: "detente.solve/1",
        space: solved.space.to_string(),
        zone: Zone { feasible: solved.feasible, counted: solved.count.as_ref().map(counted) },
        frontier: solved.frontier.as_ref().map(|found| frontier(solved, found)),
        principles: solved
            .principles
            .iter()
            .map(|(question, chosen)| (question.key(), chosen.as_ref().and_then(|chosen| solution(solved, chosen))))
            .collect(),
        least_movement: solved.least_movement.as_ref().map(|found| found.as_ref().map(least_movement)),
        conflicts: solved.conflicts.as_ref().map(|found| {
            let sets = found.sets.iter().map(|set| names(set)).collect();
            Conflicts { complete: found.complete, sets }
        }),
        relaxations: solved.relaxations.as_ref().map(|found| {
            let relaxation = |of: &detente::solve::Relaxation| Relaxation {
                drop: names(&of.drop),
                reopens: of.reopens.as_ref().map(ToString::to_string),
            };
            Relaxations { complete: found.complete, sets: found.sets.iter().map(relaxation).collect() }
        }),
        elapsed_ms: solved.elapsed.iter().map(|(key, elapsed)| (*key, milliseconds(*elapsed))).collect(),
    }
}

fn counted(count: &Count) -> Counted {
    match count {
        Count::Exact(number) => Counted { count: Some(number.to_string()), ..Counted::default() },
        Count::Bounded { least, most } => {
            Counted { count_bounds: Some([least.to_string(), most.to_string()]), ..Counted::default() }
        }
        Count::Estimated { least, most, seed } => {
            let estimate = Estimate { lo: least.to_string(), hi: most.to_string(), level: 0.99, seed: *seed };
            Counted { count_estimate: Some(estimate), ..Counted::default() }
        }
    }
}

fn frontier(solved: &Solved, found: &engine::Frontier) -> Frontier {
    let point = |point: &engine::Attained| solved.principals.iter().map(|&party| point.utilities[party]).collect();
    let points: Vec<Vec<i64>> = found.points.iter().map(point).collect();
    Frontier { complete: found.complete, epsilon: found.epsilon.clone(), size: points.len(), points }
}

fn solution(solved: &Solved, chosen: &Chosen) -> Option<Solution> {
    let first = chosen.answers.first()?;
    Some(Solution {
        utilities: first.attained.utilities.clone(),
        package: first.attained.witness.clone(),
        proved: chosen.proved,
        bound: chosen.bound,
        ties: chosen.answers.len(),
        over: solved.principals.clone(),
        answers: chosen.answers.iter().map(|answer| attained(solved, &answer.attained)).collect(),
        complete: chosen.complete,
    })
}

fn attained(solved: &Solved, found: &engine::Attained) -> Attained {
    let gains = |&party: &usize| solved.bottom_lines[party].is_some_and(|line| line < found.utilities[party]);
    Attained {
        utilities: found.utilities.clone(),
        package: found.witness.clone(),
        // The largest number stands for more than can be told.
        packages: found.packages.filter(|packages| *packages != u128::MAX).map(|packages| packages.to_string()),
        gaining: solved.principals.iter().copied().filter(gains).collect(),
    }
}

fn least_movement(found: &detente::solve::LeastMovement) -> LeastMovement {
    LeastMovement {
        status: match found.status {
            Movement::Open => "open",
            Movement::Opens => "opens",
            Movement::CannotOpen => "cannot-open",
        },
        alone: found.alone.clone(),
        sum: found.sum,
        max: found.max,
    }
}

fn names(members: &[Member]) -> Vec<String> {
    members.iter().map(|&member| member_name(member)).collect()
}

/// Milliseconds to a thousandth.
fn milliseconds(elapsed: Duration) -> Number {
    let micros = i64::try_from(elapsed.as_micros()).unwrap_or(i64::MAX);
    Decimal::from_thousandths(micros).to_string().parse().unwrap_or_else(|_| Number::from(0))
}
