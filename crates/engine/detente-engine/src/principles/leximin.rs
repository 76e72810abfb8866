//! "Most for whoever gains least, then for the next."

use super::answer::{Answer, Value, by_worth, without_bottom_line};
use super::gains;
use super::stakes::Stakes;

/// The points of the frontier whose gains, in ascending order, are lexicographically greatest.
///
/// # Units
/// Points, of each party's own scale; comparing them across parties is the user's claim, not this function's.
/// # Source
/// DEFINITIONS 12.
pub fn leximin(stakes: &Stakes<'_>) -> Answer {
    let parties = stakes.standing();
    let worth = |point: usize| gains::ascending(stakes, &parties, point);
    by_worth(stakes, &parties, without_bottom_line(stakes), worth, Value::Ascending)
}
