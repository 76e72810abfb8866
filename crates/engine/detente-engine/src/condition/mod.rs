//! What holds in a search, as conditions about the choices left.

mod force;
mod narrow;
mod truth;

pub(crate) use force::Force;
pub(crate) use narrow::narrow;
pub(crate) use truth::{Amounts, Condition, Truth, UNSET};
