//! What narrows the packages: rules of nobody, red lines and conditional offers with an owner.

use std::fmt;

use detente_base::Span;

use crate::{Condition, Formula, Id, PartyIdx};

/// A definitional fact, owned by nobody: every package satisfies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: Id,
    /// What every package satisfies.
    pub holds: Formula,
    /// The rule in the words of the file ("when … then …").
    pub text: String,
    /// The same with titles instead of ids.
    pub words: String,
    /// What it rests on; a rule without is an unexplained assumption.
    pub basis: Option<String>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// How firm a limit is judged to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// Stated as absolute.
    StatedAbsolute,
    /// Strong.
    Strong,
    /// Open to talk.
    Negotiable,
    /// Not known.
    Unclear,
}

impl Firmness {
    /// Whether a red line of this firmness binds unless told otherwise (DEFINITIONS 3).
    pub fn binds(self) -> bool {
        matches!(self, Self::StatedAbsolute | Self::Strong)
    }
}

impl fmt::Display for Firmness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StatedAbsolute => "stated as absolute",
            Self::Strong => "strong",
            Self::Negotiable => "negotiable",
            Self::Unclear => "firmness unclear",
        })
    }
}

/// Who judged how firm a limit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// The speaker said so.
    Speaker,
    /// The reporter's word.
    Reporter,
    /// The coder of the case.
    Coder,
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Speaker => "the speaker",
            Self::Reporter => "the reporter",
            Self::Coder => "the coder",
        })
    }
}

/// A limit a party has stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedLine {
    /// Its id.
    pub id: Id,
    /// Whose it is.
    pub party: PartyIdx,
    /// What the party does not accept.
    pub never: Condition,
    /// How firm.
    pub firmness: Firmness,
    /// Judged by whom.
    pub firmness_by: Option<Judge>,
    /// Who could lift it.
    pub can_lift: Option<String>,
    /// Why that is assumed.
    pub can_lift_because: Option<String>,
    /// Statements that say who could lift it.
    pub can_lift_basis: Vec<Id>,
    /// Statements it rests on.
    pub evidence: Vec<Id>,
    /// Statements that speak against it.
    pub counter_evidence: Vec<Id>,
    /// Statements whose wording stays beside ours.
    pub reported_as: Vec<Id>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferStatus {
    /// It stands.
    Made,
    /// Another party turned it down; it still binds its owner.
    Dismissed,
    /// Its owner took it back; it is reported and binds nobody.
    Withdrawn,
}

impl fmt::Display for OfferStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Made => "made",
            Self::Dismissed => "dismissed",
            Self::Withdrawn => "withdrawn",
        })
    }
}

/// "X only if Y": binds its owner as never X and not Y, and never means that Y brings X (DEFINITIONS 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionalOffer {
    /// Its id.
    pub id: Id,
    /// Who offers.
    pub party: PartyIdx,
    /// What is offered.
    pub offer: Condition,
    /// On which condition.
    pub only_if: Condition,
    /// What became of it.
    pub status: OfferStatus,
    /// Who turned it down.
    pub dismissed_by: Option<PartyIdx>,
    /// Statements it rests on.
    pub evidence: Vec<Id>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

impl ConditionalOffer {
    /// What the offer excludes for its owner: X and not Y.
    pub fn forbids(&self) -> Formula {
        Formula::All(vec![self.offer.formula.clone(), Formula::Not(Box::new(self.only_if.formula.clone()))])
    }

    /// Whether it binds its owner.
    pub fn binds(&self) -> bool {
        self.status != OfferStatus::Withdrawn
    }
}
