//! All pairs of two lists that together reach every floor within a loss.

use super::boxes::{Boxes, Node};
use crate::budget::Meter;
use crate::error::Stopped;
use rayon::prelude::*;

/// What a pair must reach: a floor per coordinate, last minus the most loss.
pub(super) struct Join<'a> {
    pub(super) a: &'a Boxes,
    pub(super) b: &'a Boxes,
    /// `i64::MIN` where there is none.
    pub(super) floor: &'a [i64],
    /// Pairs after which the search may stop.
    pub(super) enough: usize,
}

/// Pairs of boxes that threads can take.
const TASKS: usize = 64;

/// Pairs of points, by their numbers in the two lists.
type Pairs = Vec<(usize, usize)>;

impl Join<'_> {
    /// The pairs, in an order that does not depend on threads; at least `enough` of them if not all.
    pub(super) fn pairs<'m, 'w: 'm>(&self, fork: impl Fn() -> Meter<'m, 'w> + Sync) -> Result<(Pairs, bool), Stopped> {
        let mut tasks = vec![(0, 0)];
        while tasks.len() < TASKS {
            let split: Vec<(usize, usize)> = tasks.iter().flat_map(|&(a, b)| self.halves(a, b)).collect();
            if split.len() == tasks.len() {
                break;
            }
            tasks = split;
        }
        let run = |&(a, b): &(usize, usize)| {
            let (mut pairs, mut meter) = (Vec::new(), fork());
            self.descend(a, b, &mut pairs, &mut meter)?;
            meter.settle()?;
            Ok(pairs)
        };
        let found: Vec<Result<Pairs, Stopped>> = tasks.par_iter().map(run).collect();
        let mut pairs = Vec::new();
        let mut complete = true;
        for part in found {
            let part = part?;
            complete &= part.len() <= self.enough;
            pairs.extend(part);
        }
        Ok((pairs, complete))
    }

    /// The pairs of boxes a pair of boxes splits into, those in vain left out.
    fn halves(&self, a: usize, b: usize) -> Vec<(usize, usize)> {
        let (of_a, of_b) = (self.a.node(a), self.b.node(b));
        let candidates = match (of_a.halves, of_b.halves) {
            (None, None) => vec![(a, b)],
            (Some((x, y)), other) if other.is_none() || of_b.places.len() <= of_a.places.len() => vec![(x, b), (y, b)],
            (_, Some((x, y))) => vec![(a, x), (a, y)],
            (Some((x, y)), None) => vec![(x, b), (y, b)],
        };
        candidates.into_iter().filter(|&(a, b)| self.can_reach(self.a.node(a), self.b.node(b))).collect()
    }

    fn can_reach(&self, a: &Node, b: &Node) -> bool {
        a.most.iter().zip(&b.most).zip(self.floor).all(|((x, y), floor)| *floor <= x.saturating_add(*y))
    }

    fn descend(&self, a: usize, b: usize, pairs: &mut Pairs, meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        let (of_a, of_b) = (self.a.node(a), self.b.node(b));
        if self.enough < pairs.len() || !self.can_reach(of_a, of_b) {
            return Ok(());
        }
        meter.take(1)?;
        match (of_a.halves, of_b.halves) {
            (None, None) => self.leaves(of_a, of_b, pairs, meter),
            (Some((x, y)), other) if other.is_none() || of_b.places.len() <= of_a.places.len() => {
                self.descend(x, b, pairs, meter)?;
                self.descend(y, b, pairs, meter)
            }
            (_, Some((x, y))) => {
                self.descend(a, x, pairs, meter)?;
                self.descend(a, y, pairs, meter)
            }
            (Some(_), None) => Ok(()),
        }
    }

    fn leaves(&self, a: &Node, b: &Node, pairs: &mut Pairs, meter: &mut Meter<'_, '_>) -> Result<(), Stopped> {
        for place in a.places.clone() {
            let mut mask = u64::MAX >> (64 - b.places.len().clamp(1, 64));
            for ((own, other), (floor, most)) in
                self.a.columns().iter().zip(self.b.columns()).zip(self.floor.iter().zip(&b.most))
            {
                let missing = floor.saturating_sub(own[place]);
                if *most < missing {
                    mask = 0;
                    break;
                }
                mask &= reaching(&other[b.places.clone()], missing);
                if mask == 0 {
                    break;
                }
            }
            while mask != 0 {
                let bit = usize::try_from(mask.trailing_zeros()).unwrap_or(0);
                pairs.push((self.a.point(place), self.b.point(b.places.start + bit)));
                mask &= mask - 1;
            }
        }
        meter.take_len(a.places.len())
    }
}

/// A bit per entry: whether it is at least `least`.
fn reaching(units: &[i64], least: i64) -> u64 {
    units.iter().enumerate().fold(0, |mask, (bit, &units)| mask | u64::from(least <= units) << bit)
}
