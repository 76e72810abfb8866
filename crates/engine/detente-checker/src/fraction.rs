//! Exact fractions, as far as worths need them: compared only.

use num_bigint::BigInt;
use std::cmp::Ordering;

/// A fraction with a positive denominator, ordered by value.
#[derive(Clone, Debug)]
pub(crate) struct Fraction {
    pub(crate) numerator: i128,
    pub(crate) denominator: i128,
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: &Self, b: &Self| BigInt::from(a.numerator) * BigInt::from(b.denominator);
        cross(self, other).cmp(&cross(other, self))
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

/// The least integer that is at least `numerator` / `denominator`, the latter positive.
pub(crate) fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let towards_zero = numerator / denominator;
    if &towards_zero * denominator < *numerator { towards_zero + 1 } else { towards_zero }
}
