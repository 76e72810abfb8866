//! Why there is no deal.

mod member;
mod place;
mod read;

pub use place::{member_span, place};

use std::collections::BTreeMap;

use detente::deals::{Depth, Why as Found};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::Head;
use crate::question::{About, Set};
use read::Reader;

/// What every list of limits ends with.
pub const LAST_LINE: &str = "That a limit is listed does not mean that it should move.";

/// Which limits cannot hold together, and what opens the space: first from the stated limits alone, then with estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Why {
    /// `detente.why/1`.
    pub schema: &'static str,
    /// The case, and the package or choices asked about.
    pub case: Head,
    /// What follows from the stated limits alone.
    pub stated: WhyPart,
    /// Under each set of estimates, at the centres of its ranges.
    pub answers: Vec<WhyEstimated>,
    /// That a limit is listed does not mean that it should move.
    pub note: &'static str,
}

/// Why there is no deal under a set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// Whether there is a package with every bottom line at its `low` end, `centre` and `high` end.
    pub open_at: BTreeMap<&'static str, bool>,
    /// The answer at the centres.
    #[serde(flatten)]
    pub part: WhyPart,
}

/// One answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyPart {
    /// Whether there is a package; nothing is listed then.
    pub open: bool,
    /// Whether the lists of conflicts and relaxations are all there are.
    pub complete: bool,
    /// What the lists speak of, by id.
    pub members: BTreeMap<String, WhyMember>,
    /// The minimal sets that cannot hold together: by size, then by ids.
    pub conflicts: Vec<WhyConflict>,
    /// The minimal sets whose setting aside opens the space: by size, then by ids.
    pub relaxations: Vec<WhyRelaxation>,
    /// How far bottom lines would have to fall; null without estimates and where it was out of reach.
    pub least_movement: Option<LeastMovement>,
    /// Where a whole package was asked about: what it runs into.
    pub package: Option<WhyPackage>,
}

/// A limit, a bottom line, a fixed choice, choices in brackets or a rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyMember {
    /// `red line`, `conditional offer`, `estimated red line`, `bottom line`, `fixed choice`, `choices in brackets` or `rule`.
    pub kind: &'static str,
    /// Whose; null for rules, which are nobody's, and for what the question itself holds.
    pub party: Option<String>,
    /// Where it is written; null for what the question itself holds.
    pub place: Option<Place>,
    /// As it is written.
    pub text: String,
    /// How firm, where that is stated.
    pub firmness: Option<String>,
    /// Statements or positions of the ledger it rests on.
    pub source: Vec<String>,
    /// The reason given for an assumption.
    pub because: Option<String>,
    /// Whether setting it aside, and nothing else, opens the space.
    pub opens_alone: bool,
}

/// A line of a file of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The file, as it is called in the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// Members that no package meets together, each of which is needed for that.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyConflict {
    /// The members.
    pub members: Vec<String>,
    /// A minimal set of rules the contradiction needs besides.
    pub rules: Vec<String>,
}

/// Members whose setting aside opens the space, each of which is needed for that.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyRelaxation {
    /// The members.
    pub drop: Vec<String>,
    /// How many packages there are then; null where that was out of reach.
    pub reopens: Option<Reopens>,
    /// Where bottom lines are among the members: by how much they would have to fall, the other members being set aside.
    pub amounts: Option<Amounts>,
}

/// A number of packages.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reopens {
    /// The number, where it is exact.
    pub count: Option<String>,
    /// `exact`, `bounded` or `estimated`.
    pub count_status: &'static str,
    /// Where it is not exact, its least and its most.
    pub range: Option<[String; 2]>,
}

/// Reductions of bottom lines in points; none can be made smaller alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Amounts {
    /// Per reduction, points by party, each party's own.
    pub least: Vec<BTreeMap<String, Number>>,
    /// Whether these are all.
    pub complete: bool,
}

/// The least movement of bottom lines that opens the space, in points; a sum adds different parties' points.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LeastMovement {
    /// `open`, `opens`, or `cannot-open`: no package meets rules and limits, whatever the bottom lines.
    pub status: &'static str,
    /// Per party, how far its bottom line alone would have to fall; null where that opens nothing.
    pub alone: BTreeMap<String, Option<Number>>,
    /// The least sum.
    pub sum: Option<Number>,
    /// The least that the party which moves most has to move.
    pub max: Option<Number>,
    /// Per party, what falls where the sum and the most are attained: `sum` and `max`.
    pub movements: BTreeMap<&'static str, BTreeMap<String, Number>>,
}

/// What a whole package runs into.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhyPackage {
    /// The rules it breaks.
    pub rules: Vec<String>,
    /// The limits it crosses and the bottom lines it does not reach.
    pub excluded_by: Vec<String>,
    /// By how many of its own points it misses a party's bottom line that counts.
    pub shortfall: BTreeMap<String, Number>,
    /// By how many of its own points it lies below the most each party could get within everybody's limits; null without
    /// estimates and without such a package.
    pub below_best: Option<BTreeMap<String, BelowBest>>,
}

/// How far below the most a party could get.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BelowBest {
    /// In its own points; negative where the package is worth more to it.
    pub points: Number,
    /// Whether that most is proved.
    pub proved: bool,
}

/// The answer as a document.
pub fn why(about: &About<'_>, stated: &(Found, Depth), estimated: &[(&EstimateSet, (Found, Depth))]) -> Why {
    let answer = |(set, (found, depth)): &(&EstimateSet, (Found, Depth))| WhyEstimated {
        set: about.set(set),
        open_at: found
            .levels
            .into_iter()
            .flat_map(|levels| ["low", "centre", "high"].into_iter().zip(levels))
            .collect(),
        part: Reader { about, set: Some(set), found, depth }.part(),
    };
    Why {
        schema: "detente.why/1",
        case: about.head(),
        stated: Reader { about, set: None, found: &stated.0, depth: &stated.1 }.part(),
        answers: estimated.iter().map(answer).collect(),
        note: LAST_LINE,
    }
}
