//! The integer model of a case, as it is hashed and searched (DEFINITIONS 5).

use detente::base::Index;
use detente::case::{Case, PartyIdx};
use detente::deals::Lowered;
use detente::engine;
use schemars::JsonSchema;
use serde::Serialize;

/// The integer model: issues and choices in κ's order, everything in the parties' own units.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Model {
    /// `detente.model/1`.
    pub schema: &'static str,
    /// The issues.
    pub issues: Vec<Issue>,
    /// The parties.
    pub parties: Vec<Party>,
    /// What every package satisfies.
    pub rules: Vec<Formula>,
    /// What owners do not accept where their consent is needed.
    pub limits: Vec<Limit>,
}

/// An issue.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Issue {
    /// Its id.
    pub id: String,
    /// Its choices in κ's order.
    pub choices: Vec<String>,
}

/// A party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// `always`, `never` or a formula.
    pub consent: Consent,
    /// How many units make one point.
    pub units_per_point: i64,
    /// Units per issue and choice.
    pub values: Vec<Vec<i64>>,
    /// Units where a formula holds.
    pub linkages: Vec<Linkage>,
    /// Low end, centre and high end of the bottom line.
    pub bottom_line: Option<[i64; 3]>,
}

/// Where consent is needed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// In every package.
    Always,
    /// In none.
    Never,
    /// Where this holds.
    When(Formula),
}

/// Units where a formula holds.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Linkage {
    /// The formula.
    pub when: Formula,
    /// The units.
    pub units: i64,
}

/// A limit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Limit {
    /// The owner's id.
    pub owner: String,
    /// Whether its firmness makes it bind.
    pub binds: bool,
    /// What the owner does not accept.
    pub forbids: Formula,
}

/// A condition on packages.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// The issue's choice is one of those, by number.
    Choice {
        /// The issue's number.
        issue: usize,
        /// The choices' numbers.
        among: Vec<usize>,
    },
    /// A sum is at most a bound.
    AtMost {
        /// Per issue named, an amount per choice.
        terms: Vec<Term>,
        /// The bound.
        bound: i64,
    },
    /// Marked units make up at most so many connected parts; none marked: none.
    Connected {
        /// The units.
        units: Vec<ConnectedUnit>,
        /// Pairs of units, by their place in `units`.
        edges: Vec<[usize; 2]>,
        /// The most parts.
        max_components: usize,
    },
    /// It does not hold.
    Not(Box<Formula>),
    /// All hold.
    All(Vec<Formula>),
    /// One holds.
    Any(Vec<Formula>),
}

/// An issue's part of a sum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Term {
    /// The issue's number.
    pub issue: usize,
    /// The amount each choice adds.
    pub amounts: Vec<i64>,
}

/// A unit of a graph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConnectedUnit {
    /// The issue's number.
    pub issue: usize,
    /// The numbers of the choices that mark it.
    pub among: Vec<usize>,
}

/// A lowered case as a document.
pub fn model(case: &Case, lowered: &Lowered) -> Model {
    let issue = |(issue, order): (detente::case::IssueIdx, &Vec<_>)| Issue {
        id: case.issues[issue].id.to_string(),
        choices: order.iter().map(|&choice| case.issues[issue].choices[choice].id.clone()).collect(),
    };
    let limits = lowered.model.limits.iter().zip(&lowered.binds).map(|(limit, &binds)| Limit {
        owner: case.parties[PartyIdx::new(limit.owner)].id.to_string(),
        binds,
        forbids: formula(&limit.forbids),
    });
    Model {
        schema: "detente.model/1",
        issues: lowered.order.iter().map(issue).collect(),
        parties: case.parties.indices().map(|idx| party(case, lowered, idx)).collect(),
        rules: lowered.model.rules.iter().map(formula).collect(),
        limits: limits.collect(),
    }
}

fn party(case: &Case, lowered: &Lowered, idx: PartyIdx) -> Party {
    let row = &lowered.model.parties[idx.position()];
    let linkage = |link: &engine::Linkage| Linkage { when: formula(&link.when), units: link.units };
    Party {
        id: case.parties[idx].id.to_string(),
        consent: match &row.consent {
            engine::Consent::Always => Consent::Always,
            engine::Consent::Never => Consent::Never,
            engine::Consent::When(when) => Consent::When(formula(when)),
        },
        units_per_point: lowered.per_point(idx),
        values: row.values.clone(),
        linkages: row.linkages.iter().map(linkage).collect(),
        bottom_line: lowered.bottom_line(idx),
    }
}

fn formula(of: &engine::Formula) -> Formula {
    let term = |term: &engine::Term| Term { issue: term.issue, amounts: term.amounts.clone() };
    match of {
        engine::Formula::Choice { issue, among } => Formula::Choice { issue: *issue, among: marked(among) },
        engine::Formula::AtMost { terms, bound } => {
            Formula::AtMost { terms: terms.iter().map(term).collect(), bound: *bound }
        }
        engine::Formula::Connected(of) => Formula::Connected {
            units: of.units.iter().map(|of| ConnectedUnit { issue: of.issue, among: marked(&of.among) }).collect(),
            edges: of.edges.iter().map(|&(a, b)| [a, b]).collect(),
            max_components: of.max_components,
        },
        engine::Formula::Not(inner) => Formula::Not(Box::new(formula(inner))),
        engine::Formula::All(parts) => Formula::All(parts.iter().map(formula).collect()),
        engine::Formula::Any(parts) => Formula::Any(parts.iter().map(formula).collect()),
    }
}

fn marked(among: &[bool]) -> Vec<usize> {
    among.iter().enumerate().filter(|(_, among)| **among).map(|(choice, _)| choice).collect()
}
