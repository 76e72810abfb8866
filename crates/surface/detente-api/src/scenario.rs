//! Everything about scenarios of automated negotiation.

use detente::interop::Number as Written;
use detente::interop::scenario::Value as Choice;
use detente::scenarios::{self, Stats, Vector};
use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Number, Value};

/// Everything about scenarios.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScenarioStats {
    /// `detente.scenario-stats/1`.
    pub schema: &'static str,
    /// `genius` (each issue divided by its largest evaluation) or `raw` (weighted sums as written); only GENIUS files have both.
    pub semantics: &'static str,
    /// One per folder, in order of path.
    pub scenarios: Vec<OneScenario>,
}

/// Everything about one scenario.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OneScenario {
    /// The folder, from the one that was named; its own name where it is that one.
    pub path: String,
    /// The number of outcomes; a decimal text beyond 2⁵³.
    #[schemars(with = "Value")]
    pub outcomes: Value,
    /// The issues, in the order of the files.
    pub issues: Vec<IssueSize>,
    /// The parties, in order of file name.
    pub parties: Vec<String>,
    /// The least each party accepts; null where that is anything.
    pub reservations: Vec<Option<f64>>,
    /// How many outcomes every party accepts; null where they were not counted.
    pub zone_outcomes: Option<u64>,
    /// The efficient utilities of the zone.
    pub frontier: ScenarioFrontier,
    /// Largest product of gains; null where no outcome lets every party gain.
    pub nash: Option<ScenarioSolution>,
    /// Largest least share of what each could gain within the zone, then the next.
    pub kalai_smorodinsky: Option<ScenarioSolution>,
    /// Largest least gain.
    pub egalitarian: Option<ScenarioSolution>,
    /// Largest least gain, then the next.
    pub leximin: Option<ScenarioSolution>,
    /// Largest sum of utilities.
    pub utilitarian: Option<ScenarioSolution>,
    /// Other definitions in use, by name.
    pub other_definitions: OtherDefinitions,
    /// The least distance of an outcome from everybody's largest utility, each party on a scale from 0 to 1; null where nobody
    /// prefers anything or outcomes were not gone through.
    pub opposition: Option<f64>,
    /// The share of outcomes in the zone.
    pub rational_fraction: Option<f64>,
    /// What was assumed beyond what the files say.
    pub assumptions: Vec<String>,
}

/// An issue and its number of values.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IssueSize {
    /// Its name.
    pub name: String,
    /// How many values it has.
    pub values: usize,
}

/// The efficient utilities.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScenarioFrontier {
    /// How many there are.
    pub size: usize,
    /// Utilities per party, descending; at most as many as were asked for.
    pub points: Vec<Vec<f64>>,
    /// Whether `size` counts all of them.
    pub complete: bool,
    /// Where it does not: no outcome is better than some point by more than this, per party.
    pub epsilon: Option<Vec<f64>>,
}

/// What a principle leads to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScenarioSolution {
    /// The utility of each party.
    pub utilities: Vec<f64>,
    /// The value of each issue, by its name.
    #[schemars(with = "Value")]
    pub outcome: Outcome,
    /// How many different utility vectors attain it.
    pub ties: usize,
    /// Whether no outcome is worth more under it.
    pub proved: bool,
    /// The vectors that attain it, that above first; at most 100.
    pub answers: Vec<Vec<f64>>,
}

/// Other definitions of Kalai–Smorodinsky in use.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OtherDefinitions {
    /// Shares of what each could gain over all outcomes, whether in the zone or not.
    pub kalai_smorodinsky_all_outcomes: Option<ScenarioSolution>,
    /// The point of the frontier where shares differ least, as NegMAS has it.
    pub kalai_smorodinsky_least_spread: Option<ScenarioSolution>,
}

/// The value of each issue, in the order of the files.
#[derive(Clone, Debug)]
pub struct Outcome(Vec<(String, Choice)>);

impl Outcome {
    /// Each issue and its value.
    pub fn in_words(&self) -> String {
        let words = self.0.iter().map(|(issue, value)| format!("{issue}: {}", value.shown()));
        words.collect::<Vec<_>>().join(", ")
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (issue, value) in &self.0 {
            match value {
                Choice::Text(text) => map.serialize_entry(issue, text)?,
                Choice::Truth(truth) => map.serialize_entry(issue, truth)?,
                Choice::Number(number) => map.serialize_entry(issue, &written(number))?,
            }
        }
        map.end()
    }
}

fn written(number: &Written) -> Value {
    number
        .whole()
        .map_or_else(|| Number::from_f64(number.approximate()).map_or(Value::Null, Value::Number), Value::from)
}

/// The largest whole number that every reader of JSON holds exactly.
const EXACT: u64 = 1 << 53;

/// A scenario with its path as a document, listing at most so many points of the frontier.
pub fn one_scenario(path: &str, stats: &Stats, max_points: usize) -> OneScenario {
    let outline = &stats.outline;
    let solution = |found: &Option<scenarios::Solution>| found.as_ref().and_then(|found| solution(found, stats));
    let outcomes = u64::try_from(&outline.outcomes).ok().filter(|outcomes| *outcomes <= EXACT);
    OneScenario {
        path: path.to_owned(),
        outcomes: outcomes.map_or_else(|| Value::from(outline.outcomes.to_string()), Value::from),
        issues: outline.issues.iter().map(|(name, values)| IssueSize { name: name.clone(), values: *values }).collect(),
        parties: outline.parties.clone(),
        reservations: outline.reservations.clone(),
        zone_outcomes: stats.zone,
        frontier: ScenarioFrontier {
            size: stats.frontier.points.len(),
            points: stats.frontier.points.iter().take(max_points).map(|point| point.utilities.clone()).collect(),
            complete: stats.frontier.complete,
            epsilon: stats.frontier.epsilon.clone(),
        },
        nash: solution(&stats.nash),
        kalai_smorodinsky: solution(&stats.kalai_smorodinsky),
        egalitarian: solution(&stats.egalitarian),
        leximin: solution(&stats.leximin),
        utilitarian: solution(&stats.utilitarian),
        other_definitions: OtherDefinitions {
            kalai_smorodinsky_all_outcomes: solution(&stats.kalai_smorodinsky_all_outcomes),
            kalai_smorodinsky_least_spread: solution(&stats.kalai_smorodinsky_least_spread),
        },
        opposition: stats.opposition,
        rational_fraction: stats.rational_fraction,
        assumptions: outline.assumptions.clone(),
    }
}

fn solution(found: &scenarios::Solution, stats: &Stats) -> Option<ScenarioSolution> {
    let first: &Vector = found.answers.first()?;
    let names = stats.outline.issues.iter().map(|(name, _)| name.clone());
    Some(ScenarioSolution {
        utilities: first.utilities.clone(),
        outcome: Outcome(names.zip(first.outcome.iter().cloned()).collect()),
        ties: found.ties,
        proved: found.proved,
        answers: found.answers.iter().map(|answer| answer.utilities.clone()).collect(),
    })
}

/// Scenarios as one document.
pub fn scenario_stats(semantics: &'static str, scenarios: Vec<OneScenario>) -> ScenarioStats {
    ScenarioStats { schema: "detente.scenario-stats/1", semantics, scenarios }
}
