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
