//! Polynomials with whole coefficients: how many roots lie where, counted exactly.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// Coefficients from the constant up; the last is not zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Polynomial(Vec<BigInt>);

/// A fraction whose denominator is a power of two: `number` / 2^`places`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dyadic {
    pub(super) number: BigInt,
    pub(super) places: u32,
}

impl Polynomial {
    /// Without factors common to all coefficients, and none of the largest being zero.
    pub(super) fn new(mut coefficients: Vec<BigInt>) -> Self {
        while coefficients.last().is_some_and(Zero::is_zero) {
            coefficients.pop();
        }
        let common = coefficients.iter().fold(BigInt::zero(), |common, next| common.gcd(next));
        if !common.is_zero() {
            coefficients.iter_mut().for_each(|coefficient| *coefficient /= &common);
        }
        Self(coefficients)
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    fn degree(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    fn derivative(&self) -> Self {
        Self::new(self.0.iter().enumerate().skip(1).map(|(power, coefficient)| coefficient * power).collect())
    }

    /// What is left of it after division by `by`, times a positive number.
    fn remainder(&self, by: &Self) -> Self {
        let mut left = self.0.clone();
        let Some(lead) = by.0.last() else { return Self::new(left) };
        // A positive factor keeps signs, which is what is counted.
        let factor = lead.abs();
        while by.0.len() <= left.len() {
            let Some(top) = left.last().cloned() else { break };
            let shift = left.len() - by.0.len();
            let scaled = if lead.is_negative() { -top } else { top };
            left.iter_mut().for_each(|coefficient| *coefficient *= &factor);
            for (at, coefficient) in by.0.iter().enumerate() {
                if let Some(place) = left.get_mut(at + shift) {
                    *place -= coefficient * &scaled;
                }
            }
            left.pop();
        }
        Self::new(left)
    }

    /// It, divided by a polynomial that divides it, both without common factors: whole again, by Gauss's lemma.
    fn divided(&self, by: &Self) -> Self {
        let mut left = self.0.clone();
        let mut quotient = Vec::new();
        let Some(lead) = by.0.last() else { return self.clone() };
        while by.0.len() <= left.len() {
            let Some(top) = left.last().map(|top| top / lead) else { break };
            let shift = left.len() - by.0.len();
            for (at, coefficient) in by.0.iter().enumerate() {
                if let Some(place) = left.get_mut(at + shift) {
                    *place -= coefficient * &top;
                }
            }
            left.pop();
            quotient.push(top);
        }
        quotient.reverse();
        Self::new(quotient)
    }

    /// Whether it is above, at or below zero at a point: 1, 0 or −1.
    pub(super) fn sign(&self, at: &Dyadic) -> i8 {
        // Horner with the denominators multiplied out.
        let mut sum = BigInt::zero();
        for (step, coefficient) in self.0.iter().rev().enumerate() {
            let scaled = coefficient << (u64::from(at.places) * u64::try_from(step).unwrap_or(0));
            sum = sum * &at.number + scaled;
        }
        i8::from(sum.is_positive()) - i8::from(sum.is_negative())
    }

    /// How often signs change from one coefficient to the next: no polynomial has more positive roots.
    ///
    /// # Source
    /// Descartes' rule of signs, as in \[Basu2006\].
    pub(super) fn sign_changes(&self) -> usize {
        changes(
            self.0.iter().map(|coefficient| i8::from(coefficient.is_positive()) - i8::from(coefficient.is_negative())),
        )
    }

    /// A power of two above every positive root.
    pub(super) fn bound(&self) -> BigInt {
        let lead = self.0.last().map(Signed::abs).unwrap_or_default().max(BigInt::from(1));
        let largest = self.0.iter().map(Signed::abs).max().unwrap_or_default();
        BigInt::from(1) << (largest / lead + BigInt::from(2)).bits()
    }
}

/// The chain by which roots are counted.
///
/// # Source
/// Sturm's theorem, as in \[Basu2006\], with remainders up to positive factors.
pub(super) struct Sturm(Vec<Polynomial>);

impl Sturm {
    /// Of the polynomial with each of its roots once, so that a root may lie where an interval ends.
    pub(super) fn of(polynomial: &Polynomial) -> Self {
        let chain = Self::chain(polynomial);
        match chain.0.last() {
            Some(common) if 0 < common.degree() => Self::chain(&polynomial.divided(common)),
            _ => chain,
        }
    }

    fn chain(polynomial: &Polynomial) -> Self {
        let mut chain = vec![polynomial.clone(), polynomial.derivative()];
        while let [.., before, last] = chain.as_slice() {
            if last.is_zero() || last.degree() == 0 {
                break;
            }
            let rest = before.remainder(last);
            chain.push(Polynomial(rest.0.into_iter().map(|coefficient| -coefficient).collect()));
        }
        chain.retain(|polynomial| !polynomial.is_zero());
        Self(chain)
    }

    fn changes(&self, at: &Dyadic) -> usize {
        changes(self.0.iter().map(|polynomial| polynomial.sign(at)))
    }

    /// How many different roots lie above `low` and at most at `high`.
    pub(super) fn roots(&self, low: &Dyadic, high: &Dyadic) -> usize {
        self.changes(low).saturating_sub(self.changes(high))
    }
}

fn changes(signs: impl Iterator<Item = i8>) -> usize {
    let mut last = 0;
    signs
        .filter(|&sign| {
            let changed = sign != 0 && last != 0 && sign != last;
            if sign != 0 {
                last = sign;
            }
            changed
        })
        .count()
}
