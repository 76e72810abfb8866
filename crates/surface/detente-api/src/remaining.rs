//! What remains of every choice, given a draft.

use std::collections::BTreeMap;

use detente::base::Table;
use detente::case::{ChoiceIdx, IssueIdx};
use detente::deals::{Remaining as Found, Remains, State, member_id};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;

use crate::deals::Head;
use crate::packages::{Packages, number_of, status};
use crate::question::{About, Set};

/// What remains of every choice, given the draft on the other issues: first within the stated limits alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Remaining {
    /// `detente.remaining/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// By issue and choice.
    pub stated: BTreeMap<String, BTreeMap<String, RemainingChoice>>,
    /// Under each set of estimates.
    pub answers: Vec<RemainingEstimated>,
}

/// What remains under a set of estimates, at the centres.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RemainingEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// By issue and choice.
    pub choices: BTreeMap<String, BTreeMap<String, RemainingChoice>>,
}

/// What remains of a choice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RemainingChoice {
    /// `possible`, `only-with-others` or `excluded`, all proved; `possible-with-some` where it was not decided which of the first
    /// two; `not-decided`.
    pub state: &'static str,
    /// How many packages have it and keep to the draft on every other issue. Number of combinations in this model, not a likelihood.
    pub packages: Packages,
    /// `exact`, `bounded` or `estimated`.
    pub count_status: &'static str,
    /// Where it is excluded: one minimal set that cannot hold together with it; empty where the rules alone exclude it. There
    /// may be other sets.
    pub excluded_by: Option<Vec<String>>,
}

/// What remains as a document.
pub fn remaining(about: &About<'_>, stated: &Found, estimated: &[(&EstimateSet, Found)]) -> Remaining {
    let answer = |(set, found): &(&EstimateSet, Found)| RemainingEstimated {
        set: about.set(set),
        choices: choices(about, Some(set), found),
    };
    Remaining {
        schema: "detente.remaining/1",
        case: about.head(),
        stated: choices(about, None, stated),
        answers: estimated.iter().map(answer).collect(),
    }
}

fn choices(
    about: &About<'_>,
    set: Option<&EstimateSet>,
    found: &Found,
) -> BTreeMap<String, BTreeMap<String, RemainingChoice>> {
    let issue = |(issue, of): (IssueIdx, &Table<ChoiceIdx, Remains>)| {
        let row = &about.case.issues[issue];
        let choice = |(choice, of): (ChoiceIdx, &Remains)| (row.choices[choice].id.clone(), one(about, set, of));
        (row.id.to_string(), of.iter().map(choice).collect())
    };
    found.choices.iter().map(issue).collect()
}

fn one(about: &About<'_>, set: Option<&EstimateSet>, of: &Remains) -> RemainingChoice {
    let (state, excluded_by) = in_words(about, set, &of.state);
    RemainingChoice { state, packages: number_of(&of.packages), count_status: status(&of.packages), excluded_by }
}

/// A state's name and, where it excludes and that was asked for, by what.
pub(crate) fn in_words(
    about: &About<'_>,
    set: Option<&EstimateSet>,
    state: &State,
) -> (&'static str, Option<Vec<String>>) {
    match state {
        State::Possible => ("possible", None),
        State::OnlyWithOthers => ("only-with-others", None),
        State::PossiblySome => ("possible-with-some", None),
        State::Undecided => ("not-decided", None),
        State::Excluded(members) => {
            let ids = |members: &Vec<_>| members.iter().map(|&member| member_id(about.case, set, member)).collect();
            ("excluded", members.as_ref().map(ids))
        }
    }
}
