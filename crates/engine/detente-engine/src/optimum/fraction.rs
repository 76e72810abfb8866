//! Exact fractions, as far as the principles need them: compared.

use num_bigint::BigInt;
use std::cmp::Ordering;

/// A fraction with a positive denominator; equal and ordered by value.
#[derive(Clone, Debug)]
pub(crate) struct Fraction {
    numerator: BigInt,
    denominator: BigInt,
}

impl Fraction {
    /// `numerator` / `denominator`; the denominator is positive wherever this crate makes one.
    pub(crate) fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Self {
        Self { numerator: numerator.into(), denominator: denominator.into() }
    }

    /// The numerator, not necessarily in lowest terms.
    pub(crate) const fn numerator(&self) -> &BigInt {
        &self.numerator
    }

    /// The denominator, positive, not necessarily in lowest terms.
    pub(crate) const fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// The nearest number with a binary fraction, for reports.
    pub(crate) fn approximate(&self) -> f64 {
        let number = |of: &BigInt| of.to_string().parse().unwrap_or(f64::NAN);
        let (numerator, denominator): (f64, f64) = (number(&self.numerator), number(&self.denominator));
        numerator / denominator
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}
