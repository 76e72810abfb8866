//! Which points no other beats.

mod batches;
mod codes;
mod cover;
mod divide;
mod filter;
mod frontier;
mod merge;
mod radix;
mod reach;
mod slabs;
mod stairs;
mod sums;
mod sweep;
mod thin;

pub use cover::Cover;
pub(crate) use filter::efficient;
pub use filter::nondominated;
pub use frontier::frontier;

#[cfg(test)]
mod tests;
