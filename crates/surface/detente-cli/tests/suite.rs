//! The tests of `detente-cli` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]
#![expect(clippy::disallowed_methods, reason = "tests of the surface, which touches files")]

mod brackets;
mod broken;
mod commands;
mod common;
mod deals;
mod delay;
mod differ;
mod elicit;
mod first_case;
mod fund;
mod ledger;
mod map;
#[cfg(feature = "parquet")]
mod parquet;
mod process;
mod proof;
mod questions;
mod read;
mod read_model;
mod readme;
mod report;
mod report_agreement;
mod report_forms;
mod report_packages;
mod robust;
mod scenario;
mod serve;
mod sheet;
mod solve;
mod solve_broken;
mod textbook;
mod verify_proof;
mod why;
