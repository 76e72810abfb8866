//! Weights along which a zone is thin, from a linear relaxation. They are chosen in floating point and decide nothing: any
//! weights give true answers, good ones give them soon.
//!
//! The relaxation mixes packages: it maximises a target over convex combinations of whole packages, and new packages enter as
//! long as one is worth more along the current weights. Each list is asked on its own, so a step costs the lengths of the lists.
//!
//! # Source
//! The decomposition of \[Dantzig1960\].

use crate::fold::Tree;
use crate::ground::Folded;
use crate::points::Points;
use std::sync::Arc;

/// What the relaxation maximises, per coordinate.
#[derive(Clone, Debug)]
pub(crate) struct Relaxation {
    /// What a unit of the coordinate is worth in itself.
    pub(crate) worth: Vec<f64>,
    /// The floor of the coordinate, where it has one.
    pub(crate) floor: Vec<Option<f64>>,
    /// By how much the floor rises per unit of the common level; 0 where it takes no part in it.
    pub(crate) rise: Vec<f64>,
    /// What a unit below the floor costs where it may be missed; floors that take no part in the level and may not be missed
    /// cost so much that it does not pay.
    pub(crate) shortfall: Option<f64>,
}

/// The answer of the relaxation.
#[derive(Clone, Debug)]
pub(crate) struct Relaxed {
    /// Weights of the coordinates, none negative.
    pub(crate) weights: Vec<f64>,
    /// The mixture's units.
    pub(crate) units: Vec<f64>,
    /// The list of which the mixture takes points most divided, if of any.
    pub(crate) divided: Option<usize>,
}

/// Relative precision at which the relaxation stops.
const PRECISION: f64 = 1e-6;

/// Steps after which it stops in any case.
const STEPS: usize = 400;

/// What missing a floor costs that may not be missed, in multiples of all that could be won by it.
const PENALTY: f64 = 1000.0;

/// A column of the linear programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// A package; its units stand in the basis.
    Package,
    /// The common level.
    Level,
    /// How far the floor of a row is missed.
    Missed(usize),
    /// What a coordinate has beyond its floor.
    Surplus(usize),
}

/// A whole package: units, and per list the point taken; empty for other columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    pub(crate) units: Vec<f64>,
    points: Vec<usize>,
}

/// Solves the relaxation.
pub(crate) fn relax(folded: &Folded, relaxation: &Relaxation) -> Relaxed {
    Master::new(&Floats::new(folded), relaxation).run()
}

/// As [`relax`], the lists read already.
pub(crate) fn relax_on(floats: &Floats<'_>, relaxation: &Relaxation) -> Relaxed {
    Master::new(floats, relaxation).run()
}

/// The lists of a branch in floating point.
pub(crate) struct Floats<'f> {
    width: usize,
    trees: &'f [Arc<Tree>],
    /// Per list its points, one after another.
    lists: Vec<Vec<f64>>,
    /// How much each coordinate can vary; at least one unit.
    spreads: Vec<f64>,
}

impl<'f> Floats<'f> {
    /// Reads the lists.
    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    pub(crate) fn new(folded: &'f Folded) -> Self {
        let width = folded.coordinates.len();
        let flat = |list: &Points| list.rows().flatten().map(|&units| units as f64).collect::<Vec<f64>>();
        let lists: Vec<Vec<f64>> = folded.lists.iter().map(flat).collect();
        let spreads = folded.spreads().into_iter().map(|spread| spread as f64).collect();
        Self { width, trees: &folded.trees, lists, spreads }
    }

    /// The package worth most along some weights.
    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    pub(crate) fn worthiest(&self, weights: &[f64]) -> Package {
        let (mut units, mut points) = (vec![0.0; self.width], Vec::with_capacity(self.lists.len()));
        for list in &self.lists {
            let mut best = (0, f64::NEG_INFINITY, &[][..]);
            for (point, row) in list.chunks_exact(self.width.max(1)).enumerate() {
                let worth = dot(weights, row);
                if best.1 < worth {
                    best = (point, worth, row);
                }
            }
            units.iter_mut().zip(best.2).for_each(|(units, more)| *units += more);
            points.push(best.0);
        }
        for tree in self.trees {
            units.iter_mut().zip(tree.worthiest(weights)).for_each(|(units, more)| *units += more as f64);
        }
        Package { units, points }
    }
}

struct Master<'a> {
    lists: &'a Floats<'a>,
    of: &'a Relaxation,
    /// The coordinates with a floor, one row each; one more row makes the packages add up to one.
    rows: Vec<usize>,
    inverse: Vec<Vec<f64>>,
    basis: Vec<(Column, Package)>,
    values: Vec<f64>,
    /// What missing the floor of a row costs per unit.
    penalties: Vec<f64>,
}

impl<'a> Master<'a> {
    fn new(lists: &'a Floats<'a>, of: &'a Relaxation) -> Self {
        let rows: Vec<usize> = (0..of.floor.len()).filter(|&at| of.floor[at].is_some()).collect();
        let size = rows.len() + 1;
        let spreads = &lists.spreads;
        let start_weights: Vec<f64> =
            of.worth.iter().zip(spreads).map(|(worth, spread)| worth + 1.0 / spread).collect();
        let first = lists.worthiest(&start_weights);
        let own: f64 = of.worth.iter().zip(spreads).map(|(worth, spread)| worth.abs() * spread).sum();
        let raised = of.rise.iter().zip(spreads).filter(|(rise, _)| 0.0 < **rise).map(|(rise, spread)| spread / rise);
        let all = own + raised.fold(0.0, f64::max) + f64::MIN_POSITIVE;
        let penalties = rows.iter().map(|&at| of.shortfall.unwrap_or(PENALTY * all / spreads[at])).collect();
        let inverse = (0..size).map(|row| (0..size).map(|at| f64::from(u8::from(row == at))).collect()).collect();
        let (basis, values) = (Vec::new(), Vec::new());
        let mut master = Self { lists, of, rows, inverse, basis, values, penalties };
        master.start(&first);
        master
    }

    /// The first basis: one package, surpluses, and where floors are missed or move, the level and the lowering in their rows.
    fn start(&mut self, first: &Package) {
        let n = self.rows.len();
        // Surplus columns are minus unit vectors; with the package in the last row the inverse is known.
        for row in 0..n {
            self.inverse[row][row] = -1.0;
            self.inverse[row][n] = first.units[self.rows[row]];
            self.basis.push((Column::Surplus(row), Package::default()));
        }
        self.basis.push((Column::Package, first.clone()));
        self.values = self.rows.iter().map(|&at| first.units[at] - self.of.floor[at].unwrap_or(0.0)).collect();
        self.values.push(1.0);
        let slack = |row: &usize| {
            let rise = self.of.rise[self.rows[*row]];
            if 0.0 < rise { self.values[*row] / rise } else { f64::INFINITY }
        };
        let tightest =
            (0..n).filter(|row| 0.0 < self.of.rise[self.rows[*row]]).min_by(|a, b| slack(a).total_cmp(&slack(b)));
        if let Some(row) = tightest {
            self.pivot(row, Column::Level, Package::default());
        }
        let missed = (0..n).filter(|&row| matches!(self.basis[row].0, Column::Surplus(_)) && self.values[row] < 0.0);
        for row in missed.collect::<Vec<_>>() {
            self.pivot(row, Column::Missed(row), Package::default());
        }
    }

    fn entries(&self, column: Column, package: &Package) -> Vec<f64> {
        let n = self.rows.len();
        let mut entries = vec![0.0; n + 1];
        match column {
            Column::Package => {
                self.rows.iter().zip(&mut entries).for_each(|(&at, entry)| *entry = package.units[at]);
                entries[n] = 1.0;
            }
            Column::Level => (0..n).for_each(|row| entries[row] = -self.of.rise[self.rows[row]]),
            Column::Missed(row) => entries[row] = 1.0,
            Column::Surplus(row) => entries[row] = -1.0,
        }
        entries
    }

    fn cost(&self, column: Column, package: &Package) -> f64 {
        match column {
            Column::Package => dot(&self.of.worth, &package.units),
            Column::Level => 1.0,
            Column::Missed(row) => -self.penalties[row],
            Column::Surplus(_) => 0.0,
        }
    }

    fn direction(&self, entries: &[f64]) -> Vec<f64> {
        self.inverse.iter().map(|row| dot(row, entries)).collect()
    }

    fn duals(&self) -> Vec<f64> {
        let costs: Vec<f64> = self.basis.iter().map(|(column, package)| self.cost(*column, package)).collect();
        (0..costs.len()).map(|at| self.inverse.iter().zip(&costs).map(|(row, cost)| row[at] * cost).sum()).collect()
    }

    /// Per coordinate what a unit is worth under the current prices.
    fn weights(&self, duals: &[f64]) -> Vec<f64> {
        let mut weights = self.of.worth.clone();
        self.rows.iter().zip(duals).for_each(|(&at, dual)| weights[at] -= dual.min(0.0));
        weights
    }

    fn run(mut self) -> Relaxed {
        for _ in 0..STEPS {
            let duals = self.duals();
            let Some((column, package)) = self.entering(&duals) else { break };
            let direction = self.direction(&self.entries(column, &package));
            let Some(row) = self.leaving(&direction) else { break };
            self.pivot(row, column, package);
        }
        let weights = self.weights(&self.duals());
        Relaxed { weights, units: self.mixture(), divided: self.divided() }
    }

    /// The column that promises most, if any promises anything.
    fn entering(&self, duals: &[f64]) -> Option<(Column, Package)> {
        let package = self.lists.worthiest(&self.weights(duals));
        let rows = 0..self.rows.len();
        let fixed = rows.clone().map(Column::Missed).chain(rows.map(Column::Surplus)).chain([Column::Level]);
        let candidates = fixed.map(|column| (column, Package::default())).chain([(Column::Package, package)]);
        let gain =
            |column: Column, package: &Package| self.cost(column, package) - dot(duals, &self.entries(column, package));
        let steepest = duals.iter().fold(f64::MIN_POSITIVE, |most, dual| most.max(dual.abs()));
        let worth = 1.0 + self.worth().abs();
        let least = |column: Column| PRECISION * if column == Column::Package { worth } else { steepest };
        let is_new = |column: Column| column == Column::Package || self.basis.iter().all(|(held, _)| *held != column);
        candidates
            .filter(|(column, _)| is_new(*column))
            .map(|(column, package)| (gain(column, &package), column, package))
            .filter(|(gain, column, _)| least(*column) < *gain)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, column, package)| (column, package))
    }

    /// The row whose basic column reaches zero first; the level is free and never leaves.
    fn leaving(&self, direction: &[f64]) -> Option<usize> {
        let rows = (0..direction.len()).filter(|&row| self.basis[row].0 != Column::Level && 1e-11 < direction[row]);
        rows.min_by(|&a, &b| (self.values[a] / direction[a]).total_cmp(&(self.values[b] / direction[b])))
    }

    fn pivot(&mut self, row: usize, column: Column, package: Package) {
        let direction = self.direction(&self.entries(column, &package));
        let pivot = direction[row];
        self.inverse[row].iter_mut().for_each(|entry| *entry /= pivot);
        self.values[row] /= pivot;
        let (pivot_row, pivot_value) = (self.inverse[row].clone(), self.values[row]);
        for other in (0..direction.len()).filter(|&other| other != row) {
            let factor = direction[other];
            self.inverse[other].iter_mut().zip(&pivot_row).for_each(|(entry, pivot)| *entry -= factor * pivot);
            self.values[other] -= factor * pivot_value;
        }
        self.basis[row] = (column, package);
    }

    /// What the current mixture is worth.
    fn worth(&self) -> f64 {
        let costs = self.basis.iter().map(|(column, package)| self.cost(*column, package));
        costs.zip(&self.values).map(|(cost, value)| cost * value).sum()
    }

    /// The list whose most used point makes up the smallest part of the mixture.
    fn divided(&self) -> Option<usize> {
        let packages: Vec<(&Package, f64)> = self
            .basis
            .iter()
            .zip(&self.values)
            .filter(|((column, _), _)| *column == Column::Package)
            .map(|((_, package), share)| (package, *share))
            .collect();
        let most_used = |list: usize| {
            let share = |point: usize| -> f64 {
                packages.iter().filter(|(package, _)| package.points[list] == point).map(|(_, share)| share).sum()
            };
            packages.iter().map(|(package, _)| share(package.points[list])).fold(0.0, f64::max)
        };
        let shares =
            (0..self.lists.lists.len()).map(|list| (list, most_used(list))).filter(|(_, share)| *share < 1.0 - 1e-6);
        shares.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))).map(|(list, _)| list)
    }

    fn mixture(&self) -> Vec<f64> {
        let mut units = vec![0.0; self.of.worth.len()];
        let packages = self.basis.iter().zip(&self.values).filter(|((column, _), _)| *column == Column::Package);
        for ((_, package), share) in packages {
            units.iter_mut().zip(&package.units).for_each(|(units, of)| *units += share * of);
        }
        units
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
