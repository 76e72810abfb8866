//! A coefficient of agreement, exact.

use std::fmt;

use detente_base::Decimal;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::ToPrimitive;

/// A coefficient: 1 where all agree, 0 where they agree as often as chance would have it.
///
/// # Units
/// A fraction in lowest terms; no binary fraction enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coefficient(Ratio<BigInt>);

/// Why there is no coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// No two coders read the same thing.
    NoPairs,
    /// All readings are the same value, so that nothing tells agreement from chance.
    NoVariation,
}

impl Coefficient {
    pub(super) fn new(value: Ratio<BigInt>) -> Self {
        Self(value)
    }

    /// Rounded to thousandths, half to even.
    pub fn rounded(&self) -> Decimal {
        let thousand = Ratio::from_integer(BigInt::from(Decimal::UNIT));
        let scaled = &self.0 * &thousand;
        let floor = scaled.floor();
        let rest = &scaled - &floor;
        let half = Ratio::new(BigInt::from(1), BigInt::from(2));
        let floor = floor.to_integer();
        let is_odd = floor.bit(0);
        let up = half < rest || (half == rest && is_odd);
        let thousandths = floor + i32::from(up);
        Decimal::from_thousandths(thousandths.to_i64().unwrap_or(i64::MIN))
    }
}

impl fmt::Display for Coefficient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
