//! Frontier, principles and examples to draw.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::case::{Case, PartyIdx};
use detente::deals::{Answer, EstimatedAnswer, Listed, Principle};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Asked, Best, Estimated, Example, Head, deals, estimated, number};
use crate::examples::ExamplesEnd;
use crate::question::{About, Set};
use crate::show::package;

/// What a picture shows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Picture {
    /// `detente.picture/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// Under each set of estimates that was named.
    pub answers: Vec<PictureOfSet>,
}

/// What a picture shows of a set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PictureOfSet {
    /// The principals of the frontier, in the order of the numbers of a point.
    pub pair: Vec<String>,
    /// The points of the frontier, in the order of `frontier.points`.
    pub points: Vec<FrontierPoint>,
    /// The second answer: verdict, bottom lines, principles, frontier, examples.
    #[serde(flatten)]
    pub answer: Estimated,
}

/// A point of a frontier, with a package that attains it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FrontierPoint {
    /// Points of the principals.
    pub at: Vec<Number>,
    /// The package with the least κ.
    pub package: BTreeMap<String, String>,
    /// Points of every party.
    pub parties: BTreeMap<String, Number>,
}

/// What is most for one party within everybody's limits.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BestForAnswer {
    /// `detente.best-for/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// Under each set of estimates that was named.
    pub answers: Vec<BestForSet>,
}

/// What is most for one party under a set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BestForSet {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// The packages; null where nobody was asked about.
    pub best_for: Option<Best>,
}

/// Different packages.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Examples {
    /// `detente.examples/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// Of the zone within the stated limits.
    pub stated: Vec<Example>,
    /// Why there are no more of them.
    pub stated_end: ExamplesEnd,
    /// Under each set of estimates that was named.
    pub answers: Vec<ExamplesOfSet>,
}

/// Different packages under a set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExamplesOfSet {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// Of the zone at the centre.
    pub examples: Vec<Example>,
    /// Why there are no more of them.
    pub examples_end: ExamplesEnd,
}

/// A picture as a document.
pub fn picture(about: &About<'_>, found: &[(&EstimateSet, EstimatedAnswer)]) -> Picture {
    let of = |(set, found): &(&EstimateSet, EstimatedAnswer)| {
        let answer = estimated((about.opened, about.case), (set, found), &Principle::ALL);
        PictureOfSet { pair: answer.principals.clone(), points: points(about.case, found), answer }
    };
    Picture { schema: "detente.picture/1", case: about.head(), answers: found.iter().map(of).collect() }
}

fn points(case: &Case, found: &EstimatedAnswer) -> Vec<FrontierPoint> {
    if matches!(found.frontier.listed, Listed::Unasked | Listed::OutOfReach) {
        return Vec::new();
    }
    let points = |party: PartyIdx, of: &Answer| number(found.lowered.points(party, of.units[party.position()]));
    let point = |of: &Answer| FrontierPoint {
        at: found.principals.iter().map(|&party| points(party, of)).collect(),
        package: package(case, &of.choices),
        parties: case.parties.iter().map(|(idx, party)| (party.id.to_string(), points(idx, of))).collect(),
    };
    found.frontier.points.iter().map(point).collect()
}

/// What is most for a party, as a document.
pub fn best_for(about: &About<'_>, found: &[(&EstimateSet, EstimatedAnswer)]) -> BestForAnswer {
    let of = |(set, found): &(&EstimateSet, EstimatedAnswer)| BestForSet {
        set: about.set(set),
        best_for: estimated((about.opened, about.case), (set, found), &[]).best_for,
    };
    BestForAnswer { schema: "detente.best-for/1", case: about.head(), answers: found.iter().map(of).collect() }
}

/// Different packages as a document.
pub fn examples(about: &About<'_>, asked: &Asked<'_>) -> Examples {
    let document = deals(asked);
    let of = |(answer, (set, _)): (Estimated, &(&EstimateSet, EstimatedAnswer))| ExamplesOfSet {
        set: about.set(set),
        examples: answer.examples,
        examples_end: answer.examples_end,
    };
    Examples {
        schema: "detente.examples/1",
        case: document.case,
        stated: document.stated.examples,
        stated_end: document.stated.examples_end,
        answers: document.answers.into_iter().zip(asked.estimated).map(of).collect(),
    }
}
