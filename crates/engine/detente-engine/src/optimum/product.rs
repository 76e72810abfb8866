//! "Largest product of gains", weighted by whole exponents.

use super::aim::{Aim, floors, missing};
use crate::ground::Folded;
use crate::slab::{Floats, Relaxation, Relaxed, Slab, Target, relax_on};
use num_bigint::{BigInt, BigUint};

/// One party whose gain is a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Factor {
    /// Which party.
    pub(crate) party: usize,
    /// Its bottom line.
    pub(crate) line: i64,
    /// The exponent of its gain; at least 1.
    pub(crate) exponent: u32,
}

/// The product of gains over packages in which all of some parties gain.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    /// The parties that gain.
    pub(crate) factors: Vec<Factor>,
}

/// The relative distance from the best package at which the search for weights stops.
const CLOSE: f64 = 1e-6;

/// Steps of the search for weights.
const STEPS: usize = 300;

/// The same where other parties' lines bind; each is a relaxation of its own.
const BOUND_STEPS: usize = 12;

impl Product {
    fn factor(&self, party: usize) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.party == party)
    }

    fn floors(&self, branch: &Folded) -> Vec<Option<i64>> {
        let raised: Vec<(usize, i64)> =
            self.factors.iter().map(|factor| (factor.party, factor.line.saturating_add(1))).collect();
        floors(branch, &raised)
    }

    fn degree(&self) -> u32 {
        self.factors.iter().map(|factor| factor.exponent).sum()
    }

    /// (E^E · Π w^e, Π e^e): by the inequality of the means, (Σ w g)^E · Π e^e ≥ P · Π w^e · E^E for every product P.
    fn means(&self, branch: &Folded, slab: &Slab<'_>) -> (BigUint, BigUint) {
        let degree = self.degree();
        let weight = |party: usize| {
            let at = branch.coordinates.iter().position(|of| of.party == party);
            at.map_or(0, |at| slab.weights[at].unsigned_abs())
        };
        let weights: BigUint =
            self.factors.iter().map(|factor| BigUint::from(weight(factor.party)).pow(factor.exponent)).product();
        let exponents = self.factors.iter().map(|factor| BigUint::from(factor.exponent).pow(factor.exponent)).product();
        (weights * BigUint::from(degree).pow(degree), exponents)
    }

    /// The least gain of one party with which a product can be reached while weighted gains add up to no more than `total`: the
    /// others do best where theirs are in proportion to their exponents.
    fn least_gain(
        &self,
        branch: &Folded,
        slab: &Slab<'_>,
        (at, factor): (usize, &Factor),
        wanted: &BigUint,
        total: i128,
    ) -> u128 {
        let others = Self { factors: self.factors.iter().filter(|of| of.party != factor.party).copied().collect() };
        let (weights, exponents) = others.means(branch, slab);
        let needed = wanted * weights;
        let (own, total) = (slab.weights[at].unsigned_abs(), total.max(0).unsigned_abs());
        let can = |gain: u128| {
            let Some(rest) = gain.checked_mul(u128::from(own)).and_then(|own| total.checked_sub(own)) else {
                return false;
            };
            let most = BigUint::from(gain).pow(factor.exponent) * BigUint::from(rest).pow(others.degree());
            needed <= most * &exponents
        };
        // Up to the share of its exponent, more for this party makes the product larger.
        let share = total / u128::from(own.max(1)) * u128::from(factor.exponent) / u128::from(self.degree());
        let (mut low, mut high) = (1, share.max(1));
        while low < high {
            let middle = u128::midpoint(low, high);
            if can(middle) { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// What every package is worth along the weights before its gains: lines of those who gain, floors of the others.
    fn base(&self, branch: &Folded, slab: &Slab<'_>) -> i128 {
        let floors = floors(branch, &[]);
        let start = |(at, of): (usize, &crate::ground::Coordinate)| {
            let lowest = slab.lowest()[at];
            let units =
                self.factor(of.party).map_or(floors[at].map_or(lowest, |f| f.max(lowest)), |factor| factor.line);
            i128::from(units) * i128::from(slab.weights[at])
        };
        branch.coordinates.iter().enumerate().map(start).sum()
    }

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn level(&self, branch: &Folded, floats: &Floats<'_>) -> Vec<f64> {
        let factors = || branch.coordinates.iter().map(|of| self.factor(of.party));
        let floor = factors().zip(floors(branch, &[])).map(|(factor, floor)| match factor {
            Some(factor) => Some(factor.line as f64),
            None => floor.map(|floor| floor as f64),
        });
        let relaxation = Relaxation {
            worth: vec![0.0; branch.coordinates.len()],
            floor: floor.collect(),
            rise: factors().map(|factor| f64::from(u8::from(factor.is_some()))).collect(),
            shortfall: None,
        };
        relax_on(floats, &relaxation).units
    }

    /// The worth of a unit at a mixture: exponent over gain.
    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn slope(&self, branch: &Folded, units: &[f64]) -> Vec<f64> {
        let of = |(of, &units): (&crate::ground::Coordinate, &f64)| {
            self.factor(of.party)
                .map_or(0.0, |factor| f64::from(factor.exponent) / (units - factor.line as f64).max(1e-9))
        };
        branch.coordinates.iter().zip(units).map(of).collect()
    }

    /// How far to go from a mixture in a direction, at most `most`: where the slope along the direction ends.
    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn stride(&self, branch: &Folded, units: &[f64], direction: &[f64], most: f64) -> f64 {
        let rising = |stride: f64| {
            let terms = branch.coordinates.iter().zip(units.iter().zip(direction)).filter_map(|(of, (units, step))| {
                let factor = self.factor(of.party)?;
                let gain = units + stride * step - factor.line as f64;
                Some(if gain <= 0.0 { f64::NEG_INFINITY } else { f64::from(factor.exponent) * step / gain })
            });
            0.0 < terms.sum::<f64>()
        };
        let (mut low, mut high) = (0.0, most);
        if rising(high) {
            return high;
        }
        for _ in 0..50 {
            let middle = f64::midpoint(low, high);
            if rising(middle) { low = middle } else { high = middle }
        }
        low
    }

    /// The mixture with the largest product, by pairwise steps over packages.
    fn mixture(&self, branch: &Folded) -> Vec<f64> {
        let lists = Floats::new(branch);
        let mut atoms = vec![(self.level(branch, &lists), 1.0)];
        let mut units = atoms[0].0.clone();
        for _ in 0..STEPS {
            let slope = self.slope(branch, &units);
            let along = |of: &[f64]| -> f64 { of.iter().zip(&slope).map(|(units, slope)| units * slope).sum() };
            let best = lists.worthiest(&slope).units;
            let Some(worst) = (0..atoms.len()).min_by(|&a, &b| along(&atoms[a].0).total_cmp(&along(&atoms[b].0)))
            else {
                break;
            };
            if along(&best) - along(&units) <= CLOSE * along(&best).abs() {
                break;
            }
            let direction: Vec<f64> = best.iter().zip(&atoms[worst].0).map(|(to, from)| to - from).collect();
            let stride = self.stride(branch, &units, &direction, atoms[worst].1);
            units.iter_mut().zip(&direction).for_each(|(units, step)| *units += stride * step);
            atoms[worst].1 -= stride;
            match atoms.iter_mut().find(|(atom, _)| *atom == best) {
                Some(atom) => atom.1 += stride,
                None => atoms.push((best, stride)),
            }
            atoms.retain(|(_, share)| 1e-12 < *share);
        }
        units
    }
}

impl Aim for Product {
    type Worth = BigUint;

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn relaxation(&self, branch: &Folded) -> Relaxation {
        let units = self.mixture(branch);
        let floor = |(of, floor): (&crate::ground::Coordinate, Option<i64>)| {
            floor.filter(|_| self.factor(of.party).is_none()).map(|floor| floor as f64)
        };
        Relaxation {
            worth: self.slope(branch, &units),
            floor: branch.coordinates.iter().zip(floors(branch, &[])).map(floor).collect(),
            rise: vec![0.0; branch.coordinates.len()],
            shortfall: None,
        }
    }

    fn weights(&self, branch: &Folded) -> Vec<f64> {
        let mut relaxation = self.relaxation(branch);
        if relaxation.floor.iter().all(Option::is_none) {
            return relaxation.worth;
        }
        let floats = Floats::new(branch);
        let mut units = self.level(branch, &floats);
        for _ in 0..BOUND_STEPS {
            relaxation.worth = self.slope(branch, &units);
            let Relaxed { units: towards, .. } = relax_on(&floats, &relaxation);
            let direction: Vec<f64> = towards.iter().zip(&units).map(|(to, from)| to - from).collect();
            let stride = self.stride(branch, &units, &direction, 1.0);
            units.iter_mut().zip(&direction).for_each(|(units, step)| *units += stride * step);
        }
        relaxation.worth = self.slope(branch, &units);
        relax_on(&floats, &relaxation).weights
    }

    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<BigUint> {
        let power = |(of, &units): (&crate::ground::Coordinate, &i64)| {
            let factor = self.factor(of.party)?;
            let gain = i128::from(units) - i128::from(factor.line);
            Some(
                u128::try_from(gain).ok().filter(|gain| 0 < *gain).map(|gain| BigUint::from(gain).pow(factor.exponent)),
            )
        };
        branch.coordinates.iter().zip(units).filter_map(power).product()
    }

    fn floor(&self, branch: &Folded) -> Vec<Option<i64>> {
        self.floors(branch)
    }

    #[expect(clippy::cast_precision_loss, reason = "a guess")]
    fn scorer(&self, branch: &Folded) -> impl Fn(&[i64]) -> f64 {
        let factors: Vec<Option<Factor>> = branch.coordinates.iter().map(|of| self.factor(of.party).copied()).collect();
        let floors = self.floors(branch);
        let gain = |(factor, &units): (&Option<Factor>, &i64)| {
            factor.map(|of| ((units - of.line) as f64).powi(i32::try_from(of.exponent).unwrap_or(1)))
        };
        move |units| {
            let product: f64 = factors.iter().zip(units).filter_map(gain).product();
            let missing = missing(&floors, units);
            if 0.0 < missing { -1e18 * missing } else { product }
        }
    }

    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &BigUint, strictly: bool) -> Target {
        let (weights, exponents) = self.means(branch, slab);
        let wanted = (worth + u32::from(strictly)) * weights;
        let power = (&wanted + &exponents - 1_u32) / exponents;
        let root = power.nth_root(self.degree().max(1));
        let least = if root.pow(self.degree()) < power { root + 1_u32 } else { root };
        let least = i128::try_from(BigInt::from(least)).unwrap_or(i128::MAX);
        Target { least: self.base(branch, slab).saturating_add(least), floor: self.floors(branch), by_floors: false }
    }

    fn tightened(&self, branch: &Folded, slab: &Slab<'_>, worth: &BigUint, strictly: bool) -> Target {
        let mut target = self.target(branch, slab, worth, strictly);
        let (wanted, total) = (worth + u32::from(strictly), slab.top() - self.base(branch, slab));
        for (at, of) in branch.coordinates.iter().enumerate() {
            let Some(factor) = self.factor(of.party) else { continue };
            let gain = self.least_gain(branch, slab, (at, factor), &wanted, total);
            let floor = factor.line.saturating_add(i64::try_from(gain).unwrap_or(i64::MAX));
            target.floor[at] = target.floor[at].max(Some(floor));
        }
        target
    }

    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> BigUint {
        let gains = slab.top() - loss - self.base(branch, slab);
        let (weights, exponents) = self.means(branch, slab);
        let power = BigUint::from(u128::try_from(gains).unwrap_or(0)).pow(self.degree()) * exponents;
        if weights == BigUint::from(0_u32) { BigUint::from(1_u32) } else { power / weights }
    }

    fn approximate(&self, worth: &BigUint) -> f64 {
        worth.to_string().parse().unwrap_or(f64::INFINITY)
    }
}
