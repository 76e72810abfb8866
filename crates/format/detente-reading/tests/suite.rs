//! The tests of `detente-reading` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

#[cfg(feature = "pdf")]
mod codes;
mod measured;
mod model;
#[cfg(feature = "pdf")]
mod pdf;
mod robust;
mod support;
