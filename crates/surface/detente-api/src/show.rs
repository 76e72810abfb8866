//! A case as one document: parties, issues, limits, positions, process, clauses, assumptions, voices, open points.

mod clauses;

use std::collections::BTreeMap;

use detente::Opened;
use detente::base::Index;
use detente::case::{Case, ChoiceIdx, Consent, IssueIdx, PartyIdx};
use detente::casefile::{case_hash, estimates_hash};
use detente::ledger::{Subject, voices};
use schemars::JsonSchema;
use serde::Serialize;

/// A case in outline.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Show {
    /// `detente.show/1`.
    pub schema: &'static str,
    /// The case's id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Option<String>,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The parties by id.
    pub parties: BTreeMap<String, Party>,
    /// The issues by id.
    pub issues: BTreeMap<String, Issue>,
    /// The number of packages, rules aside.
    pub packages: Option<String>,
    /// Red lines and conditional offers by id.
    pub limits: BTreeMap<String, Limit>,
    /// Positions by id.
    pub positions: BTreeMap<String, Position>,
    /// Steps by id.
    pub process: BTreeMap<String, Step>,
    /// The clauses of an agreement's text, in the order of the text.
    pub clauses: Vec<clauses::Clause>,
    /// What the case asks of such a text beside what every text is asked.
    pub topics: Vec<clauses::Topic>,
    /// Sets of estimates by id, with author and hash.
    pub estimates: BTreeMap<String, Set>,
    /// What the sources leave open.
    pub unclear: Vec<String>,
}

/// A party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// `always`, `never` or `only if …`.
    pub consent: String,
    /// What it does in the talks.
    pub roles: Vec<String>,
    /// Statements in its own words.
    pub statements_in_own_words: usize,
    /// Statements in somebody else's.
    pub statements_reported: usize,
}

/// An issue.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Issue {
    /// Its title.
    pub title: String,
    /// Its choices' ids, in order.
    pub choices: Vec<String>,
}

/// A stated limit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Limit {
    /// Whose.
    pub party: String,
    /// What it excludes, as written.
    pub never: String,
    /// How firm, or what became of an offer.
    pub firmness: String,
    /// Whether it binds unless told otherwise.
    pub binds: bool,
    /// Its statements.
    pub evidence: Vec<String>,
}

/// A position.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Position {
    /// Whose; none for the author's own.
    pub party: Option<String>,
    /// On which issue.
    pub issue: Option<String>,
    /// In the coder's words.
    pub text: String,
    /// Its statements.
    pub evidence: Vec<String>,
}

/// A step of the process.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Its title.
    pub title: String,
    /// How far it is.
    pub status: String,
    /// The steps still to be done before.
    pub blocked_by: Vec<String>,
    /// Whether it can be taken next.
    pub admissible: bool,
}

/// A set of estimates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Set {
    /// Who assumes.
    pub author: String,
    /// SHA-256 over the set.
    pub hash: String,
}

/// A case as a document.
pub fn show(opened: &Opened, case: &Case) -> Show {
    let ledger = &opened.reading.ledger;
    let set = |set: &detente::estimate::EstimateSet| {
        let hash = estimates_hash(&opened.folder, set.id.as_str()).to_string();
        (set.id.to_string(), Set { author: set.author.clone(), hash })
    };
    Show {
        schema: "detente.show/1",
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        as_of: case.as_of.map(|date| date.to_string()),
        hash: case_hash(&opened.folder).to_string(),
        parties: parties(opened, case),
        issues: case.issues.rows().map(|issue| (issue.id.to_string(), self::issue(issue))).collect(),
        packages: case.packages().map(|packages| packages.to_string()),
        limits: limits(case),
        positions: positions(opened, case),
        process: process(case),
        clauses: clauses::clauses(case, &opened.reading.agreement),
        topics: clauses::topics(&opened.reading.agreement),
        estimates: opened.reading.estimates.iter().map(set).collect(),
        unclear: ledger.unclear.iter().map(|open| open.what.clone()).collect(),
    }
}

fn parties(opened: &Opened, case: &Case) -> BTreeMap<String, Party> {
    let heard = voices(case, &opened.reading.ledger);
    let party = |(idx, row): (PartyIdx, &detente::case::Party)| {
        let voice = heard[idx];
        let party = Party {
            name: row.name.clone(),
            consent: consent(&row.consent),
            roles: row.roles.clone(),
            statements_in_own_words: voice.own_words,
            statements_reported: voice.reported,
        };
        (row.id.to_string(), party)
    };
    case.parties.iter().map(party).collect()
}

/// A consent as it is written.
pub(crate) fn consent(consent: &Consent) -> String {
    match consent {
        Consent::Always => "always".to_owned(),
        Consent::Never => "never".to_owned(),
        Consent::OnlyIf(condition) => format!("only if {}", condition.text),
    }
}

fn issue(issue: &detente::case::Issue) -> Issue {
    Issue { title: issue.title.clone(), choices: issue.choices.rows().map(|choice| choice.id.clone()).collect() }
}

fn limits(case: &Case) -> BTreeMap<String, Limit> {
    let party = |party: PartyIdx| case.parties[party].id.to_string();
    let ids = |ids: &[detente::case::Id]| ids.iter().map(ToString::to_string).collect();
    let lines = case.red_lines.rows().map(|line| {
        let limit = Limit {
            party: party(line.party),
            never: line.never.text.clone(),
            firmness: line.firmness.to_string(),
            binds: line.firmness.binds(),
            evidence: ids(&line.evidence),
        };
        (line.id.to_string(), limit)
    });
    let offers = case.offers.rows().map(|offer| {
        let limit = Limit {
            party: party(offer.party),
            never: format!("({}) and not ({})", offer.offer.text, offer.only_if.text),
            firmness: format!("offer, {}", offer.status),
            binds: offer.binds(),
            evidence: ids(&offer.evidence),
        };
        (offer.id.to_string(), limit)
    });
    lines.chain(offers).collect()
}

fn positions(opened: &Opened, case: &Case) -> BTreeMap<String, Position> {
    let ledger = &opened.reading.ledger;
    let position = |row: &detente::ledger::Position| {
        let position = Position {
            party: row.party.map(|party| case.parties[party].id.to_string()),
            issue: match row.subject {
                Subject::Issue(issue) => Some(case.issues[issue].id.to_string()),
                Subject::Lens(lens) => Some(case.lenses[lens].id.to_string()),
                Subject::Unspecified => None,
            },
            text: row.text.clone(),
            evidence: row.evidence.iter().map(|&statement| ledger.statements[statement].id.to_string()).collect(),
        };
        (row.id.to_string(), position)
    };
    ledger.positions.rows().map(position).collect()
}

fn process(case: &Case) -> BTreeMap<String, Step> {
    let step = |row: &detente::case::Step| {
        let blocked_by = row.blocked_by(&case.process).map(|step| case.process[step].id.to_string());
        let step = Step {
            title: row.title.clone(),
            status: row.status.to_string(),
            blocked_by: blocked_by.collect(),
            admissible: row.is_admissible(&case.process),
        };
        (row.id.to_string(), step)
    };
    case.process.rows().map(step).collect()
}

/// A package as ids.
pub(crate) fn package(case: &Case, choices: &detente::deals::Choices) -> BTreeMap<String, String> {
    choices.iter().map(|(issue, &choice)| choice_ids(case, issue, choice)).collect()
}

/// An issue's and a choice's id.
pub(crate) fn choice_ids(case: &Case, issue: IssueIdx, choice: ChoiceIdx) -> (String, String) {
    let issue = &case.issues[issue];
    debug_assert!(choice.position() < issue.choices.len());
    (issue.id.to_string(), issue.choices[choice].id.clone())
}
