//! A party's ranges, orders and comparisons as one space of weights and values: its centre where one number is needed, draws
//! from it, and what in it cannot hold together.

mod centres;
mod decided;
mod points;
mod relate;
mod space;
mod worth;

pub use centres::Central;
pub use decided::{decided, is_the_same};
pub use points::in_points;
pub use space::{Member, OpenLinkage, Preferences, Scope, preferences};
pub use worth::Drawn;
