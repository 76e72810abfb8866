//! What branches are searched for.

use super::solver::room;
use super::space::{Floors, Goal, Met, Offered, Space};
use super::weights::{Weights, float, means, root, safely_below};
use detente_model::Package;
use num_bigint::BigUint;
use std::cmp::Ordering;

/// Any package that reaches the floors.
#[derive(Debug, Default)]
pub(super) struct Any {
    pub(super) package: Option<Package>,
}

impl Goal for Any {
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

impl Most {
    /// Floors at the lines, and one above the most found.
    pub(super) fn begin(&self, space: &Space<'_>, floors: &mut Floors, scales: &mut Vec<f64>) {
        space.lines.clone_into(floors);
        room(space, floors, scales);
        let line = floors[self.direction].unwrap_or(-space.size(self.direction));
        floors[self.direction] = Some(self.units.map_or(line, |units| line.max(units + 1)));
    }
}

impl Goal for Most {
    fn start(&self, direction: usize) -> f64 {
        if direction == self.direction { 1.0 } else { 0.0 }
    }

    fn floor(&self, direction: usize, floor: i64) -> i64 {
        self.units.filter(|_| direction == self.direction).map_or(floor, |units| floor.max(units + 1))
    }

    fn offer(&mut self, _met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered {
        let units = floors[self.direction].unwrap_or(0) + above[self.direction];
        self.units = Some(self.units.map_or(units, |most| most.max(units)));
        Offered::More
    }
}

/// Packages worth the same, each with its principals' units.
#[derive(Debug, Default)]
pub(super) struct Ties(pub(super) Vec<(Vec<i64>, Package)>);

/// The most packages worth the same that are kept; beyond, another way is taken.
const TIES: usize = 4096;

impl Ties {
    fn add(&mut self, met: &Met<'_>, above: &[i64], floors: &Floors, n_principals: usize) {
        if self.are_too_many() {
            return;
        }
        let units = above.iter().zip(floors).take(n_principals).map(|(above, floor)| above + floor.unwrap_or(0));
        let tie = (units.collect(), met.package());
        if !self.0.contains(&tie) {
            self.0.push(tie);
        }
    }

    /// Whether some were not kept.
    pub(super) fn are_too_many(&self) -> bool {
        TIES < self.0.len()
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
    /// Packages with that product.
    pub(super) ties: Ties,
}

impl Product {
    fn degree(&self) -> u32 {
        u32::try_from(self.factors.len()).unwrap_or(u32::MAX)
    }
}

impl Goal for Product {
    fn needed(&self, weights: &[i64]) -> i64 {
        let of = || self.factors.iter().map(|&at| weights[at]);
        let floor: i64 = of().sum();
        (means(about(&self.gains), of(), self.degree()) - floor).max(0)
    }

    fn aimed(&self, weights: &Weights, slopes: &mut [f64]) -> f64 {
        slopes.fill(0.0);
        let inner = self.factors.iter().fold(about(&self.gains), |product, &at| product * weights.per_unit(at));
        let mean = root(inner, self.degree());
        self.factors.iter().for_each(|&at| slopes[at] = mean / weights.relative(at));
        mean * f64::from(self.degree())
    }

    fn start(&self, direction: usize) -> f64 {
        if self.factors.contains(&direction) { 1.0 } else { 0.0 }
    }

    fn offer(&mut self, met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered {
        let gains: Vec<i64> = self.factors.iter().map(|&at| above[at] + 1).collect();
        let order = compared(&gains, &self.gains);
        if order == Ordering::Less {
            return Offered::Nothing;
        }
        if order == Ordering::Greater {
            self.ties.0.clear();
            self.gains = gains;
        }
        self.ties.add(met, above, floors, self.n_principals);
        if order == Ordering::Greater { Offered::More } else { Offered::Nothing }
    }
}

/// The largest total of points; the floors are the lines.
#[derive(Debug, Default)]
pub(super) struct Total {
    /// The directions that are added up, each with its units per point and what its units count in the common measure.
    pub(super) terms: Vec<(usize, i64, i128)>,
    pub(super) n_principals: usize,
    /// The largest total of gains so far, in the common measure and in points.
    pub(super) most: Option<i128>,
    pub(super) points: f64,
    pub(super) ties: Ties,
}

impl Total {
    /// The gains added up in the common measure, and in points.
    pub(super) fn of(&self, gain: impl Fn(usize) -> i64) -> (i128, f64) {
        let sum = self.terms.iter().map(|&(at, _, counts)| i128::from(gain(at)) * counts).sum();
        (sum, self.terms.iter().map(|&(at, per_point, _)| float(gain(at)) / float(per_point)).sum())
    }
}

impl Goal for Total {
    fn needed(&self, weights: &[i64]) -> i64 {
        let least = self.terms.iter().map(|&(at, per_point, _)| float(weights[at]) * float(per_point));
        safely_below(least.fold(f64::INFINITY, f64::min) * self.points).max(0)
    }

    fn aimed(&self, weights: &Weights, slopes: &mut [f64]) -> f64 {
        slopes.fill(0.0);
        let per_point = |&(at, per_point, _): &(usize, i64, i128)| (weights.per_unit(at) * float(per_point), at);
        let least = self.terms.iter().map(per_point).min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((least, at)) = least else { return 0.0 };
        slopes[at] = least * self.points / weights.relative(at);
        least * self.points
    }

    fn start(&self, direction: usize) -> f64 {
        if self.terms.iter().any(|(at, _, _)| *at == direction) { 1.0 } else { 0.0 }
    }

    fn offer(&mut self, met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered {
        let (total, points) = self.of(|at| above[at]);
        if self.most.is_some_and(|most| total < most) {
            return Offered::Nothing;
        }
        let is_more = self.most.is_none_or(|most| most < total);
        if is_more {
            self.ties.0.clear();
            (self.most, self.points) = (Some(total), points);
        }
        self.ties.add(met, above, floors, self.n_principals);
        if is_more { Offered::More } else { Offered::Nothing }
    }
}

/// A share of what is counted as one: gain over scale, the scale positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) gain: i64,
    pub(super) scale: i64,
}

impl Fraction {
    pub(super) fn compared(&self, other: &Self) -> Ordering {
        let wide = |a: i64, b: i64| i128::from(a) * i128::from(b);
        wide(self.gain, other.scale).cmp(&wide(other.gain, self.scale))
    }

    /// The least whole gain over a scale that reaches this.
    fn on(&self, scale: i64) -> i64 {
        let wanted = i128::from(self.gain) * i128::from(scale);
        let least = -((-wanted).div_euclid(i128::from(self.scale)));
        i64::try_from(least).unwrap_or(i64::MAX)
    }
}

/// One party's gain, compared with others'.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    pub(super) direction: usize,
    pub(super) line: i64,
    pub(super) scale: i64,
}

/// The most for whoever has the least share; all packages that give everybody at least that are kept.
#[derive(Debug, Default)]
pub(super) struct Level {
    pub(super) shares: Vec<Share>,
    pub(super) n_principals: usize,
    pub(super) most: Option<Fraction>,
    pub(super) ties: Ties,
}

impl Level {
    /// The shares that units give, the least first.
    pub(super) fn of(&self, units: impl Fn(usize) -> i64) -> Vec<Fraction> {
        let share = |share: &Share| Fraction { gain: units(share.direction) - share.line, scale: share.scale };
        let mut shares: Vec<Fraction> = self.shares.iter().map(share).collect();
        shares.sort_by(Fraction::compared);
        shares
    }

    /// Takes note of a package known beforehand.
    pub(super) fn know(&mut self, units: impl Fn(usize) -> i64) {
        let least = self.of(units).first().copied();
        if let Some(least) = least.filter(|least| self.is_more(least)) {
            self.most = Some(least);
        }
    }

    fn is_more(&self, least: &Fraction) -> bool {
        self.most.is_none_or(|level| level.compared(least) == Ordering::Less)
    }
}

impl Goal for Level {
    fn floor(&self, direction: usize, floor: i64) -> i64 {
        let share = self.shares.iter().find(|share| share.direction == direction);
        share.zip(self.most).map_or(floor, |(share, level)| floor.max(share.line.saturating_add(level.on(share.scale))))
    }

    fn offer(&mut self, met: &Met<'_>, above: &[i64], floors: &Floors) -> Offered {
        let least = self.of(|at| above[at] + floors[at].unwrap_or(0)).first().copied();
        let Some(least) = least else { return Offered::Nothing };
        let is_more = self.is_more(&least);
        if is_more {
            self.ties.0.clear();
            self.most = Some(least);
        } else if self.most.is_some_and(|level| least.compared(&level) == Ordering::Less) {
            return Offered::Nothing;
        }
        self.ties.add(met, above, floors, self.n_principals);
        if is_more { Offered::More } else { Offered::Nothing }
    }
}

/// The product as a float; as many roundings as factors.
pub(super) fn about(gains: &[i64]) -> f64 {
    gains.iter().fold(1.0, |product, &gain| product * float(gain))
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
