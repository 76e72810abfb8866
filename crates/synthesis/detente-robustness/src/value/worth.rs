//! What knowing a number is worth to whoever has to decide.

use crate::share::{Interval, float};

use super::bins::BINS;
use super::bootstrap::{block_of, interval, n_blocks};

/// How much oftener a decision is right that is made knowing a number: the expected value of partial perfect information
/// (EVPPI).
///
/// One half of the draws chooses, per bin of the number and for all of them together; the other half says how often each
/// choice is right. Choosing and judging by the same draws would find a worth in pure noise.
///
/// # Source
/// \[Felli1998\] for the notion; bins and halves are those of DEFINITIONS 21.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// Draws in which the choice that knows the number is right and the other is not, less those in which it is the other way
    /// round; below nothing by chance alone.
    pub gained: i64,
    /// The draws that judged.
    pub draws: u64,
    /// The 95% interval of the share, for these choices; its ends may lie below nothing.
    pub interval: Interval,
}

impl Worth {
    /// As a share of draws, −1 to 1.
    pub fn value(self) -> f64 {
        let size = float(self.gained.unsigned_abs()) / float(self.draws.max(1));
        if self.gained < 0 { -size } else { size }
    }

    /// Whether it is more than chance explains.
    pub fn is_something(self) -> bool {
        0 < self.gained && 0.0 < self.interval.low
    }
}

/// The worth of a number by its bins; none of fewer than two draws.
///
/// # Shape
/// `bins` has an entry per draw; `right` says whether an option is right in a draw, of `options` many.
pub(crate) fn worth(
    bins: &[usize],
    options: usize,
    right: impl Fn(usize, usize) -> bool,
    seed: u64,
    key: u64,
) -> Option<Worth> {
    let half = bins.len() / 2;
    if half == 0 || options == 0 {
        return None;
    }
    let mut of_bin = vec![vec![0_u64; options]; BINS];
    for (draw, &bin) in bins.iter().enumerate().take(half) {
        of_bin[bin].iter_mut().enumerate().for_each(|(option, hits)| *hits += u64::from(right(draw, option)));
    }
    let of_all: Vec<u64> = (0..options).map(|option| of_bin.iter().map(|hits| hits[option]).sum()).collect();
    let unknowing = first_of_most(&of_all, 0);
    let knowing: Vec<usize> = of_bin.iter().map(|hits| first_of_most(hits, unknowing)).collect();
    let judges = bins.len() - half;
    let (mut sums, mut sizes) = (vec![0_i64; n_blocks(judges)], vec![0_u64; n_blocks(judges)]);
    for (at, &bin) in bins.iter().skip(half).enumerate() {
        let is_right = |option: usize| i64::from(right(half + at, option));
        let block = block_of(at, judges);
        sums[block] += is_right(knowing[bin]) - is_right(unknowing);
        sizes[block] += 1;
    }
    let share = |times: &[u64]| {
        let (mut gained, mut draws) = (0_i64, 0_u64);
        for ((&times, sum), size) in times.iter().zip(&sums).zip(&sizes) {
            gained += i64::try_from(times).unwrap_or(0) * sum;
            draws += times * size;
        }
        Some(Worth { gained, draws, interval: Interval { low: 0.0, high: 0.0 } }.value())
    };
    let interval = interval(sums.len(), seed, key, share)?;
    Some(Worth { gained: sums.iter().sum(), draws: u64::try_from(judges).ok()?, interval })
}

/// Where the largest stands, `before` if it is among them, else the first.
fn first_of_most(hits: &[u64], before: usize) -> usize {
    let most = hits.iter().max();
    if hits.get(before) == most { before } else { hits.iter().position(|of| Some(of) == most).unwrap_or(before) }
}

#[cfg(test)]
mod tests {
    use super::{first_of_most, worth};

    #[test]
    fn level_options_keep_to_what_was_chosen_without_knowing() {
        assert_eq!((first_of_most(&[2, 3, 3], 2), first_of_most(&[2, 3, 3], 0), first_of_most(&[0, 0], 1)), (2, 1, 1));
    }

    /// Right is option 0 below bin 5 and option 1 from there on: choosing blindly is right in 3 of 4, knowing always.
    #[test]
    fn a_number_that_decides_is_worth_what_is_wrong_without_it() {
        let bins: Vec<usize> = (0..400).map(|draw| draw % 20).collect();
        let found = worth(&bins, 2, |draw, option| (5 <= draw % 20) == (option == 1), 1, 1).expect("draws");
        assert_eq!((found.gained, found.draws), (50, 200));
        assert!(found.is_something() && found.interval.low <= 0.25 && 0.25 <= found.interval.high);
        let idle = worth(&bins, 2, |draw, option| (draw / 20 % 4 == 0) == (option == 0), 1, 1).expect("draws");
        assert!(!idle.is_something() && idle.gained == 0, "{idle:?}");
        assert_eq!(worth(&bins[..1], 2, |_, _| true, 1, 1), None);
    }
}
