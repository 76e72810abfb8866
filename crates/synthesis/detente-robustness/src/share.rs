//! Shares of draws, with how well a number of draws tells them.

/// The quantile of the normal distribution that leaves 0.025 above it.
const Z: f64 = 1.959_963_984_540_054;

/// In how many draws something was so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The draws in which it was so.
    pub hits: u64,
    /// All draws that count.
    pub draws: u64,
}

/// An interval that holds the share of all possible draws in 95 of 100 repetitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its low end, 0 to 1.
    pub low: f64,
    /// Its high end, 0 to 1.
    pub high: f64,
}

impl Share {
    /// The share, 0 to 1; 0 of no draws.
    pub fn value(self) -> f64 {
        if self.draws == 0 { 0.0 } else { float(self.hits) / float(self.draws) }
    }

    /// The 95% interval for the share; everything where there are no draws. Only sums, products, quotients and a square
    /// root, which are the same on every platform.
    ///
    /// # Source
    /// The score interval, \[Wilson1927\].
    pub fn interval(self) -> Interval {
        if self.draws == 0 {
            return Interval { low: 0.0, high: 1.0 };
        }
        let n = float(self.draws);
        let share = self.value();
        let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let low = if self.hits == 0 { 0.0 } else { (middle - half).max(0.0) };
        let high = if self.hits == self.draws { 1.0 } else { (middle + half).min(1.0) };
        Interval { low, high }
    }
}

/// How many draws make an interval reach at most so far on either side, whatever the share; `half_width` in thousandths of a
/// percentage point. One point takes 9,604.
///
/// # Source
/// The normal approximation at a share of one half.
pub fn draws_for(half_width: u64) -> u64 {
    // (1.96 · ½ / half-width)², with the half-width in 10⁻⁵.
    const NUMERATOR: u128 = 98_000 * 98_000;
    let square = u128::from(half_width.max(1)) * u128::from(half_width.max(1));
    u64::try_from(NUMERATOR.div_ceil(square)).unwrap_or(u64::MAX).max(1)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of draws are far below 2⁵³")]
pub(crate) fn float(of: u64) -> f64 {
    of as f64
}

#[cfg(test)]
mod tests {
    use super::{Share, draws_for};
    use crate::counter::word;
    use crate::range::happens;

    #[test]
    fn ends_are_those_of_the_score_interval() {
        // From the closed form, by hand: 0/10, 5/10, 81/263 as in Newcombe's table.
        let check = |hits, draws, low: f64, high: f64| {
            let interval = Share { hits, draws }.interval();
            assert!(
                (interval.low - low).abs() < 5e-5 && (interval.high - high).abs() < 5e-5,
                "{hits}/{draws} {interval:?}"
            );
        };
        check(0, 10, 0.0, 0.2775);
        check(5, 10, 0.2366, 0.7634);
        check(81, 263, 0.2553, 0.3662);
        check(15, 148, 0.0624, 0.1605);
        check(10, 10, 0.7225, 1.0);
    }

    #[test]
    fn a_point_either_way_takes_9604_draws() {
        assert_eq!(draws_for(1000), 9604);
        assert_eq!(draws_for(500), 38_416);
        assert_eq!(draws_for(10_000), 97);
        assert_eq!(draws_for(u64::MAX), 1);
        let at_half = Share { hits: 4802, draws: 9604 }.interval();
        assert!(at_half.high - at_half.low <= 0.02);
    }

    /// 95% intervals over repeated seeds hold the true share about as often as they say.
    #[test]
    fn intervals_cover_what_they_say() {
        const SEEDS: u64 = 2000;
        for (probability, share) in [(20, 0.02), (300, 0.3), (500, 0.5), (920, 0.92)] {
            let holds = |seed: &u64| {
                let hits = (0..400).filter(|&draw| happens(probability, word(*seed, draw, 5))).count();
                let interval = Share { hits: u64::try_from(hits).expect("small"), draws: 400 }.interval();
                interval.low <= share && share <= interval.high
            };
            let held = (0..SEEDS).filter(holds).count();
            assert!((1860..=1960).contains(&held), "{probability}: {held} of {SEEDS}");
        }
    }
}
