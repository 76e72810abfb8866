//! Models that other programs write, as text: read with spans into plain data, with every mistake listed at once.
//!
//! Nothing here knows an engine or touches a file. [`numeric`](read_numeric) models are whole numbers alone: parties, issues
//! and choices have numbers instead of names. A [`Scenario`](scenario::Scenario) is what the programs of automated negotiation
//! exchange: GENIUS, NegMAS and GeniusWeb are three ways to write one. The record of a case leaves as provenance ([`prov`]).

pub mod codes;
mod data;
mod genius;
mod geniusweb;
mod json;
mod negmas;
mod number;
mod numeric;
pub mod scenario;
mod xml;

pub use number::{Fraction, NotANumber, Number, power_of_ten};
mod prov;

pub use numeric::{AskedWhen, Bounds, Forbidden, IfThen, Interaction, NumericModel, Reading, read as read_numeric};
pub use prov::prov;
