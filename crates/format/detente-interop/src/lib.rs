//! Models that other programs write, as text: read with spans into plain data, with every mistake listed at once.
//!
//! Nothing here knows an engine or touches a file. The record of a case leaves as provenance ([`prov`]). [`numeric`](read_numeric) models are whole numbers alone: parties, issues
//! and choices have numbers instead of names.

pub mod codes;
mod json;
mod numeric;
mod prov;

pub use numeric::{AskedWhen, Bounds, Forbidden, IfThen, Interaction, NumericModel, Reading, read as read_numeric};
pub use prov::prov;
