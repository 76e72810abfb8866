//! What is reported to have happened, and what is left open.

use detente_base::Span;
use detente_case::{Id, IssueIdx, PartyIdx, Precision};
use jiff::civil::Date;

use crate::StatementIdx;

/// Something reported to have happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// When.
    pub on: Option<Date>,
    /// How exact that date is.
    pub precision: Option<Precision>,
    /// Where.
    pub place: Option<String>,
    /// What, in the coder's words.
    pub what: String,
    /// Who acted, as reported.
    pub party: Option<PartyIdx>,
    /// A CAMEO code.
    pub act: Option<String>,
    /// What it rests on.
    pub evidence: Vec<StatementIdx>,
    /// Where it is written.
    pub span: Span,
}

/// Something the sources leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Its id.
    pub id: Id,
    /// The issue it touches.
    pub about: Option<IssueIdx>,
    /// What is open.
    pub what: String,
    /// Where the source leaves it open.
    pub evidence: Vec<StatementIdx>,
    /// Where it is written.
    pub span: Span,
}
