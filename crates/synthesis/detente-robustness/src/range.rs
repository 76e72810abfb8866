//! A number of a range, from 64 random bits: whole thousandths, and integers decide.

use detente_estimate::Range;

/// The number of `range` for a random word, in thousandths.
///
/// A uniform range gives each of its thousandths the same share, up to 2⁻⁶⁴ of the number of them. A triangular one is the
/// inverse of its distribution at the word, to the nearest thousandth.
///
/// # Source
/// The inverse of the triangular distribution as in \[Kotz2004\], ch. 1.
pub(crate) fn number(range: Range, word: u64) -> i64 {
    let (low, high) = (range.low().thousandths(), range.high().thousandths());
    match range.mode() {
        None => low.saturating_add(below(high.saturating_sub(low).saturating_add(1), word)),
        Some(mode) => triangular(low, mode.thousandths(), high, word),
    }
}

/// Whether something with a probability in thousandths happens.
pub(crate) fn happens(probability: i64, word: u64) -> bool {
    below(1000, word) < probability
}

/// A whole number from 0 on, below a bound.
fn below(bound: i64, word: u64) -> i64 {
    let bound = u128::try_from(bound).unwrap_or(0);
    i64::try_from((u128::from(word) * bound) >> 64).unwrap_or(0)
}

fn triangular(low: i64, mode: i64, high: i64, word: u64) -> i64 {
    let wide = |from: i64, to: i64| u128::try_from(i128::from(to) - i128::from(from)).unwrap_or(0);
    let (width, left, right) = (wide(low, high), wide(low, mode), wide(mode, high));
    let word = u128::from(word);
    if width == 0 {
        return low;
    }
    // Below the mode lies left/width of everything.
    if word * width < left << 64 {
        low.saturating_add(root(width, left, word))
    } else {
        high.saturating_sub(root(width, right, (1 << 64) - word))
    }
}

/// √(width · side · share), rounded to the nearest whole number; the share is over 2⁶⁴.
///
/// Half a unit is told apart by taking four times the square. Of ranges wider than 2³¹ thousandths the last bits are lost.
fn root(width: u128, side: u128, share: u128) -> i64 {
    let area = width.saturating_mul(side);
    let doubled = if area < 1 << 62 {
        ((area * share) >> 62).isqrt()
    } else if area < 1 << 94 {
        ((area * (share >> 32)) >> 30).isqrt()
    } else {
        ((area >> 64) * share).isqrt().saturating_mul(2)
    };
    i64::try_from(doubled.div_ceil(2)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{happens, number};
    use crate::counter::word;
    use detente_base::Decimal;
    use detente_estimate::Range;

    fn decimal(thousandths: i64) -> Decimal {
        Decimal::from_thousandths(thousandths)
    }

    fn drawn(range: Range, n: u64) -> Vec<i64> {
        (0..n).map(|draw| number(range, word(7, draw, 11))).collect()
    }

    #[test]
    fn both_ends_of_a_uniform_range_occur_as_often_as_the_rest() {
        let range = Range::uniform(decimal(-2), decimal(2)).expect("rises");
        let numbers = drawn(range, 50_000);
        for value in -2..=2 {
            let times = numbers.iter().filter(|number| **number == value).count();
            assert!((9_600..10_400).contains(&times), "{value}: {times}");
        }
        assert_eq!(number(range, 0), -2);
        assert_eq!(number(range, u64::MAX), 2);
    }

    /// Mean and variance of a triangular range are (a + b + c)/3 and (a² + b² + c² − ab − ac − bc)/18.
    #[test]
    fn a_triangular_range_has_its_mean_and_variance() {
        let check = |low: i64, mode: i64, high: i64| {
            let range = Range::triangular(decimal(low), decimal(mode), decimal(high)).expect("rises");
            let numbers = drawn(range, 40_000);
            let n = 40_000.0;
            let float = |number: i64| f64::from(i32::try_from(number).expect("small"));
            let mean = numbers.iter().map(|&number| float(number)).sum::<f64>() / n;
            let variance =
                numbers.iter().map(|&number| (float(number) - mean) * (float(number) - mean)).sum::<f64>() / n;
            let (a, b, c) = (float(low), float(mode), float(high));
            let expected = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
            assert!((mean - (a + b + c) / 3.0).abs() < 4.0 * (expected / n).sqrt(), "{mean}");
            assert!((variance / expected - 1.0).abs() < 0.03, "{variance} {expected}");
            assert!(numbers.iter().all(|number| (low..=high).contains(number)));
        };
        check(0, 30_000, 100_000);
        check(-5_000, -5_000, 20_000);
        check(10_000, 90_000, 90_000);
    }

    #[test]
    fn a_triangular_range_is_the_inverse_of_its_distribution() {
        let range = Range::triangular(decimal(0), decimal(40_000), decimal(100_000)).expect("rises");
        // F(20) = 400/4000 = 1/10, F(40) = 2/5, F(70) = 1 − 900/6000 = 17/20.
        let at = |share: f64, expect: i64| {
            let word = (0..64).fold((0_u64, share), |(word, rest), _| {
                let doubled = rest * 2.0;
                (word << 1 | u64::from(1.0 <= doubled), if 1.0 <= doubled { doubled - 1.0 } else { doubled })
            });
            assert!((number(range, word.0) - expect).abs() <= 1, "{share}: {}", number(range, word.0));
        };
        at(0.1, 20_000);
        at(0.4, 40_000);
        at(0.85, 70_000);
        assert_eq!((number(range, 0), number(range, u64::MAX)), (0, 100_000));
    }

    #[test]
    fn wide_ranges_do_not_overflow() {
        let ends = [i64::MIN / 2, 0, i64::MAX / 2];
        let range = Range::triangular(decimal(ends[0]), decimal(ends[1]), decimal(ends[2])).expect("rises");
        let uniform = Range::uniform(decimal(ends[0]), decimal(ends[2])).expect("rises");
        for draw in 0..1000 {
            let word = word(1, draw, 2);
            assert!((ends[0]..=ends[2]).contains(&number(range, word)));
            assert!((ends[0]..=ends[2]).contains(&number(uniform, word)));
        }
    }

    #[test]
    fn what_is_certain_happens_and_what_is_impossible_does_not() {
        assert!(happens(1000, u64::MAX) && !happens(0, 0) && happens(1, 0) && !happens(999, u64::MAX));
    }
}
