//! The tests of `detente-fund` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

mod conservation;
mod generate;
mod peers;
