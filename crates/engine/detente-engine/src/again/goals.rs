//! What branches are searched for.

use super::space::{Floors, Goal, Met, Offered};
use super::weights::{Weights, means, root};
use detente_model::Package;
use num_bigint::BigUint;
use std::cmp::Ordering;

/// Any package that reaches the floors.
#[derive(Debug, Default)]
pub(super) struct Any {
    pub(super) package: Option<Package>,
}

impl Goal for Any {
    fn needed(&self, _weights: &[i64]) -> i64 {
        0
    }

    fn aimed(&self, _weights: &Weights) -> (f64, f64) {
        (0.0, 0.0)
    }

    fn grows_with(&self, _direction: usize) -> bool {
        false
    }

    fn start(&self, _direction: usize) -> f64 {
        1.0
    }

    fn offer(&mut self, met: &Met<'_>, _above: &[i64], _floors: &Floors) -> Offered {
        self.package = Some(met.package());
        Offered::Enough
    }
}

/// A package that reaches the floors and is above one of the first directions'.
#[derive(Debug)]
pub(super) struct Above {
    pub(super) n_principals: usize,
    pub(super) found: bool,
}

impl Goal for Above {
    fn needed(&self, weights: &[i64]) -> i64 {
        weights.iter().take(self.n_principals).copied().min().unwrap_or(0)
    }

    fn aimed(&self, _weights: &Weights) -> (f64, f64) {
        (0.0, 0.0)
    }

    fn grows_with(&self, _direction: usize) -> bool {
        false
    }

    fn start(&self, _direction: usize) -> f64 {
        1.0
    }

    fn offer(&mut self, _met: &Met<'_>, above: &[i64], _floors: &Floors) -> Offered {
        self.found = above.iter().take(self.n_principals).any(|&above| 0 < above);
        if self.found { Offered::Enough } else { Offered::Nothing }
    }
}

/// The most along one direction: its floor rises with every package found.
#[derive(Debug)]
pub(super) struct Most {
    pub(super) direction: usize,
    /// The most units found.
    pub(super) units: Option<i64>,
}

impl Goal for Most {
    fn needed(&self, _weights: &[i64]) -> i64 {
        0
    }

    fn aimed(&self, _weights: &Weights) -> (f64, f64) {
        (0.0, 0.0)
    }

    fn grows_with(&self, _direction: usize) -> bool {
        false
    }

    fn start(&self, direction: usize) -> f64 {
        if direction == self.direction { 1.0 } else { 0.0 }
    }

    fn offer(&mut self, _met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered {
        let more = above[self.direction];
        let units = floors[self.direction].unwrap_or(0) + more;
        self.units = Some(self.units.map_or(units, |most| most.max(units)));
        Offered::Raises(self.direction, more + 1)
    }
}

/// The largest product of gains; the floors are one above the lines of those who gain.
#[derive(Debug, Default)]
pub(super) struct Product {
    /// The directions that are factors.
    pub(super) factors: Vec<usize>,
    /// How many first directions are principals.
    pub(super) n_principals: usize,
    /// The gains with the largest product so far.
    pub(super) gains: Vec<i64>,
    /// Packages with that product, each with its principals' units above their floors.
    pub(super) ties: Vec<(Vec<i64>, Package)>,
}

/// The most packages with the same product that are kept; beyond, another way is taken.
pub(super) const TIES: usize = 4096;

impl Product {
    fn about(&self) -> f64 {
        about(&self.gains)
    }

    fn degree(&self) -> u32 {
        u32::try_from(self.factors.len()).unwrap_or(u32::MAX)
    }
}

impl Goal for Product {
    fn needed(&self, weights: &[i64]) -> i64 {
        let of = || self.factors.iter().map(|&at| weights[at]);
        let floor: i64 = of().sum();
        (means(self.about(), of(), self.degree()) - floor).max(0)
    }

    fn aimed(&self, weights: &Weights) -> (f64, f64) {
        let inner = self.factors.iter().fold(self.about(), |product, &at| product * weights.per_unit(at));
        let mean = root(inner, self.degree());
        (mean * f64::from(self.degree()), mean)
    }

    fn grows_with(&self, direction: usize) -> bool {
        self.factors.contains(&direction)
    }

    fn start(&self, direction: usize) -> f64 {
        if self.grows_with(direction) { 1.0 } else { 0.0 }
    }

    fn offer(&mut self, met: &Met<'_>, above: &[i64], _floors: &Floors) -> Offered {
        let gains: Vec<i64> = self.factors.iter().map(|&at| above[at] + 1).collect();
        let order = compared(&gains, &self.gains);
        if order == Ordering::Less || (order == Ordering::Equal && TIES < self.ties.len()) {
            return Offered::Nothing;
        }
        let tie = (above[..self.n_principals].to_vec(), met.package());
        if order == Ordering::Greater {
            self.ties.clear();
            self.gains = gains;
        }
        if !self.ties.contains(&tie) {
            self.ties.push(tie);
        }
        if order == Ordering::Greater { Offered::Needs } else { Offered::Nothing }
    }
}

/// The product as a float; as many roundings as factors.
pub(super) fn about(gains: &[i64]) -> f64 {
    gains.iter().fold(1.0, |product, &gain| product * super::weights::float(gain))
}

/// Products of positive numbers compared exactly; floats decide only where their rounding cannot matter.
pub(super) fn compared(a: &[i64], b: &[i64]) -> Ordering {
    const ROUNDING: f64 = 1e-12;
    let (x, y) = (about(a), about(b));
    if x < y * (1.0 - ROUNDING) {
        return Ordering::Less;
    }
    if y < x * (1.0 - ROUNDING) {
        return Ordering::Greater;
    }
    let exact = |of: &[i64]| -> BigUint { of.iter().map(|gain| BigUint::from(gain.unsigned_abs())).product() };
    exact(a).cmp(&exact(b))
}
