//! Amounts as people write them.

use detente_base::{Decimal, half_even};

/// A number with its thousands apart.
#[expect(clippy::needless_pass_by_value, reason = "numbers small and large, owned or not")]
pub fn thousands(number: impl ToString) -> String {
    let text = number.to_string();
    let (whole, places) = text.split_once('.').map_or((text.as_str(), None), |(whole, places)| (whole, Some(places)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    places.map_or(out.clone(), |places| format!("{out}.{places}"))
}

/// "26,081 km²": whole square kilometres from ten on, half to even; no false decimals.
pub fn km2(area: Decimal) -> String {
    format!("{} km²", thousands(plain_km2(area)))
}

/// An area without false decimals, as a number.
pub fn plain_km2(area: Decimal) -> Decimal {
    let ten = Decimal::from_thousandths(10 * Decimal::UNIT);
    if area < ten {
        return area;
    }
    let whole = half_even(i128::from(area.thousandths()), i128::from(Decimal::UNIT));
    i64::try_from(whole).ok().and_then(Decimal::whole).unwrap_or(area)
}

/// The part of a whole in percent, rounded half to even to 0.1; none of a whole that is nothing.
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    (Decimal::ZERO < whole).then(|| {
        let tenths = half_even(i128::from(part.thousandths()) * 1000, i128::from(whole.thousandths()));
        Decimal::from_thousandths(i64::try_from(tenths * 100).unwrap_or(i64::MAX))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_have_no_false_decimals() {
        assert_eq!(
            [1_867_185, 9_500, 20_500].map(|km| km2(Decimal::from_thousandths(km))),
            ["1,867 km²", "9.5 km²", "20 km²"]
        );
    }

    #[test]
    fn amounts_are_readable() {
        assert_eq!(
            ["0", "999", "1000", "1234567.5", "-1000"].map(thousands),
            ["0", "999", "1,000", "1,234,567.5", "−1,000"]
        );
        let percent = |part, whole| {
            percent_of(Decimal::from_thousandths(part), Decimal::from_thousandths(whole)).map(|p| p.to_string())
        };
        assert_eq!(percent(112_396, 603_540).as_deref(), Some("18.6"));
        assert_eq!([percent(1, 0), percent(0, 5)], [None, Some("0".to_owned())]);
    }
}
