//! Krippendorff's alpha.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::Ratio;

use super::{Coefficient, Undefined};

/// What a difference between two values means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Only that they differ.
    Nominal,
    /// How many readings lie between them.
    Ordinal,
    /// How far apart they are.
    Interval,
}

/// Krippendorff's alpha of any number of coders, values missing or not.
///
/// # Shape
/// One list per thing that was read: the values that coders gave it, in any order. Things with fewer than two are left out.
/// # Units
/// Nominal and ordinal values are names and ranks as numbers; interval values have any one unit, which cancels. The result has none.
/// # Cost
/// Quadratic in the number of different values.
/// # Source
/// \[Krippendorff2011\]: 1 − observed / expected disagreement over the coincidences of pairable values.
pub fn krippendorffs_alpha(units: &[Vec<i64>], level: Level) -> Result<Coefficient, Undefined> {
    let pairable: Vec<BTreeMap<i64, u64>> =
        units.iter().filter(|unit| 1 < unit.len()).map(|unit| counts(unit)).collect();
    let mut totals: BTreeMap<i64, u64> = BTreeMap::new();
    for (&value, &count) in pairable.iter().flatten() {
        *totals.entry(value).or_default() += count;
    }
    let n: u64 = totals.values().sum();
    if n == 0 {
        return Err(Undefined::NoPairs);
    }
    let distances = Distances::new(&totals, level);
    let expected = distances.over(&totals);
    if expected == BigInt::from(0) {
        return Err(Undefined::NoVariation);
    }
    let observed: Ratio<BigInt> = pairable
        .iter()
        .map(|unit| Ratio::new(distances.over(unit), BigInt::from(unit.values().sum::<u64>()) - 1))
        .sum();
    let one = Ratio::from_integer(BigInt::from(1));
    Ok(Coefficient::new(one - observed * (BigInt::from(n) - 1) / expected))
}

fn counts(values: &[i64]) -> BTreeMap<i64, u64> {
    let mut counts = BTreeMap::new();
    for &value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

/// Where every value lies: the difference of two places, squared, is their distance.
struct Distances {
    places: Option<BTreeMap<i64, BigInt>>,
}

impl Distances {
    fn new(totals: &BTreeMap<i64, u64>, level: Level) -> Self {
        let places = match level {
            Level::Nominal => None,
            Level::Interval => Some(totals.keys().map(|&value| (value, BigInt::from(value))).collect()),
            Level::Ordinal => {
                // Twice the number of readings below, and half of those at the value: the factor cancels.
                let mut below = BigInt::from(0);
                let place = |(&value, &count): (&i64, &u64)| {
                    let place = &below * 2 + count;
                    below += count;
                    (value, place)
                };
                Some(totals.iter().map(place).collect())
            }
        };
        Self { places }
    }

    /// The distances of all pairs among these values.
    fn over(&self, counts: &BTreeMap<i64, u64>) -> BigInt {
        let mut sum = BigInt::from(0);
        for (rank, (a, n_a)) in counts.iter().enumerate() {
            for (b, n_b) in counts.iter().skip(rank + 1) {
                sum += self.between(*a, *b) * *n_a * *n_b;
            }
        }
        sum
    }

    fn between(&self, a: i64, b: i64) -> BigInt {
        let Some(places) = &self.places else { return BigInt::from(u8::from(a != b)) };
        match (places.get(&a), places.get(&b)) {
            (Some(a), Some(b)) => (a - b) * (a - b),
            _ => BigInt::from(0),
        }
    }
}
