//! "Largest total": a sum of units, each with a whole worth of its own, within floors.

use super::aim::{Aim, about, all_reach, floors, guess, missing};
use crate::ground::Folded;
use crate::slab::{Relaxation, Slab, Target};
use num_bigint::BigInt;

/// The total of some parties' units.
#[derive(Clone, Debug)]
pub(crate) struct Total {
    /// Per party counted, what one of its units is worth; positive.
    pub(crate) worths: Vec<(usize, i64)>,
    /// Floors beyond the branch's lines, by party.
    pub(crate) raised: Vec<(usize, i64)>,
}

impl Total {
    /// What a unit of each coordinate is worth.
    fn per_unit(&self, branch: &Folded) -> Vec<i64> {
        let of = |party: usize| self.worths.iter().find(|(of, _)| *of == party).map_or(0, |(_, worth)| *worth);
        branch.coordinates.iter().map(|coordinate| of(coordinate.party)).collect()
    }

    /// What every package with a total of `worth` has along the weights at least.
    ///
    /// With `s` the least weight per worth, weights are `s` × worth and something not negative beyond it, so a package has at
    /// least `s` × its total and, for what is beyond, its floors.
    fn along(&self, branch: &Folded, slab: &Slab<'_>, worth: i128) -> Option<i128> {
        let per_unit = self.per_unit(branch);
        let at = leanest(&per_unit, &slab.weights)?;
        let (weight, of) = (BigInt::from(slab.weights[at]), BigInt::from(per_unit[at]));
        let floors = floors(branch, &self.raised);
        let reached = floors.iter().zip(slab.lowest()).map(|(floor, &lowest)| floor.map_or(lowest, |f| f.max(lowest)));
        let beyond = reached.zip(per_unit.iter().zip(&slab.weights)).map(|(units, (&worth, &own))| {
            (BigInt::from(own) * &of - &weight * BigInt::from(worth)) * BigInt::from(units)
        });
        let least: BigInt = &weight * BigInt::from(worth) + beyond.sum::<BigInt>();
        i128::try_from(ceiling(&least, &of)).ok()
    }
}

/// The coordinate whose weight is least for what it is worth.
fn leanest(per_unit: &[i64], weights: &[i64]) -> Option<usize> {
    let counted = (0..per_unit.len()).filter(|&at| 0 < per_unit[at]);
    counted.min_by(|&a, &b| {
        let cross = |x: usize, y: usize| i128::from(weights[x]) * i128::from(per_unit[y]);
        cross(a, b).cmp(&cross(b, a)).then(a.cmp(&b))
    })
}

impl Aim for Total {
    type Worth = i128;

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn relaxation(&self, branch: &Folded) -> Relaxation {
        Relaxation {
            worth: self.per_unit(branch).iter().map(|&worth| worth as f64).collect(),
            floor: floors(branch, &self.raised).iter().map(|floor| floor.map(|floor| floor as f64)).collect(),
            rise: vec![0.0; branch.coordinates.len()],
            shortfall: None,
        }
    }

    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<i128> {
        Some(
            self.per_unit(branch).iter().zip(units).map(|(&worth, &units)| i128::from(worth) * i128::from(units)).sum(),
        )
    }

    fn score(&self, branch: &Folded, units: &[i64]) -> f64 {
        let missing = missing(&floors(branch, &self.raised), units);
        if 0.0 < missing { -1e30 * missing } else { self.worth(branch, units).map_or(-1e30, about) }
    }

    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &i128, strictly: bool) -> Target {
        let total = *worth + i128::from(strictly);
        let mut raised = self.raised.clone();
        if let [(party, each)] = self.worths[..] {
            // Of one party alone the total is a floor.
            let units = -(-total).div_euclid(i128::from(each));
            raised.push((party, i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX })));
        }
        let target = all_reach(slab, floors(branch, &raised));
        let least = self.along(branch, slab, total);
        Target {
            least: least.map_or(target.least, |least| least.max(target.least)),
            floor: target.floor,
            by_floors: self.worths.len() == 1,
        }
    }

    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> i128 {
        let per_unit = self.per_unit(branch);
        let Some((at, at_zero)) = leanest(&per_unit, &slab.weights).zip(self.along(branch, slab, 0)) else { return 0 };
        let rate = about(i128::from(slab.weights[at])).max(f64::MIN_POSITIVE) / about(i128::from(per_unit[at]));
        guess((about(slab.top() - loss - at_zero) / rate).floor())
    }

    fn widest(&self, branch: &Folded, slab: &Slab<'_>) -> Option<Target> {
        Some(all_reach(slab, floors(branch, &self.raised)))
    }

    fn approximate(&self, worth: &i128) -> f64 {
        about(*worth)
    }
}

/// The least whole number not below a fraction with a positive denominator.
fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let quotient = numerator / denominator;
    if &quotient * denominator < *numerator { quotient + 1 } else { quotient }
}
