//! Numbers of packages, and how well they are known.

use detente::engine::Count;
use schemars::JsonSchema;
use serde::Serialize;

/// A number of packages: its digits where it is exact, else an interval.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Packages {
    /// Exactly so many.
    Exact(String),
    /// Not exactly known.
    Interval(Interval),
}

/// An interval in which a number of packages lies.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Interval {
    /// `bounded`: both ends are proved. `estimated`: the interval holds the number in 99 of 100 samples drawn like this one.
    pub status: &'static str,
    /// Its low end.
    pub least: String,
    /// Its high end.
    pub most: String,
    /// What the sample was drawn with; null where both ends are proved.
    pub seed: Option<u64>,
}

pub(crate) fn number_of(count: &Count) -> Packages {
    match count {
        Count::Exact(number) => Packages::Exact(number.to_string()),
        Count::Bounded { .. } => Packages::Interval(interval(count, None)),
        Count::Estimated { seed, .. } => Packages::Interval(interval(count, Some(*seed))),
    }
}

fn interval(count: &Count, seed: Option<u64>) -> Interval {
    Interval { status: status(count), least: count.least().to_string(), most: count.most().to_string(), seed }
}

/// How well a number is known.
pub(crate) fn status(count: &Count) -> &'static str {
    match count {
        Count::Exact(_) => "exact",
        Count::Bounded { .. } => "bounded",
        Count::Estimated { .. } => "estimated",
    }
}
