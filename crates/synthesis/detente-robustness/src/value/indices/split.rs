//! Splits the spread of outcomes between independent numbers, each exchanged in turn.

use detente_base::Watch;
use detente_engine::Stopped;
use rayon::prelude::*;

use super::super::bootstrap::{block_of, interval, n_blocks};
use crate::counter::key;
use crate::share::{Interval, float};
use crate::source::Source;
use crate::study::go_on;

/// Bits of an outcome that are told apart.
const KEPT_BITS: u32 = 40;

/// A part of the spread (variance) of an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// The part, 0 to 1; a little below or above by chance alone.
    pub part: f64,
    /// Its 95% interval.
    pub interval: Interval,
}

/// What part a number has in the spread of an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effects {
    /// By itself: what knowing it would take away on average (first order).
    pub alone: Effect,
    /// With everything it does together with others: what is left on average when all others are known (total order).
    pub in_all: Effect,
}

/// What is split.
pub(super) struct Split<'a> {
    pub(super) source: &'a dyn Source,
    pub(super) n_inputs: usize,
    /// Per number, its places among the inputs.
    pub(super) exchanged: &'a [Vec<usize>],
    pub(super) pairs: u64,
    pub(super) seed: u64,
    pub(super) watch: &'a dyn Watch,
}

/// The outcomes of a pair of draws, and of the first with every number in turn taken from the second.
struct Row {
    first: Vec<i64>,
    second: Vec<i64>,
    exchanged: Vec<Vec<i64>>,
}

/// Per outcome the effects of each number; `None` where the outcome is the same in every draw.
///
/// # Shape
/// `names` has an entry per number; an answer has one per outcome.
pub(super) fn split<F>(
    asked: &Split<'_>,
    names: &[&str],
    n_outcomes: usize,
    answering: impl Fn() -> F + Sync,
) -> Result<Vec<Option<Vec<Effects>>>, Stopped>
where
    F: FnMut(&[i64]) -> Result<Vec<i64>, Stopped>,
{
    let row = |answer: &mut F, pair: u64| {
        let mut numbers = [vec![0; asked.n_inputs], vec![0; asked.n_inputs]];
        // The second draws of all pairs stand behind their first.
        asked.source.fill(pair, &mut numbers[0]);
        asked.source.fill(asked.pairs + pair, &mut numbers[1]);
        let [first, second] = &mut numbers;
        let mut row = Row { first: answer(first)?, second: answer(second)?, exchanged: Vec::new() };
        for places in asked.exchanged {
            places.iter().for_each(|&at| std::mem::swap(&mut first[at], &mut second[at]));
            row.exchanged.push(answer(first)?);
            places.iter().for_each(|&at| std::mem::swap(&mut first[at], &mut second[at]));
        }
        go_on(asked.watch, 1)?;
        Ok(row)
    };
    let rows: Vec<Row> = (0..asked.pairs).into_par_iter().map_init(&answering, row).collect::<Result<_, Stopped>>()?;
    let of_outcome = |outcome: usize| {
        let each: Vec<Option<Effects>> = names
            .par_iter()
            .enumerate()
            .map(|(number, name)| {
                effects(&rows, outcome, number, asked.seed, key(&format!("{name}/effects/{outcome}")))
            })
            .collect();
        each.into_iter().collect()
    };
    Ok((0..n_outcomes).map(of_outcome).collect())
}

/// Sums over some pairs; whole numbers, so that their order does not matter.
#[derive(Clone, Copy, Default)]
struct Sums {
    pairs: i128,
    outcomes: i128,
    squares: i128,
    alone: i128,
    in_all: i128,
}

impl Sums {
    fn add(&mut self, other: &Self, times: i128) {
        self.pairs += times * other.pairs;
        self.outcomes += times * other.outcomes;
        self.squares += times * other.squares;
        self.alone += times * other.alone;
        self.in_all += times * other.in_all;
    }

    /// The parts alone and in all; `None` where there is no spread.
    fn parts(&self) -> Option<(f64, f64)> {
        // 4n² times the variance over the 2n outcomes of both draws.
        let spread = 2 * self.pairs * self.squares - self.outcomes * self.outcomes;
        if spread <= 0 {
            return None;
        }
        let part = |sum: i128| float_of(4 * self.pairs * sum) / float_of(spread);
        Some((part(self.alone), part(self.in_all) / 2.0))
    }
}

fn effects(rows: &[Row], outcome: usize, number: usize, seed: u64, key: u64) -> Option<Effects> {
    let all = rows.iter().flat_map(|row| [row.first[outcome], row.second[outcome]]).map(i128::from).sum::<i128>();
    let middle = all.div_euclid(i128::try_from(rows.len()).unwrap_or(1).max(1) * 2);
    let from_middle = |outcomes: &[i64]| i128::from(outcomes[outcome]) - middle;
    let widest = rows.iter().flat_map(|row| [&row.first, &row.second, &row.exchanged[number]]);
    let widest = widest.map(|outcomes| from_middle(outcomes).unsigned_abs()).max().unwrap_or(0);
    // Parts have no unit: of enormous outcomes the last bits are dropped, so that no sum overflows.
    let dropped = (u128::BITS - widest.leading_zeros()).saturating_sub(KEPT_BITS);
    let mut blocks = vec![Sums::default(); n_blocks(rows.len())];
    for (at, row) in rows.iter().enumerate() {
        let centred = |outcomes: &[i64]| from_middle(outcomes) >> dropped;
        let (first, second, exchanged) = (centred(&row.first), centred(&row.second), centred(&row.exchanged[number]));
        let one = Sums {
            pairs: 1,
            outcomes: first + second,
            squares: first * first + second * second,
            alone: second * (exchanged - first),
            in_all: (first - exchanged) * (first - exchanged),
        };
        blocks[block_of(at, rows.len())].add(&one, 1);
    }
    let parts = |times: &mut dyn Iterator<Item = i128>| {
        let mut sums = Sums::default();
        blocks.iter().zip(times).for_each(|(block, times)| sums.add(block, times));
        sums.parts()
    };
    let (alone, in_all) = parts(&mut std::iter::repeat(1))?;
    let of_blocks = |times: &[u64]| parts(&mut times.iter().map(|&times| i128::from(times)));
    let effect = |part: f64, which: fn((f64, f64)) -> f64| {
        let interval = interval(blocks.len(), seed, key, |times| of_blocks(times).map(which))?;
        Some(Effect { part, interval })
    };
    Some(Effects { alone: effect(alone, |(alone, _)| alone)?, in_all: effect(in_all, |(_, in_all)| in_all)? })
}

/// The nearest number a float can hold.
fn float_of(sum: i128) -> f64 {
    let size = sum.unsigned_abs();
    let high = float(u64::try_from(size >> 64).unwrap_or(u64::MAX)) * 18_446_744_073_709_551_616.0;
    let size = high + float(u64::try_from(size & u128::from(u64::MAX)).unwrap_or(0));
    if sum < 0 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::{Effect, Effects, Split, split};
    use crate::counter::word;
    use crate::source::Source;
    use detente_base::Silent;

    const PAIRS: u64 = 4000;

    /// Numbers spread evenly over −1000 to 1000.
    struct Even;

    impl Source for Even {
        fn fill(&self, draw: u64, numbers: &mut [i64]) {
            for (at, number) in (0..).zip(numbers) {
                *number = i64::try_from(word(11, draw, at) % 2001).expect("small") - 1000;
            }
        }
    }

    fn effects_of(n: usize, outcome: fn(&[i64]) -> i64) -> Option<Vec<Effects>> {
        let exchanged: Vec<Vec<usize>> = (0..n).map(|at| vec![at]).collect();
        let asked = Split { source: &Even, n_inputs: n, exchanged: &exchanged, pairs: PAIRS, seed: 1, watch: &Silent };
        let names = ["a", "b", "c", "d"];
        let found = split(&asked, &names[..n], 1, || |numbers: &[i64]| Ok(vec![outcome(numbers)]));
        found.expect("nobody stops it").remove(0)
    }

    fn near(effect: Effect, expect: f64) {
        assert!((effect.part - expect).abs() < 0.05, "{effect:?} instead of {expect}");
        assert!(effect.interval.low - 0.02 <= expect && expect <= effect.interval.high + 0.02, "{effect:?}");
        assert!(effect.interval.low <= effect.part && effect.part <= effect.interval.high);
    }

    /// Of 3a + 2b + c + 0·d the parts are 9, 4, 1 and 0 of 14, alone and in all.
    #[test]
    fn parts_of_a_sum_are_those_of_its_variances() {
        let found = effects_of(4, |numbers| 5000 + 3 * numbers[0] + 2 * numbers[1] + numbers[2]).expect("a spread");
        for (effects, part) in found.iter().zip([9.0, 4.0, 1.0, 0.0]) {
            near(effects.alone, part / 14.0);
            near(effects.in_all, part / 14.0);
        }
        assert_eq!((found[3].alone.part, found[3].in_all.part), (0.0, 0.0));
    }

    /// Of (2 + a)·b with a and b even over −1 to 1: Var = 4/3 + 1/9; b alone 4/3, a alone nothing, together 1/9.
    #[test]
    fn what_numbers_do_together_counts_in_all_only() {
        let found = effects_of(2, |numbers| (2000 + numbers[0]) * numbers[1]).expect("a spread");
        let all = 4.0 / 3.0 + 1.0 / 9.0;
        near(found[0].alone, 0.0);
        near(found[0].in_all, 1.0 / 9.0 / all);
        near(found[1].alone, 4.0 / 3.0 / all);
        near(found[1].in_all, 1.0);
    }

    #[test]
    fn enormous_outcomes_have_the_same_parts() {
        let plain = effects_of(2, |numbers| 3 * numbers[0] + numbers[1]).expect("a spread");
        let large = effects_of(2, |numbers| (3 * numbers[0] + numbers[1]) << 50).expect("a spread");
        for (a, b) in plain.iter().zip(&large) {
            assert!((a.alone.part - b.alone.part).abs() < 1e-4 && (a.in_all.part - b.in_all.part).abs() < 1e-4);
        }
    }

    #[test]
    fn what_does_not_vary_has_no_parts() {
        assert_eq!(effects_of(2, |_| 7), None);
    }
}
