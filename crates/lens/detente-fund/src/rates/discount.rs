//! Present value.

use detente_base::Decimal;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::Money;

/// A rate over so many years, ready to be applied.
#[derive(Clone, Debug)]
pub struct Discount {
    /// Per year, what its money is multiplied by.
    factors: Vec<BigInt>,
    /// What the sum is divided by.
    divisor: BigInt,
}

impl Discount {
    /// `percent` a year, above −100, over `years` years; the first is not discounted. `None` where the rate is −100 or less.
    pub fn new(percent: Decimal, years: usize) -> Option<Self> {
        let whole = i128::from(Decimal::HUNDRED.thousandths());
        let growth = whole + i128::from(percent.thousandths());
        if growth <= 0 {
            return None;
        }
        let (whole, growth) = (BigInt::from(whole), BigInt::from(growth));
        let last = years.saturating_sub(1);
        let mut powers = vec![BigInt::one()];
        for _ in 0..last {
            let next = powers.last().map_or_else(BigInt::one, |power| power * &growth);
            powers.push(next);
        }
        let mut earlier = BigInt::one();
        let factors = powers.iter().rev().map(|later| {
            let factor = &earlier * later;
            earlier *= &whole;
            factor
        });
        let factors = factors.collect();
        Some(Self { factors, divisor: powers.pop().unwrap_or_default() })
    }

    /// The present value of `flow` in its first year, rounded half to even to a hundredth.
    pub fn present_value(&self, flow: &[Money]) -> Money {
        let sum: BigInt = flow.iter().zip(&self.factors).map(|(amount, factor)| factor * amount.cents()).sum();
        Money::from_cents(nearest(&sum, &self.divisor).to_i128().unwrap_or(i128::MAX))
    }
}

/// The whole number nearest to a quotient, halves to the even one; `divisor` is above zero.
pub(super) fn nearest(dividend: &BigInt, divisor: &BigInt) -> BigInt {
    let (quotient, rest) = dividend.div_mod_floor(divisor);
    let over: BigInt = rest * 2 - divisor;
    if over.is_positive() || (over.is_zero() && quotient.is_odd()) { quotient + 1 } else { quotient }
}

#[cfg(test)]
mod tests {
    use super::Discount;
    use crate::Money;

    fn value(percent: &str, flow: &[i128]) -> i128 {
        let flow: Vec<Money> = flow.iter().map(|&cents| Money::from_cents(cents)).collect();
        Discount::new(percent.parse().expect("a decimal"), flow.len()).expect("a rate").present_value(&flow).cents()
    }

    #[test]
    fn later_money_is_worth_less() {
        assert_eq!(value("0", &[-100, 39, 59]), -2);
        assert_eq!(value("10", &[0, 110, 121]), 200);
        assert_eq!(value("-50", &[0, 100]), 200);
        // 1/3 and 2/3 of a cent.
        assert_eq!((value("200", &[0, 1]), value("200", &[0, 2])), (0, 1));
        assert!(Discount::new("-100".parse().expect("a decimal"), 2).is_none());
    }
}
