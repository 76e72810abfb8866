//! A case with everything a page draws with: names, titles, words, and the numbers of its sets.

use std::collections::BTreeMap;

use detente::Opened;
use detente::base::Index;
use detente::case::{Arrangement, Case, Condition, Id, IssueIdx, Wording};
use detente::casefile::case_hash;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::deals::number;
use super::super::show::{choice_ids, consent};
use crate::{Place, place};

mod estimates;

use estimates::Estimates;

/// A case to draw with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WorkbenchCase {
    /// `detente.workbench-case/1`.
    pub schema: &'static str,
    /// The case's id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Option<String>,
    /// `source` or `catalog`, where somebody dated it.
    pub as_of_by: Option<&'static str>,
    /// What the case is.
    pub note: Option<String>,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The number of packages, rules aside.
    pub packages: Option<String>,
    /// The parties, by id.
    pub parties: BTreeMap<String, Party>,
    /// The people, by id.
    pub people: BTreeMap<String, Person>,
    /// The issues, by id.
    pub issues: BTreeMap<String, Issue>,
    /// The lenses, by id.
    pub lenses: BTreeMap<String, Lens>,
    /// The rules, by id.
    pub rules: BTreeMap<String, Rule>,
    /// The stated red lines and offers, by id.
    pub limits: BTreeMap<String, Limit>,
    /// The offers and drafts on record, by id.
    pub drafts: BTreeMap<String, Draft>,
    /// The sets of estimates, by id.
    pub estimates: BTreeMap<String, Estimates>,
}

/// A party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// What it is, in one word.
    pub kind: Option<String>,
    /// What it does in the talks.
    pub roles: Vec<String>,
    /// `always`, `never` or `only if …`.
    pub consent: String,
    /// Where its consent is needed, with titles.
    pub consent_words: Option<String>,
    /// Why.
    pub consent_because: Option<String>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where its id stands among those of the parties, from 0.
    pub rank: usize,
}

/// A person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The office.
    pub role: Option<String>,
    /// The party spoken for.
    pub party: Option<String>,
}

/// An issue.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Issue {
    /// Its title.
    pub title: String,
    /// `unordered`, `scale` or `range`.
    pub arrangement: &'static str,
    /// The unit of a range.
    pub unit: Option<String>,
    /// The party whose own office or person it is about.
    pub owner: Option<String>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// The lens of which it settles a part.
    pub lens: Option<String>,
    /// Its choices: in order of the scale where there is one, else by id.
    pub choices: Vec<Choice>,
    /// Where it is written.
    pub place: Option<Place>,
}

/// A choice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The amount, on a range.
    pub amount: Option<serde_json::Number>,
}

/// A lens.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Lens {
    /// Its title.
    pub title: String,
    /// The issues that settle its parts.
    pub issues: Vec<String>,
    /// The name of each unit, by id.
    pub units: BTreeMap<String, String>,
}

/// A rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// As it is written.
    pub text: String,
    /// With titles.
    pub words: String,
    /// What it rests on.
    pub basis: Option<String>,
}

/// A stated limit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Limit {
    /// Whose.
    pub party: String,
    /// `red line` or `offer`.
    pub kind: &'static str,
    /// What it excludes, as it is written.
    pub text: String,
    /// What it excludes, with titles.
    pub words: String,
    /// How firm, or what became of an offer.
    pub firmness: String,
    /// Who judged that.
    pub firmness_by: Option<String>,
    /// Whether it binds unless told otherwise.
    pub binds: bool,
    /// Who could lift it.
    pub can_lift: Option<String>,
    /// Why that is assumed.
    pub can_lift_because: Option<String>,
    /// Statements it rests on.
    pub evidence: Vec<String>,
    /// Statements that speak against it.
    pub counter_evidence: Vec<String>,
    /// The issues it speaks of.
    pub issues: Vec<String>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub place: Option<Place>,
}

/// An offer or draft on record.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Draft {
    /// Its title.
    pub title: Option<String>,
    /// Who put it forward.
    pub by: Vec<String>,
    /// When.
    pub date: Option<String>,
    /// What became of it.
    pub status: &'static str,
    /// What it settles: choice by issue.
    pub settles: BTreeMap<String, String>,
    /// Its brackets: choices by issue, none where they are empty.
    pub brackets: BTreeMap<String, Vec<String>>,
}

/// A case as a page wants it.
pub fn workbench_case(opened: &Opened, case: &Case) -> WorkbenchCase {
    let sets = opened.reading.estimates.iter();
    WorkbenchCase {
        schema: "detente.workbench-case/1",
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        as_of: case.as_of.map(|date| date.to_string()),
        as_of_by: case.as_of_by.map(|by| match by {
            detente::case::DatedBy::Source => "source",
            detente::case::DatedBy::Catalog => "catalog",
        }),
        note: case.note.clone(),
        hash: case_hash(&opened.folder).to_string(),
        packages: case.packages().map(|packages| packages.to_string()),
        parties: parties(case),
        people: people(case),
        issues: case.issues.iter().map(|(idx, row)| (row.id.to_string(), issue(opened, case, idx))).collect(),
        lenses: lenses(case),
        rules: rules(case),
        limits: limits(opened, case),
        drafts: drafts(case),
        estimates: sets.map(|set| (set.id.to_string(), estimates::estimates(opened, case, set))).collect(),
    }
}

fn parties(case: &Case) -> BTreeMap<String, Party> {
    let party = |(idx, row): (detente::case::PartyIdx, &detente::case::Party)| {
        let consent_words = match &row.consent {
            detente::case::Consent::OnlyIf(condition) => Some(words(case, condition)),
            _ => None,
        };
        let party = Party {
            name: row.name.clone(),
            kind: row.kind.clone(),
            roles: row.roles.clone(),
            consent: consent(&row.consent),
            consent_words,
            consent_because: row.consent_because.clone(),
            note: row.note.clone(),
            rank: idx.position(),
        };
        (row.id.to_string(), party)
    };
    case.parties.iter().map(party).collect()
}

fn people(case: &Case) -> BTreeMap<String, Person> {
    let person = |row: &detente::case::Person| {
        let party = row.party.map(|party| case.parties[party].id.to_string());
        (row.id.to_string(), Person { name: row.name.clone(), role: row.role.clone(), party })
    };
    case.people.rows().map(person).collect()
}

fn issue(opened: &Opened, case: &Case, idx: IssueIdx) -> Issue {
    let row = &case.issues[idx];
    let (arrangement, unit) = match &row.arrangement {
        Arrangement::Unordered => ("unordered", None),
        Arrangement::Scale => ("scale", None),
        Arrangement::Range { unit } => ("range", unit.clone()),
    };
    let choice = |choice: &detente::case::Choice| Choice {
        id: choice.id.clone(),
        title: choice.title.clone(),
        amount: choice.amount.map(number),
    };
    Issue {
        title: row.title.clone(),
        arrangement,
        unit,
        owner: row.owner.map(|party| case.parties[party].id.to_string()),
        note: row.note.clone(),
        lens: case.part_of(idx).map(|(lens, _)| case.lenses[lens].id.to_string()),
        choices: row.choices.rows().map(choice).collect(),
        place: place(opened, row.span),
    }
}

fn lenses(case: &Case) -> BTreeMap<String, Lens> {
    let lens = |row: &detente::case::Lens| {
        let issues = row.parts.iter().map(|part| case.issues[part.issue].id.to_string()).collect();
        let units = row.units.iter().map(|unit| (unit.id.to_string(), unit.name.clone())).collect();
        (row.id.to_string(), Lens { title: row.title.clone(), issues, units })
    };
    case.lenses.rows().map(lens).collect()
}

fn rules(case: &Case) -> BTreeMap<String, Rule> {
    let rule = |row: &detente::case::Rule| {
        let rule = Rule { text: row.text.clone(), words: row.words.clone(), basis: row.basis.clone() };
        (row.id.to_string(), rule)
    };
    case.rules.rows().map(rule).collect()
}

/// A condition with titles in place of ids.
pub(super) fn words(case: &Case, condition: &Condition) -> String {
    detente::case::expr::describe(&condition.expr, case.scope())
}

pub(super) fn texts(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn limits(opened: &Opened, case: &Case) -> BTreeMap<String, Limit> {
    let issues = |of: &[IssueIdx]| of.iter().map(|&issue| case.issues[issue].id.to_string()).collect();
    let lines = case.red_lines.rows().map(|line| {
        let limit = Limit {
            party: case.parties[line.party].id.to_string(),
            kind: "red line",
            text: line.never.text.clone(),
            words: words(case, &line.never),
            firmness: line.firmness.to_string(),
            firmness_by: line.firmness_by.map(|by| by.to_string()),
            binds: line.firmness.binds(),
            can_lift: line.can_lift.clone(),
            can_lift_because: line.can_lift_because.clone(),
            evidence: texts(&line.evidence),
            counter_evidence: texts(&line.counter_evidence),
            issues: issues(&line.never.formula.issues()),
            note: line.note.clone(),
            place: place(opened, line.span),
        };
        (line.id.to_string(), limit)
    });
    let offers = case.offers.rows().map(|offer| {
        let limit = Limit {
            party: case.parties[offer.party].id.to_string(),
            kind: "offer",
            text: format!("({}) and not ({})", offer.offer.text, offer.only_if.text),
            words: format!("{}, unless {}", words(case, &offer.offer), words(case, &offer.only_if)),
            firmness: offer.status.to_string(),
            firmness_by: None,
            binds: offer.binds(),
            can_lift: None,
            can_lift_because: None,
            evidence: texts(&offer.evidence),
            counter_evidence: Vec::new(),
            issues: issues(&offer.forbids().issues()),
            note: offer.note.clone(),
            place: place(opened, offer.span),
        };
        (offer.id.to_string(), limit)
    });
    lines.chain(offers).collect()
}

fn drafts(case: &Case) -> BTreeMap<String, Draft> {
    let draft = |row: &detente::case::Draft| {
        let brackets = row.wording.iter().filter_map(|(&issue, wording)| {
            let choices = match wording {
                Wording::Settled(_) => return None,
                Wording::Bracketed(choices) => {
                    choices.iter().map(|&choice| case.issues[issue].choices[choice].id.clone()).collect()
                }
                Wording::Open => Vec::new(),
            };
            Some((case.issues[issue].id.to_string(), choices))
        });
        let draft = Draft {
            title: row.title.clone(),
            by: row.by.iter().map(|&party| case.parties[party].id.to_string()).collect(),
            date: row.date.map(|date| date.to_string()),
            status: row.status.word(),
            settles: row.settled().into_iter().map(|(issue, choice)| choice_ids(case, issue, choice)).collect(),
            brackets: brackets.collect(),
        };
        (row.id.to_string(), draft)
    };
    case.drafts.rows().map(draft).collect()
}
