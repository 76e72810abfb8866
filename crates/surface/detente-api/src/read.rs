//! What a document is read as: proposals, and nothing of the ledger.

use detente::case::Case;
use detente::reading::{Proposal as Found, Stance, Via};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Sentences in which somebody of the case seems to take a stance on an issue, in order of place. Nothing was written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Read {
    /// `detente.read/1`.
    pub schema: &'static str,
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// The model that proposed beside the rules; absent where none was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<AskedModel>,
}

/// A model that was asked, and what became of its answers. Asked again it may answer otherwise.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AskedModel {
    /// The name it was asked for by.
    pub name: Option<String>,
    /// About how many pieces of the text.
    pub pieces: usize,
    /// How many of its proposals hold against the text and the case; those that repeat the rules' or each other count.
    pub held: usize,
    /// Those that do not.
    pub dropped: Vec<DroppedProposals>,
}

/// Proposals of a model that are not shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DroppedProposals {
    /// Why: `unreadable`, `form`, `too-many`, `too-long`, `not-in-text`, `not-once`, `not-known`, `not-named`, `no-issue`,
    /// `no-stance` or `no-condition`.
    pub reason: &'static str,
    /// How many.
    pub count: usize,
}

/// A proposal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Proposal {
    /// The words, as they stand in the text; at most 40.
    pub exact: String,
    /// Where they begin, in Unicode scalar values of the text.
    pub start: usize,
    /// Where they end, one past the last.
    pub end: usize,
    /// Who speaks, by the case's name or in the text's words.
    pub speaker: String,
    /// The id of the party whose stance it is.
    pub party: Option<String>,
    /// How the words came into the text: `direct`, `reported`, `headline`, `document` or `unnamed-official`.
    pub via: &'static str,
    /// Outlets and documents they passed through.
    pub chain: Vec<String>,
    /// The id of the issue.
    pub issue: Option<String>,
    /// Which stance.
    pub stance: StanceName,
    /// Whether the stance is denied: "did not rule out".
    pub negated: bool,
    /// The condition, in the text's words.
    pub condition: Option<String>,
    /// When it was said, where the sentence gives a whole date.
    pub date: Option<String>,
    /// How far the rules behind it can be relied on, from 0 to 1; a rank, not a likelihood.
    pub confidence: f64,
    /// Which words led to it; and the statement that quotes them already, if one does.
    pub why: String,
    /// Who proposes it: `rules`, `model`, or `both` alike; absent where no model was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'static str>,
}

/// A stance, by its name.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StanceName {
    /// Is for it.
    Support,
    /// Is against it.
    Oppose,
    /// Would do it.
    Offer,
    /// Wants it from others.
    Demand,
    /// Excludes it.
    RuleOut,
    /// Makes it depend on something, or something on it.
    Condition,
    /// Says something about it.
    Report,
}

/// Proposals as a document.
pub fn read(case: &Case, found: &[Found]) -> Read {
    let proposals = found.iter().map(|proposal| of(case, proposal)).collect();
    Read { schema: "detente.read/1", proposals, model: None }
}

/// Proposals of rules and a model as a document, each with who proposes it.
pub fn read_with_model(case: &Case, found: &[Found], model: AskedModel) -> Read {
    let with_mark = |proposal: &Found| Proposal { by: Some(proposal.by.name()), ..of(case, proposal) };
    Read { schema: "detente.read/1", proposals: found.iter().map(with_mark).collect(), model: Some(model) }
}

fn of(case: &Case, found: &Found) -> Proposal {
    let coded = found.coded.as_ref().map_or_else(String::new, |id| format!("; quoted already in {id}"));
    Proposal {
        exact: found.exact.clone(),
        start: found.scalars.start,
        end: found.scalars.end,
        speaker: found.speaker.name.clone(),
        party: found.party.map(|party| case.parties[party].id.to_string()),
        via: Via::name(found.via),
        chain: found.chain.clone(),
        issue: found.issue.map(|issue| case.matter(issue).0.to_string()),
        stance: name(found.stance),
        negated: found.is_negated,
        condition: found.condition.clone(),
        date: found.date.map(|date| date.to_string()),
        confidence: f64::from(found.confidence) / 100.0,
        why: format!("{}{coded}", found.why),
        by: None,
    }
}

impl From<StanceName> for Stance {
    fn from(name: StanceName) -> Self {
        match name {
            StanceName::Support => Self::Support,
            StanceName::Oppose => Self::Oppose,
            StanceName::Offer => Self::Offer,
            StanceName::Demand => Self::Demand,
            StanceName::RuleOut => Self::RuleOut,
            StanceName::Condition => Self::Condition,
            StanceName::Report => Self::Report,
        }
    }
}

fn name(stance: Stance) -> StanceName {
    match stance {
        Stance::Support => StanceName::Support,
        Stance::Oppose => StanceName::Oppose,
        Stance::Offer => StanceName::Offer,
        Stance::Demand => StanceName::Demand,
        Stance::RuleOut => StanceName::RuleOut,
        Stance::Condition => StanceName::Condition,
        Stance::Report => StanceName::Report,
    }
}
