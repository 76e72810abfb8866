//! One factor of a branch, laid out for counting.

use crate::network::Factor;

/// Combinations of a few variables that are allowed, and the units each adds.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The variables, ascending.
    pub(super) scope: Vec<usize>,
    keys: Vec<u32>,
    units: Vec<i64>,
    width: usize,
    /// The least a row adds, per coordinate.
    pub(super) least: Vec<i64>,
    /// The most a row adds, per coordinate.
    pub(super) most: Vec<i64>,
}

impl Relation {
    /// A factor's rows, each of one point.
    pub(super) fn of(factor: &Factor) -> Self {
        let (mut keys, mut units) = (Vec::new(), Vec::new());
        for row in 0..factor.len() {
            keys.extend_from_slice(factor.key(row));
            units.extend_from_slice(factor.points.units(row));
        }
        Self::new(factor.scope.clone(), keys, units, factor.points.width())
    }

    fn new(scope: Vec<usize>, keys: Vec<u32>, units: Vec<i64>, width: usize) -> Self {
        let extreme = |better: fn(i64, i64) -> i64| {
            let rows = units.chunks_exact(width.max(1)).map(<[i64]>::to_vec);
            let all = rows.reduce(|a, b| a.iter().zip(&b).map(|(&a, &b)| better(a, b)).collect());
            all.unwrap_or_else(|| vec![0; width])
        };
        let (least, most) = (extreme(i64::min), extreme(i64::max));
        Self { scope, keys, units, width, least, most }
    }

    /// The same combinations with other units: per new coordinate what it makes of a row.
    pub(super) fn mapped(&self, columns: &[impl Fn(&[i64]) -> i64]) -> Self {
        let rows = (0..self.len()).map(|row| self.units(row));
        let units = rows.flat_map(|row| columns.iter().map(move |column| column(row))).collect();
        Self::new(self.scope.clone(), self.keys.clone(), units, columns.len())
    }

    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        self.keys.len().checked_div(self.scope.len()).unwrap_or(0)
    }

    /// The values of a row.
    pub(super) fn key(&self, row: usize) -> &[u32] {
        &self.keys[row * self.scope.len()..(row + 1) * self.scope.len()]
    }

    /// The units of a row.
    pub(super) fn units(&self, row: usize) -> &[i64] {
        &self.units[row * self.width..(row + 1) * self.width]
    }
}

/// A relation's rows by the values of all its variables but one.
pub(super) struct Index<'r> {
    relation: &'r Relation,
    /// Per variable of the context its place in the scope and its size.
    context: Vec<(usize, u128)>,
    /// Code of the context, value of the variable, row; ascending.
    rows: Vec<(u128, u32, usize)>,
}

impl<'r> Index<'r> {
    /// Rows by everything but `var`, which the relation speaks of.
    pub(super) fn new(relation: &'r Relation, var: usize, sizes: &[usize]) -> Self {
        let places = (0..relation.scope.len()).filter(|&place| relation.scope[place] != var);
        let size = |place: usize| u128::try_from(sizes[relation.scope[place]]).unwrap_or(u128::MAX);
        let context: Vec<(usize, u128)> = places.map(|place| (place, size(place))).collect();
        let own = relation.scope.iter().position(|&other| other == var).unwrap_or(0);
        let mut index = Self { relation, context, rows: Vec::new() };
        let row = |row: usize| {
            let key = relation.key(row);
            (index.code(|place| key[place]), key[own], row)
        };
        let mut rows: Vec<_> = (0..relation.len()).map(row).collect();
        rows.sort_unstable();
        index.rows = rows;
        index
    }

    fn code(&self, value: impl Fn(usize) -> u32) -> u128 {
        let add = |code: u128, &(place, size): &(usize, u128)| code.wrapping_mul(size) + u128::from(value(place));
        self.context.iter().fold(0, add)
    }

    /// The rows in a context, given by the value of each variable.
    pub(super) fn rows(&self, value: impl Fn(usize) -> u32) -> &[(u128, u32, usize)] {
        let code = self.code(|place| value(self.relation.scope[place]));
        let from = self.rows.partition_point(|row| row.0 < code);
        let to = from + self.rows[from..].partition_point(|row| row.0 == code);
        &self.rows[from..to]
    }

    /// The units of a row.
    pub(super) fn units(&self, row: usize) -> &'r [i64] {
        self.relation.units(row)
    }
}
