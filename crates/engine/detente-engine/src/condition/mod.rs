//! What holds in a search, as conditions about the choices left.

mod force;
mod narrow;
mod sums;
mod truth;
mod units;

pub(crate) use force::Force;
pub(crate) use narrow::narrow;
pub(crate) use sums::{MOST_SUMS, Sum, Tied, assuming, clamp, partial_sums, tied, unsettled, within};
pub(crate) use truth::{Amounts, Condition, Truth, UNSET};
pub(crate) use units::{Unit, Units};
