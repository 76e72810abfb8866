//! Internal rates of return: every rate at which a flow is worth nothing.

use std::cmp::Ordering;

use detente_base::Decimal;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::discount::nearest;
use super::polynomial::{Dyadic, Polynomial, Sturm};
use crate::Money;

/// The internal rates of return of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    /// Each rate above −100%, rising, in ten-millionths (0.2809484 is 2,809,484), rounded half to even. Every one there is.
    pub rates: Vec<i64>,
    /// How often the flow changes its sign: where more than once, several rates are possible, and none of them may mean what
    /// a rate of return is taken to mean.
    pub sign_changes: usize,
}

/// Every internal rate of return above −100%.
///
/// With x = 1/(1 + r) the flow's worth is a polynomial in x; its positive roots are counted exactly, parted by halving, and
/// each is narrowed until its rate is certain to seven decimals. A flow that changes sign once has one; one that never
/// does, or is nothing, has none.
///
/// # Units
/// Ten-millionths: 1 is 0.00001%.
/// # Cost
/// Cubic in the years for the count, and a few dozen evaluations per rate.
/// # Source
/// \[Basu2006\] for the roots; the flows are checked against another program's, `conformance/internal_rates.json`.
pub fn internal_rates(flow: &[Money]) -> Roots {
    let start = flow.iter().position(|amount| *amount != Money::ZERO).unwrap_or(flow.len());
    let coefficients = flow.iter().skip(start).map(|amount| BigInt::from(amount.cents())).collect();
    let polynomial = Polynomial::new(coefficients);
    let sign_changes = polynomial.sign_changes();
    let mut rates = Vec::new();
    if 0 < sign_changes {
        let sturm = Sturm::of(&polynomial);
        let zero = Dyadic { number: BigInt::from(0), places: 0 };
        let bound = Dyadic { number: polynomial.bound(), places: 0 };
        part(&sturm, zero, bound, &mut rates);
        rates.sort_unstable();
    }
    Roots { rates, sign_changes }
}

/// Halves until each interval holds one root, then narrows it.
fn part(sturm: &Sturm, low: Dyadic, high: Dyadic, rates: &mut Vec<i64>) {
    let mut open = vec![(low, high)];
    while let Some((low, high)) = open.pop() {
        match sturm.roots(&low, &high) {
            0 => {}
            1 => rates.extend(narrowed(sturm, low, high)),
            _ => {
                let middle = middle(&low, &high);
                open.push((low, middle.clone()));
                open.push((middle, high));
            }
        }
    }
}

fn middle(low: &Dyadic, high: &Dyadic) -> Dyadic {
    let places = low.places.max(high.places) + 1;
    let at = |of: &Dyadic| &of.number << (places - of.places);
    Dyadic { number: (at(low) + at(high)) >> 1, places }
}

/// The rate of the one root in an interval. Halved until both ends round to the same rate, or the root is known far more
/// closely than a rate is told, as where it lies on the middle between two.
fn narrowed(sturm: &Sturm, mut low: Dyadic, mut high: Dyadic) -> Option<i64> {
    const FINEST: u32 = 2000;
    loop {
        // A larger x is a smaller rate. The low end itself is never the root.
        match (rate(&low), rate(&high)) {
            (Some(most), Some(least)) if most == least => return Some(least),
            (_, Some(least)) if FINEST < high.places => return Some(least),
            (_, None) if FINEST < high.places => return None,
            _ => {}
        }
        let middle = middle(&low, &high);
        match sturm.roots(&low, &middle).cmp(&0) {
            Ordering::Greater => high = middle,
            _ => low = middle,
        }
    }
}

/// 1/x − 1 in ten-millionths; none at nothing or where it cannot be held.
fn rate(x: &Dyadic) -> Option<i64> {
    const ONE: i64 = 10_000_000;
    if x.number <= BigInt::from(0) {
        return None;
    }
    let dividend = (BigInt::from(ONE) << x.places) - BigInt::from(ONE) * &x.number;
    nearest(&dividend, &x.number).to_i64()
}

impl Roots {
    /// A rate in percent to three decimals, rounded half to even.
    pub fn percent(rate: i64) -> Decimal {
        Decimal::from_thousandths(i64::try_from(detente_base::half_even(i128::from(rate), 100)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::internal_rates;
    use crate::Money;

    fn of(flow: &[i128]) -> Vec<i64> {
        internal_rates(&flow.iter().map(|&whole| Money::from_cents(whole * 100)).collect::<Vec<_>>()).rates
    }

    #[test]
    fn the_published_rate() {
        assert_eq!(of(&[-100, 39, 59, 55, 20]), [2_809_484]);
    }

    #[test]
    fn every_rate_of_a_flow_that_changes_sign_more_than_once() {
        // −(1 − 1.1x)(1 − 1.25x)·100 and its like: the rates are known.
        assert_eq!(of(&[-1000, 2350, -1375]), [1_000_000, 2_500_000]);
        assert_eq!(of(&[-1000, 6000, -11000, 6000]), [0, 10_000_000, 20_000_000]);
        // A double root is one rate.
        assert_eq!(of(&[100, -220, 121]), [1_000_000]);
        assert_eq!(of(&[100, -200, 100]), [0]);
        assert_eq!(of(&[-100, 300, -300, 100]), [0]);
        // Two sign changes and no rate.
        assert_eq!(of(&[100, -100, 100]), [] as [i64; 0]);
    }

    #[test]
    fn flows_without_a_rate() {
        for flow in [&[][..], &[0, 0], &[100, 20], &[-1]] {
            assert_eq!(of(flow), [] as [i64; 0]);
        }
        assert_eq!(internal_rates(&[Money::from_cents(1), Money::from_cents(2)]).sign_changes, 0);
    }

    #[test]
    fn negative_rates_and_late_starts() {
        assert_eq!(of(&[0, 0, -100, 50]), [-5_000_000]);
        assert_eq!(of(&[-100, 0, 0, 0, 0, 1]), [-6_018_928]);
    }
}
