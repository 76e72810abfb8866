//! What a party would do without an agreement, and what waiting does to it (DEFINITIONS 22).

use detente_base::Span;
use detente_case::Id;

use crate::Estimate;

/// The alternative to an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// In words.
    pub description: Option<String>,
    /// Points per month by which the worth of no agreement changes.
    pub alternative_per_month: Option<Estimate>,
    /// Points per month by which the worth of the same package changes.
    pub agreement_per_month: Option<Estimate>,
    /// What dated events add.
    pub events: Vec<DatedChange>,
    /// Where it is written.
    pub span: Span,
}

/// What an event of the ledger adds to a party's bottom line, from its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedChange {
    /// The event.
    pub event: Id,
    /// Points.
    pub bottom_line: Estimate,
}
