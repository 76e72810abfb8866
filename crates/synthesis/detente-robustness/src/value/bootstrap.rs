//! How well a mean over draws is known, by drawing from the draws again.

use crate::counter::word;
use crate::share::Interval;

/// The most blocks.
const BLOCKS: usize = 100;

/// How often the blocks are drawn again.
const RESAMPLES: usize = 500;

/// Of how many blocks, at most [`BLOCKS`], the draws are.
pub(crate) fn n_blocks(draws: usize) -> usize {
    draws.min(BLOCKS)
}

/// The block of a draw: blocks are of draws one after another, so that what neighbours in a chain have in common stays together.
pub(crate) fn block_of(draw: usize, draws: usize) -> usize {
    draw * n_blocks(draws) / draws.max(1)
}

/// The interval between which 95% of a statistic lie when its blocks are drawn again with repetition.
///
/// # Shape
/// `statistic` is given how often each block came; it says nothing where it has no value.
///
/// # Cost
/// 500 times the statistic and a random word per block.
///
/// # Source
/// The percentile interval of \[Efron1979\], over blocks without overlap as in \[Carlstein1986\].
pub(crate) fn interval(
    blocks: usize,
    seed: u64,
    key: u64,
    statistic: impl Fn(&[u64]) -> Option<f64>,
) -> Option<Interval> {
    let bound = u128::try_from(blocks).ok().filter(|blocks| 0 < *blocks)?;
    let (mut times, mut found) = (vec![0; blocks], Vec::with_capacity(RESAMPLES));
    let mut next = 0;
    for _ in 0..RESAMPLES {
        times.fill(0);
        for _ in 0..blocks {
            let block = usize::try_from((u128::from(word(seed, next, key)) * bound) >> 64).unwrap_or(0);
            times[block] += 1;
            next += 1;
        }
        found.extend(statistic(&times));
    }
    found.sort_by(f64::total_cmp);
    let out = found.len() / 40;
    Some(Interval { low: *found.get(out)?, high: *found.get(found.len().checked_sub(out + 1)?)? })
}

#[cfg(test)]
mod tests {
    use super::{block_of, interval, n_blocks};
    use crate::counter::word;

    #[test]
    fn blocks_are_of_neighbours_and_all_used() {
        let check = |draws: usize| {
            let blocks: Vec<usize> = (0..draws).map(|draw| block_of(draw, draws)).collect();
            assert!(blocks.windows(2).all(|pair| pair[1] - pair[0] <= 1));
            assert_eq!((blocks[0], blocks[draws - 1] + 1), (0, n_blocks(draws)));
        };
        [1, 2, 99, 100, 101, 4802].into_iter().for_each(check);
    }

    /// The interval for a mean of draws that are 1 in 30 of 100 holds 0.3 about as often as it says.
    #[test]
    fn intervals_cover_what_they_say() {
        const DRAWS: usize = 1000;
        let covers = |seed: &u64| {
            let mut sums = vec![0.0; n_blocks(DRAWS)];
            for draw in 0..DRAWS {
                let hit = word(*seed, u64::try_from(draw).expect("small"), 3) < u64::MAX / 10 * 3;
                sums[block_of(draw, DRAWS)] += if hit { 1.0 } else { 0.0 };
            }
            let mean = |times: &[u64]| {
                let count = |times: u64| f64::from(u32::try_from(times).expect("small"));
                Some(times.iter().zip(&sums).map(|(&times, sum)| count(times) * sum).sum::<f64>() / 1000.0)
            };
            let found = interval(sums.len(), *seed, 4, mean).expect("blocks");
            found.low <= 0.3 && 0.3 <= found.high
        };
        let covering = (0..300).filter(covers).count();
        assert!((270..=297).contains(&covering), "{covering} of 300");
    }

    #[test]
    fn nothing_to_draw_from_has_no_interval() {
        assert_eq!(interval(0, 1, 1, |_| Some(1.0)), None);
        assert_eq!(interval(3, 1, 1, |_| None), None);
    }
}
