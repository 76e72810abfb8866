//! Homogeneous inequalities over columns that are zero or more, and whether all can hold: exact, with a proof either way.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::simplex;

/// A system of homogeneous inequalities over columns `y ≥ 0`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cone {
    /// The number of columns.
    pub columns: usize,
    /// The inequalities.
    pub rows: Vec<Row>,
}

/// `Σ factor · y[column] ≥ 0`, or `> 0`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Column and factor; a column that stands twice counts with the sum.
    pub terms: Vec<(usize, BigInt)>,
    /// Whether zero is not enough.
    pub strict: bool,
}

/// Whether a system can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It holds here: one number per column.
    Point(Vec<BigInt>),
    /// It cannot hold, and this proves it.
    Empty(Certificate),
}

/// One multiplier per row, none negative, at least one strict row's positive: the weighted sum of the rows has no positive
/// factor, so that it is never positive where the columns are not negative, while the rows say that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate(pub Vec<BigInt>);

impl Cone {
    /// Decides whether all rows can hold.
    ///
    /// # Cost
    /// The simplex method in integers under a rule that cannot cycle; a few dozen rows take milliseconds.
    /// # Source
    /// \[Motzkin1936\] for the alternative between a point and multipliers, \[Bland1977\] for the rule.
    pub fn fit(&self) -> Fit {
        simplex::fit(self)
    }

    /// Whether every row holds at `y`.
    pub fn holds_at(&self, y: &[BigInt]) -> bool {
        y.len() == self.columns
            && y.iter().all(|number| !number.is_negative())
            && self.rows.iter().all(|row| row.holds_at(y))
    }

    /// Whether `certificate` proves that the rows cannot hold together.
    pub fn is_refuted_by(&self, certificate: &Certificate) -> bool {
        let multipliers = &certificate.0;
        if multipliers.len() != self.rows.len() || multipliers.iter().any(Signed::is_negative) {
            return false;
        }
        let mut sum = vec![BigInt::zero(); self.columns];
        for (row, multiplier) in self.rows.iter().zip(multipliers) {
            for (column, factor) in &row.terms {
                let Some(cell) = sum.get_mut(*column) else { return false };
                *cell += factor * multiplier;
            }
        }
        let strict = self.rows.iter().zip(multipliers).any(|(row, multiplier)| row.strict && multiplier.is_positive());
        strict && sum.iter().all(|number| !number.is_positive())
    }

    /// The same system with every row strict.
    #[must_use]
    pub fn interior(&self) -> Self {
        let rows = self.rows.iter().map(|row| Row { strict: true, ..row.clone() }).collect();
        Self { columns: self.columns, rows }
    }
}

impl Row {
    /// What the row comes to at `y`.
    pub(crate) fn at(&self, y: &[BigInt]) -> BigInt {
        self.terms.iter().filter_map(|(column, factor)| Some(factor * y.get(*column)?)).sum()
    }

    fn holds_at(&self, y: &[BigInt]) -> bool {
        let sum = self.at(y);
        if self.strict { sum.is_positive() } else { !sum.is_negative() }
    }
}
