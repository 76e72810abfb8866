//! Money: whole hundredths of a currency unit.
//!
//! Neither the base's `Decimal` (thousandths in 64 bits: a trillion dollars to the cent does not fit) nor a decimal of
//! floating scale (a division would round at some digit out of sight). Every division here has a named rounding, and what it
//! leaves over has a place.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use detente_base::{Decimal, half_even};

/// An amount of money.
///
/// # Units
/// Hundredths of one unit of the fund's currency, in money of the fund's base year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

/// A percentage is thousandths of a percent: so many make the whole.
const WHOLE: i128 = 100_000;

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many hundredths.
    pub const fn from_cents(cents: i128) -> Self {
        Self(cents)
    }

    /// Hundredths.
    pub const fn cents(self) -> i128 {
        self.0
    }

    /// `amount` times `unit` currency units (one, a thousand, a million …), rounded half to even to a hundredth.
    pub fn of(amount: Decimal, unit: i64) -> Self {
        Self(half_even(i128::from(amount.thousandths()) * i128::from(unit) * 100, 1000))
    }

    /// `percent` of it, from 0 to 100, rounded half to even to a hundredth.
    #[must_use]
    pub fn percent(self, percent: Decimal) -> Self {
        let part = i128::from(percent.thousandths());
        // The whole multiples apart, so that no product outgrows 128 bits.
        let (times, rest) = (self.0.div_euclid(WHOLE), self.0.rem_euclid(WHOLE));
        Self(times * part + half_even(rest * part, WHOLE))
    }

    /// In units of `unit` currency units to three decimals, rounded half to even; the nearest that can be held.
    pub fn in_units(self, unit: i64) -> Decimal {
        let thousandths = half_even(self.0 * 10, i128::from(unit.max(1)));
        let nearest = i64::try_from(thousandths).unwrap_or(if self.0 < 0 { i64::MIN + 1 } else { i64::MAX });
        Decimal::from_thousandths(nearest)
    }

    /// The larger of it and nothing.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

/// `amount` in parts as `weights` stand to each other; the hundredths left over go one each to the largest remainders. Where only
/// some of several with one remainder could have one, none has: no order of parties decides who gets a cent, and what is
/// left stays where it is. Nothing where no weight is above zero.
///
/// # Cost
/// Linear in the weights but for a sort.
pub fn apportion(amount: Money, weights: &[i128]) -> Vec<Money> {
    let total: i128 = weights.iter().sum();
    if total <= 0 {
        return vec![Money::ZERO; weights.len()];
    }
    let part = |weight: &i128| {
        let (times, rest) = (amount.0.div_euclid(total), amount.0.rem_euclid(total));
        let product = big(rest) * big(*weight);
        let whole = i128::try_from(&product / big(total)).unwrap_or(0);
        let remainder = i128::try_from(product % big(total)).unwrap_or(0);
        (times * weight + whole, remainder)
    };
    let parts: Vec<(i128, i128)> = weights.iter().map(part).collect();
    let left = amount.0 - parts.iter().map(|(part, _)| part).sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(parts.get(at).map_or(0, |(_, remainder)| *remainder)));
    let mut shares: Vec<Money> = parts.iter().map(|(part, _)| Money(*part)).collect();
    let remainder = |at: usize| parts.get(at).map_or(0, |(_, remainder)| *remainder);
    let mut left = usize::try_from(left).unwrap_or(0);
    for level in order.chunk_by(|&a, &b| remainder(a) == remainder(b)) {
        if left < level.len() {
            break;
        }
        left -= level.len();
        for &at in level {
            if let Some(share) = shares.get_mut(at) {
                share.0 += 1;
            }
        }
    }
    shares
}

fn big(number: i128) -> num_bigint::BigInt {
    num_bigint::BigInt::from(number)
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Money {
    /// Plain: `-12.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100))
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, apportion};
    use detente_base::Decimal;
    use proptest::prelude::*;

    fn percent(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn percentages_round_half_to_even() {
        let of = |cents: i128, share: &str| Money::from_cents(cents).percent(percent(share)).cents();
        assert_eq!((of(100, "12.5"), of(300, "12.5"), of(-100, "12.5"), of(1, "50")), (12, 38, -12, 0));
        assert_eq!(of(i128::MAX / 2, "100"), i128::MAX / 2);
    }

    #[test]
    fn amounts_are_read_and_told_in_units() {
        let million = Money::of(percent("1.234"), 1_000_000);
        assert_eq!(million.to_string(), "1234000.00");
        assert_eq!(million.in_units(1_000_000), percent("1.234"));
        assert_eq!(Money::from_cents(-5).to_string(), "-0.05");
    }

    #[test]
    fn what_is_left_over_goes_to_the_largest_remainders_or_nowhere() {
        let parts = |cents: i128, weights: &[i128]| -> Vec<i128> {
            apportion(Money::from_cents(cents), weights).iter().map(|part| part.cents()).collect()
        };
        assert_eq!(parts(100, &[1, 1, 1]), [33, 33, 33]);
        assert_eq!(parts(101, &[1, 1, 2]), [25, 25, 51]);
        assert_eq!(parts(100, &[1, 2, 4]), [14, 29, 57]);
        assert_eq!(parts(7, &[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up_but_for_cents_that_nobody_has_a_claim_to(cents in 0..i128::from(i64::MAX), weights in prop::collection::vec(0..1_000_000_i128, 1..6)) {
            prop_assume!(weights.iter().any(|weight| 0 < *weight));
            let parts = apportion(Money::from_cents(cents), &weights);
            let left = cents - parts.iter().map(|part| part.cents()).sum::<i128>();
            prop_assert!(0 <= left && left < i128::try_from(weights.len()).expect("few"), "{left} left over");
            let backwards: Vec<i128> = weights.iter().rev().copied().collect();
            prop_assert!(apportion(Money::from_cents(cents), &backwards).iter().rev().eq(parts.iter()), "an order decides");
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!(0 <= part.cents() && (0 < *weight || part.cents() == 0));
            }
        }
    }
}
