//! What the packages looked for have in common beyond their lines, and the weighted sum that follows from it.

use crate::claim::Branch;
use crate::fraction::ceiling;
use crate::refusal::Reason;
use num_bigint::{BigInt, BigUint};

/// A property of packages.
pub(crate) enum Aim {
    /// Nothing but the lines.
    Lines,
    /// Per party its units in points sum to at least what they do in `reached`: party, units per point, units reached.
    Sum(Vec<(usize, i64, i64)>),
    /// The product of gains is at least `product`: per party its line and its exponent.
    Product { of: Vec<(usize, i64, u32)>, product: BigUint },
    /// Bottom lines, per party, are missed by at most `most` in sum.
    Missed { lines: Vec<Option<i64>>, most: i64 },
}

impl Aim {
    /// The least weighted sum of a package with the property at or above `lines`; these are per party.
    pub(crate) fn threshold(&self, branch: &Branch, asked: &[bool], lines: &[Option<i64>]) -> Result<BigInt, Reason> {
        match self {
            Self::Lines => at_lines(branch, lines, |_| false),
            Self::Sum(of) => sum(branch, lines, of),
            Self::Product { of, product } => {
                let gains = least_weighted_gains(branch, of, product);
                let own: BigInt = of.iter().map(|of| weight(branch, of.0) * of.1).sum();
                Ok(gains + own + at_lines(branch, lines, |party| of.iter().any(|of| of.0 == party))?)
            }
            Self::Missed { lines: met, most } => {
                let met: Vec<_> = met.iter().zip(asked).map(|(line, asked)| line.filter(|_| *asked)).collect();
                let heaviest = branch.weights.iter().max().copied().unwrap_or(0);
                Ok(at_lines(branch, &met, |_| false)? - BigInt::from(heaviest) * most)
            }
        }
    }
}

fn weight(branch: &Branch, party: usize) -> BigInt {
    BigInt::from(branch.weights.get(party).copied().unwrap_or(0))
}

/// The weighted sum of the lines themselves, of all parties but some; whoever else has a weight needs a line.
fn at_lines(branch: &Branch, lines: &[Option<i64>], but: impl Fn(usize) -> bool) -> Result<BigInt, Reason> {
    let weighted = branch.weights.iter().enumerate().filter(|(party, weight)| **weight != 0 && !but(*party));
    let at_line = |(party, weight): (usize, &u64)| {
        let line = lines[party].ok_or(Reason::Weights { party })?;
        Ok(BigInt::from(*weight) * line)
    };
    weighted.map(at_line).sum()
}

/// With λ the objective's weight and p units per point: w·u = λ Σ u/p + Σ (w − λ/p) u. The first sum is at least what is
/// reached, the rest at least what it is at the lines, as long as w ≥ λ/p.
fn sum(branch: &Branch, lines: &[Option<i64>], of: &[(usize, i64, i64)]) -> Result<BigInt, Reason> {
    let objective = BigInt::from(branch.objective);
    let whole: BigInt = of.iter().map(|of| BigInt::from(of.1)).product();
    let mut numerator = at_lines(branch, lines, |party| of.iter().any(|of| of.0 == party))? * &whole;
    for &(party, per_point, reached) in of {
        let part = &objective * (&whole / per_point);
        let rest = weight(branch, party) * &whole - &part;
        numerator += part * reached;
        match lines[party] {
            Some(line) if BigInt::from(0) <= rest => numerator += rest * line,
            None if BigInt::from(0) == rest => {}
            _ => return Err(Reason::Weights { party }),
        }
    }
    Ok(ceiling(&numerator, &whole))
}

/// The least integer t for which Σ w g = t does not rule out that Π g^a reaches the product.
///
/// # Source
/// The inequality of weighted means, with A = Σ a: Π (w g / a)^a ≤ (Σ w g / A)^A. So t^A Π a^a ≥ A^A Π w^a · product.
fn least_weighted_gains(branch: &Branch, of: &[(usize, i64, u32)], product: &BigUint) -> BigInt {
    let total: u32 = of.iter().map(|of| of.2).sum();
    let power = |base: u64, exponent: u32| BigUint::from(base).pow(exponent);
    let weights = of.iter().map(|of| power(branch.weights.get(of.0).copied().unwrap_or(0), of.2)).product::<BigUint>();
    let right = power(u64::from(total), total) * weights * product;
    let left: BigUint = of.iter().map(|of| power(u64::from(of.2), of.2)).product();
    let reaches = |t: &BigUint| right <= t.pow(total) * &left;
    let (mut low, mut high) = (BigUint::from(0_u8), BigUint::from(1_u8));
    while !reaches(&high) {
        high *= 2_u8;
    }
    if reaches(&low) {
        return BigInt::from(0);
    }
    while &low + 1_u8 < high {
        let middle: BigUint = (&low + &high) / 2_u8;
        if reaches(&middle) { high = middle } else { low = middle }
    }
    BigInt::from(high)
}
