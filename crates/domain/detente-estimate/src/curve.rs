//! Values along a range issue: piecewise linear between knots.

use detente_base::{Decimal, half_even};

use crate::Range;

/// A corner of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Knot {
    /// The amount.
    pub at: Decimal,
    /// The value there.
    pub value: Range,
}

/// The curve's central value at each amount of `grid`, each rounded once, half to even, to 0.001 (DEFINITIONS 5).
///
/// # Shape
/// `knots` are sorted by `at`, strictly, and reach over the whole grid; outside them the end values hold.
/// # Cost
/// Linear in the grid times the knots.
pub fn centres_on_grid(knots: &[Knot], grid: impl Iterator<Item = Decimal>) -> Vec<Decimal> {
    let corners: Vec<Corner> =
        knots.iter().map(|knot| Corner { at: knot.at, halves: knot.value.twice_centre() }).collect();
    on_grid(&corners, grid)
}

/// A corner of a curve at one number of its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corner {
    /// The amount.
    pub at: Decimal,
    /// Twice the value there, in thousandths: the centre of a range may lie between two of them.
    pub halves: i128,
}

/// The values of a curve through `corners` at each amount of `grid`, each rounded once, half to even, to 0.001.
///
/// # Shape
/// As for [`centres_on_grid`].
/// # Cost
/// Linear in the grid times the corners.
pub fn on_grid(corners: &[Corner], grid: impl Iterator<Item = Decimal>) -> Vec<Decimal> {
    grid.map(|amount| value_at(corners, amount)).collect()
}

fn value_at(corners: &[Corner], amount: Decimal) -> Decimal {
    let after = corners.partition_point(|corner| corner.at < amount);
    let (Some(right), left) = (corners.get(after), after.checked_sub(1).map(|before| &corners[before])) else {
        return corners.last().map_or(Decimal::ZERO, |corner| rounded(corner.halves, 2));
    };
    let Some(left) = left else { return rounded(right.halves, 2) };
    between(left, right, amount)
}

fn between(left: &Corner, right: &Corner, amount: Decimal) -> Decimal {
    let wide = |number: Decimal| i128::from(number.thousandths());
    let width = wide(right.at) - wide(left.at);
    let along = wide(amount) - wide(left.at);
    rounded(left.halves * width + (right.halves - left.halves) * along, 2 * width)
}

fn rounded(dividend: i128, divisor: i128) -> Decimal {
    Decimal::from_thousandths(i64::try_from(half_even(dividend, divisor)).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knot(at: i64, value: i64) -> Knot {
        let whole = |number: i64| Decimal::from_thousandths(number * 1000);
        Knot { at: whole(at), value: Range::single(whole(value)) }
    }

    fn check(knots: &[Knot], amounts: &[&str], expect: &[&str]) {
        let grid = amounts.iter().map(|amount| amount.parse().expect("a decimal"));
        let centres: Vec<String> = centres_on_grid(knots, grid).iter().map(ToString::to_string).collect();
        assert_eq!(centres, expect);
    }

    #[test]
    fn joins_knots_with_straight_lines() {
        check(
            &[knot(0, 0), knot(50, 40), knot(100, 100)],
            &["0", "25", "50", "75", "100"],
            &["0", "20", "40", "70", "100"],
        );
    }

    #[test]
    fn rounds_once_and_half_to_even() {
        check(&[knot(0, 0), knot(3, 1)], &["1", "2"], &["0.333", "0.667"]);
        check(&[knot(0, 0), knot(2000, 1)], &["1", "3"], &["0", "0.002"]);
    }

    #[test]
    fn rounds_once_where_a_corner_is_a_range() {
        let uniform = |low: &str, high: &str| {
            Range::uniform(low.parse().expect("a decimal"), high.parse().expect("a decimal")).expect("rises")
        };
        let ranged = Knot { value: uniform("9", "88.983"), ..knot(0, 0) };
        check(&[ranged, knot(30, 75)], &["0", "20", "30"], &["48.992", "66.33", "75"]);
    }

    #[test]
    fn holds_its_ends_outside_the_knots() {
        check(&[knot(10, 5), knot(20, 7)], &["0", "30"], &["5", "7"]);
    }
}
