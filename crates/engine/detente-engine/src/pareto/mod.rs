//! Which points no other beats.

mod codes;
mod divide;
mod filter;
mod radix;
mod stairs;
mod sweep;
mod thin;

pub(crate) use filter::efficient;
pub use filter::nondominated;

#[cfg(test)]
mod tests;
