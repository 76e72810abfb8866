//! Adding lists up within a loss: partial packages that lose too much along the weights, or that can no longer reach a floor,
//! are dropped.

use super::outside::Missing;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::pareto::efficient;
use crate::points::Points;

/// Up to this many coordinates dominated sums are dropped whatever their number.
const NARROW: usize = 4;

/// Up to this many points dominated sums are dropped at any width.
const SHORT: usize = 512;

/// Up to this many points equal sums are merged at any width.
const MERGED: usize = 1 << 19;

/// A list with the loss of each point along the weights.
#[derive(Clone, Debug)]
pub(super) struct Lossy {
    pub(super) points: Points,
    pub(super) losses: Vec<i64>,
}

/// What partial sums must keep to.
#[derive(Clone, Debug)]
pub(super) struct Bounds<'a> {
    /// The most loss.
    pub(super) loss: i64,
    /// A floor per coordinate; `i64::MIN` where there is none.
    pub(super) floor: &'a [i64],
    /// How many coordinates are principals'.
    pub(super) n_principals: usize,
    /// The most points held at once.
    pub(super) room: usize,
    /// Only so many of the points that lose least go on, where some package is enough.
    pub(super) beam: Option<usize>,
}

impl Lossy {
    /// All sums with a point of another list that keep to the bounds; `missing` is what the lists outside both cannot bring.
    pub(super) fn plus(
        &self,
        other: &Self,
        missing: &Missing,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Self, Stopped> {
        let mut order: Vec<usize> = (0..other.losses.len()).collect();
        order.sort_by_key(|&point| other.losses[point]);
        let mut sum = Self { points: Points::like(&self.points), losses: Vec::new() };
        for (point, loss) in self.losses.iter().enumerate() {
            let left = bounds.loss - loss;
            let fitting = order.iter().take_while(|&&with| other.losses[with] <= left);
            for &with in fitting {
                let least = missing.at(left - other.losses[with]);
                let units = self.points.units(point).iter().zip(other.points.units(with));
                if units.zip(least).all(|((x, y), least)| *least <= x + y) {
                    sum.points.push_sum(&self.points, point, &other.points, with);
                    sum.losses.push(loss + other.losses[with]);
                }
            }
            meter.take(8)?;
            if bounds.room < sum.losses.len() {
                return Err(Stopped::TooManyPoints { max_points: bounds.room });
            }
        }
        meter.take_len(sum.losses.len())?;
        Ok(sum)
    }

    /// The points that lose least, in the order of the list.
    pub(super) fn narrowed(self, beam: Option<usize>) -> Self {
        let Some(most) = beam.filter(|&most| most < self.losses.len()) else { return self };
        let mut order: Vec<usize> = (0..self.losses.len()).collect();
        order.sort_by_key(|&point| (self.losses[point], point));
        order.truncate(most);
        Self { points: self.points.chosen(&order), losses: order.iter().map(|&point| self.losses[point]).collect() }
    }

    /// The list without points that cannot matter; `weigh` tells the loss of a point.
    pub(super) fn thinned(
        self,
        bounds: &Bounds<'_>,
        weigh: impl Fn(&[i64]) -> i64,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Self, Stopped> {
        let (len, width) = (self.losses.len(), self.points.width());
        let points = if width <= NARROW || len <= SHORT {
            efficient(self.points, bounds.n_principals, meter)?
        } else if len <= MERGED {
            meter.take_len(len)?;
            self.points.merged()
        } else {
            return Ok(self);
        };
        let losses = points.rows().map(weigh).collect();
        Ok(Self { points, losses })
    }
}
