//! Packages as sheets name them.

use std::collections::{BTreeMap, BTreeSet};

use detente::case::{Case, ChoiceIdx, DraftIdx, IssueIdx, Wording};
use detente::deals::Choices;
use detente::process::newest;
use detente_report::sheet::Proposal;

/// A draft on record, with its brackets.
pub fn on_record(case: &Case, draft: DraftIdx) -> Proposal {
    let row = &case.drafts[draft];
    let title = row.title.as_ref().map_or_else(|| row.id.to_string(), |title| format!("{title} [{}]", row.id));
    Proposal { title, wording: row.wording.clone() }
}

/// The newest draft that was not withdrawn; where there is none, nothing settled.
pub fn newest_on_record(case: &Case) -> Proposal {
    let nothing = || Proposal { title: "no draft on record".to_owned(), wording: BTreeMap::new() };
    newest(case).map_or_else(nothing, |draft| on_record(case, draft))
}

/// What settles these issues and leaves the others open.
pub fn settling(title: &str, choices: impl IntoIterator<Item = (IssueIdx, ChoiceIdx)>) -> Proposal {
    let wording = choices.into_iter().map(|(issue, choice)| (issue, Wording::Settled(choice)));
    Proposal { title: title.to_owned(), wording: wording.collect() }
}

/// The choice of every issue, where none is open.
pub(crate) fn whole(case: &Case, proposal: &Proposal) -> Option<Choices> {
    case.issues.indices().map(|issue| proposal.settled(issue)).collect()
}

/// The issues that are settled.
pub(crate) fn settled(case: &Case, proposal: &Proposal) -> BTreeMap<IssueIdx, ChoiceIdx> {
    case.issues.indices().filter_map(|issue| Some((issue, proposal.settled(issue)?))).collect()
}

/// The issues that stand in brackets, each with the choices it is held to; empty brackets hold to nothing.
pub(crate) fn bracketed(proposal: &Proposal) -> BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>> {
    let held = |(&issue, wording): (&IssueIdx, &Wording)| match wording {
        Wording::Bracketed(choices) if !choices.is_empty() => Some((issue, choices.iter().copied().collect())),
        _ => None,
    };
    proposal.wording.iter().filter_map(held).collect()
}
