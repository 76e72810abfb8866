//! What one coder, working alone, read in a statement.

use detente_base::{Decimal, Span};
use detente_case::{Firmness, Id, IssueIdx};

use crate::{KindName, StatementIdx};

/// One coder's own reading of a statement, before the coders spoke with each other. It is no position: how far coders agree
/// is computed from these alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// Its id.
    pub id: Id,
    /// What was coded.
    pub statement: Option<StatementIdx>,
    /// Who coded it.
    pub coder: String,
    /// Which issue it speaks of.
    pub issue: Option<IssueIdx>,
    /// Which kind of position it shows.
    pub kind: Option<KindName>,
    /// How firm it is.
    pub firmness: Option<Firmness>,
    /// Its credibility, 1 to 6.
    pub credibility: Option<u8>,
    /// The amount it names, on an issue of amounts.
    pub amount: Option<Decimal>,
    /// Where it is written.
    pub span: Span,
}
