//! Which points no other beats.

mod batches;
mod choose;
mod codes;
mod cover;
mod divide;
mod filter;
mod frontier;
mod merge;
mod radix;
mod reach;
mod slabs;
mod slack;
mod stairs;
mod steps;
mod sums;
mod sweep;
mod thin;
mod thinning;
mod tree;

pub use cover::Cover;
pub(crate) use filter::efficient;
pub use filter::nondominated;
pub use frontier::frontier;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tree_tests;
