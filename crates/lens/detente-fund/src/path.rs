//! Numbers over the years: straight lines between corners.

use detente_base::{Decimal, half_even};

use crate::{Corner, Numbers};

/// The number in `year` of a path that holds its ends: a price.
///
/// # Shape
/// `corners` rise by year, strictly, and there is one.
pub fn on_path(corners: &[Corner], year: i64, id: &str, numbers: &dyn Numbers) -> Decimal {
    let after = corners.partition_point(|corner| corner.year < year);
    let left = after.checked_sub(1).and_then(|at| corners.get(at));
    match (left, corners.get(after)) {
        (None, None) => Decimal::ZERO,
        (Some(only), None) | (None, Some(only)) => numbers.number(id, only.range),
        (Some(left), Some(right)) => between(left, right, year, id, numbers),
    }
}

/// The number in `year` of a profile that is nothing outside its corners: production.
pub fn on_profile(corners: &[Corner], year: i64, id: &str, numbers: &dyn Numbers) -> Decimal {
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else { return Decimal::ZERO };
    if year < first.year || last.year < year { Decimal::ZERO } else { on_path(corners, year, id, numbers) }
}

/// The number of exactly this year, nothing in any other: an outlay.
pub fn listed(corners: &[Corner], year: i64, id: &str, numbers: &dyn Numbers) -> Decimal {
    corners.iter().find(|corner| corner.year == year).map_or(Decimal::ZERO, |corner| numbers.number(id, corner.range))
}

/// Rounded half to even to a thousandth.
fn between(left: &Corner, right: &Corner, year: i64, id: &str, numbers: &dyn Numbers) -> Decimal {
    let wide = |corner: &Corner| i128::from(numbers.number(id, corner.range).thousandths());
    let (width, along) = (i128::from(right.year - left.year), i128::from(year - left.year));
    let sum = wide(left) * (width - along) + wide(right) * along;
    Decimal::from_thousandths(i64::try_from(half_even(sum, width.max(1))).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{listed, on_path, on_profile};
    use crate::{Centres, Corner};
    use detente_base::Decimal;
    use detente_estimate::Range;

    #[test]
    fn prices_hold_their_ends_and_production_stops() {
        let whole = |number: i64| Range::single(Decimal::from_thousandths(number * 1000));
        let corners = [(2030, 10), (2033, 40)].map(|(year, number)| Corner { year, range: whole(number) });
        let all = |of: fn(&[Corner], i64, &str, &dyn crate::Numbers) -> Decimal| -> Vec<String> {
            [2029, 2030, 2031, 2033, 2034].map(|year| of(&corners, year, "", &Centres).to_string()).to_vec()
        };
        assert_eq!(all(on_path), ["10", "10", "20", "40", "40"]);
        assert_eq!(all(on_profile), ["0", "10", "20", "40", "0"]);
        assert_eq!(all(listed), ["0", "10", "0", "40", "0"]);
    }
}
