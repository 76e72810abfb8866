//! How many points lie at or above each of many corners.
//!
//! Divide and conquer over ranks, a coordinate at a time; the last coordinate is one sweep over lists that stay sorted.

use super::number::Number;
use super::weightiest;
use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use rayon::prelude::*;

/// Pairs compared one by one where there are no more of them.
const FEW_PAIRS: usize = 512;

/// Corners worked on together, at least.
const TOGETHER: usize = 1 << 17;

/// Points in columns, each with a weight.
pub(super) struct Cloud<'n, N> {
    /// Per coordinate the points' ranks among its values, by the order of the last coordinate.
    ranks: Vec<Vec<u32>>,
    /// Per coordinate its values, ascending.
    values: Vec<Vec<i64>>,
    /// The weight of each point, in the same order.
    weights: Vec<&'n N>,
}

/// A bound on the steps it takes to hold so many points against so many corners.
pub(super) fn predicted(points: usize, corners: usize, width: usize) -> u64 {
    let wide = |of: usize| u64::try_from(of).unwrap_or(u64::MAX);
    let both = wide(points).saturating_add(wide(corners));
    let depth = u64::from(u64::BITS - wide(points).leading_zeros()) + 1;
    let sweeps = (1..wide(width)).fold(both, |steps, at| steps.saturating_mul(depth) / at);
    sweeps.min(wide(points).saturating_mul(wide(corners)).saturating_add(both))
}

impl<'n, N: Number> Cloud<'n, N> {
    /// Points in rows.
    pub(super) fn new(rows: &[i64], width: usize, weights: &'n [N]) -> Self {
        let column = |at: usize| rows.iter().copied().skip(at).step_by(width.max(1)).take(weights.len());
        let sorted = |at: usize| {
            let mut values: Vec<i64> = column(at).collect();
            values.sort_unstable();
            values.dedup();
            values
        };
        let values: Vec<Vec<i64>> = (0..width).map(sorted).collect();
        let rank = |at: usize| {
            let values = &values[at];
            let rank =
                move |units: i64| u32::try_from(values.partition_point(|&value| value < units)).unwrap_or(u32::MAX);
            column(at).map(rank).collect()
        };
        let ranks: Vec<Vec<u32>> = (0..width).map(rank).collect();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        if let Some(last) = ranks.last() {
            order.sort_by_key(|&point| last[point]);
        }
        let ordered = |column: Vec<u32>| order.iter().map(|&point| column[point]).collect();
        let ranks = ranks.into_iter().map(ordered).collect();
        Self { ranks, values, weights: order.iter().map(|&point| &weights[point]).collect() }
    }

    /// Per corner the weight of the points that are at least as large on every coordinate.
    pub(super) fn above(&self, corners: &[i64], n_corners: usize, budget: &Budget<'_>) -> Result<Vec<N>, Stopped> {
        let width = self.values.len();
        let together = TOGETHER.max(self.weights.len());
        let parts = (0..n_corners).step_by(together).collect::<Vec<_>>().into_par_iter().map(|from| {
            let to = n_corners.min(from + together);
            self.part(&corners[from * width..to * width], to - from, &mut budget.meter())
        });
        let parts: Vec<Result<Vec<N>, Stopped>> = parts.collect();
        Ok(weightiest(parts)?.concat())
    }

    fn part(&self, corners: &[i64], n_corners: usize, meter: &mut Meter<'_, '_>) -> Result<Vec<N>, Stopped> {
        let mut asked = Asked::new(self, corners, n_corners);
        let points: Vec<u32> = (0..u32::try_from(self.weights.len()).unwrap_or(u32::MAX)).collect();
        let all = std::mem::take(&mut asked.order);
        asked.enter(0, &points, &all, meter)?;
        meter.settle()?;
        Ok(asked.found)
    }
}

/// Corners being held against a cloud.
struct Asked<'c, 'n, N> {
    cloud: &'c Cloud<'n, N>,
    /// Per coordinate the corners' ranks among the points' values.
    ranks: Vec<Vec<u32>>,
    /// The corners some point may reach, by the rank of the last coordinate.
    order: Vec<u32>,
    /// Per corner, what was found so far.
    found: Vec<N>,
}

/// Those of which something holds, and the others, in order. Both are written before it is known which, because which one is
/// as unforeseeable for the processor as for us.
fn parted(list: &[u32], holds: impl Fn(usize) -> bool) -> (Vec<u32>, Vec<u32>) {
    let (mut yes, mut no) = (vec![0; list.len()], vec![0; list.len()]);
    let (mut n_yes, mut n_no) = (0, 0);
    for &of in list {
        (yes[n_yes], no[n_no]) = (of, of);
        let holds = usize::from(holds(place(of)));
        n_yes += holds;
        n_no += 1 - holds;
    }
    yes.truncate(n_yes);
    no.truncate(n_no);
    (yes, no)
}

fn place(of: u32) -> usize {
    usize::try_from(of).unwrap_or(0)
}

impl<'c, 'n, N: Number> Asked<'c, 'n, N> {
    fn new(cloud: &'c Cloud<'n, N>, corners: &[i64], n_corners: usize) -> Self {
        let width = cloud.values.len();
        let rank = |at: usize| -> Vec<u32> {
            let values = &cloud.values[at];
            let column = corners.iter().skip(at).step_by(width);
            let rank = |units: &i64| u32::try_from(values.partition_point(|value| value < units)).unwrap_or(u32::MAX);
            column.map(rank).collect()
        };
        let ranks: Vec<Vec<u32>> = (0..width).map(rank).collect();
        let reachable = |corner: &u32| (0..width).all(|at| place(ranks[at][place(*corner)]) < cloud.values[at].len());
        let mut order: Vec<u32> = (0..u32::try_from(n_corners).unwrap_or(u32::MAX)).filter(reachable).collect();
        if let Some(last) = ranks.last() {
            order.sort_by_key(|&corner| last[place(corner)]);
        }
        Self { cloud, ranks, order, found: vec![N::of(0); n_corners] }
    }

    /// Points and corners of which nothing is known from the coordinate `at` on.
    fn enter(&mut self, at: usize, points: &[u32], corners: &[u32], meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        if points.is_empty() || corners.is_empty() {
            return Ok(());
        }
        if self.ranks.len() <= at + 1 {
            return self.sweep(points, corners, meter);
        }
        let ranks = &self.cloud.ranks[at];
        let ends = points.iter().fold((u32::MAX, 0), |(least, most), &point| {
            let rank = ranks[place(point)];
            (rank.min(least), rank.max(most))
        });
        self.split(at, ends, points, corners, meter)
    }

    /// Points whose ranks on the coordinate lie between two ends.
    fn split(
        &mut self,
        at: usize,
        (least, most): (u32, u32),
        points: &[u32],
        corners: &[u32],
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        if points.is_empty() || corners.is_empty() {
            return Ok(());
        }
        if points.len().saturating_mul(corners.len()) <= FEW_PAIRS {
            return self.compare(at, points, corners, meter);
        }
        meter.take_len(points.len() + corners.len())?;
        let own = &self.ranks[at];
        let (met, open) = parted(corners, |corner| own[corner] <= least);
        let (open, _) = parted(&open, |corner| own[corner] <= most);
        let middle = least + (most - least).div_ceil(2);
        let (lower, _) = parted(&open, |corner| own[corner] < middle);
        self.enter(at + 1, points, &met, meter)?;
        if open.is_empty() {
            return Ok(());
        }
        let ranks = &self.cloud.ranks[at];
        let (high, low) = parted(points, |point| middle <= ranks[point]);
        self.split(at, (middle, most), &high, &open, meter)?;
        self.split(at, (least, middle - 1), &low, &lower, meter)
    }

    /// Only the last coordinate is left, and both lists are sorted by it.
    fn sweep(&mut self, points: &[u32], corners: &[u32], meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        meter.take_len(points.len() + corners.len())?;
        let (cloud, mut so_far) = (self.cloud, N::of(0));
        let (Some(ranks), Some(own)) = (cloud.ranks.last(), self.ranks.last()) else {
            points.iter().for_each(|&point| so_far.add(cloud.weights[place(point)]));
            corners.iter().for_each(|&corner| self.found[place(corner)].add(&so_far));
            return Ok(());
        };
        let mut points = points.iter().rev().peekable();
        for &corner in corners.iter().rev() {
            while let Some(&point) = points.next_if(|&&point| own[place(corner)] <= ranks[place(point)]) {
                so_far.add(cloud.weights[place(point)]);
            }
            self.found[place(corner)].add(&so_far);
        }
        Ok(())
    }

    /// Every pair, from the coordinate `at` on.
    fn compare(
        &mut self,
        at: usize,
        points: &[u32],
        corners: &[u32],
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        meter.take_len(points.len() * corners.len())?;
        for &corner in corners {
            let mut sum = N::of(0);
            for &point in points {
                let reaches = |at: usize| self.ranks[at][place(corner)] <= self.cloud.ranks[at][place(point)];
                if (at..self.ranks.len()).all(reaches) {
                    sum.add(self.cloud.weights[place(point)]);
                }
            }
            self.found[place(corner)].add(&sum);
        }
        Ok(())
    }
}
