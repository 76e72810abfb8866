//! Offers and drafts on the record.

use std::collections::BTreeMap;

use detente::Opened;
use detente::case::{Case, ChoiceIdx, DraftIdx, IssueIdx, Wording};
use detente::casefile::case_hash;
use detente::process::{History, Line, newest};
use schemars::JsonSchema;
use serde::Serialize;

use crate::ledger::precision;
use crate::show::choice_ids;

/// Offers and drafts, each with what took its place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Offer {
    /// `detente.offer/1`.
    pub schema: &'static str,
    /// The case's id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The drafts, by id.
    pub drafts: BTreeMap<String, Draft>,
    /// The drafts that took nothing's place, by date.
    pub first: Vec<String>,
    /// The newest that was not withdrawn and that nothing took the place of.
    pub newest: Option<String>,
}

/// An offer or a draft.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Draft {
    /// Its title.
    pub title: Option<String>,
    /// Who put it forward.
    pub by: Vec<String>,
    /// To whom.
    pub to: Vec<String>,
    /// When.
    pub date: Option<String>,
    /// How exact that date is.
    pub precision: Option<&'static str>,
    /// `made`, `accepted`, `rejected`, `withdrawn` or `lapsed`.
    pub status: &'static str,
    /// Whether acceptance would bind whoever made it.
    pub binding: bool,
    /// What it settles, by issue; every other issue is open.
    pub settled: BTreeMap<String, String>,
    /// What stands in brackets, by issue; none in empty brackets.
    pub bracketed: BTreeMap<String, Vec<String>>,
    /// Issues it does not speak of.
    pub silent_on: Vec<String>,
    /// The condition under which it is made, as written.
    pub only_if: Option<String>,
    /// The draft whose place it took.
    pub supersedes: Option<String>,
    /// The drafts that took its place, by date.
    pub replaced_by: Vec<String>,
    /// Issues on which it differs from the draft whose place it took.
    pub differs_on: Vec<String>,
    /// The statements it rests on.
    pub evidence: Vec<String>,
}

/// The drafts as a document; that one alone where `only` names it.
pub fn offer(opened: &Opened, case: &Case, history: &History, only: Option<DraftIdx>) -> Offer {
    let shown = history.lines.iter().filter(|line| only.is_none_or(|only| only == line.draft));
    Offer {
        schema: "detente.offer/1",
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        hash: case_hash(&opened.folder).to_string(),
        drafts: shown.map(|line| (id(case, line.draft), draft(case, line))).collect(),
        first: history.lines.iter().filter(|line| line.depth == 0).map(|line| id(case, line.draft)).collect(),
        newest: newest(case).map(|draft| id(case, draft)),
    }
}

fn id(case: &Case, draft: DraftIdx) -> String {
    case.drafts[draft].id.to_string()
}

fn draft(case: &Case, line: &Line) -> Draft {
    let row = &case.drafts[line.draft];
    let parties = |parties: &[_]| parties.iter().map(|&party| case.parties[party].id.to_string()).collect();
    let issue = |issue: IssueIdx| case.issues[issue].id.to_string();
    let bracketed = row.wording.iter().filter_map(|(&on, wording)| match wording {
        Wording::Settled(_) => None,
        Wording::Open => Some((issue(on), Vec::new())),
        Wording::Bracketed(choices) => {
            let ids = |&choice: &ChoiceIdx| choice_ids(case, on, choice).1;
            Some((issue(on), choices.iter().map(ids).collect()))
        }
    });
    Draft {
        title: row.title.clone(),
        by: parties(&row.by),
        to: parties(&row.to),
        date: row.date.map(|date| date.to_string()),
        precision: precision(row.precision),
        status: row.status.word(),
        binding: row.binding,
        settled: row.settled().into_iter().map(|(issue, choice)| choice_ids(case, issue, choice)).collect(),
        bracketed: bracketed.collect(),
        silent_on: case.issues.indices().filter(|on| !row.wording.contains_key(on)).map(issue).collect(),
        only_if: row.only_if.as_ref().map(|condition| condition.text.clone()),
        supersedes: row.supersedes.map(|draft| id(case, draft)),
        replaced_by: line.replaced_by.iter().map(|&later| id(case, later)).collect(),
        differs_on: line.differences.iter().map(|difference| issue(difference.issue)).collect(),
        evidence: row.evidence.iter().map(ToString::to_string).collect(),
    }
}
