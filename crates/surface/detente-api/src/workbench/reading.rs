//! Reports read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::read::{Proposal, StanceName};

/// A text to read.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadText {
    /// The text.
    pub text: String,
}

/// A document read: its text, and what is proposed from it. Nothing was written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadDocument {
    /// `detente.document/1`.
    pub schema: &'static str,
    /// What it is: `text`, `html` or `pdf`.
    pub kind: &'static str,
    /// The title it gives itself.
    pub title: Option<String>,
    /// Its text, in which the places of proposals are.
    pub text: String,
    /// The proposals, in order of place.
    pub proposals: Vec<Proposal>,
}

/// What a person accepts of what was proposed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptReadings {
    /// The text, as it was read.
    pub text: String,
    /// Its title.
    pub title: Option<String>,
    /// What kind of source it is, a word of the format: `newspaper-report`, …; `other` unless said otherwise.
    pub kind: Option<String>,
    /// Who accepts.
    pub coder: Option<String>,
    /// What is accepted.
    pub accepted: Vec<Accepted>,
    /// What the list of changes shall call it.
    pub label: Option<String>,
}

/// A proposal that is accepted, or other words of the text that a person makes a statement of.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// Where its words begin, in Unicode scalar values of the text.
    pub start: usize,
    /// One past their last.
    pub end: usize,
    /// Whose words, where several speakers are proposed for the same; else, and where it is absent, the first.
    pub speaker: Option<String>,
    /// The same in the coder's words.
    pub paraphrase: Option<String>,
    /// The statement as the person changed it; absent: as it is proposed.
    pub changed: Option<ChangedStatement>,
}

/// A statement as a person wants it; all of it stands as said here.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedStatement {
    /// Who speaks: a person of the case by id or name, or a name in other words.
    pub speaker: String,
    /// The id of the party spoken for, of a speaker who is no person of the case.
    pub party: Option<String>,
    /// How the words came into the source, a word of the format: `direct`, `reported`, …
    pub via: String,
    /// Outlets and documents they passed through.
    pub chain: Vec<String>,
    /// When it was said, as a date.
    pub said_on: Option<String>,
    /// What it is read as.
    pub read_as: Vec<StatementReadAs>,
}

/// What a statement is read as: whose stance on what.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementReadAs {
    /// The id of the party whose stance it is.
    pub party: Option<String>,
    /// The id of the issue.
    pub issue: Option<String>,
    /// Which stance.
    pub stance: StanceName,
    /// Whether it is denied.
    pub negated: bool,
    /// The condition, in the text's words.
    pub condition: Option<String>,
}
