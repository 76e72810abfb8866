//! What holds in a search, as conditions about the choices left.

mod force;
mod narrow;
mod truth;
mod units;

pub(crate) use force::Force;
pub(crate) use narrow::narrow;
pub(crate) use truth::{Amounts, Condition, Truth, UNSET};
pub(crate) use units::{Unit, Units};
