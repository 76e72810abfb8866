//! Which answers survive doubt.
//!
//! Every number of a set of estimates is somebody's guess, given as a range. A [`Plan`] lists what is not known, a [`Source`]
//! draws it.

mod counter;
mod input;
mod plan;
mod range;
mod source;

pub use input::{Input, InputIdx, Inputs, Quantity, inputs};
pub use plan::Plan;
pub use source::{Independent, Source};
