//! A named, timed part of an action.

use std::time::Instant;

use crate::blame::Outcome;

/// Performs `work` under `name`, with its time on standard error; a failure names the step.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("== {name}");
    let start = Instant::now();
    let outcome = work();
    let seconds = start.elapsed().as_secs_f64();
    let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
    eprintln!("== {name}: {verdict} in {seconds:.1} s");
    outcome
}
