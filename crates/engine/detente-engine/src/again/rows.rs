//! The rows of a factor, found by the values of its variables.

use super::shape::{place, short};
use crate::network::{Factor, cells};
use std::collections::BTreeMap;

/// A factor whose rows are found by the values of its variables.
pub(super) struct Rows<'n> {
    pub(super) factor: &'n Factor,
    /// What a value of each variable of the scope counts in the number of a combination.
    strides: Vec<usize>,
    index: Index,
}

/// The rows by the number of their combination.
enum Index {
    /// An entry per combination; without a row, beyond the last.
    Listed(Vec<u32>),
    /// Where there are far more combinations than rows.
    Sparse(BTreeMap<usize, u32>),
}

/// Combinations up to which each has an entry.
const LISTED: usize = 1 << 16;

impl<'n> Rows<'n> {
    pub(super) fn new(factor: &'n Factor, sizes: &[usize]) -> Self {
        let sizes: Vec<usize> = factor.scope.iter().map(|&var| sizes[var]).collect();
        let (strides, n_combinations) = (strides(&sizes), cells(sizes.iter().copied()));
        let number = |row: usize| number(factor.key(row).iter().map(|&value| place(value)), &strides);
        let rows = (0..factor.len()).map(|row| (number(row), short(row)));
        let index = if n_combinations <= LISTED {
            let mut listed = vec![u32::MAX; n_combinations];
            rows.for_each(|(combination, row)| listed[combination] = row);
            Index::Listed(listed)
        } else {
            Index::Sparse(rows.collect())
        };
        Self { factor, strides, index }
    }

    /// The row of a combination; `None` where it is not allowed.
    pub(super) fn row(&self, assigned: &[usize]) -> Option<usize> {
        let combination = number(self.factor.scope.iter().map(|&var| assigned[var]), &self.strides);
        let row = match &self.index {
            Index::Listed(listed) => listed.get(combination).copied().filter(|row| *row != u32::MAX),
            Index::Sparse(rows) => rows.get(&combination).copied(),
        };
        row.map(place)
    }
}

/// What a value of each variable counts in the number of a combination, the last fastest.
pub(super) fn strides(sizes: &[usize]) -> Vec<usize> {
    (0..sizes.len()).map(|at| cells(sizes[at + 1..].iter().copied())).collect()
}

fn number(values: impl Iterator<Item = usize>, strides: &[usize]) -> usize {
    values.zip(strides).map(|(value, stride)| value * stride).sum()
}
