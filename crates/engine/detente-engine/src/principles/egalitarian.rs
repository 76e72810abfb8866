//! "Most for whoever gains least."

use super::answer::{Answer, Value, by_worth, without_bottom_line};
use super::fraction::Fraction;
use super::gains;
use super::stakes::Stakes;

/// The points of the frontier at which the least gain over the bottom lines is greatest.
///
/// # Units
/// Points, of each party's own scale; comparing them across parties is the user's claim, not this function's.
/// # Source
/// DEFINITIONS 12.
pub fn egalitarian(stakes: &Stakes<'_>) -> Answer {
    let parties = stakes.standing();
    let least = |point: usize| gains::ascending(stakes, &parties, point).into_iter().next();
    let value = |least: Option<Fraction>| Value::Number(least.unwrap_or_else(|| Fraction::new(0, 1)));
    by_worth(stakes, &parties, without_bottom_line(stakes), least, value)
}
