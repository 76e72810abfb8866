//! What a principle compares.

use crate::fraction::{Fraction, ceiling};
use num_bigint::{BigInt, BigUint};

/// How much a vector is worth by one principle. Vectors are over the principals; `at` is a position among them.
pub(crate) enum Measure {
    /// Gains over a line, each divided by a positive number, in ascending order; of these only the first `counted`.
    Ascending { of: Vec<Share>, counted: usize },
    /// A product of powers of gains.
    Product(Vec<(usize, i64, u32)>),
    /// A sum of units, each divided by units per point.
    Sum(Vec<(usize, i64)>),
}

/// A gain as a share of something.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    pub(crate) at: usize,
    pub(crate) line: i64,
    pub(crate) whole: i64,
}

/// Comparable among the vectors of one measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Worth {
    Ascending(Vec<Fraction>),
    Product(BigUint),
    Sum(BigInt),
}

impl Measure {
    pub(crate) fn of(&self, vector: &[i64]) -> Worth {
        match self {
            Self::Ascending { of, counted } => {
                let mut shares: Vec<Fraction> = of.iter().map(|share| share.of(vector)).collect();
                shares.sort();
                shares.truncate(*counted);
                Worth::Ascending(shares)
            }
            Self::Product(of) => {
                let gain = |&(at, line, exponent): &(usize, i64, u32)| {
                    let gain = i128::from(vector[at]) - i128::from(line);
                    BigUint::from(gain.max(0).unsigned_abs()).pow(exponent)
                };
                Worth::Product(of.iter().map(gain).product())
            }
            Self::Sum(of) => {
                let whole: BigInt = of.iter().map(|of| BigInt::from(of.1)).product();
                Worth::Sum(of.iter().map(|of| &whole / of.1 * vector[of.0]).sum())
            }
        }
    }
}

impl Share {
    fn of(&self, vector: &[i64]) -> Fraction {
        Fraction { numerator: i128::from(vector[self.at]) - i128::from(self.line), denominator: i128::from(self.whole) }
    }

    /// The least units with which this share is at least that of another at a vector.
    pub(crate) fn level(&self, other: &Self, vector: &[i64]) -> i64 {
        let share = other.of(vector);
        let gain = ceiling(&(BigInt::from(share.numerator) * self.whole), &BigInt::from(share.denominator));
        // Beyond what any package is worth, one number is as good as another.
        i64::try_from(gain + self.line).unwrap_or(if share.numerator < 0 { i64::MIN } else { i64::MAX })
    }

    /// The least units with which this share is greater than that of another at a vector.
    pub(crate) fn above(&self, other: &Self, vector: &[i64]) -> i64 {
        let level = self.level(other, vector);
        let gain = BigInt::from(i128::from(level) - i128::from(self.line));
        let share = other.of(vector);
        let is_equal = gain * share.denominator == BigInt::from(share.numerator) * self.whole;
        level.saturating_add(i64::from(is_equal))
    }
}
