//! A branch of a zone without numbers: how its packages come about, step by step.
//!
//! Variables are eliminated one after another. A step knows, for every combination of the variables still to come that it is
//! tied to (a row), which values its own variable may take (cells), and for each of them where the numbers stand that it adds:
//! a slot of its own, a bundle of what holds in that combination, and the rows of the steps before that hang on it.

use std::ops::Range;

/// The worth of what is not allowed: below every sum of numbers, and sums of a few do not overflow.
pub(super) const NEVER: i64 = -(1 << 57);

/// Below this a sum contains something that is not allowed.
pub(super) const BARRED: i64 = NEVER / 2;

/// No sum of numbers is larger.
pub(super) const MOST: i64 = 1 << 55;

/// One variable's elimination.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Which variable.
    pub(super) var: usize,
    /// The variables still to come that it is tied to, each with what a value of it counts in the number of a row.
    pub(super) tied: Vec<(usize, usize)>,
    /// Its rows, among all rows of the branch.
    pub(super) rows: Range<usize>,
    /// How many earlier steps hang on it.
    pub(super) n_before: usize,
    /// Where its cells' rows of earlier steps begin.
    pub(super) before_from: usize,
    /// Its first cell.
    pub(super) cells_from: usize,
}

/// One branch of a zone: whose consent is needed is settled.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// The parties whose units are added up: first the principals, then the others whose bottom line counts.
    pub(super) parties: Vec<usize>,
    /// Per such party, whether its bottom line counts.
    pub(super) has_line: Vec<bool>,
    /// Values per variable; the first variables are the issues.
    pub(super) sizes: Vec<usize>,
    /// Per issue, its slots: one per choice left.
    pub(super) slots: Vec<Range<usize>>,
    /// Per slot, the choice.
    pub(super) choice: Vec<usize>,
    /// Per slot, where the number stands among a party's values.
    pub(super) value_at: Vec<usize>,
    /// Per bundle: the linkages that hold, with how often; then the open limits that forbid.
    pub(super) bundles: Vec<Bundle>,
    /// What holds in every package.
    pub(super) base: Bundle,
    /// The steps, in order of elimination.
    pub(super) steps: Vec<Step>,
    /// The rows of the steps after which nothing follows.
    pub(super) roots: Vec<usize>,
    /// Per row its first cell, and one past the last cell of all.
    pub(super) row_cells: Vec<u32>,
    /// Per cell, its slot; the slot after the last has no number.
    pub(super) cell_slot: Vec<u32>,
    /// Per cell, its bundle.
    pub(super) cell_bundle: Vec<u32>,
    /// Per cell, the value of its variable.
    pub(super) cell_value: Vec<u32>,
    /// Per cell, the rows of the earlier steps.
    pub(super) cell_before: Vec<u32>,
}

/// What holds together in a combination.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bundle {
    /// Linkages of the model, over all parties, with how often each is added.
    pub(super) linkages: Vec<(usize, i64)>,
    /// Open limits that are crossed.
    pub(super) limits: Vec<usize>,
}

impl Shape {
    /// The cells of a row.
    pub(super) fn cells(&self, row: usize) -> Range<usize> {
        place(self.row_cells[row])..place(self.row_cells[row + 1])
    }

    /// The row of a step, given the values of the variables it is tied to.
    pub(super) fn row(step: &Step, assigned: &[usize]) -> usize {
        step.rows.start + step.tied.iter().map(|&(var, stride)| assigned[var] * stride).sum::<usize>()
    }
}

/// A number kept short, as an index.
pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// An index kept short; all lists are.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
