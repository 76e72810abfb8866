//! Whether an assignment is a package of a branch.

use super::problem::Problem;

/// A branch, laid out to look packages up.
pub(super) struct Membership<'p> {
    problem: &'p Problem,
    /// Per relation its rows by the code of their key; ascending.
    rows: Vec<Vec<(u128, usize)>>,
}

impl<'p> Membership<'p> {
    /// Rows by key.
    pub(super) fn new(problem: &'p Problem) -> Self {
        let mut membership = Self { problem, rows: Vec::new() };
        let sorted = |rel: usize| {
            let relation = &problem.relations[rel];
            let code = |row: usize| membership.code(rel, relation.key(row).iter().copied());
            let mut rows: Vec<(u128, usize)> = (0..relation.len()).map(|row| (code(row), row)).collect();
            rows.sort_unstable();
            rows
        };
        let rows = (0..problem.relations.len()).map(sorted).collect();
        membership.rows = rows;
        membership
    }

    fn code(&self, rel: usize, values: impl Iterator<Item = u32>) -> u128 {
        let sizes = self.problem.relations[rel].scope.iter().map(|&var| self.problem.sizes[var]);
        let sizes = sizes.map(|size| u128::try_from(size).unwrap_or(u128::MAX));
        values.zip(sizes).fold(0, |code, (value, size)| code.wrapping_mul(size) + u128::from(value))
    }

    /// Whether every relation has a row for the assignment, and together they reach the needs.
    pub(super) fn holds(&self, assigned: &[u32]) -> bool {
        let mut units = vec![0; self.problem.width()];
        for (rel, (relation, rows)) in self.problem.relations.iter().zip(&self.rows).enumerate() {
            let code = self.code(rel, relation.scope.iter().map(|&var| assigned[var]));
            let Ok(at) = rows.binary_search_by_key(&code, |row| row.0) else { return false };
            units.iter_mut().zip(relation.units(rows[at].1)).for_each(|(sum, units)| *sum += units);
        }
        units.iter().zip(&self.problem.needs).all(|(units, need)| need <= units)
    }
}
