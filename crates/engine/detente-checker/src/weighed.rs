//! What a slab is asked for, and how its sum is weighed.

/// What is asked for.
pub(crate) struct Slab<'a> {
    /// Per coordinate; not negative.
    pub(crate) weights: &'a [i128],
    /// The least weighted sum.
    pub(crate) threshold: i128,
    /// Per coordinate the least.
    pub(crate) lines: &'a [i64],
    /// Coordinates from here on matter only as far as their line.
    pub(crate) n_principals: usize,
    /// The most points to go on with.
    pub(crate) room: Option<usize>,
    /// Over the first coordinates; whatever is at most one of these is of no interest.
    pub(crate) covered: &'a [Vec<i64>],
}

pub(crate) fn weigh(units: &[i64], weights: &[i128]) -> i128 {
    units.iter().zip(weights).map(|(&units, weight)| i128::from(units) * weight).sum()
}
