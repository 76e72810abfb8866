//! "Largest total": a sum of units, each with a whole worth of its own, within floors.

use super::aim::{Aim, about, all_reach, floors, missing};
use crate::ground::Folded;
use crate::slab::{Relaxation, Slab, Target};
use num_bigint::BigInt;

/// The total of some parties' units.
#[derive(Clone, Debug)]
pub(crate) struct Total {
    /// Per party counted, what one of its units is worth; positive.
    worths: Vec<(usize, BigInt)>,
    /// How much of that makes one point.
    per_point: BigInt,
    /// Floors beyond the branch's lines, by party.
    raised: Vec<(usize, i64)>,
}

impl Total {
    /// One party's units alone.
    pub(crate) fn of_one(party: usize) -> Self {
        Self::of_points(&[(party, 1)])
    }

    /// Points added up: per party its units per point, positive. The common denominator may be of any size.
    pub(crate) fn of_points(units_per_point: &[(usize, i64)]) -> Self {
        let common = |all: BigInt, units: &(usize, i64)| least_common_multiple(&all, &BigInt::from(units.1));
        let per_point = units_per_point.iter().fold(BigInt::from(1), common);
        let worths = units_per_point.iter().map(|&(party, units)| (party, &per_point / units)).collect();
        Self { worths, per_point, raised: Vec::new() }
    }

    /// What a unit of each coordinate is worth.
    fn per_unit(&self, branch: &Folded) -> Vec<BigInt> {
        let of = |party: usize| {
            self.worths.iter().find(|(of, _)| *of == party).map_or(BigInt::ZERO, |(_, worth)| worth.clone())
        };
        branch.coordinates.iter().map(|coordinate| of(coordinate.party)).collect()
    }

    /// What every package with a total of `worth` has along the weights at least.
    ///
    /// With `s` the least weight per worth, weights are `s` × worth and something not negative beyond it, so a package has at
    /// least `s` × its total and, for what is beyond, its floors.
    fn along(&self, branch: &Folded, slab: &Slab<'_>, worth: &BigInt) -> Option<i128> {
        let per_unit = self.per_unit(branch);
        let at = leanest(&per_unit, &slab.weights)?;
        let (weight, of) = (BigInt::from(slab.weights[at]), &per_unit[at]);
        let floors = floors(branch, &self.raised);
        let reached = floors.iter().zip(slab.lowest()).map(|(floor, &lowest)| floor.map_or(lowest, |f| f.max(lowest)));
        let beyond = reached
            .zip(per_unit.iter().zip(&slab.weights))
            .map(|(units, (worth, &own))| (BigInt::from(own) * of - &weight * worth) * BigInt::from(units));
        let least: BigInt = &weight * worth + beyond.sum::<BigInt>();
        i128::try_from(ceiling(&least, of)).ok()
    }
}

/// The coordinate whose weight is least for what it is worth.
fn leanest(per_unit: &[BigInt], weights: &[i64]) -> Option<usize> {
    let counted = (0..per_unit.len()).filter(|&at| BigInt::ZERO < per_unit[at]);
    counted.min_by(|&a, &b| {
        let cross = |x: usize, y: usize| &per_unit[y] * weights[x];
        cross(a, b).cmp(&cross(b, a)).then(a.cmp(&b))
    })
}

fn least_common_multiple(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut x, mut y) = (a.clone(), b.clone());
    while y != BigInt::ZERO {
        (x, y) = (y.clone(), x % y);
    }
    a / x * b
}

/// The nearest number with a binary fraction.
fn nearest(number: &BigInt) -> f64 {
    number.to_string().parse().unwrap_or(f64::MAX)
}

/// A whole number from a guess of any size.
fn whole(guess: f64) -> BigInt {
    let bits = guess.abs().to_bits();
    let exponent = i64::try_from(bits >> 52).unwrap_or(0) - 1075;
    let mantissa = BigInt::from((bits & ((1 << 52) - 1)) | (1 << 52));
    let size = match (u64::try_from(exponent), u64::try_from(-exponent)) {
        (Ok(up), _) => mantissa << up.min(1024),
        (_, Ok(down)) => mantissa >> down,
        _ => mantissa,
    };
    if guess < 0.0 { -size } else { size }
}

impl Aim for Total {
    type Worth = BigInt;

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn relaxation(&self, branch: &Folded) -> Relaxation {
        Relaxation {
            worth: self.per_unit(branch).iter().map(|worth| nearest(worth) / nearest(&self.per_point)).collect(),
            floor: floors(branch, &self.raised).iter().map(|floor| floor.map(|floor| floor as f64)).collect(),
            rise: vec![0.0; branch.coordinates.len()],
            shortfall: None,
        }
    }

    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<BigInt> {
        Some(self.per_unit(branch).iter().zip(units).map(|(worth, &units)| worth * units).sum())
    }

    fn floor(&self, branch: &Folded) -> Vec<Option<i64>> {
        floors(branch, &self.raised)
    }

    fn scorer(&self, branch: &Folded) -> impl Fn(&[i64]) -> f64 {
        let Relaxation { worth, .. } = self.relaxation(branch);
        let floors = floors(branch, &self.raised);
        move |units| {
            let missing = missing(&floors, units);
            let total = worth.iter().zip(units).map(|(worth, &units)| worth * about(i128::from(units)));
            if 0.0 < missing { -1e30 * missing } else { total.sum() }
        }
    }

    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &BigInt, strictly: bool) -> Target {
        let total = worth + i32::from(strictly);
        let mut raised = self.raised.clone();
        if let [(party, each)] = &self.worths[..] {
            // Of one party alone the total is a floor.
            let units = ceiling(&total, each);
            let floor = i64::try_from(&units).unwrap_or(if units < BigInt::ZERO { i64::MIN } else { i64::MAX });
            raised.push((*party, floor));
        }
        let target = all_reach(slab, floors(branch, &raised));
        let least = self.along(branch, slab, &total);
        Target {
            least: least.map_or(target.least, |least| least.max(target.least)),
            floor: target.floor,
            by_floors: self.worths.len() == 1,
        }
    }

    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> BigInt {
        let per_unit = self.per_unit(branch);
        let at_zero = self.along(branch, slab, &BigInt::ZERO);
        let Some((at, at_zero)) = leanest(&per_unit, &slab.weights).zip(at_zero) else { return BigInt::ZERO };
        let rate = about(i128::from(slab.weights[at])).max(f64::MIN_POSITIVE) / nearest(&per_unit[at]);
        whole((about(slab.top() - loss - at_zero) / rate).floor())
    }

    fn approximate(&self, worth: &BigInt) -> f64 {
        nearest(worth) / nearest(&self.per_point)
    }
}

/// The least whole number not below a fraction with a positive denominator.
fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let quotient = numerator / denominator;
    if &quotient * denominator < *numerator { quotient + 1 } else { quotient }
}
