//! "Largest product of gains."

use super::answer::{Answer, LeftOut, Reason, Value, answer, greatest, without_bottom_line};
use super::stakes::Stakes;
use num_bigint::BigUint;
use std::collections::BTreeMap;
use thiserror::Error;

/// Exponents of the gains in a weighted product, per party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NashWeights(Vec<u32>);

/// Why numbers are no [`NashWeights`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NashWeightsError {
    /// A weight is a whole number from 1 to 100.
    #[error("the weight of party {party} is {weight}, not one of 1 to 100")]
    OutOfRange {
        /// Which party.
        party: usize,
        /// Its weight.
        weight: u32,
    },
}

impl NashWeights {
    /// One weight per party, 1 to 100.
    pub fn new(weights: Vec<u32>) -> Result<Self, NashWeightsError> {
        match weights.iter().position(|weight| !(1..=100).contains(weight)) {
            Some(party) => Err(NashWeightsError::OutOfRange { party, weight: weights[party] }),
            None => Ok(Self(weights)),
        }
    }

    fn of(&self, party: usize) -> u32 {
        self.0.get(party).copied().unwrap_or(1)
    }
}

/// The points of the frontier with the largest product of gains over the bottom lines, among those where as many principals
/// gain as can: an answer for every set of that many principals that gain together, by those sets. Parties without a weight
/// have weight 1.
///
/// Where no principal can gain, or none has a bottom line, one answer without points. A frontier point attains every
/// maximum, because what dominates a package leaves no fewer principals gaining.
///
/// # Units
/// The product of the gaining parties' own units; the points do not depend on any party's scale.
/// # Cost
/// Linear in the frontier; products compare as big integers.
/// # Source
/// DEFINITIONS 11.
pub fn nash(stakes: &Stakes<'_>, weights: Option<&NashWeights>) -> Vec<Answer> {
    let standing = stakes.standing();
    let sets = largest_gaining(stakes, &standing);
    if sets.is_empty() {
        return vec![answer(None, Vec::new(), outside(stakes, &standing, &[]))];
    }
    let of = |(gaining, points): (Vec<(usize, i64)>, Vec<usize>)| {
        let product = |point: usize| product(stakes, &gaining, weights, point);
        let best = greatest(points.into_iter(), product).map(|(points, product)| (points, Value::Product(product)));
        let parties: Vec<usize> = gaining.iter().map(|(party, _)| *party).collect();
        let left_out = outside(stakes, &standing, &parties);
        answer(best, parties, left_out)
    };
    sets.into_iter().map(of).collect()
}

/// Who gains, with their bottom lines, and at which points.
type Gaining = BTreeMap<Vec<(usize, i64)>, Vec<usize>>;

/// The points by the set of who gains at them, for the largest sets alone; none where nobody gains anywhere.
fn largest_gaining(stakes: &Stakes<'_>, standing: &[(usize, i64)]) -> Gaining {
    let mut sets = Gaining::new();
    for point in 0..stakes.len() {
        let gaining: Vec<_> = standing.iter().copied().filter(|&party| 0 < stakes.gain(point, party)).collect();
        sets.entry(gaining).or_default().push(point);
    }
    let largest = sets.keys().map(Vec::len).max().unwrap_or(0);
    sets.retain(|gaining, _| 0 < largest && gaining.len() == largest);
    sets
}

fn product(stakes: &Stakes<'_>, gaining: &[(usize, i64)], weights: Option<&NashWeights>, point: usize) -> BigUint {
    let power = |&party: &(usize, i64)| {
        let gain = BigUint::from(stakes.gain(point, party).unsigned_abs());
        gain.pow(weights.map_or(1, |weights| weights.of(party.0)))
    };
    gaining.iter().map(power).product()
}

/// The principals outside a set of gainers, and why.
fn outside(stakes: &Stakes<'_>, standing: &[(usize, i64)], gaining: &[usize]) -> Vec<LeftOut> {
    let others = standing.iter().filter(|(party, _)| !gaining.contains(party));
    let named = others.map(|&(party, line)| {
        let can_gain = stakes.most(party).is_some_and(|most| line < most);
        LeftOut { party, reason: if can_gain { Reason::GainsNothingHere } else { Reason::NothingToGain } }
    });
    without_bottom_line(stakes).into_iter().chain(named).collect()
}
