//! The coordinates in which packages are compared that need the same parties' consent.

use crate::plan::Plan;

/// The coordinates of one class of packages: first the principals, then the other parties whose bottom line counts.
///
/// # Source
/// DEFINITIONS 7: a party that only binds is a coordinate clipped at its bottom line.
#[derive(Clone, Debug)]
pub(crate) struct Frame<'p> {
    plan: &'p Plan,
    /// Per coordinate its axis and, where it counts, the line.
    coordinates: Vec<(usize, Option<i64>)>,
    /// How many of them are principals'.
    pub(crate) n_principals: usize,
}

impl<'p> Frame<'p> {
    /// The frame of packages in which the lines of the axes in `asked`, a set of bits, count.
    pub(crate) fn new(plan: &'p Plan, principals: &[usize], asked: u64) -> Self {
        let line = |axis: usize| plan.axes[axis].line.filter(|_| asked >> axis & 1 == 1);
        let axis_of = |party: usize| plan.axes.iter().position(|axis| axis.party == Some(party));
        let own: Vec<usize> = principals.iter().filter_map(|&party| axis_of(party)).collect();
        let others = (0..plan.axes.len()).filter(|axis| !own.contains(axis) && line(*axis).is_some());
        let coordinates = own.iter().copied().chain(others).map(|axis| (axis, line(axis))).collect();
        Self { plan, coordinates, n_principals: own.len() }
    }

    /// The number of coordinates.
    pub(crate) fn width(&self) -> usize {
        self.coordinates.len()
    }

    /// Writes the point of `units` per axis, the issues from `depth` on being open: what a party that only binds has beyond
    /// its need is clipped, so that points which differ in nothing that matters are one.
    pub(crate) fn key(&self, units: impl Fn(usize) -> i64, depth: usize, key: &mut Vec<i64>) {
        key.clear();
        key.extend(self.coordinates.iter().enumerate().map(|(at, &(axis, _))| self.clipped(at, units(axis), depth)));
    }

    fn clipped(&self, at: usize, units: i64, depth: usize) -> i64 {
        let (axis, line) = self.coordinates[at];
        match line.filter(|_| self.n_principals <= at) {
            Some(line) => units.min(line - self.plan.least[depth][axis]),
            None => units,
        }
    }

    /// Writes the point that a choice leads to from one at `depth`; false if from there a line cannot be reached.
    pub(crate) fn step(&self, from: &[i64], row: &[i64], depth: usize, key: &mut Vec<i64>) -> bool {
        key.clear();
        let coordinates = from.iter().zip(&self.coordinates).enumerate();
        key.extend(coordinates.map(|(at, (units, &(axis, _)))| self.clipped(at, units + row[axis], depth + 1)));
        self.can_reach(key, depth + 1)
    }

    /// Whether every line that counts can still be reached from a point at `depth`.
    pub(crate) fn can_reach(&self, key: &[i64], depth: usize) -> bool {
        let most = &self.plan.most[depth];
        key.iter()
            .zip(&self.coordinates)
            .all(|(units, (axis, line))| line.is_none_or(|line| line <= units + most[*axis]))
    }
}
