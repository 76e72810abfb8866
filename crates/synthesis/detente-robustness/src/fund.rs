//! A fund's worth over draws from its bands.
//!
//! Each band is drawn once per draw: a price deck lies as a whole at one part of its range, so that a dear year is not followed by a
//! cheap one by chance alone. A stream comes about wholly or not at all.

use std::collections::BTreeMap;

use detente_base::{Decimal, Table};
use detente_case::{ChoiceIdx, Issue, IssueIdx, PartyIdx};
use detente_estimate::Range;
use detente_fund::{Account, Cut, Discount, Fund, Money, Numbers, Side, Terms, net_present_value, run};
use rayon::prelude::*;

use crate::Share;
use crate::counter::{key, word};
use crate::range::{happens, number};

/// The numbers of a draw.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// What they are drawn with.
    pub seed: u64,
    /// Which draw.
    pub draw: u64,
}

impl Numbers for Drawn {
    fn number(&self, id: &str, range: Range) -> Decimal {
        if range.is_single() {
            return range.low();
        }
        Decimal::from_thousandths(number(range, word(self.seed, self.draw, key(id))))
    }

    fn weight(&self, id: &str, probability: Decimal) -> Decimal {
        let comes = happens(probability.thousandths(), word(self.seed, self.draw, key(id)));
        if comes { Decimal::from_thousandths(Decimal::UNIT) } else { Decimal::ZERO }
    }
}

/// As many draws as are kept at once.
pub const MOST_DRAWS: u64 = 200_000;

/// A fund under a package, to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Bands<'f> {
    /// The fund.
    pub fund: &'f Fund,
    /// On which terms.
    pub terms: &'f Terms,
    /// The issues of the case.
    pub issues: &'f Table<IssueIdx, Issue>,
    /// What is agreed.
    pub package: &'f BTreeMap<IssueIdx, ChoiceIdx>,
    /// At which rate.
    pub discount: &'f Discount,
}

/// Present values over draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// In a tenth of the draws it is at most this.
    pub low: Money,
    /// In half.
    pub middle: Money,
    /// In nine tenths.
    pub high: Money,
    /// Draws in which it is below zero.
    pub below_zero: Share,
}

/// Per party in the order given, the present values of everything, and of what moves between it and the fund.
///
/// The n-th of N draws in order stands for n/N: of 10 the first is the tenth part.
///
/// # Errors
/// As for [`run`].
/// # Cost
/// A cash flow per draw, on all threads; the answer does not depend on their number.
pub fn spreads(bands: &Bands<'_>, parties: &[PartyIdx], draws: u64, seed: u64) -> Result<Vec<[Spread; 2]>, Cut> {
    let of_draw = |draw: u64| -> Result<Vec<[Money; 2]>, Cut> {
        let flow = run(bands.fund, bands.terms, bands.issues, bands.package, &Drawn { seed, draw })?;
        let worth = |&party: &PartyIdx| {
            [Side::All, Side::Fund].map(|side| net_present_value(&flow, Account::Party(party), side, bands.discount))
        };
        Ok(parties.iter().map(worth).collect())
    };
    let found = (0..draws).into_par_iter().map(of_draw).collect::<Result<Vec<_>, _>>()?;
    let of_party = |at: usize| {
        [0, 1].map(|side| spread(found.iter().filter_map(|draw| draw.get(at)).map(|worths| worths[side]).collect()))
    };
    Ok((0..parties.len()).map(of_party).collect())
}

fn spread(mut worths: Vec<Money>) -> Spread {
    worths.sort_unstable();
    let draws = worths.len();
    // The smallest rank whose share of the draws is at least so many tenths.
    let at = |tenths: usize| {
        let rank = (draws * tenths).div_ceil(10).max(1);
        worths.get(rank - 1).copied().unwrap_or_default()
    };
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let below = worths.partition_point(|worth| *worth < Money::ZERO);
    Spread { low: at(1), middle: at(5), high: at(9), below_zero: Share { hits: count(below), draws: count(draws) } }
}

#[cfg(test)]
mod tests {
    use super::{Drawn, spread};
    use detente_base::Decimal;
    use detente_estimate::Range;
    use detente_fund::{Money, Numbers};

    #[test]
    fn tenths_of_the_draws() {
        let found = spread((-2..8).rev().map(Money::from_cents).collect());
        assert_eq!([found.low, found.middle, found.high].map(Money::cents), [-2, 2, 6]);
        assert_eq!((found.below_zero.hits, found.below_zero.draws), (2, 10));
        assert_eq!(spread(vec![Money::from_cents(5)]).high.cents(), 5);
    }

    #[test]
    fn what_may_happen_happens_as_often_as_it_is_probable() {
        let probability = Decimal::from_thousandths(300);
        let comes = |draw: u64| Drawn { seed: 1, draw }.weight("ore/comes-about", probability) != Decimal::ZERO;
        let times = (0..10_000).filter(|&draw| comes(draw)).count();
        assert!((2_850..3_150).contains(&times), "{times}");
    }

    #[test]
    fn a_deck_lies_at_one_part_of_its_range() {
        let range = |low: i64, high: i64| {
            Range::uniform(Decimal::from_thousandths(low), Decimal::from_thousandths(high)).expect("rises")
        };
        for draw in 0..200 {
            let drawn = Drawn { seed: 3, draw };
            let [near, far] = [range(0, 1000), range(0, 100_000)].map(|range| drawn.number("prices/ore", range));
            assert!((near.thousandths() * 100 - far.thousandths()).abs() <= 100, "{near} {far}");
        }
    }
}
