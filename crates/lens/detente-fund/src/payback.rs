//! When what was paid in has come back.

use crate::Money;

/// When a flow has paid back what it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payback {
    /// Nothing was ever paid in before it came back.
    NothingToPayBack,
    /// At the end of the n-th year, counted from zero, the sum is no longer below zero and never falls below it again.
    After(usize),
    /// The sum is below zero at the end.
    Never,
}

/// When the running sum of `flow`, undiscounted, leaves the negative for good.
pub fn payback(flow: &[Money]) -> Payback {
    let mut sum = Money::ZERO;
    let last_below = flow.iter().enumerate().fold(None, |last, (year, amount)| {
        sum += *amount;
        if sum < Money::ZERO { Some(year) } else { last }
    });
    match last_below {
        None => Payback::NothingToPayBack,
        Some(year) if year + 1 == flow.len() => Payback::Never,
        Some(year) => Payback::After(year + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Payback, payback};
    use crate::Money;

    fn of(cents: &[i128]) -> Payback {
        payback(&cents.iter().map(|&cents| Money::from_cents(cents)).collect::<Vec<_>>())
    }

    #[test]
    fn the_sum_leaves_the_negative_for_good() {
        assert_eq!(of(&[-100, 39, 59, 55, 20]), Payback::After(3));
        assert_eq!(of(&[-100, 200, -150, 60]), Payback::After(3));
        assert_eq!(of(&[-100, 99]), Payback::Never);
        assert_eq!(of(&[0, 10]), Payback::NothingToPayBack);
    }
}
