//! An id of something that stands elsewhere, and where it is written.

use detente_base::Span;
use detente_case::Id;

/// An id that leads to a party of the case or to a source of the ledger, and where it is written. Whether it leads anywhere is
/// checked where the case and the ledger are at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: Id,
    /// Where it is written.
    pub span: Span,
}
