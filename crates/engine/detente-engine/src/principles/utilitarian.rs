//! "Largest total of points."

use super::answer::{Answer, Value, by_worth, without_bottom_line};
use super::fraction::Fraction;
use super::stakes::Stakes;

/// The points of the frontier at which the sum of utilities over the principals with a bottom line is greatest.
///
/// # Units
/// Points, of each party's own scale; adding them across parties is the user's claim, not this function's.
/// # Source
/// DEFINITIONS 12; a principal without bottom line stands in no principle (DEFINITIONS 4).
pub fn utilitarian(stakes: &Stakes<'_>) -> Answer {
    let parties = stakes.standing();
    let points = |point: usize, party: usize| stakes.points(party, stakes.utility(point, party));
    let total =
        |point: usize| parties.iter().fold(Fraction::new(0, 1), |total, &(party, _)| total.plus(&points(point, party)));
    by_worth(stakes, &parties, without_bottom_line(stakes), total, Value::Number)
}
