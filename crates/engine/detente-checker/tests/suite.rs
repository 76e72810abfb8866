//! The tests of `detente-checker` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

mod common;
mod random;
mod shared_deals;
mod shared_why;
mod tamper;
mod units;
mod wide;
