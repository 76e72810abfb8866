//! How long properties are tried.

use proptest::prelude::ProptestConfig;
use std::num::NonZeroU32;

/// Tries a property on `number` random inputs, times `$DETENTE_TRIES` if that is set: each run draws other inputs, so long runs
/// find what short ones meet seldom.
///
/// # Panics
/// If `$DETENTE_TRIES` is set and no whole number from one up: on no input everything passes.
#[expect(clippy::panic, reason = "a run that is shorter than was asked for has failed")]
#[expect(clippy::disallowed_methods, reason = "tests may be told how long to try")]
pub fn tries(number: u32) -> ProptestConfig {
    let times = std::env::var("DETENTE_TRIES").map_or(NonZeroU32::MIN, |times| {
        times.parse().unwrap_or_else(|_| panic!("DETENTE_TRIES is no whole number from 1 up: {times}"))
    });
    ProptestConfig::with_cases(number.saturating_mul(times.get()))
}
