//! Draws in bins of equal mass, by the rank of a number.

/// How many bins.
pub(crate) const BINS: usize = 20;

/// The bin of each draw, by the rank of its number among all draws. Equal numbers share a bin, the one in which the middle of
/// them lies: a number that is only 0 or 1 has two bins.
///
/// # Cost
/// Sorts the draws.
pub(crate) fn bins(numbers: &[i64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_unstable_by_key(|&draw| (numbers[draw], draw));
    let mut bins = vec![0; numbers.len()];
    let mut before = 0;
    for alike in order.chunk_by(|&a, &b| numbers[a] == numbers[b]) {
        let twice_the_middle = 2 * before + alike.len();
        let bin = (twice_the_middle * BINS / (2 * numbers.len())).min(BINS - 1);
        alike.iter().for_each(|&draw| bins[draw] = bin);
        before += alike.len();
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::{BINS, bins};

    #[test]
    fn bins_have_equal_mass_and_rise_with_the_number() {
        let numbers: Vec<i64> = (0..200).map(|draw| (draw * 77) % 200 - 50).collect();
        let bins = bins(&numbers);
        for bin in 0..BINS {
            assert_eq!(bins.iter().filter(|of| **of == bin).count(), 10);
        }
        for (a, of_a) in numbers.iter().zip(&bins) {
            assert!(numbers.iter().zip(&bins).all(|(b, of_b)| b <= a || of_a <= of_b));
        }
    }

    #[test]
    fn equal_numbers_share_a_bin_and_different_extremes_do_not() {
        let check = |zeros: usize, ones: usize| {
            let numbers: Vec<i64> = (0..zeros + ones).map(|draw| i64::from(zeros <= draw)).collect();
            let bins = bins(&numbers);
            assert!(bins[..zeros].iter().all(|bin| *bin == bins[0]));
            assert!(bins[zeros..].iter().all(|bin| *bin == bins[zeros]));
            assert!(bins[0] < bins[zeros]);
        };
        check(50, 50);
        check(99, 1);
        check(1, 99);
        check(1, 1);
        assert!(bins(&[]).is_empty());
    }
}
