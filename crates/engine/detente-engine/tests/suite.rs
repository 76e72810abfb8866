//! The tests of `detente-engine` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

mod again;
mod axioms;
mod bounded;
mod chosen;
mod common;
mod conflict;
mod connected;
mod counting;
mod effort;
mod farthest;
mod feasible;
mod frontier;
mod movement;
mod opposed;
mod principles;
mod relabel;
mod shared_deals;
mod shared_why;
mod threads;
mod validate;
mod why;
mod zone;
