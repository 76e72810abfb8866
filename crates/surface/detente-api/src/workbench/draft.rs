//! A draft as it is being built.

use std::collections::BTreeMap;

use detente::base::{Index, Table};
use detente::case::{ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{Crossing, DraftAnswer, Lowered, Remains, State, standing};
use detente::estimate::EstimateSet;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::{Head, limit_ids};
use crate::lens::{Lens, lenses};
use crate::question::{About, Set, points};
use crate::remaining::in_words;
use crate::show::package;

/// What a draft leaves: first within the stated limits alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DraftLeft {
    /// `detente.draft/1`.
    pub schema: &'static str,
    /// The case.
    pub case: Head,
    /// Within the stated limits alone.
    pub stated: Left,
    /// Under each set of estimates that was named, at the centres.
    pub answers: Vec<DraftEstimated>,
    /// Members of conflicts that were left aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
}

/// What a draft leaves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Left {
    /// Whether some package keeps to the draft; null where that was not decided.
    pub open: Option<bool>,
    /// By issue and choice, given the draft on the other issues.
    pub choices: BTreeMap<String, BTreeMap<String, ChoiceState>>,
    /// Limits that the draft crosses or may yet.
    pub objections: Vec<Objection>,
    /// The draft as a package, once it has a choice for every issue.
    pub package: Option<WholePackage>,
}

/// What a draft leaves under a set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DraftEstimated {
    /// The set.
    #[serde(flatten)]
    pub set: Set,
    /// What is left.
    #[serde(flatten)]
    pub left: Left,
    /// Where it leaves each party.
    pub parties: BTreeMap<String, PartyWorth>,
}

/// Whether a choice is still possible.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChoiceState {
    /// `possible`, `only-with-others` or `excluded`, all proved; `possible-with-some` where it was not decided which of the first
    /// two; `not-decided`.
    pub state: &'static str,
    /// Where it is excluded and `excluded_by` was asked for: one minimal set that cannot hold together with it; empty where the rules
    /// alone exclude it.
    pub excluded_by: Option<Vec<String>>,
}

/// A limit that a draft crosses or may yet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Objection {
    /// The limit.
    pub limit: String,
    /// Whose.
    pub party: String,
    /// `objects` where every package that keeps to the draft crosses it, else `may object`.
    pub status: &'static str,
    /// Whether the limit is in force in this question.
    pub binds: bool,
    /// Whether its owner's consent is needed; null while that depends on what is open.
    pub asked: Option<bool>,
}

/// A whole package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WholePackage {
    /// Choice by issue.
    pub package: BTreeMap<String, String>,
    /// Of a case with lenses: what it makes of each.
    pub lenses: BTreeMap<String, Lens>,
}

/// Where a draft leaves a party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PartyWorth {
    /// Of a whole package: `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`.
    pub standing: Option<&'static str>,
    /// Of a whole package: its points.
    pub points: Option<Number>,
    /// Of a whole package: its points above the centre of the bottom line.
    pub gain: Option<Number>,
    /// The bottom line's low end, centre and high end.
    pub bottom_line: Option<[Number; 3]>,
    /// The least and the most that packages which keep to the draft are worth to it.
    pub reach: Option<[Number; 2]>,
    /// Whether both ends are proved.
    pub reach_proved: Option<bool>,
    /// Whether its consent is needed; null while that depends on what is open.
    pub consent_needed: Option<bool>,
}

/// A draft's answers as a document.
pub fn drafted(
    about: &About<'_>,
    stated: &DraftAnswer,
    estimated: &[(&EstimateSet, &Lowered, DraftAnswer)],
    dropped: &[String],
) -> DraftLeft {
    let answer = |(set, lowered, found): &(&EstimateSet, &Lowered, DraftAnswer)| DraftEstimated {
        set: about.set(set),
        left: left(about, Some(set), found),
        parties: about.by_party(|party| worth(lowered, found, party)),
    };
    DraftLeft {
        schema: "detente.draft/1",
        case: about.head(),
        stated: left(about, None, stated),
        answers: estimated.iter().map(answer).collect(),
        dropped: dropped.to_vec(),
    }
}

fn left(about: &About<'_>, set: Option<&EstimateSet>, found: &DraftAnswer) -> Left {
    let issue = |(issue, of): (IssueIdx, &Table<ChoiceIdx, Remains>)| {
        let row = &about.case.issues[issue];
        let choice =
            |(choice, of): (ChoiceIdx, &Remains)| (row.choices[choice].id.clone(), state(about, set, &of.state));
        (row.id.to_string(), of.iter().map(choice).collect())
    };
    let objection = |of: &Crossing| {
        let (limit, party) = limit_ids(about.case, set, of.limit);
        let status = if of.certain { "objects" } else { "may object" };
        Objection { limit, party, status, binds: of.in_force, asked: of.asked }
    };
    Left {
        open: found.open,
        choices: found.choices.choices.iter().map(issue).collect(),
        objections: found.crossings.iter().map(objection).collect(),
        package: found
            .package
            .as_ref()
            .map(|choices| WholePackage { package: package(about.case, choices), lenses: lenses(about.case, choices) }),
    }
}

fn state(about: &About<'_>, set: Option<&EstimateSet>, state: &State) -> ChoiceState {
    let (state, excluded_by) = in_words(about, set, state);
    ChoiceState { state, excluded_by }
}

fn worth(lowered: &Lowered, found: &DraftAnswer, party: PartyIdx) -> PartyWorth {
    let of = found.parties.get(party.position());
    let line = lowered.bottom_line(party);
    let units = of.and_then(|of| of.units);
    let reach = of.and_then(|of| of.reach);
    PartyWorth {
        standing: units.map(|units| standing(units, line).in_words()),
        points: units.map(|units| points(lowered, party, units)),
        gain: units.zip(line).map(|(units, [_, centre, _])| points(lowered, party, units.saturating_sub(centre))),
        bottom_line: line.map(|line| line.map(|units| points(lowered, party, units))),
        reach: reach.map(|reach| [reach.least, reach.most].map(|end| points(lowered, party, end.units))),
        reach_proved: reach.map(|reach| reach.least.proved && reach.most.proved),
        consent_needed: of.and_then(|of| of.asked),
    }
}
