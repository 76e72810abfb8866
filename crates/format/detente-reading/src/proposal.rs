//! What a reading proposes. Nothing of it is evidence before a person has accepted it.

use std::ops::Range;

use detente_case::{IssueIdx, PartyIdx, PersonIdx};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The most words of a quote: enough to show a stance, short enough for anybody's rights in the text.
pub const MAX_QUOTE_WORDS: usize = 40;

/// What somebody does with regard to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
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

impl Stance {
    /// Every stance, in this order.
    pub const ALL: [Self; 7] =
        [Self::Support, Self::Oppose, Self::Offer, Self::Demand, Self::RuleOut, Self::Condition, Self::Report];

    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Oppose => "oppose",
            Self::Offer => "offer",
            Self::Demand => "demand",
            Self::RuleOut => "rule_out",
            Self::Condition => "condition",
            Self::Report => "report",
        }
    }
}

/// How the words came into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// In the speaker's own words.
    Direct,
    /// In the reporter's words.
    Reported,
    /// In a headline.
    Headline,
    /// From a document.
    Document,
    /// From somebody who is not named.
    UnnamedOfficial,
}

impl Via {
    /// Its name in a ledger.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Reported => "reported",
            Self::Headline => "headline",
            Self::Document => "document",
            Self::UnnamedOfficial => "unnamed-official",
        }
    }
}

/// Who proposes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The rules; the same text and case give it again.
    #[default]
    Rules,
    /// A model; asked again it may answer otherwise.
    Model,
    /// Rules and model alike.
    Both,
}

impl By {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Model => "model",
            Self::Both => "both",
        }
    }
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name or words by which the text calls the speaker, or the case's name of the person or party.
    pub name: String,
    /// The person, if one of the case.
    pub person: Option<PersonIdx>,
    /// The party spoken for.
    pub party: Option<PartyIdx>,
    /// Whether the text names a person.
    pub is_named: bool,
}

/// A sentence, or part of one, in which somebody seems to take a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where the words stand, in bytes of the text.
    pub bytes: Range<usize>,
    /// Where they stand, in Unicode scalar values.
    pub scalars: Range<usize>,
    /// The words, exactly; at most 40.
    pub exact: String,
    /// Who speaks.
    pub speaker: Speaker,
    /// Whose stance it is.
    pub party: Option<PartyIdx>,
    /// How the words came into the text.
    pub via: Via,
    /// Outlets and documents they passed through, the nearest to the text first.
    pub chain: Vec<String>,
    /// On which issue.
    pub issue: Option<IssueIdx>,
    /// Which stance.
    pub stance: Stance,
    /// Whether the stance is denied: "did not rule out".
    pub is_negated: bool,
    /// The condition, in the text's words.
    pub condition: Option<String>,
    /// When it was said, where the sentence says so.
    pub date: Option<Date>,
    /// How far the rules behind it can be relied on, in percent; a rank, not a likelihood.
    pub confidence: u8,
    /// Which words led to it.
    pub why: String,
    /// Who proposes it.
    pub by: By,
    /// The statement of the ledger that quotes these words already.
    pub coded: Option<String>,
}
