//! The tests of `detente-report` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

mod common;
mod docx;
mod figure;
mod map;
#[cfg(feature = "pdf")]
mod pdf;
mod plots;
