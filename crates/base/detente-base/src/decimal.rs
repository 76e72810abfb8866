//! Decimals to three places, held exactly as whole thousandths.
//!
//! Everything a person writes in a case is such a number (DEFINITIONS 5): what is read is what is computed with, on every
//! platform, because no binary fraction ever stands in between.

use std::fmt;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

/// A decimal number with three places.
///
/// # Units
/// None of its own; [`Decimal::thousandths`] is the number times one thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i64);

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// It is not written as a plain decimal number.
    Malformed,
    /// It has more than three places.
    TooPrecise,
    /// It is too large to hold.
    TooLarge,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One hundred: the top of a value scale.
    pub const HUNDRED: Self = Self(100_000);
    /// Thousandths in one whole.
    pub const UNIT: i64 = 1000;

    /// The number that is `thousandths` / 1000.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// A whole number, if it can be held.
    pub fn whole(number: i64) -> Option<Self> {
        number.checked_mul(Self::UNIT).map(Self)
    }

    /// The number times one thousand.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Half-way between two numbers, rounded half to even to three places.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        let sum = i128::from(self.0) + i128::from(other.0);
        Self(i64::try_from(half_even(sum, 2)).unwrap_or(i64::MAX))
    }

    /// The sum, unless it is too large to hold.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

/// Divides and rounds to the nearest whole number, halves to the even one. `divisor` is positive.
pub fn half_even(dividend: i128, divisor: i128) -> i128 {
    let quotient = dividend.div_euclid(divisor);
    let twice = dividend.rem_euclid(divisor) * 2;
    if twice > divisor || (twice == divisor && quotient % 2 != 0) { quotient + 1 } else { quotient }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.as_bytes() {
            [b'-', ..] => (true, &text[1..]),
            [b'+', ..] => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(places) {
            return Err(DecimalError::Malformed);
        }
        let places = places.trim_end_matches('0');
        if places.len() > 3 {
            return Err(DecimalError::TooPrecise);
        }
        let padded = format!("{whole}{places:0<3}");
        let Ok(magnitude) = padded.parse::<i64>() else { return Err(DecimalError::TooLarge) };
        Ok(Self(if negative { -magnitude } else { magnitude }))
    }
}

impl fmt::Display for Decimal {
    /// As short as it can be written: `12`, `-0.5`, `33.333`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (whole, places) = (magnitude / 1000, magnitude % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        if places == 0 {
            return f.pad(&format!("{sign}{whole}"));
        }
        let places = format!("{places:03}");
        f.pad(&format!("{sign}{whole}.{}", places.trim_end_matches('0')))
    }
}

impl Add for Decimal {
    type Output = Self;
    /// Saturates at the ends of the range; sums that must not are [`Decimal::checked_add`].
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<String, DecimalError> {
        text.parse::<Decimal>().map(|number| number.to_string())
    }

    #[test]
    fn reads_what_people_write() {
        assert_eq!(read("12"), Ok("12".into()));
        assert_eq!(read("-0.50"), Ok("-0.5".into()));
        assert_eq!(read("33.333"), Ok("33.333".into()));
        assert_eq!(read("0.0010"), Ok("0.001".into()));
        assert_eq!(read("1.2345"), Err(DecimalError::TooPrecise));
        assert_eq!(read("99999999999999999999"), Err(DecimalError::TooLarge));
        for text in ["", "-", ".", "1.", ".5", "1e3", "1_0", "½", "nan"] {
            assert_eq!(read(text), Err(DecimalError::Malformed), "{text:?}");
        }
    }

    #[test]
    fn halves_go_to_the_even_number() {
        let rounded: Vec<i128> = [-5, -3, -1, 1, 3, 5].into_iter().map(|odd| half_even(odd, 2)).collect();
        assert_eq!(rounded, [-2, -2, 0, 0, 2, 2]);
        assert_eq!(half_even(7, 3), 2);
        assert_eq!(half_even(-7, 3), -2);
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(thousandths in any::<i64>().prop_filter("has a magnitude", |n| *n != i64::MIN)) {
            let number = Decimal::from_thousandths(thousandths);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}
