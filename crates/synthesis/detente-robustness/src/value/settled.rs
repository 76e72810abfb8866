//! Within what margin a number would have to be known to settle whether there is a package.

use detente_estimate::Range;

use crate::share::Share;

/// Draws without which a bin settles nothing.
const LEAST: u64 = 100;

/// Margins looked at per number.
const MARGINS: usize = 3;

/// In how many draws knowing a number so well settles whether there is a package: those whose bin of the number has a package in at
/// most 5% or at least 95% of its draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// How far the number may be off on either side, in thousandths; nothing where it is a yes or no.
    pub within: Option<i64>,
    /// The draws in which that settles it.
    pub share: Share,
}

/// For the margins of 1, 2 or 5 times a power of ten of which at least four bins fill the range, the three widest, widest
/// first; those that leave a bin fewer than 200 draws on average are left out. Bins start at the low end of the range; one with fewer
/// than 100 draws settles nothing.
pub(crate) fn within_margins(range: Range, numbers: &[i64], open: &[bool]) -> Vec<Settled> {
    let (low, high) = (range.low().thousandths(), range.high().thousandths());
    let width = i128::from(high) - i128::from(low);
    let settled = |within: i64| {
        let step = i128::from(within) * 2;
        let last = (width - 1).div_euclid(step);
        let bin = |number: i64| (i128::from(number) - i128::from(low)).div_euclid(step).clamp(0, last);
        Settled { within: Some(within), share: settled(numbers.iter().map(|&number| bin(number)), open) }
    };
    let enough = |within: &i64| {
        let share = i128::try_from(numbers.len()).unwrap_or(i128::MAX).saturating_mul(i128::from(*within) * 2);
        i128::from(LEAST).saturating_mul(2).saturating_mul(width) <= share
    };
    margins(width).into_iter().filter(enough).map(settled).collect()
}

/// For something that is so or not.
pub(crate) fn by_knowing_whether(numbers: &[i64], open: &[bool]) -> Settled {
    Settled { within: None, share: settled(numbers.iter().map(|&number| i128::from(number)), open) }
}

fn settled(bins: impl Iterator<Item = i128>, open: &[bool]) -> Share {
    let mut of_bin = std::collections::BTreeMap::<i128, (u64, u64)>::new();
    for (bin, &open) in bins.zip(open) {
        let (draws, hits) = of_bin.entry(bin).or_default();
        *draws += 1;
        *hits += u64::from(open);
    }
    let is_settled = |draws: u64, hits: u64| LEAST <= draws && (hits * 20 <= draws || (draws - hits) * 20 <= draws);
    let all: u64 = of_bin.values().map(|(draws, _)| draws).sum();
    let hits = of_bin.values().filter(|(draws, hits)| is_settled(*draws, *hits)).map(|(draws, _)| draws).sum();
    Share { hits, draws: all }
}

/// The widest margins whose double fits four times into the width, widest first.
fn margins(width: i128) -> Vec<i64> {
    let mut found = Vec::new();
    let mut power: i64 = 1;
    'all: loop {
        for step in [1, 2, 5] {
            let Some(margin) = power.checked_mul(step) else { break 'all };
            if width < i128::from(margin) * 8 {
                break 'all;
            }
            found.push(margin);
        }
        let Some(next) = power.checked_mul(10) else { break };
        power = next;
    }
    found.into_iter().rev().take(MARGINS).collect()
}

#[cfg(test)]
mod tests {
    use super::{by_knowing_whether, margins, within_margins};
    use detente_base::Decimal;
    use detente_estimate::Range;

    #[test]
    fn margins_are_round_and_fit_four_times() {
        assert_eq!(margins(20_000), [2000, 1000, 500]);
        assert_eq!(margins(100_000), [10_000, 5000, 2000]);
        assert_eq!((margins(8), margins(7)), (vec![1], Vec::new()));
        assert_eq!(margins(i128::from(i64::MAX) * 2).len(), 3);
    }

    /// A package up to 30 of 100, none beyond: of bins of width 20 one is mixed, of bins of width 10 or 4 none (up to draws
    /// at the edge).
    #[test]
    fn a_threshold_is_settled_but_where_it_lies_inside_a_bin() {
        let range = Range::uniform(Decimal::from_thousandths(0), Decimal::from_thousandths(100_000)).expect("rises");
        let numbers: Vec<i64> = (0..10_000).map(|draw| draw * 10).collect();
        let open: Vec<bool> = numbers.iter().map(|number| *number < 30_000).collect();
        let found = within_margins(range, &numbers, &open);
        let read: Vec<_> = found.iter().map(|of| (of.within, of.share.hits)).collect();
        assert_eq!(read, [(Some(10_000), 8000), (Some(5000), 10_000), (Some(2000), 9600)]);
    }

    #[test]
    fn margins_too_narrow_for_the_draws_are_left_out() {
        let range = Range::uniform(Decimal::from_thousandths(0), Decimal::from_thousandths(100_000)).expect("rises");
        let check = |draws: i64, expect: &[i64]| {
            let numbers: Vec<i64> = (0..draws).map(|draw| draw * 100_000 / draws).collect();
            let found = within_margins(range, &numbers, &vec![true; numbers.len()]);
            assert_eq!(found.iter().filter_map(|of| of.within).collect::<Vec<_>>(), expect);
            assert!(found.iter().all(|of| of.share.hits == of.share.draws));
        };
        check(999, &[]);
        check(1000, &[10_000]);
        check(2000, &[10_000, 5000]);
        check(5000, &[10_000, 5000, 2000]);
    }

    #[test]
    fn a_yes_or_no_has_two_bins_and_few_draws_settle_nothing() {
        let numbers: Vec<i64> = (0..500).map(|draw| i64::from(draw < 400)).collect();
        let open: Vec<bool> = (0..500).map(|draw| draw < 390).collect();
        assert_eq!(by_knowing_whether(&numbers, &open).share.hits, 500);
        assert_eq!(by_knowing_whether(&numbers[..450], &open[..450]).share.hits, 400);
    }
}
