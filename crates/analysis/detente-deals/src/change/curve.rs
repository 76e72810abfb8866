//! Values along an amount, piecewise linear between corners of which each is a range: differences between amounts.

use detente_base::Decimal;
use detente_estimate::Knot;

use super::ends::Ends;

/// The ends of the value at `to` less the value at `from`: the corners are the same for both, so that each counts with the
/// difference of its parts.
///
/// # Shape
/// `knots` rise; outside them the end values hold. `rounded` is how often a value is rounded: once per table it is read from.
/// # Cost
/// Linear in the knots.
pub(super) fn difference(knots: &[Knot], from: Decimal, to: Decimal, rounded: i128) -> Ends {
    let (mut low, mut high) = (Fraction::ZERO, Fraction::ZERO);
    let mut is_known = true;
    for rank in 0..knots.len() {
        let part = part(knots, rank, to).less(part(knots, rank, from));
        if part.above == 0 {
            continue;
        }
        let range = knots[rank].value;
        is_known &= range.is_single();
        let [least, most] = if 0 < part.above { [range.low(), range.high()] } else { [range.high(), range.low()] };
        low = low.plus(part.times(least));
        high = high.plus(part.times(most));
    }
    // A value that is known is rounded as well: at both amounts, each half a thousandth at most.
    let slack = if low.above == 0 && high.above == 0 && is_known { 0 } else { rounded };
    Ends::between(low.floor(), high.ceil()).wider(slack)
}

/// A fraction; the denominator is above zero.
#[derive(Clone, Copy, Debug)]
struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    const ZERO: Self = Self { above: 0, below: 1 };
    const ONE: Self = Self { above: 1, below: 1 };

    fn plus(self, other: Self) -> Self {
        if self.below == other.below {
            return Self { above: self.above + other.above, below: self.below };
        }
        let sum = |a: Self, b: Self| a.above.saturating_mul(b.below);
        Self { above: sum(self, other).saturating_add(sum(other, self)), below: self.below.saturating_mul(other.below) }
            .reduced()
    }

    fn less(self, other: Self) -> Self {
        self.plus(Self { above: -other.above, ..other })
    }

    fn times(self, number: Decimal) -> Self {
        Self { above: self.above.saturating_mul(number.thousandths().into()), ..self }.reduced()
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.above.unsigned_abs(), self.below.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let by = i128::try_from(a.max(1)).unwrap_or(1);
        Self { above: self.above / by, below: self.below / by }
    }

    fn floor(self) -> i128 {
        self.above.div_euclid(self.below)
    }

    fn ceil(self) -> i128 {
        -(-self.above).div_euclid(self.below)
    }
}

/// How much of the value at an amount is that of one corner.
fn part(knots: &[Knot], rank: usize, amount: Decimal) -> Fraction {
    let after = knots.partition_point(|knot| knot.at < amount);
    let wide = |number: Decimal| i128::from(number.thousandths());
    match (after.checked_sub(1).and_then(|before| knots.get(before)), knots.get(after)) {
        (None, Some(_)) if rank == 0 => Fraction::ONE,
        (Some(_), None) if rank + 1 == knots.len() => Fraction::ONE,
        (Some(left), Some(right)) => {
            let width = wide(right.at) - wide(left.at);
            if rank == after {
                Fraction { above: wide(amount) - wide(left.at), below: width }
            } else if rank + 1 == after {
                Fraction { above: wide(right.at) - wide(amount), below: width }
            } else {
                Fraction::ZERO
            }
        }
        _ => Fraction::ZERO,
    }
}

/// Those of the amounts between which the value can be least or most: the outermost, and those next to a corner.
pub(super) fn telling(knots: &[Knot], mut amounts: Vec<Decimal>) -> Vec<Decimal> {
    amounts.sort_unstable();
    amounts.dedup();
    let mut kept: Vec<Decimal> = amounts.first().into_iter().chain(amounts.last()).copied().collect();
    for knot in knots {
        let at = amounts.partition_point(|amount| *amount < knot.at);
        kept.extend(at.checked_sub(1).and_then(|before| amounts.get(before)));
        kept.extend(amounts.get(at));
        kept.extend(amounts.get(at + 1));
    }
    kept.sort_unstable();
    kept.dedup();
    kept
}

#[cfg(test)]
mod tests {
    use super::{difference, telling};
    use detente_base::Decimal;
    use detente_estimate::{Knot, Range};

    fn whole(number: i64) -> Decimal {
        Decimal::from_thousandths(number * 1000)
    }

    fn knot(at: i64, low: i64, high: i64) -> Knot {
        Knot { at: whole(at), value: Range::uniform(whole(low), whole(high)).expect("rises") }
    }

    #[test]
    fn a_corner_counts_for_both_amounts() {
        let knots = [knot(0, 0, 0), knot(50, 40, 60), knot(100, 100, 100)];
        // From 25 to 75: half of the middle corner in both, so that it drops out: 50 exactly.
        let ends = difference(&knots, whole(25), whole(75), 1);
        assert_eq!((ends.low, ends.high), (49_999, 50_001));
        // From 0 to 25: half of 40 to 60.
        let ends = difference(&knots, whole(0), whole(25), 1);
        assert_eq!((ends.low, ends.high), (19_999, 30_001));
        assert_eq!(difference(&knots, whole(100), whole(120), 1).high, 0);
    }

    #[test]
    fn amounts_far_from_corners_tell_nothing() {
        let knots = [knot(0, 0, 0), knot(50, 40, 60), knot(100, 100, 100)];
        let amounts: Vec<Decimal> = (0..=100).step_by(5).map(whole).collect();
        let kept: Vec<String> = telling(&knots, amounts).iter().map(ToString::to_string).collect();
        assert_eq!(kept, ["0", "5", "45", "50", "55", "95", "100"]);
    }
}
