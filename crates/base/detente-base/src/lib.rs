//! The ground everything stands on: indices that cannot be mixed up and the dense tables they key, decimals held exactly,
//! diagnostics as data, and the one small mechanism by which long work is watched and stopped.
//!
//! Nothing here knows what a negotiation is.

mod chain;
mod decimal;
mod diagnostic;
mod table;
mod watch;

pub use chain::cycle;
pub use decimal::{Decimal, DecimalError, half_even};
pub use diagnostic::{Code, Diagnostic, FileId, Label, Severity, Span};
pub use table::{Index, Table};
pub use watch::{Silent, Watch};
