//! Pictures of shares.

mod bars;
mod flows;
mod line;
mod part;
mod svg;
mod tornado;

pub use bars::{Bar, Bars};
pub use flows::{Flows, Series};
pub use line::TEXT_WIDTH;
pub use part::Part;
pub use tornado::{Span, Tornado};
