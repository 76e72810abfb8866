//! Decimal numbers of any length, exactly as written.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, Zero};

/// A fraction of whole numbers of any length.
pub type Fraction = Ratio<BigInt>;

/// A decimal number, exactly as written: no binary fraction stands between a file and what is computed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    mantissa: BigInt,
    places: i32,
}

/// A text that is no decimal number, or one longer than any program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// The most digits and the largest power of ten read; what programs write of a 64-bit binary fraction has fewer.
const MOST: i32 = 400;

impl Number {
    /// Zero.
    pub fn zero() -> Self {
        Self { mantissa: BigInt::ZERO, places: 0 }
    }

    /// One.
    pub fn one() -> Self {
        Self { mantissa: BigInt::one(), places: 0 }
    }

    /// `mantissa` / 10^`places`.
    pub fn new(mantissa: impl Into<BigInt>, places: i32) -> Self {
        let (mut mantissa, mut places) = (mantissa.into(), places);
        if mantissa.is_zero() {
            return Self::zero();
        }
        let ten = BigInt::from(10);
        while (&mantissa % &ten).is_zero() {
            mantissa /= &ten;
            places -= 1;
        }
        Self { mantissa, places }
    }

    /// The number as a fraction.
    pub fn ratio(&self) -> Fraction {
        let power = power_of_ten(self.places.unsigned_abs());
        if self.places < 0 {
            Fraction::from_integer(&self.mantissa * power)
        } else {
            Fraction::new(self.mantissa.clone(), power)
        }
    }

    /// The fraction as a decimal, if it is one: if its denominator has no factors but 2 and 5.
    pub fn of_ratio(ratio: &Fraction) -> Option<Self> {
        let (mut rest, mut twos, mut fives) = (ratio.denom().clone(), 0_u32, 0_u32);
        for (factor, count) in [(2, &mut twos), (5, &mut fives)] {
            let factor = BigInt::from(factor);
            while (&rest % &factor).is_zero() {
                rest /= &factor;
                *count += 1;
            }
        }
        let places = twos.max(fives);
        let whole = ratio * Fraction::from_integer(power_of_ten(places));
        rest.is_one().then(|| Self::new(whole.to_integer(), i32::try_from(places).unwrap_or(i32::MAX)))
    }

    /// The nearest 64-bit binary fraction.
    pub fn approximate(&self) -> f64 {
        format!("{}e{}", self.mantissa, -i64::from(self.places)).parse().unwrap_or(f64::NAN)
    }

    /// The whole number, if it is one of 64 bits.
    pub fn whole(&self) -> Option<i64> {
        if 0 < self.places {
            return None;
        }
        i64::try_from(self.ratio().to_integer()).ok()
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self::new(whole, 0)
    }
}

/// Ten multiplied by itself.
pub fn power_of_ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        let (negative, text) = match text.as_bytes() {
            [b'-', ..] => (true, &text[1..]),
            [b'+', ..] => (false, &text[1..]),
            _ => (false, text),
        };
        let (digits, power) = match text.split_once(['e', 'E']) {
            Some((digits, power)) => (digits, power.parse::<i32>().ok().ok_or(NotANumber)?),
            None => (text, 0),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_short = i32::try_from(digits.len()).is_ok_and(|length| length <= MOST) && power.abs() <= MOST;
        if !is_digits(whole) || !is_digits(places) || whole.len() + places.len() == 0 || !is_short {
            return Err(NotANumber);
        }
        let magnitude: BigInt = format!("{whole}{places}").parse().ok().ok_or(NotANumber)?;
        let places = i32::try_from(places.len()).ok().ok_or(NotANumber)? - power;
        Ok(Self::new(if negative { -magnitude } else { magnitude }, places))
    }
}

impl fmt::Display for Number {
    /// All digits, without a power of ten: `0.4452125771655631`, `-12`, `0.00000001`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa.is_negative() { "-" } else { "" };
        let digits = self.mantissa.abs().to_string();
        let Ok(places) = usize::try_from(self.places) else {
            let zeros = "0".repeat(usize::try_from(self.places.unsigned_abs()).unwrap_or(0));
            return f.pad(&format!("{sign}{digits}{zeros}"));
        };
        if places == 0 {
            return f.pad(&format!("{sign}{digits}"));
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, rest) = padded.split_at(padded.len() - places);
        f.pad(&format!("{sign}{whole}.{rest}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        text.parse::<Number>().ok().map(|number| number.to_string())
    }

    #[test]
    fn reads_what_programs_write() {
        for (text, shown) in [
            ("0.4452125771655631", "0.4452125771655631"),
            ("1.00", "1"),
            ("1.5E-8", "0.000000015"),
            ("-5", "-5"),
            (".5", "0.5"),
            ("3.", "3"),
            ("2e3", "2000"),
            (" 7 ", "7"),
            ("-0.0", "0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(shown), "{text}");
        }
        for text in ["", ".", "-", "1e", "1e999", "0x10", "NaN", "1,5", "1 2", "Infinity"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn only_some_fractions_are_decimals() {
        let ratio = |numerator: i64, denominator: i64| Fraction::new(numerator.into(), denominator.into());
        assert_eq!(Number::of_ratio(&ratio(7, 40)).map(|number| number.to_string()), Some("0.175".to_owned()));
        assert_eq!(Number::of_ratio(&ratio(1, 3)), None);
        assert_eq!(Number::of_ratio(&ratio(-6, 3)), Some(Number::from(-2)));
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(mantissa in any::<i64>(), places in -30_i32..30) {
            let number = Number::new(mantissa, places);
            prop_assert_eq!(number.to_string().parse(), Ok(number.clone()));
            prop_assert_eq!(Number::of_ratio(&number.ratio()), Some(number));
        }

        #[test]
        fn a_binary_fraction_comes_back(number in -1e12_f64..1e12) {
            let read: Number = number.to_string().parse().expect("a decimal");
            prop_assert_eq!(read.approximate().to_bits(), if number == 0.0 { 0 } else { number.to_bits() });
        }
    }
}
