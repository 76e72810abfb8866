//! What researchers ask of a scenario at once: how many outcomes, the frontier, the principles, how opposed the parties are.
//!
//! Every comparison is of whole numbers: a party's utilities are multiplied until none is a fraction ([`column`]), so that
//! frontiers have the size they have and ties are ties. Where utilities are sums over issues, these are joined one by one
//! (`fold`); otherwise outcomes are gone through in an order no file can change (`space`); where there are too many, the engine is asked instead ([`large`]).

mod bits;
mod case;
mod column;
mod count;
mod fold;
#[cfg(test)]
mod fold_tests;
mod frontier;
mod large;
mod measures;
mod outline;
mod principles;
mod search;
mod space;
mod stats;
mod sums;

pub use case::{CaseText, NoCase, case_text, of_title, titled};
pub use large::{SEARCH_STEPS, large};
pub use outline::{Frontier, Outline, Solution, Stats, Vector};
pub use principles::Rule;
pub use space::Space;
pub use stats::{MOST_CELLS, StatsError, stats};
