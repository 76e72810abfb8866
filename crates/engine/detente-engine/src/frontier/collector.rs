//! Gathering points while dropping, from time to time, those that cannot reach the frontier.

use super::filter::filter;
use super::points::Points;
use crate::budget::Meter;
use crate::error::Stopped;

/// Points gathered before the first clearing out.
const BATCH: usize = 4096;

/// Strong points that whole branches are compared with.
const CHAMPIONS: usize = 32;

/// A list of points on its way to the frontier.
#[derive(Clone, Debug)]
pub(crate) struct Collector {
    n_principals: usize,
    max_points: usize,
    kept: Points,
    fresh: Points,
    champions: Points,
}

impl Collector {
    /// Nothing yet.
    pub(crate) fn new(width: usize, n_principals: usize, max_points: usize) -> Self {
        let empty = Points::new(width);
        Self { n_principals, max_points, kept: empty.clone(), fresh: empty.clone(), champions: empty }
    }

    /// Adds a point.
    pub(crate) fn push(
        &mut self,
        key: &[i64],
        packages: u128,
        kappa: u128,
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        self.fresh.push(key, packages, kappa);
        if self.kept.len().max(BATCH) < self.fresh.len() { self.clear_out(meter) } else { Ok(()) }
    }

    /// Adds all points of a list.
    pub(crate) fn absorb(&mut self, points: &Points, meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        self.fresh.append(points);
        self.clear_out(meter)
    }

    /// Whether nothing below a branch whose points are at most `best` can reach the frontier: some point already kept is as
    /// good everywhere and better for a principal. Equality is not enough, because equal points are counted.
    pub(crate) fn beats(&self, best: &[i64]) -> bool {
        let is_better = |key: &[i64]| {
            key.iter().zip(best).all(|(a, b)| b <= a) && key[..self.n_principals] != best[..self.n_principals]
        };
        (0..self.champions.len()).any(|point| is_better(self.champions.key(point)))
    }

    /// Drops what cannot reach the frontier.
    pub(crate) fn clear_out(&mut self, meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        if self.fresh.len() == 0 {
            return Ok(());
        }
        let mut all = std::mem::take(&mut self.kept);
        all.append(&self.fresh);
        self.kept = filter(&all, self.n_principals, meter)?;
        self.fresh = Points::new(self.kept.width());
        if self.max_points < self.kept.len() {
            return Err(Stopped::TooManyPoints { max_points: self.max_points });
        }
        self.choose_champions();
        Ok(())
    }

    /// Points spread evenly over the list.
    fn choose_champions(&mut self) {
        self.champions = Points::new(self.kept.width());
        let stride = self.kept.len().div_ceil(CHAMPIONS).max(1);
        for point in (0..self.kept.len()).step_by(stride) {
            self.champions.push(self.kept.key(point), 0, 0);
        }
    }

    /// What was kept at the last clearing out.
    pub(crate) fn kept(&self) -> &Points {
        &self.kept
    }

    /// What can reach the frontier.
    pub(crate) fn finish(mut self, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
        self.clear_out(meter)?;
        Ok(self.kept)
    }
}
