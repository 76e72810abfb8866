//! The tests of `detente` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]
#![expect(clippy::disallowed_methods, reason = "tests of the surface, which touches files")]

mod brackets;
mod catalog;
mod change;
mod codes;
mod delay;
mod differ;
mod elicit;
mod find_out;
mod funds;
mod large;
mod lean;
mod lens;
mod literature;
mod numeric;
mod opening;
mod oracle;
mod preferences;
mod proofs;
mod questions;
mod relabel;
mod robust;
mod scenarios;
mod small;
mod support;
