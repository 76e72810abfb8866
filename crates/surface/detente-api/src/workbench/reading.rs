//! Reports read.

use schemars::JsonSchema;
use serde::Deserialize;

/// A text to read.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadText {
    /// The text.
    pub text: String,
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
}

/// A proposal that is accepted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// Where its words begin, in Unicode scalar values of the text.
    pub start: usize,
    /// One past their last.
    pub end: usize,
    /// The same in the coder's words.
    pub paraphrase: Option<String>,
}
