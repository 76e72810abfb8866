//! Who can move what.

use std::collections::BTreeMap;

use detente::base::Index;
use detente::case::{ChoiceIdx, IssueIdx};
use detente::deals::{Gives as Found, Open};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::Head;
use crate::question::{About, Set, points};

/// What is open on each issue, and what each party has at stake there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Gives {
    /// `detente.gives/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// Per issue, the choices that some package within the stated limits has.
    pub open: BTreeMap<String, Vec<String>>,
    /// What each party has at stake under each set of estimates.
    pub answers: Vec<GivesEstimated>,
}

/// What is at stake under a set of estimates, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GivesEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// Per issue, the choices that some package of the zone has.
    pub open: BTreeMap<String, Vec<String>>,
    /// Per issue and party, the points between the open choice worth most to it and the one worth least, linkages apart.
    pub at_stake: BTreeMap<String, BTreeMap<String, Number>>,
    /// Per party, the points of each of its linkages.
    pub linkages: BTreeMap<String, Vec<Number>>,
}

/// What is at stake as a document.
pub fn gives(about: &About<'_>, stated: &Open, estimated: &[(&EstimateSet, Found)]) -> Gives {
    Gives {
        schema: "detente.gives/1",
        case: about.head(),
        open: open(about, stated),
        answers: estimated.iter().map(|(set, found)| answer(about, set, found)).collect(),
    }
}

fn open(about: &About<'_>, open: &Open) -> BTreeMap<String, Vec<String>> {
    let of = |(issue, choices): (IssueIdx, &Vec<ChoiceIdx>)| {
        let row = &about.case.issues[issue];
        (row.id.to_string(), choices.iter().map(|&choice| row.choices[choice].id.clone()).collect())
    };
    open.iter().map(of).collect()
}

fn answer(about: &About<'_>, set: &EstimateSet, found: &Found) -> GivesEstimated {
    let lowered = &found.lowered;
    let stakes = |(issue, stakes): (IssueIdx, &Vec<i64>)| {
        let by_party = about.by_party(|party| points(lowered, party, stakes[party.position()]));
        (about.case.issues[issue].id.to_string(), by_party)
    };
    GivesEstimated {
        set: about.set(set),
        open: open(about, &found.open),
        at_stake: found.stakes.iter().map(stakes).collect(),
        linkages: about.by_party(|party| {
            found.linkages[party.position()].iter().map(|&units| points(lowered, party, units)).collect()
        }),
    }
}
