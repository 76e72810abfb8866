//! A coder's reading of statements: what a party asks, accepts or rejects on an issue.

use detente_base::Span;
use detente_case::{ChoiceIdx, Condition, Firmness, Id, IssueIdx, Judge, LensIdx, PartyIdx};
use jiff::civil::Date;

use crate::{PositionIdx, StatementIdx};

/// A position. It binds nothing: only the case's red lines and offers do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its id.
    pub id: Id,
    /// Whose it is; absent for the author's own assessment.
    pub party: Option<PartyIdx>,
    /// On what.
    pub subject: Subject,
    /// What it says about the issue's choices.
    pub stance: Stance,
    /// Under which condition.
    pub condition: Option<Condition>,
    /// What kind of position.
    pub kind: Kind,
    /// The position in the coder's neutral words.
    pub text: String,
    /// How firm.
    pub firmness: Option<Firmness>,
    /// Judged by whom.
    pub firmness_by: Option<Judge>,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// Until when.
    pub valid_to: Option<Date>,
    /// The earlier position, where the source says that it changed.
    pub earlier: Option<String>,
    /// What it rests on.
    pub evidence: Vec<StatementIdx>,
    /// What speaks against it.
    pub counter_evidence: Vec<StatementIdx>,
    /// The position it replaces.
    pub supersedes: Option<PositionIdx>,
    /// How sure the coder is of the reading.
    pub confidence: Option<Confidence>,
    /// Where it is written.
    pub span: Span,
}

/// What a position is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An issue of the case.
    Issue(IssueIdx),
    /// A whole lens: the choices a position names are its statuses, by place.
    Lens(LensIdx),
    /// The source does not tie it to one.
    Unspecified,
}

/// What a position says about the choices of its issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stance {
    /// Would do.
    pub accepts: Vec<ChoiceIdx>,
    /// Would not do.
    pub rejects: Vec<ChoiceIdx>,
    /// Is wanted.
    pub prefers: Vec<ChoiceIdx>,
}

impl Stance {
    /// What would be done or is wanted.
    pub fn wanted(&self) -> impl Iterator<Item = ChoiceIdx> + '_ {
        self.accepts.iter().chain(&self.prefers).copied()
    }

    /// Whether it names no choice.
    pub fn is_silent(&self) -> bool {
        self.accepts.is_empty() && self.rejects.is_empty() && self.prefers.is_empty()
    }
}

/// The kinds of position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Asked for.
    Demand,
    /// Supported.
    Support,
    /// Opposed.
    Opposition,
    /// Not to be crossed, as said.
    RedLine,
    /// The least accepted, as said.
    BottomLine,
    /// Offered.
    Offer,
    /// Given.
    Concession,
    /// What lies behind.
    Interest,
    /// An answer to another position.
    Response(PositionIdx),
    /// About fact or cause; never binding, never a value.
    Claim,
    /// The author's own; never binding, never a value.
    Assessment,
}

/// How sure the coder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Could well be read otherwise.
    Low,
    /// Could be read otherwise.
    Medium,
    /// Hardly read otherwise.
    High,
}

/// A kind of position without what it answers: what a coder writes down, and what a case file calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindName {
    /// See [`Kind::Demand`].
    Demand,
    /// See [`Kind::Support`].
    Support,
    /// See [`Kind::Opposition`].
    Opposition,
    /// See [`Kind::RedLine`].
    RedLine,
    /// See [`Kind::BottomLine`].
    BottomLine,
    /// See [`Kind::Offer`].
    Offer,
    /// See [`Kind::Concession`].
    Concession,
    /// See [`Kind::Interest`].
    Interest,
    /// See [`Kind::Response`].
    Response,
    /// See [`Kind::Claim`].
    Claim,
    /// See [`Kind::Assessment`].
    Assessment,
}

impl KindName {
    /// Every kind, in the order of the case format.
    pub const ALL: [Self; 11] = [
        Self::Demand,
        Self::Support,
        Self::Opposition,
        Self::RedLine,
        Self::BottomLine,
        Self::Offer,
        Self::Concession,
        Self::Interest,
        Self::Response,
        Self::Claim,
        Self::Assessment,
    ];

    /// The kind a case file calls so.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word of a case file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Demand => "demand",
            Self::Support => "support",
            Self::Opposition => "opposition",
            Self::RedLine => "red-line",
            Self::BottomLine => "bottom-line",
            Self::Offer => "offer",
            Self::Concession => "concession",
            Self::Interest => "interest",
            Self::Response => "response",
            Self::Claim => "claim",
            Self::Assessment => "assessment",
        }
    }
}

impl Kind {
    /// Its name.
    pub fn name(self) -> KindName {
        match self {
            Self::Demand => KindName::Demand,
            Self::Support => KindName::Support,
            Self::Opposition => KindName::Opposition,
            Self::RedLine => KindName::RedLine,
            Self::BottomLine => KindName::BottomLine,
            Self::Offer => KindName::Offer,
            Self::Concession => KindName::Concession,
            Self::Interest => KindName::Interest,
            Self::Response(_) => KindName::Response,
            Self::Claim => KindName::Claim,
            Self::Assessment => KindName::Assessment,
        }
    }
}
