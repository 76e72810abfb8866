//! One step of a chain: along a coordinate, or along two weights whose sum stays.

use num_integer::Integer;

use crate::counter::random;
use crate::space::{Fits, Point, Relation, Space, Term};

/// Coordinates that move together, and by how much each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    weights: Vec<(usize, i64)>,
    value: Option<usize>,
}

impl Move {
    pub(crate) fn value(at: usize) -> Self {
        Self { weights: Vec::new(), value: Some(at) }
    }

    pub(crate) fn weight(at: usize) -> Self {
        Self { weights: vec![(at, 1)], value: None }
    }

    /// One weight up, the other down, so that the sum over all things that have them stays.
    pub(crate) fn exchange(space: &Space, up: usize, down: usize) -> Self {
        let count = |at: usize| space.weights.get(at).map_or(1, |weight| weight.count);
        let common = count(up).gcd(&count(down)).max(1);
        Self { weights: vec![(up, count(down) / common), (down, -(count(up) / common))], value: None }
    }

    /// How far `point` can move, both ways, within all bounds and relations: from, to, zero included.
    pub(crate) fn room(&self, space: &Space, touching: &[&Relation], point: &Point) -> (i64, i64) {
        let mut room = Room { from: i128::from(i64::MIN), to: i128::from(i64::MAX) };
        for &(at, slope) in &self.weights {
            let (Some(weight), Some(&number)) = (space.weights.get(at), point.weights.get(at)) else { continue };
            room.at_least(
                i128::from(number),
                i128::from(slope),
                i128::from(if space.total.is_some() { 0 } else { weight.low }),
            );
            if space.total.is_none() {
                room.at_least(-i128::from(number), -i128::from(slope), -i128::from(weight.high));
            }
        }
        if let Some(at) = self.value
            && let (Some(value), Some(&number)) = (space.values.get(at), point.values.get(at))
        {
            room.at_least(i128::from(number), 1, i128::from(value.low));
            room.at_least(-i128::from(number), -1, -i128::from(value.high));
        }
        for relation in touching {
            let slope = relation.terms.iter().map(|term| self.slope(term, point)).sum();
            let least = i128::from(relation.fits == Fits::More);
            room.at_least(relation.sum(point), slope, least);
        }
        let narrow = |number: i128| i64::try_from(number).unwrap_or(0);
        (narrow(room.from.min(0)), narrow(room.to.max(0)))
    }

    /// What a term gains per step.
    fn slope(&self, term: &Term, point: &Point) -> i128 {
        let factor = i128::from(term.factor);
        let read = |numbers: &[i64], at: usize| numbers.get(at).map_or(0, |&number| i128::from(number));
        if let Some(value) = self.value {
            let moves = term.value == Some(value);
            return if moves { factor.saturating_mul(term.weight.map_or(1, |at| read(&point.weights, at))) } else { 0 };
        }
        let moved = self.weights.iter().find(|(at, _)| term.weight == Some(*at));
        moved.map_or(0, |(_, slope)| {
            let value = term.value.map_or(1, |at| read(&point.values, at));
            factor.saturating_mul(i128::from(*slope)).saturating_mul(value)
        })
    }

    pub(crate) fn touches(&self, relation: &Relation) -> bool {
        relation.terms.iter().any(|term| {
            (self.value.is_some() && term.value == self.value)
                || self.weights.iter().any(|(at, _)| term.weight == Some(*at))
        })
    }

    pub(crate) fn apply(&self, point: &mut Point, by: i64) {
        for (at, slope) in &self.weights {
            if let Some(number) = point.weights.get_mut(*at) {
                *number += slope * by;
            }
        }
        if let Some(number) = self.value.and_then(|at| point.values.get_mut(at)) {
            *number += by;
        }
    }

    /// The range and place of what moves alone, where its range has a mode.
    pub(crate) fn triangle(&self, space: &Space, point: &Point) -> Option<(Triangle, i64)> {
        if let Some(at) = self.value {
            let value = space.values.get(at)?;
            return Some((Triangle { low: value.low, mode: value.mode?, high: value.high }, *point.values.get(at)?));
        }
        let [(at, _)] = self.weights.as_slice() else { return None };
        let weight = space.weights.get(*at)?;
        Some((Triangle { low: weight.low, mode: weight.mode?, high: weight.high }, *point.weights.get(*at)?))
    }

    /// Which random numbers it takes.
    pub(crate) fn key(&self, space: &Space) -> u64 {
        if let Some(at) = self.value {
            return space.values.get(at).map_or(0, |value| value.key);
        }
        let keys = self.weights.iter().filter_map(|(at, _)| Some(space.weights.get(*at)?.key));
        keys.reduce(|up, down| random(&[up, down])).unwrap_or(0)
    }
}

/// A triangular range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Triangle {
    low: i64,
    mode: i64,
    high: i64,
}

impl Triangle {
    /// In proportion to how likely `at` is; one more than nothing at the ends, so that they can be left.
    pub(crate) fn density(self, at: i64) -> u128 {
        let wide = |number: i64| u128::try_from(number).unwrap_or(0);
        let (rising, falling) = (wide(self.mode - self.low).max(1), wide(self.high - self.mode).max(1));
        1 + if at <= self.mode { wide(at - self.low) * falling } else { wide(self.high - at) * rising }
    }
}

struct Room {
    from: i128,
    to: i128,
}

impl Room {
    /// Keeps `number + by · slope` at `least` or above.
    fn at_least(&mut self, number: i128, slope: i128, least: i128) {
        let short = least - number;
        if 0 < slope {
            self.from = self.from.max(Integer::div_ceil(&short, &slope));
        } else if slope < 0 {
            self.to = self.to.min(Integer::div_floor(&-short, &-slope));
        }
    }
}
