//! The last few issues written out as a table, so that the innermost loops run over plain columns.

use crate::plan::Plan;

/// The most rows of a table: its columns stay in the nearest cache.
const ROWS: usize = 1024;

/// All assignments of the issues from one depth on, a row each, in the order of κ.
pub(crate) struct Tail {
    /// Per axis, per row: units.
    pub(crate) units: Vec<Vec<i64>>,
    /// Per row: its part of κ, ascending.
    pub(crate) kappa: Vec<u128>,
    /// The issues, ascending.
    issues: Vec<usize>,
    sizes: Vec<usize>,
}

impl Tail {
    /// The table of the empty assignment.
    fn empty(n_axes: usize) -> Self {
        Self { units: vec![vec![0]; n_axes], kappa: vec![0], issues: Vec::new(), sizes: Vec::new() }
    }

    /// The table of `issues`, ascending.
    fn new(plan: &Plan, issues: Vec<usize>) -> Self {
        let mut tail = Self::empty(plan.axes.len());
        for issue in issues {
            tail.append(plan, issue);
        }
        tail
    }

    fn append(&mut self, plan: &Plan, issue: usize) {
        let size = plan.choices[issue].len();
        for (column, axis) in self.units.iter_mut().zip(&plan.axes) {
            *column = column.iter().flat_map(|sum| axis.values[issue].iter().map(move |units| sum + units)).collect();
        }
        let parts = (0..size).map(|position| plan.weights[issue] * crate::plan::wide(position));
        let parts: Vec<u128> = parts.collect();
        self.kappa = self.kappa.iter().flat_map(|sum| parts.iter().map(move |part| sum + part)).collect();
        self.issues.push(issue);
        self.sizes.push(size);
    }

    /// The number of rows.
    pub(crate) fn rows(&self) -> usize {
        self.kappa.len()
    }

    /// Adds what each row was counted for to the issues and positions it assigns.
    pub(crate) fn distribute(&self, hits: &[u64], with: &mut [Vec<u128>]) {
        for (row, &hits) in hits.iter().enumerate().filter(|(_, hits)| **hits != 0) {
            let mut rest = row;
            for (&issue, &size) in self.issues.iter().zip(&self.sizes).rev() {
                with[issue][rest % size] += u128::from(hits);
                rest /= size;
            }
        }
    }
}

/// The tables of a plan by depth, from the shallowest depth whose table stays small.
pub(crate) struct Tails {
    start: usize,
    tables: Vec<Tail>,
}

impl Tails {
    /// Writes the tables.
    pub(crate) fn new(plan: &Plan) -> Self {
        let mut start = plan.order.len();
        let mut rows = 1_usize;
        while 0 < start {
            rows = rows.saturating_mul(plan.choices[plan.order[start - 1]].len());
            if ROWS < rows {
                break;
            }
            start -= 1;
        }
        let tables = (start..=plan.order.len()).map(|depth| {
            let mut issues = plan.order[depth..].to_vec();
            issues.sort_unstable();
            Tail::new(plan, issues)
        });
        Self { start, tables: tables.collect() }
    }

    /// The table of a depth, if it is written out.
    pub(crate) fn at(&self, depth: usize) -> Option<&Tail> {
        depth.checked_sub(self.start).and_then(|index| self.tables.get(index))
    }

    /// A zero for every row of every table.
    pub(crate) fn no_hits(&self) -> Vec<Vec<u64>> {
        self.tables.iter().map(|table| vec![0; table.rows()]).collect()
    }

    /// Per table its hits are kept at this index.
    pub(crate) fn index(&self, depth: usize) -> usize {
        depth.saturating_sub(self.start)
    }

    /// Adds up the hits of all tables.
    pub(crate) fn distribute(&self, hits: &[Vec<u64>], with: &mut [Vec<u128>]) {
        self.tables.iter().zip(hits).for_each(|(table, hits)| table.distribute(hits, with));
    }
}
