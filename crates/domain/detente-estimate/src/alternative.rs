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

/// What an event of the ledger changes, from its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedChange {
    /// The event.
    pub event: Id,
    /// Points it adds to the bottom line.
    pub bottom_line: Option<Estimate>,
    /// Points per month it adds to the change of the alternative.
    pub alternative_per_month: Option<Estimate>,
    /// Points per month it adds to the change of the agreement.
    pub agreement_per_month: Option<Estimate>,
}

impl DatedChange {
    /// Every number it gives.
    pub fn estimates(&self) -> impl Iterator<Item = &Estimate> {
        [&self.bottom_line, &self.alternative_per_month, &self.agreement_per_month].into_iter().flatten()
    }
}
