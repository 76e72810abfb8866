//! Draws from the weights and values that fit.

use std::collections::BTreeSet;

use crate::counter::random;
use crate::merged::Merged;
use crate::moves::{Move, Touch};
use crate::space::{Fits, Point, Relation, Space, Term};

/// The draws of one chain: a draw's number says which chain it is in and how far along.
pub const SHARD: u64 = 512;
/// Times every coordinate moves between two draws.
const THINNING: u64 = 3;
/// Times every coordinate moves before the first draw: draws of one chain are all but independent from one to the next, so that
/// this is far more than the start is felt.
const WARM_UP: u64 = 100;

/// Draws weights and values, each evenly among all that fit, or by its triangle where its range has a mode.
///
/// # Shape
/// Draw `n` is step `n mod 512` of chain `n div 512`. Chains start alike, at the rounded centre, move along one coordinate at a
/// time (weights with a sum: along two; ordered weights also in blocks) evenly over all integers that fit, and never see each other, so that any draw can be
/// had alone and none depends on how many threads there are.
/// # Units
/// Thousandths. With a total the sum is that of the rounded centre, within a thousandth per weight of the total.
/// # Source
/// \[Smith1984\] for hit-and-run; along coordinates it is the Gibbs sampler.
#[derive(Clone, Debug)]
pub struct Sampler {
    merged: Merged,
    start: Point,
    moves: Vec<(Move, Vec<Touch>)>,
    seed: u64,
}

impl Sampler {
    /// A sampler of what fits in `space`; `None` where there is no room for draws.
    pub fn new(space: &Space, seed: u64) -> Option<Self> {
        let merged = Merged::of(space);
        let start = start(&merged.space)?;
        let moves = moves(&merged.space).into_iter().map(|step| {
            let relations = merged.space.relations.iter().enumerate();
            let touching = relations.filter_map(|(at, relation)| step.touch(at, relation)).collect();
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
        let point = self.start.clone();
        let sums = self.merged.space.relations.iter().map(|relation| relation.sum(&point)).collect();
        let mut draws = Draws { sampler: self, shard, sweeps: 0, drawn: 0, point, sums, slopes: Vec::new() };
        (0..WARM_UP).for_each(|_| draws.sweep());
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
    /// What each relation comes to at the point.
    sums: Vec<i128>,
    /// What the relations of a move gain per step of it.
    slopes: Vec<i128>,
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
        for (step, touching) in &sampler.moves {
            let (from, to) = step.room(space, (touching, &self.sums), &self.point, &mut self.slopes);
            if from == to {
                continue;
            }
            let place = [sampler.seed, self.shard, self.sweeps, step.key(space)];
            let by = evenly(random(&place), from, to);
            if self.is_taken(step, by, &place) {
                step.apply(&mut self.point, by);
                for (touch, slope) in touching.iter().zip(&self.slopes) {
                    if let Some(sum) = self.sums.get_mut(touch.relation) {
                        *sum += slope * i128::from(by);
                    }
                }
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

/// Every coordinate that is not fixed; where weights are ordered also all that stand above each one together, for alone they could
/// only creep between their neighbours. With a sum each moves against a few others.
fn moves(space: &Space) -> Vec<Move> {
    let single: Vec<Vec<usize>> = (0..space.weights.len()).map(|at| vec![at]).collect();
    let blocks = blocks(space);
    let mut moves = Vec::new();
    for family in [&single, &blocks] {
        if space.total.is_some() {
            exchanges(space, family, &mut moves);
        } else {
            let is_free = |block: &&Vec<usize>| {
                block.iter().filter_map(|&at| space.weights.get(at)).all(|weight| weight.low < weight.high)
            };
            moves.extend(family.iter().filter(is_free).map(|block| Move::block(block)));
        }
    }
    // A move made twice would take the same random numbers twice.
    let mut once: Vec<Move> = Vec::with_capacity(moves.len());
    for step in moves {
        if !once.contains(&step) {
            once.push(step);
        }
    }
    let free = space.values.iter().enumerate().filter(|(_, value)| value.low < value.high);
    once.extend(free.map(|(at, _)| Move::value(at)));
    once
}

/// Each block against a few of those that follow it, round the circle.
fn exchanges(space: &Space, blocks: &[Vec<usize>], moves: &mut Vec<Move>) {
    const AGAINST: usize = 3;
    let n = blocks.len();
    for (at, up) in blocks.iter().enumerate() {
        for away in 1..=AGAINST.min(n / 2) {
            // Of two that stand opposite each other the exchange is one and the same.
            let partner = (at + away) % n;
            if 2 * away < n || at < partner {
                moves.extend(blocks.get(partner).and_then(|down| Move::exchange(space, up, down)));
            }
        }
    }
}

/// Per weight, it and all that are said to be at least as much; none where no weight is ordered.
fn blocks(space: &Space) -> Vec<Vec<usize>> {
    let edges: Vec<(usize, usize)> = space.relations.iter().filter_map(edge).collect();
    if edges.is_empty() {
        return Vec::new();
    }
    let above = |at: usize| {
        let mut block = BTreeSet::from([at]);
        loop {
            let more: BTreeSet<usize> = edges
                .iter()
                .filter(|(more, less)| block.contains(less) && !block.contains(more))
                .map(|edge| edge.0)
                .collect();
            if more.is_empty() {
                return block.into_iter().collect();
            }
            block.extend(more);
        }
    };
    (0..space.weights.len()).map(above).collect()
}

/// The two weights of a relation that says no more than that the first is at least the second.
fn edge(relation: &Relation) -> Option<(usize, usize)> {
    match relation.terms.as_slice() {
        [Term { weight: Some(a), value: None, factor: 1 }, Term { weight: Some(b), value: None, factor: -1 }] => {
            Some((*a, *b))
        }
        _ => None,
    }
}

/// The rounded centre, if it fits.
fn start(merged: &Space) -> Option<Point> {
    debug_assert!(merged.relations.iter().all(|relation| relation.fits != Fits::Level), "merged");
    merged.centre().filter(|centre| centre.fits).map(|centre| centre.point)
}
