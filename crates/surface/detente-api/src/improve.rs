//! Improvements on a package.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::deals::{Answer, Choices, Improvements, StatedComparison};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::Head;
use crate::question::{About, Set, Worth, points, worth};
use crate::show::package;

/// A package, and what nobody among the principals finds worse and somebody better.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Improve {
    /// `detente.improve/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// The package.
    pub package: BTreeMap<String, String>,
    /// Whether it meets all rules and every stated limit that binds.
    pub in_zone: bool,
    /// The improvements under each set of estimates.
    pub answers: Vec<ImproveEstimated>,
}

/// Improvements under a set of estimates, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImproveEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// The parties whose gains count.
    pub principals: Vec<String>,
    /// Whether the package lies in the zone.
    pub in_zone: bool,
    /// What it is worth to each party.
    pub parties: BTreeMap<String, Worth>,
    /// Whether something is better for one principal without being worse for another; proved.
    pub improvable: bool,
    /// Whether all efficient improvements are listed.
    pub complete: bool,
    /// The efficient improvements, as far as they are listed.
    pub efficient: Vec<Improvement>,
    /// The largest improvement under each principle; null where there is none.
    pub principles: BTreeMap<&'static str, Option<Vec<Improvement>>>,
}

/// A package that improves on another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Improvement {
    /// The package with the least κ.
    pub package: BTreeMap<String, String>,
    /// How many packages have the same points for the principals; null where that is not known.
    pub packages: Option<String>,
    /// What it is worth to each party.
    pub parties: BTreeMap<String, Worth>,
    /// Points it gives each party beyond the other package.
    pub beyond: BTreeMap<String, Number>,
}

/// Improvements as a document.
pub fn improve(
    about: &About<'_>,
    choices: &Choices,
    stated: &StatedComparison,
    estimated: &[(&EstimateSet, Improvements)],
) -> Improve {
    Improve {
        schema: "detente.improve/1",
        case: about.head(),
        package: package(about.case, choices),
        in_zone: stated.in_zone.iter().all(|in_zone| *in_zone),
        answers: estimated.iter().map(|(set, found)| answer(about, choices, set, found)).collect(),
    }
}

fn answer(about: &About<'_>, choices: &Choices, set: &EstimateSet, found: &Improvements) -> ImproveEstimated {
    let lowered = &found.lowered;
    let improvements = |answers: &[Answer]| answers.iter().map(|answer| improvement(about, found, answer)).collect();
    let some = |answers: &[Answer]| Some(improvements(answers)).filter(|answers: &Vec<_>| !answers.is_empty());
    let principles = detente::deals::Principle::ALL.iter().map(|principle| {
        let of = found.principles.iter().find(|answer| answer.principle == *principle);
        (principle.id(), of.and_then(|of| some(&of.answers)))
    });
    let at = lowered.package(choices);
    ImproveEstimated {
        set: about.set(set),
        principals: found.principals.iter().map(|&party| about.party(party)).collect(),
        in_zone: found.in_zone,
        parties: about.by_party(|party| worth(lowered, party, found.units[party.position()], &at)),
        improvable: found.improvable,
        complete: found.efficient.is_complete(),
        efficient: improvements(&found.efficient.points),
        principles: principles.collect(),
    }
}

fn improvement(about: &About<'_>, found: &Improvements, answer: &Answer) -> Improvement {
    let lowered = &found.lowered;
    let at = lowered.package(&answer.choices);
    Improvement {
        package: package(about.case, &answer.choices),
        packages: answer.packages.map(|packages| packages.to_string()),
        parties: about.by_party(|party| worth(lowered, party, answer.units[party.position()], &at)),
        beyond: about.by_party(|party| points(lowered, party, found.beyond(party, answer))),
    }
}
