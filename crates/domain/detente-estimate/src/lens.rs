//! What is assumed about one party's wishes for a lens: how much each unit counts, and what each status is worth.

use detente_base::{Decimal, Span, half_even};

use crate::{Estimate, Utility};

/// What a lens is worth to one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LensEstimates {
    /// The swing weight of the lens as a whole.
    pub weight: Option<Estimate>,
    /// What each status is worth, unit by unit.
    pub values: Option<LensValues>,
}

/// What each status is worth on each part of a lens, as few numbers: a range stands for all units alike.
///
/// Of a part with a status the worth is `worth of the status · Σ (what the part has · what that counts)`, or, where the status has
/// rates of its own, `Σ (what the part has · its rate)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensValues {
    /// The numbers, each with an id that says what it is.
    pub numbers: Vec<(String, Estimate)>,
    /// Per status of the lens, by place; `None` where it is missing.
    pub worths: Vec<Option<StatusWorth>>,
    /// What makes a part count.
    pub counts: Vec<Rate>,
    /// Where it is written.
    pub span: Span,
}

/// What a status is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusWorth {
    /// A number, for whatever makes a part count.
    Number(usize),
    /// Rates of its own.
    Rates(Vec<Rate>),
}

/// A number for each unit of something that parts have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Which number.
    pub number: usize,
    /// How much each part has, in thousandths: km², people, sites, or one for a unit named.
    pub amounts: Vec<i64>,
}

impl LensValues {
    /// The value of each part at each of its choices, in thousandths; over all parts together the least is 0 and the greatest 100,
    /// each part rounded once, half to even, to 0.001. Payoffs stay as they are.
    ///
    /// # Shape
    /// `statuses` lists per part the status of each choice; so is the result. `halves` gives twice each number, in thousandths.
    /// # Units
    /// 0–100 within the lens, or the payoffs' own.
    /// # Cost
    /// Linear in parts × statuses × what makes a part count.
    /// # Source
    /// DEFINITIONS 26: least and greatest part by part over the statuses it may have, whatever else binds. Where every status is worth
    /// the same, all values are 0.
    pub fn values<'s>(
        &self,
        statuses: impl Iterator<Item = &'s [usize]>,
        utility: Utility,
        halves: impl Fn(usize) -> i64,
    ) -> Vec<Vec<i64>> {
        let mut worths: Vec<Vec<i128>> =
            statuses.enumerate().map(|(part, choices)| self.part(part, choices, &halves)).collect();
        let thousandths = |dividend: i128, divisor: i128| {
            i64::try_from(half_even(dividend, divisor)).unwrap_or(if dividend < 0 { i64::MIN } else { i64::MAX })
        };
        if utility == Utility::Payoffs {
            let row = |row: &Vec<i128>| row.iter().map(|worth| thousandths(*worth, THOUSANDTH)).collect();
            return worths.iter().map(row).collect();
        }
        let mut span = 0_i128;
        for row in &mut worths {
            let least = row.iter().min().copied().unwrap_or(0);
            row.iter_mut().for_each(|worth| *worth -= least);
            span += row.iter().max().copied().unwrap_or(0);
        }
        let value = |worth: &i128| if span == 0 { 0 } else { thousandths(worth.saturating_mul(HUNDRED), span) };
        worths.iter().map(|row| row.iter().map(value).collect()).collect()
    }

    fn part(&self, part: usize, choices: &[usize], halves: &impl Fn(usize) -> i64) -> Vec<i128> {
        let sum = |rates: &[Rate]| {
            let term = |rate: &Rate| {
                let amount = rate.amounts.get(part).copied().unwrap_or(0);
                i128::from(halves(rate.number)).saturating_mul(i128::from(amount))
            };
            rates.iter().map(term).fold(0_i128, i128::saturating_add)
        };
        let counted = sum(&self.counts);
        let worth = |&status: &usize| match self.worths.get(status).and_then(Option::as_ref) {
            None => 0,
            Some(StatusWorth::Number(number)) => i128::from(halves(*number)).saturating_mul(counted),
            // As if the worth of the status were one.
            Some(StatusWorth::Rates(rates)) => sum(rates).saturating_mul(2 * i128::from(Decimal::UNIT)),
        };
        choices.iter().map(worth).collect()
    }
}

/// A thousandth of a payoff: numbers are twice a thousandth, two of them are multiplied, amounts are thousandths.
const THOUSANDTH: i128 = 4_000_000;

/// One hundred, in thousandths.
const HUNDRED: i128 = 100_000;

#[cfg(test)]
mod tests {
    use detente_base::FileId;

    use super::*;
    use crate::{Range, Why};

    fn number(whole: i64) -> (String, Estimate) {
        let range = Range::single(Decimal::whole(whole).expect("small"));
        (String::new(), Estimate { range, why: Why::default(), span: Span::new(FileId(0), 0, 0) })
    }

    fn check(values: &LensValues, statuses: &[&[usize]], utility: Utility, expect: &[&[i64]]) {
        let halves = |at: usize| 2 * values.numbers[at].1.range.centre().thousandths();
        assert_eq!(values.values(statuses.iter().copied(), utility, halves), expect);
    }

    /// Two parts of 30 and 10 km², worth 0, 50 and 100 by status.
    fn by_area() -> LensValues {
        LensValues {
            numbers: [0, 50, 100, 1].map(number).to_vec(),
            worths: (0..3).map(|at| Some(StatusWorth::Number(at))).collect(),
            counts: vec![Rate { number: 3, amounts: vec![30_000, 10_000] }],
            span: Span::new(FileId(0), 0, 0),
        }
    }

    #[test]
    fn least_and_greatest_are_taken_part_by_part() {
        let all: &[usize] = &[0, 1, 2];
        check(&by_area(), &[all, all], Utility::Weighted, &[&[0, 37_500, 75_000], &[0, 12_500, 25_000]]);
        // The second part may not have the last status: of 30·100 + 10·50 = 3,500 it can give 500.
        check(&by_area(), &[all, &[0, 1]], Utility::Weighted, &[&[0, 42_857, 85_714], &[0, 14_286]]);
        check(&by_area(), &[&[1], &[2]], Utility::Weighted, &[&[0], &[0]]);
    }

    #[test]
    fn payoffs_stay_as_they_are() {
        check(&by_area(), &[&[0, 1], &[2]], Utility::Payoffs, &[&[0, 1_500_000], &[1_000_000]]);
    }

    #[test]
    fn a_status_with_rates_of_its_own_counts_by_them() {
        let mut values = by_area();
        values.worths[2] = Some(StatusWorth::Rates(vec![Rate { number: 1, amounts: vec![20_000, 0] }]));
        // 50 per km² of 30; 50 · 20 for the last status.
        check(&values, &[&[0, 1, 2], &[0, 2]], Utility::Payoffs, &[&[0, 1_500_000, 1_000_000], &[0, 0]]);
    }
}
