//! Present value and internal rates of return, exactly: no power is ever a binary fraction.

mod discount;
mod internal;
mod polynomial;

pub use discount::Discount;
pub use internal::{Roots, internal_rates};
