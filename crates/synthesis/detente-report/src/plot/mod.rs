//! Pictures of shares.

mod bars;
mod flows;
mod line;
mod part;
mod scatter;
mod svg;
mod tornado;

pub use bars::{Bar, Bars};
pub use flows::{Flows, Series};
pub use line::TEXT_WIDTH;
pub(crate) use line::fitted;
pub use part::Part;
pub use scatter::{Mark, Scatter};
pub(crate) use svg::escaped;
pub use tornado::{Span, Tornado};
