//! Dropping what another partial sum at the same node makes superfluous.

use crate::points::Points;
use crate::refusal::Reason;
use crate::steps::Steps;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How many points are compared one by one where no sweep does it.
pub(crate) const COMPARED: usize = 3_000;

/// The points for which no other is at least as good on every coordinate and loses no more; equal ones as one. Of more than
/// `compared` points on four or more coordinates only equal ones are dropped.
///
/// Where sums are exact, one that is at least as good loses no more; only where they are `clipped` are losses compared.
pub(crate) fn efficient(points: &Points, clipped: bool, compared: usize, steps: &mut Steps) -> Result<Points, Reason> {
    steps.take(points.len(), 8 * (points.width + 1))?;
    let with_loss = clipped && points.loss.iter().any(|&loss| loss != 0);
    let width = points.width + usize::from(with_loss);
    let key = |point: usize| points.row(point).iter().copied().chain(with_loss.then(|| -points.loss[point]));
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_unstable_by(|&a, &b| key(b).cmp(key(a)));
    order.dedup_by(|a, b| key(*a).cmp(key(*b)) == Ordering::Equal);
    if width <= 3 || order.len() <= compared {
        let mut seen = Seen::new(width);
        let mut kept = Vec::new();
        for point in order {
            let row: Vec<i64> = key(point).collect();
            if !seen.covers(&row, steps)? {
                seen.add(&row);
                kept.push(point);
            }
        }
        order = kept;
    }
    Ok(points.chosen(&order))
}

/// Points met so far, in descending order; each new one is no better on the first coordinate.
enum Seen {
    /// Up to three coordinates: the third by the second, ascending in one and descending in the other.
    Stairs(BTreeMap<i64, i64>),
    /// Rows in blocks, each block with its most per coordinate.
    Blocks { width: usize, rows: Vec<i64>, most: Vec<i64> },
}

const BLOCK: usize = 32;

impl Seen {
    fn new(width: usize) -> Self {
        if width <= 3 {
            Self::Stairs(BTreeMap::new())
        } else {
            Self::Blocks { width, rows: Vec::new(), most: Vec::new() }
        }
    }

    /// Whether one is at least as good everywhere.
    fn covers(&self, row: &[i64], steps: &mut Steps) -> Result<bool, Reason> {
        match self {
            Self::Stairs(stairs) => {
                let (second, third) = behind_first(row);
                Ok(stairs.range(second..).next().is_some_and(|(_, &other)| third <= other))
            }
            Self::Blocks { width, rows, most } => {
                let at_least = |other: &[i64]| other.iter().zip(row).all(|(other, own)| own <= other);
                for (block, rows) in most.chunks(*width).zip(rows.chunks(BLOCK * width)) {
                    steps.take(1, *width)?;
                    if at_least(block) {
                        steps.take(BLOCK, *width)?;
                        if rows.chunks(*width).any(at_least) {
                            return Ok(true);
                        }
                    }
                }
                Ok(false)
            }
        }
    }

    fn add(&mut self, row: &[i64]) {
        match self {
            Self::Stairs(stairs) => {
                let (second, third) = behind_first(row);
                while let Some((&lower, _)) = stairs.range(..=second).next_back().filter(|(_, other)| **other <= third)
                {
                    stairs.remove(&lower);
                }
                stairs.insert(second, third);
            }
            Self::Blocks { width, rows, most } => {
                if rows.len().is_multiple_of(BLOCK * *width) {
                    most.extend_from_slice(row);
                }
                rows.extend_from_slice(row);
                let start = most.len() - *width;
                most[start..].iter_mut().zip(row).for_each(|(most, own)| *most = (*most).max(*own));
            }
        }
    }
}

/// The second and third coordinate; one that is not there is the same for all.
fn behind_first(row: &[i64]) -> (i64, i64) {
    (row.get(1).copied().unwrap_or(0), row.get(2).copied().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{COMPARED, efficient};
    use crate::points::Points;
    use crate::steps::Steps;

    fn kept(rows: &[(&[i64], i64)], clipped: bool) -> Vec<Vec<i64>> {
        let mut points = Points::new(rows[0].0.len());
        rows.iter().for_each(|(row, loss)| points.push(row, *loss));
        let kept = efficient(&points, clipped, COMPARED, &mut Steps::new(1 << 20)).expect("few steps");
        (0..kept.len()).map(|point| kept.row(point).to_vec()).collect()
    }

    #[test]
    fn a_clipped_sum_is_kept_if_it_loses_less() {
        let rows: [(&[i64], i64); 2] = [(&[5, 5], 9), (&[4, 5], 2)];
        assert_eq!(kept(&rows, true), [[5, 5], [4, 5]]);
        assert_eq!(kept(&rows, false), [[5, 5]]);
    }

    /// Against every pair, on one to five coordinates, so that both ways of comparing are met.
    #[test]
    fn keeps_what_nothing_dominates() {
        let mut state = 1_u64;
        let mut next = |most: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from((state >> 33) % (most + 1)).expect("small")
        };
        for width in 1..=5 {
            let rows: Vec<Vec<i64>> = (0..300).map(|_| (0..width).map(|_| next(9)).collect()).collect();
            let dominates = |a: &[i64], b: &[i64]| a != b && a.iter().zip(b).all(|(a, b)| b <= a);
            let is_efficient = |row: &&Vec<i64>| !rows.iter().any(|other| dominates(other, row));
            let mut expected: Vec<Vec<i64>> = rows.iter().filter(is_efficient).cloned().collect();
            expected.sort_unstable_by(|a, b| b.cmp(a));
            expected.dedup();
            let lossless: Vec<(&[i64], i64)> = rows.iter().map(|row| (&row[..], 0)).collect();
            assert_eq!(kept(&lossless, true), expected, "{width}");
        }
    }
}
