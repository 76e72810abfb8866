//! The centre of the weights that a rank order leaves.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

/// The rank-order centroid: for classes of `sizes` things that stand level, the one with most first, the mean of all weights
/// that are zero or more, level within a class, fall from class to class and have the sum 1. One weight per class, as
/// numerators over one denominator, which comes last.
///
/// With classes of one it is the mean of the reciprocals `1/k, …, 1/n` over `n`. The weights that an order leaves are a
/// simplex whose corners spread the sum over the first classes alone; its centroid is the mean of its corners.
///
/// # Source
/// \[Barron1996\].
pub fn order_centroid(sizes: &[usize]) -> (Vec<BigInt>, BigInt) {
    let mut before = 0_usize;
    let up_to: Vec<BigInt> = sizes
        .iter()
        .map(|size| {
            before += (*size).max(1);
            BigInt::from(before)
        })
        .collect();
    let common = up_to.iter().fold(BigInt::one(), |common, sum| common.lcm(sum));
    let mut weights: Vec<BigInt> = Vec::with_capacity(sizes.len());
    let mut sum = BigInt::zero();
    for corner in up_to.iter().rev() {
        sum += &common / corner;
        weights.push(sum.clone());
    }
    weights.reverse();
    (weights, common * sizes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_traits::ToPrimitive;

    fn check(sizes: &[usize], thousandths: &[i64]) {
        let (weights, whole) = order_centroid(sizes);
        let shown: Vec<i64> =
            weights.iter().map(|weight| (weight * 1000_i64 / &whole).to_i64().expect("small")).collect();
        assert_eq!(shown, thousandths);
        let sum: BigInt = weights.iter().zip(sizes).map(|(weight, &size)| weight * size).sum();
        assert_eq!(sum, whole);
    }

    #[test]
    fn published_tables_are_met() {
        check(&[1, 1], &[750, 250]);
        check(&[1, 1, 1], &[611, 277, 111]);
        check(&[1, 1, 1, 1], &[520, 270, 145, 62]);
    }

    #[test]
    fn what_stands_level_shares() {
        check(&[3], &[333]);
        check(&[1, 2], &[666, 166]);
    }
}
