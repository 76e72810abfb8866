//! A party whose utility adds up what each issue is worth to it, in whole numbers.

use detente_interop::Fraction;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::column::{Column, unit};
use crate::space::Space;

/// A party whose utilities are sums over issues of whole numbers of 128 bits.
pub(crate) struct Sums {
    /// Per issue and choice.
    pub(crate) rows: Vec<Vec<i128>>,
    pub(crate) bias: i128,
    /// Sums are cut off here.
    pub(crate) most: Option<i128>,
    pub(crate) line: Option<i128>,
    unit: BigInt,
}

impl Sums {
    /// `None` where its utility is no sum over issues, or the sums exceed 125 bits.
    pub(crate) fn new(space: &Space, party: usize) -> Option<Self> {
        let worth = space.worths.get(party).filter(|worth| worth.blocks.is_none())?;
        let unit = unit(worth);
        let whole = |fraction: &Fraction| (fraction.numer() * (&unit / fraction.denom())).to_i128();
        let rows: Option<Vec<Vec<i128>>> =
            worth.values.iter().map(|row| row.iter().map(whole).collect::<Option<Vec<_>>>()).collect();
        let rows = rows.filter(|rows| rows.iter().all(|row| !row.is_empty()))?;
        let optional = |fraction: &Option<Fraction>| match fraction {
            Some(fraction) => whole(fraction).map(Some),
            None => Some(None),
        };
        let bias = whole(&worth.bias)?;
        let (most, line) = (optional(&worth.at_most)?, optional(&worth.reservation)?);
        let largest = |row: &Vec<i128>| row.iter().map(|own| own.unsigned_abs()).max().unwrap_or(0);
        let mut all =
            rows.iter().map(largest).chain([bias, most.unwrap_or(0), line.unwrap_or(0)].map(i128::unsigned_abs));
        let total = all.try_fold(0_u128, u128::checked_add)?;
        (total < 1 << 125).then_some(Self { rows, bias, most, line, unit })
    }

    /// The least and the largest sum, before it is cut off.
    pub(crate) fn ends(&self) -> [i128; 2] {
        let least: i128 = self.rows.iter().filter_map(|row| row.iter().min()).sum();
        let most: i128 = self.rows.iter().filter_map(|row| row.iter().max()).sum();
        [least + self.bias, most + self.bias]
    }

    pub(crate) fn is_never_cut(&self) -> bool {
        self.most.is_none_or(|most| self.ends()[1] <= most)
    }

    pub(crate) fn at(&self, outcome: &[usize]) -> i128 {
        let own: i128 = self.rows.iter().zip(outcome).filter_map(|(row, at)| row.get(*at)).sum();
        self.most.unwrap_or(i128::MAX).min(own + self.bias)
    }

    pub(crate) fn column(&self, units: Vec<i128>) -> Column {
        let most = self.most.unwrap_or(i128::MAX);
        Column::of_points(units, self.unit.clone(), self.line, self.ends().map(|end| end.min(most)))
    }

    /// Its utilities from the least of each issue on, without a common factor: the same for parties of one mind; `None` for
    /// the indifferent.
    pub(crate) fn order(&self) -> Option<Vec<Vec<i128>>> {
        let lifted = |row: &Vec<i128>| -> Vec<i128> {
            let least = row.iter().min().copied().unwrap_or(0);
            row.iter().map(|own| own - least).collect()
        };
        let mut rows: Vec<Vec<i128>> = self.rows.iter().map(lifted).collect();
        let common = rows.iter().flatten().fold(0_i128, |common, own| common.gcd(own));
        if common == 0 {
            return None;
        }
        rows.iter_mut().flatten().for_each(|own| *own /= common);
        Some(rows)
    }
}
