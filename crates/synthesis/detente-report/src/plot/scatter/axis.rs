//! A scale along one edge of a plot.

use super::plot::SIZE;

/// A scale from one round number to another.
pub(super) struct Axis {
    from: i64,
    to: i64,
    step: i64,
}

impl Axis {
    /// From below the least to above the most, in at most ten steps of one, two or five times a power of ten.
    pub(super) fn of(values: impl Iterator<Item = i64>) -> Self {
        let (least, most) =
            values.fold((i64::MAX, i64::MIN), |(least, most), value| (least.min(value), most.max(value)));
        let (least, most) = if least <= most { (least, most) } else { (0, 1) };
        let long = most.saturating_sub(least).max(1);
        let mut step: i64 = 1;
        for factor in [2, 5, 10].into_iter().cycle() {
            if long / step <= 8 || i64::MAX / 100 < step {
                break;
            }
            let ten = round(step);
            step = ten.saturating_mul(factor);
        }
        let from = least.div_euclid(step).saturating_mul(step);
        let to = most.div_euclid(step).saturating_add(i64::from(most.rem_euclid(step) != 0)).saturating_mul(step);
        Self { from, to: to.max(from.saturating_add(step)), step }
    }

    /// How far along the plot a value lies.
    pub(super) fn along(&self, value: i64) -> i64 {
        let long = i128::from(self.to) - i128::from(self.from);
        let at = (i128::from(value) - i128::from(self.from)) * i128::from(SIZE) / long.max(1);
        i64::try_from(at).unwrap_or(SIZE)
    }

    pub(super) fn ticks(&self) -> impl Iterator<Item = i64> {
        let (from, to, step) = (self.from, self.to, self.step);
        (0..=12).map(move |rank| from.saturating_add(step.saturating_mul(rank))).take_while(move |tick| *tick <= to)
    }
}

/// The power of ten at the bottom of a step.
fn round(step: i64) -> i64 {
    let mut ten: i64 = 1;
    while ten.saturating_mul(10) <= step {
        ten = ten.saturating_mul(10);
    }
    ten
}

#[cfg(test)]
mod tests {
    use super::{Axis, SIZE};

    #[test]
    fn scales_are_round_and_hold_everything() {
        let check = |values: &[i64], expect: [i64; 3]| {
            let axis = Axis::of(values.iter().copied());
            assert_eq!([axis.from, axis.to, axis.step], expect, "{values:?}");
            assert!(values.iter().all(|value| (0..=SIZE).contains(&axis.along(*value))), "{values:?}");
        };
        check(&[57, 69, 64], [56, 70, 2]);
        check(&[0, 100], [0, 100, 20]);
        check(&[50], [50, 51, 1]);
        check(&[-30, 12], [-30, 15, 5]);
        check(&[], [0, 1, 1]);
        assert!(Axis::of([i64::MIN, i64::MAX].into_iter()).ticks().count() <= 13);
    }
}
