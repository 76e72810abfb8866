//! The frontier of a scenario whose parties add up what each issue is worth to them, without going through its outcomes.
//!
//! A sum is efficient only if each part of it is: what one issue makes inefficient among those before it stays so. Issues are
//! therefore joined one by one, keeping of equal sums the first outcome. A zone's frontier is the part of it that everybody
//! accepts, because what beats an accepted outcome is accepted too.

use detente_engine::nondominated;

use crate::bits;
use crate::column::Column;
use crate::count;
use crate::frontier::{MANY, descending};
use crate::measures::opposition;
use crate::space::Space;
use crate::sums::Sums;

/// What a scenario holds, without its inefficient outcomes.
pub(crate) struct Folded {
    /// Per party its utilities at the efficient outcomes, ascending by the outcomes' numbers.
    pub(crate) columns: Vec<Column>,
    /// Places in the columns that everybody accepts, descending by utilities.
    pub(crate) points: Vec<usize>,
    /// Per place the outcome's number.
    pub(crate) numbers: Vec<usize>,
    /// How many outcomes everybody accepts.
    pub(crate) zone: usize,
    pub(crate) opposition: Option<f64>,
}

impl Folded {
    /// `None` where some party's utility is no sum over issues, or its sums exceed 125 bits; and where there is no party.
    ///
    /// # Cost
    /// Per issue a filter of frontier so far × choices; where acceptance is not plain, a comparison per outcome.
    pub(crate) fn new(space: &Space) -> Option<Self> {
        let parties: Vec<Sums> = (0..space.worths.len()).map(|party| Sums::new(space, party)).collect::<Option<_>>()?;
        parties.first()?;
        let units = |numbers: &[usize]| -> Vec<Vec<i128>> {
            let outcomes: Vec<Vec<usize>> = numbers.iter().map(|&number| space.outcome(number)).collect();
            parties.iter().map(|party| outcomes.iter().map(|outcome| party.at(outcome)).collect()).collect()
        };
        let mut numbers = joined(&parties, space);
        if !parties.iter().all(Sums::is_never_cut) {
            numbers = cut(&parties, &numbers, &units(&numbers), space);
        }
        let units = units(&numbers);
        let columns: Vec<Column> = parties.iter().zip(units).map(|(party, units)| party.column(units)).collect();
        let accepts =
            |at: &usize| columns.iter().all(|of| of.least_accepted.is_none_or(|least| least <= of.codes[*at]));
        let mut points: Vec<usize> = (0..numbers.len()).filter(accepts).collect();
        descending(&columns, &mut points);
        let opposition = opposition(&columns, numbers.len());
        Some(Self { zone: count::accepted(&parties), columns, points, numbers, opposition })
    }
}

/// The numbers of the efficient outcomes, sums not cut off; of equal sums the first; ascending.
fn joined(parties: &[Sums], space: &Space) -> Vec<usize> {
    let mut orders: Vec<Vec<Vec<i128>>> = Vec::new();
    for order in parties.iter().filter_map(Sums::order) {
        if !orders.contains(&order) {
            orders.push(order);
        }
    }
    if orders.is_empty() {
        return vec![0];
    }
    let (mut numbers, mut sums) = (vec![0_usize], vec![0_i128; orders.len()]);
    for (issue, size) in space.sizes().enumerate() {
        let mut longer = Vec::with_capacity(sums.len() * size);
        for sum in sums.chunks_exact(orders.len()) {
            for choice in 0..size {
                longer.extend(sum.iter().zip(&orders).map(|(sum, order)| sum + order[issue][choice]));
            }
        }
        let kept = efficient(&longer, orders.len());
        numbers = kept.iter().map(|at| numbers[at / size] * size + at % size).collect();
        sums = kept.iter().flat_map(|at| &longer[at * orders.len()..(at + 1) * orders.len()]).copied().collect();
    }
    numbers
}

/// The indices of rows that no other beats, of equal rows the first; ascending.
fn efficient(rows: &[i128], width: usize) -> Vec<usize> {
    let narrow: Option<Vec<i64>> = rows.iter().map(|units| i64::try_from(*units).ok()).collect();
    let rows = narrow.unwrap_or_else(|| ranks(rows, width));
    let mut kept = if width <= MANY { nondominated(&rows, width) } else { bits::nondominated(&rows, width) };
    kept.sort_unstable();
    kept
}

/// Each coordinate as its rank among those of its column.
fn ranks(rows: &[i128], width: usize) -> Vec<i64> {
    let mut ranks = vec![0; rows.len()];
    for party in 0..width {
        let mut order: Vec<usize> = (party..rows.len()).step_by(width).collect();
        order.sort_unstable_by_key(|&at| rows[at]);
        let (mut rank, mut before) = (0, None);
        for at in order {
            if before.is_some_and(|before| before != rows[at]) {
                rank += 1;
            }
            (ranks[at], before) = (rank, Some(rows[at]));
        }
    }
    ranks
}

/// Where sums are cut off, some of the efficient ones no longer are, and earlier outcomes may be worth the same: the first
/// outcome of each that is left, ascending.
fn cut(parties: &[Sums], numbers: &[usize], units: &[Vec<i128>], space: &Space) -> Vec<usize> {
    let len = units.first().map_or(0, Vec::len);
    let rows: Vec<i128> = (0..len).flat_map(|point| units.iter().map(move |units| units[point])).collect();
    let kept = efficient(&rows, units.len().max(1));
    let is_at_end = |point: usize| parties.iter().zip(units).any(|(party, units)| party.most == Some(units[point]));
    let first = |point: usize| {
        if is_at_end(point) { First::new(parties, units, point).number(space) } else { numbers[point] }
    };
    let mut numbers: Vec<usize> = kept.into_iter().map(first).collect();
    numbers.sort_unstable();
    numbers
}

/// Looks for the first outcome that is worth so much to everybody.
struct First<'p> {
    parties: &'p [Sums],
    /// Per issue and party the most of it and all later issues.
    ahead: Vec<Vec<i128>>,
    floors: Vec<i128>,
}

impl<'p> First<'p> {
    fn new(parties: &'p [Sums], units: &[Vec<i128>], point: usize) -> Self {
        let issues = parties.first().map_or(0, |party| party.rows.len());
        let mut ahead = vec![vec![0; parties.len()]; issues + 1];
        for issue in (0..issues).rev() {
            for (at, party) in parties.iter().enumerate() {
                ahead[issue][at] = ahead[issue + 1][at] + party.rows[issue].iter().max().copied().unwrap_or(0);
            }
        }
        let floors = units.iter().zip(parties).map(|(units, party)| units[point] - party.bias).collect();
        Self { parties, ahead, floors }
    }

    fn number(&self, space: &Space) -> usize {
        let mut outcome = Vec::new();
        self.goes_on(&mut outcome, &vec![0; self.parties.len()]);
        space.sizes().zip(outcome).fold(0, |number, (size, at)| number * size + at)
    }

    fn goes_on(&self, outcome: &mut Vec<usize>, sums: &[i128]) -> bool {
        let issue = outcome.len();
        if sums.iter().zip(&self.ahead[issue]).zip(&self.floors).any(|((sum, ahead), floor)| sum + ahead < *floor) {
            return false;
        }
        let choices = self.parties.first().and_then(|party| party.rows.get(issue)).map_or(0, Vec::len);
        if choices == 0 {
            return true;
        }
        for choice in 0..choices {
            let own = self.parties.iter().map(|party| party.rows[issue][choice]);
            let longer: Vec<i128> = sums.iter().zip(own).map(|(sum, own)| sum + own).collect();
            outcome.push(choice);
            if self.goes_on(outcome, &longer) {
                return true;
            }
            outcome.pop();
        }
        false
    }
}
