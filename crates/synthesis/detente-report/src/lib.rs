//! What people read and print: data in, text out. Nothing here reads a file or writes one.
//!
//! A picture is data first ([`Bars`], [`Tornado`]); each has a rendering as lines of text and one as SVG, so that a terminal, a sheet
//! and a page show the same. Both say everything in words too: nothing depends on colour.

mod error;
pub mod map;
mod plot;
pub mod sheet;
pub mod words;

pub use error::PrintError;
pub use plot::{Bar, Bars, Flows, Mark, Part, Scatter, Series, Span, TEXT_WIDTH, Tornado};
