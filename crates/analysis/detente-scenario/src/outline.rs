//! What is said about a scenario.

use detente_interop::scenario::Value;
use num_bigint::BigUint;

/// Everything about one scenario.
#[derive(Clone, Debug)]
pub struct Stats {
    /// Its issues and parties.
    pub outline: Outline,
    /// How many outcomes every party accepts, where they were counted; equality with a reservation value accepts.
    pub zone: Option<u64>,
    /// The efficient utilities within the zone.
    pub frontier: Frontier,
    /// Largest product of gains; none where no outcome lets every party gain.
    pub nash: Option<Solution>,
    /// Largest least share of what each could gain within the zone, then the next.
    pub kalai_smorodinsky: Option<Solution>,
    /// Largest least gain.
    pub egalitarian: Option<Solution>,
    /// Largest least gain, then the next.
    pub leximin: Option<Solution>,
    /// Largest sum of utilities.
    pub utilitarian: Option<Solution>,
    /// As `kalai_smorodinsky`, with shares of what each could gain over all outcomes.
    pub kalai_smorodinsky_all_outcomes: Option<Solution>,
    /// On the frontier, the least difference between the largest and the smallest share; what NegMAS calls Kalai–Smorodinsky.
    pub kalai_smorodinsky_least_spread: Option<Solution>,
    /// The least distance of an outcome from everybody's largest utility, each on its own scale from 0 to 1.
    pub opposition: Option<f64>,
    /// The share of outcomes in the zone.
    pub rational_fraction: Option<f64>,
}

/// The efficient utilities of a zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Descending by utilities.
    pub points: Vec<Vector>,
    /// Whether these are all.
    pub complete: bool,
    /// Where they are not: no outcome of the zone is better than some point by more than this, per party. `None` where nothing is
    /// known of that.
    pub epsilon: Option<Vec<f64>>,
}

/// A scenario's issues and parties.
#[derive(Clone, Debug)]
pub struct Outline {
    /// How many outcomes there are.
    pub outcomes: BigUint,
    /// Per issue its name and how many values.
    pub issues: Vec<(String, usize)>,
    /// The parties' names.
    pub parties: Vec<String>,
    /// The reservation values as compared with; none where every outcome is accepted.
    pub reservations: Vec<Option<f64>>,
    /// What was assumed beyond what the files say.
    pub assumptions: Vec<String>,
}

/// A utility vector and the first outcome that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// The utility of each party.
    pub utilities: Vec<f64>,
    /// The outcome: a value per issue, in the order of the scenario.
    pub outcome: Vec<Value>,
}

/// What a principle leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// How many different utility vectors attain it.
    pub ties: usize,
    /// Whether no outcome of the zone is worth more under it.
    pub proved: bool,
    /// Up to a hundred of them, that of the first outcome first.
    pub answers: Vec<Vector>,
}
