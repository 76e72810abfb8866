//! Cohen's kappa.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::Ratio;

use super::{Coefficient, Undefined};

/// Cohen's kappa of two coders on a nominal variable.
///
/// # Shape
/// One pair per thing that both read: the first coder's value and the second's.
/// # Units
/// Values are names as numbers; only whether two are equal counts. The result has no unit.
/// # Source
/// \[Cohen1960\]: (observed − expected) / (1 − expected), the expected agreement from each coder's own shares.
pub fn cohens_kappa(pairs: &[(i64, i64)]) -> Result<Coefficient, Undefined> {
    if pairs.is_empty() {
        return Err(Undefined::NoPairs);
    }
    let mut shares: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
    for &(first, second) in pairs {
        shares.entry(first).or_default().0 += 1;
        shares.entry(second).or_default().1 += 1;
    }
    let n = BigInt::from(pairs.len());
    let alike = BigInt::from(pairs.iter().filter(|(first, second)| first == second).count());
    let by_chance: BigInt = shares.values().map(|&(first, second)| BigInt::from(first) * BigInt::from(second)).sum();
    let observed = Ratio::new(alike, n.clone());
    let expected = Ratio::new(by_chance, &n * &n);
    let one = Ratio::from_integer(BigInt::from(1));
    if expected == one {
        return Err(Undefined::NoVariation);
    }
    Ok(Coefficient::new((&observed - &expected) / (&one - &expected)))
}
