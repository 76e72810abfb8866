//! One step of a chain: along a coordinate, or along two weights whose sum stays.

use std::collections::BTreeMap;

use num_integer::Integer;

use crate::counter::random;
use crate::space::{Fits, Point, Relation, Space};

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

    /// These weights together.
    pub(crate) fn block(block: &[usize]) -> Self {
        Self { weights: block.iter().map(|&at| (at, 1)).collect(), value: None }
    }

    /// One block of weights up, the other down, so that the sum over all things that have them stays; `None` if nothing moves.
    pub(crate) fn exchange(space: &Space, up: &[usize], down: &[usize]) -> Option<Self> {
        let things =
            |block: &[usize]| block.iter().filter_map(|&at| space.weights.get(at)).map(|weight| weight.count).sum();
        let (rising, falling): (i64, i64) = (things(up), things(down));
        let common = rising.gcd(&falling).max(1);
        let mut slopes: BTreeMap<usize, i64> = BTreeMap::new();
        up.iter().for_each(|&at| *slopes.entry(at).or_default() += falling / common);
        down.iter().for_each(|&at| *slopes.entry(at).or_default() -= rising / common);
        let weights: Vec<(usize, i64)> = slopes.into_iter().filter(|(_, slope)| *slope != 0).collect();
        let (_, first) = weights.first()?;
        // Smallest steps, the first one up: the same line is one and the same move.
        let common = weights.iter().fold(0, |common, (_, slope)| slope.gcd(&common)) * first.signum();
        let weights = weights.iter().map(|(at, slope)| (*at, slope / common)).collect();
        Some(Self { weights, value: None })
    }

    /// How far `point` can move, both ways, within all bounds and relations: from, to, zero included. `sums` is what each relation
    /// comes to now; what those of `touching` gain per step is left in `slopes`.
    pub(crate) fn room(
        &self,
        space: &Space,
        (touching, sums): (&[Touch], &[i128]),
        point: &Point,
        slopes: &mut Vec<i128>,
    ) -> (i64, i64) {
        let mut room = Room { from: i128::from(i64::MIN), to: i128::from(i64::MAX) };
        for &(at, slope) in &self.weights {
            let (Some(weight), Some(&number)) = (space.weights.get(at), point.weights.get(at)) else { continue };
            let low = if space.total.is_some() { 0 } else { weight.low };
            room.at_least(i128::from(number), i128::from(slope), i128::from(low));
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
        slopes.clear();
        for touch in touching {
            let slope = touch.slope(point);
            room.at_least(sums.get(touch.relation).copied().unwrap_or(0), slope, touch.least);
            slopes.push(slope);
        }
        let narrow = |number: i128| i64::try_from(number).unwrap_or(0);
        (narrow(room.from.min(0)), narrow(room.to.max(0)))
    }

    /// How it moves a relation; `None` if not at all.
    pub(crate) fn touch(&self, at: usize, relation: &Relation) -> Option<Touch> {
        let mut touch = Touch {
            relation: at,
            least: i128::from(relation.fits == Fits::More),
            fixed: 0,
            by_value: Vec::new(),
            by_weight: Vec::new(),
        };
        for term in &relation.terms {
            let factor = i128::from(term.factor);
            if let Some(value) = self.value {
                match term.weight {
                    _ if term.value != Some(value) => {}
                    Some(weight) => touch.by_weight.push((weight, factor)),
                    None => touch.fixed += factor,
                }
            } else if let Some((_, slope)) = self.weights.iter().find(|(at, _)| term.weight == Some(*at)) {
                let gained = factor * i128::from(*slope);
                match term.value {
                    Some(value) => touch.by_value.push((value, gained)),
                    None => touch.fixed += gained,
                }
            }
        }
        let is_still = touch.fixed == 0 && touch.by_value.is_empty() && touch.by_weight.is_empty();
        (!is_still).then_some(touch)
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
        // The slopes too: two lines through the same weights have numbers of their own.
        let keyed = |(at, slope): &(usize, i64)| Some([space.weights.get(*at)?.key, slope.cast_unsigned()]);
        self.weights.iter().filter_map(keyed).fold(0, |all, [key, slope]| random(&[all, key, slope]))
    }
}

/// What a relation gains per step of a move: the factors that stay, and those times a value or a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Touch {
    pub(crate) relation: usize,
    least: i128,
    fixed: i128,
    by_value: Vec<(usize, i128)>,
    by_weight: Vec<(usize, i128)>,
}

impl Touch {
    fn slope(&self, point: &Point) -> i128 {
        let times = |numbers: &[i64], parts: &[(usize, i128)]| -> i128 {
            let part = |(at, factor): &(usize, i128)| numbers.get(*at).map_or(0, |&number| factor * i128::from(number));
            parts.iter().map(part).sum()
        };
        self.fixed + times(&point.values, &self.by_value) + times(&point.weights, &self.by_weight)
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
            self.from = self.from.max(-floor(-short, slope));
        } else if slope < 0 {
            self.to = self.to.min(floor(-short, -slope));
        }
    }
}

/// Division rounded down; most numbers are short, and short ones divide many times faster.
fn floor(numerator: i128, divisor: i128) -> i128 {
    match (i64::try_from(numerator), i64::try_from(divisor)) {
        (Ok(numerator), Ok(divisor)) => i128::from(Integer::div_floor(&numerator, &divisor)),
        _ => Integer::div_floor(&numerator, &divisor),
    }
}
