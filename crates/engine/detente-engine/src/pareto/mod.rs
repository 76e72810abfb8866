//! Which points no other beats.

mod filter;

pub(crate) use filter::efficient;
