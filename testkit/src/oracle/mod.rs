//! Answers by enumeration, as close to the wording of the definitions as a program can be. Slow and plain on purpose:
//! nothing here may share code with what it checks, except the definition of the zone itself.

mod conflict;
mod farthest;
mod frontier;
mod principles;
pub mod why;
mod zone;

pub use conflict::{can_hold, is_minimal_conflict};
pub use farthest::farthest;
pub use frontier::{Point, dominates, frontier};
pub use principles::{Chosen, Ground, egalitarian, kalai_smorodinsky, leximin, nash, utilitarian};
pub use zone::{all_packages, count_with, remaining, zone};
