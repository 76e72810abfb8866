//! Draws from the weights and values that fit.

use crate::counter::random;
use crate::merged::Merged;
use crate::moves::Move;
use crate::space::{Fits, Point, Relation, Space};

/// The draws of one chain: a draw's number says which chain it is in and how far along.
pub const SHARD: u64 = 512;
/// Times every coordinate moves between two draws.
const THINNING: u64 = 2;
/// Times every coordinate moves before the first draw, for each coordinate that moves.
const WARM_UP: u64 = 8;

/// Draws weights and values, each evenly among all that fit, or by its triangle where its range has a mode.
///
/// # Shape
/// Draw `n` is step `n mod 512` of chain `n div 512`. Chains start alike, at the rounded centre, move along one coordinate at a
/// time (weights with a sum: along two) evenly over all integers that fit, and never see each other, so that any draw can be
/// had alone and none depends on how many threads there are.
/// # Units
/// Thousandths. With a total the sum is that of the rounded centre, within a thousandth per weight of the total.
/// # Source
/// \[Smith1984\] for hit-and-run; along coordinates it is the Gibbs sampler.
#[derive(Clone, Debug)]
pub struct Sampler {
    merged: Merged,
    start: Point,
    moves: Vec<(Move, Vec<usize>)>,
    seed: u64,
}

impl Sampler {
    /// A sampler of what fits in `space`; `None` where there is no room for draws.
    pub fn new(space: &Space, seed: u64) -> Option<Self> {
        let merged = Merged::of(space);
        let start = start(&merged.space)?;
        let moves = moves(&merged.space).into_iter().map(|step| {
            let relations = merged.space.relations.iter().enumerate();
            let touching = relations.filter(|(_, relation)| step.touches(relation)).map(|(at, _)| at).collect();
            (step, touching)
        });
        let moves = moves.collect();
        Some(Self { merged, start, moves, seed })
    }

    /// The draw of this number.
    ///
    /// # Cost
    /// Up to a whole chain; draws in a row cost less through [`Sampler::shard`].
    pub fn draw(&self, number: u64) -> Point {
        let mut draws = self.shard(number / SHARD);
        for _ in 0..number % SHARD {
            draws.step();
        }
        draws.next().unwrap_or_default()
    }

    /// The draws of one chain, the first one first; after [`SHARD`] there are none.
    pub fn shard(&self, shard: u64) -> Draws<'_> {
        let mut draws = Draws { sampler: self, shard, sweeps: 0, drawn: 0, point: self.start.clone() };
        let coordinates = u64::try_from(self.moves.len()).unwrap_or(0);
        for _ in 0..WARM_UP * coordinates {
            draws.sweep();
        }
        draws
    }
}

/// The draws of one chain.
#[derive(Clone, Debug)]
pub struct Draws<'s> {
    sampler: &'s Sampler,
    shard: u64,
    sweeps: u64,
    drawn: u64,
    point: Point,
}

impl Iterator for Draws<'_> {
    type Item = Point;

    fn next(&mut self) -> Option<Point> {
        if self.drawn == SHARD {
            return None;
        }
        self.step();
        Some(self.sampler.merged.spread(&self.point))
    }
}

impl Draws<'_> {
    fn step(&mut self) {
        self.drawn += 1;
        (0..THINNING).for_each(|_| self.sweep());
    }

    fn sweep(&mut self) {
        self.sweeps += 1;
        let sampler = self.sampler;
        let space = &sampler.merged.space;
        let mut touching: Vec<&Relation> = Vec::new();
        for (step, relations) in &sampler.moves {
            touching.clear();
            touching.extend(relations.iter().filter_map(|&at| space.relations.get(at)));
            let (from, to) = step.room(space, &touching, &self.point);
            if from == to {
                continue;
            }
            let place = [sampler.seed, self.shard, self.sweeps, step.key(space)];
            let by = evenly(random(&place), from, to);
            if self.is_taken(step, by, &place) {
                step.apply(&mut self.point, by);
            }
        }
    }

    /// Whether a step proposed evenly is taken: always, but along a triangle towards what is less likely.
    fn is_taken(&self, step: &Move, by: i64, place: &[u64; 4]) -> bool {
        let Some((triangle, at)) = step.triangle(&self.sampler.merged.space, &self.point) else { return true };
        let (old, new) = (triangle.density(at), triangle.density(at + by));
        if old <= new {
            return true;
        }
        let [seed, shard, sweep, key] = *place;
        let coin = u128::from(random(&[seed, shard, sweep, key, 1]) >> 32);
        // Densities are below 2^90: read so, else the range is wider than a weight can be.
        coin.saturating_mul(old) < new.saturating_mul(1 << 32)
    }
}

/// Evenly among the integers from `from` to `to`.
fn evenly(random: u64, from: i64, to: i64) -> i64 {
    let width = i128::from(to) - i128::from(from) + 1;
    let along = (i128::from(random) * width) >> 64;
    i64::try_from(i128::from(from) + along).unwrap_or(from)
}

/// Every coordinate that is not fixed. A weight with a sum moves against every other, those with many against a few.
fn moves(space: &Space) -> Vec<Move> {
    const AGAINST: usize = 3;
    let mut moves = Vec::new();
    let weights = space.weights.len();
    if space.total.is_some() {
        for up in 0..weights {
            for away in 1..=AGAINST.min(weights / 2) {
                let down = (up + away) % weights;
                // Of two that stand opposite each other the exchange is one and the same.
                if 2 * away < weights || up < down {
                    moves.push(Move::exchange(space, up, down));
                }
            }
        }
    } else {
        let free = space.weights.iter().enumerate().filter(|(_, weight)| weight.low < weight.high);
        moves.extend(free.map(|(at, _)| Move::weight(at)));
    }
    let free = space.values.iter().enumerate().filter(|(_, value)| value.low < value.high);
    moves.extend(free.map(|(at, _)| Move::value(at)));
    moves
}

/// The rounded centre, if it fits.
fn start(merged: &Space) -> Option<Point> {
    debug_assert!(merged.relations.iter().all(|relation| relation.fits != Fits::Level), "merged");
    merged.centre().filter(|centre| centre.fits).map(|centre| centre.point)
}
