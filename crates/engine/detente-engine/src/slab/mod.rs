//! The packages of a branch that are worth enough along some weights: a thin slab under a supporting plane.
//!
//! With `best` the most a list has along the weights, a point's *loss* is what it falls short of that. A package whose total
//! reaches `least` loses no more than Σ best − `least` over all lists, so only partial sums within that loss are looked at; the
//! lists are summed up in two halves, and the halves joined. The answer is exact for any weights that are not negative; the
//! better they are, the thinner the slab. Two-party halves stay short because dominated sums are dropped; with eight parties the
//! thinness does it.
//!
//! # Source
//! Reduced costs and core problems as in \[Pisinger1995\]; meeting in the middle as in \[Horowitz1974\].

mod boxes;
mod halves;
mod join;
mod multipliers;
mod outside;
mod plane;
mod sampled;
mod tight;

pub(crate) use multipliers::{Floats, Relaxation, Relaxed, relax, relax_on};

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::fold::{Keep, Room, Tree};
use crate::ground::Folded;
use crate::pareto::efficient;
use crate::points::Points;
use boxes::Boxes;
use halves::{Bounds, Lossy};
use join::Join;
use outside::{FINE, Outside};
use plane::plane;
use std::sync::Arc;

/// Units of loss fit 64 bits with room to spare.
const MOST_LOSS: i64 = 1 << 61;

/// The finest whole weights used.
const FINEST: f64 = 1_099_511_627_776.0;

/// A branch along weights.
pub(crate) struct Slab<'f> {
    folded: &'f Folded,
    /// Per coordinate, none negative.
    pub(crate) weights: Vec<i64>,
    /// Per list and point what it falls short of the best along the weights.
    losses: Vec<Vec<i64>>,
    best: Vec<i128>,
    /// Per tree the most it can add along the weights.
    best_of_trees: Vec<i128>,
    lowest: Vec<i64>,
    highest: Vec<i64>,
}

/// What packages of a slab must reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The least along the weights.
    pub(crate) least: i128,
    /// Per coordinate the least, where there is one.
    pub(crate) floor: Vec<Option<i64>>,
    /// Whether the floors alone say what is looked for, so that other weights will do as well.
    pub(crate) by_floors: bool,
}

/// What a slab holds.
#[derive(Clone, Debug)]
pub(crate) struct Survivors {
    /// Efficient vectors that reach the target, descending; only some where not complete.
    pub(crate) points: Points,
    /// Whether these are all.
    pub(crate) complete: bool,
}

/// How much may be held.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Capacity {
    /// Points of a half.
    pub(crate) half: usize,
    /// Vectors found after which the search may stop.
    pub(crate) enough: usize,
    /// How many points of a half go on, where not all packages are looked for.
    pub(crate) beam: Option<usize>,
}

impl Capacity {
    /// For listing what is known to be optimal: more than this many are not listed.
    pub(crate) const FEW: Self = Self { half: 50_000, enough: 5_000, beam: None };

    /// For finding some package.
    pub(crate) const SOME: Self = Self { half: 1_000_000, enough: 1, beam: Some(2_000) };
}

impl Default for Capacity {
    fn default() -> Self {
        Self { half: 12_000_000, enough: 200_000, beam: None }
    }
}

impl<'f> Slab<'f> {
    /// A branch along weights, made whole numbers as fine as 64 bits allow.
    pub(crate) fn new(folded: &'f Folded, weights: &[f64]) -> Self {
        Self::along_whole(folded, whole(folded, weights))
    }

    /// As [`Slab::new`]; where all packages lie on a plane that faces about where the weights do, along that plane exactly.
    pub(crate) fn snapped(folded: &'f Folded, weights: &[f64]) -> Self {
        match plane(folded).filter(|plane| are_near(weights, plane)) {
            Some(plane) => Self::along_whole(folded, finest(folded, &plane)),
            None => Self::new(folded, weights),
        }
    }

    fn along_whole(folded: &'f Folded, weights: Vec<i64>) -> Self {
        let worth =
            |row: &[i64]| -> i128 { row.iter().zip(&weights).map(|(&u, &w)| i128::from(u) * i128::from(w)).sum() };
        let best: Vec<i128> = folded.lists.iter().map(|list| list.rows().map(worth).max().unwrap_or(0)).collect();
        let lost = |(list, best): (&Points, &i128)| {
            list.rows().map(|row| i64::try_from(best - worth(row)).unwrap_or(i64::MAX)).collect()
        };
        let losses = folded.lists.iter().zip(&best).map(lost).collect();
        let [lowest, highest] = extremes(folded);
        let best_of_trees = folded.trees.iter().map(|tree| tree.best(&weights)).collect();
        Self { folded, weights, losses, best, best_of_trees, lowest, highest }
    }

    /// The most any package is worth along the weights.
    pub(crate) fn top(&self) -> i128 {
        self.best.iter().chain(&self.best_of_trees).sum()
    }

    /// Per coordinate the least any package has.
    pub(crate) fn lowest(&self) -> &[i64] {
        &self.lowest
    }

    /// About how many packages the branch holds.
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    pub(crate) fn packages(&self) -> f64 {
        let lists = self.folded.lists.iter().map(|list| list.len() as f64).product();
        if self.folded.trees.is_empty() { lists } else { f64::INFINITY }
    }

    /// Whether the weights, or one coordinate alone, prove that no package reaches a target.
    pub(crate) fn excludes(&self, target: &Target) -> bool {
        let mut floors = target.floor.iter().zip(&self.highest);
        self.top() < target.least || floors.any(|(floor, highest)| floor.is_some_and(|floor| *highest < floor))
    }

    /// What units are worth along the weights.
    pub(crate) fn along(&self, units: &[i64]) -> i128 {
        units.iter().zip(&self.weights).map(|(&units, &weight)| i128::from(units) * i128::from(weight)).sum()
    }

    /// Per list the point that loses nothing.
    pub(crate) fn worthiest(&self) -> Vec<usize> {
        let least = |losses: &Vec<i64>| (0..losses.len()).min_by_key(|&point| losses[point]).unwrap_or(0);
        self.losses.iter().map(least).collect()
    }

    /// The branch.
    fn folded(&self) -> &Folded {
        self.folded
    }

    /// The losses of a list's points.
    fn losses(&self, list: usize) -> &[i64] {
        &self.losses[list]
    }

    /// The efficient vectors among the packages that reach a target, in one piece.
    pub(crate) fn enumerated(
        &self,
        target: &Target,
        capacity: Capacity,
        budget: &Budget<'_>,
    ) -> Result<Survivors, Stopped> {
        let none = || Survivors { points: Points::new(self.weights.len(), self.folded.words()), complete: true };
        let loss = self.top() - target.least;
        if loss < 0 {
            return Ok(none());
        }
        let loss = i64::try_from(loss).unwrap_or(MOST_LOSS).min(MOST_LOSS);
        let floor: Vec<i64> = target.floor.iter().map(|floor| floor.unwrap_or(i64::MIN)).collect();
        let bounds = Bounds {
            loss,
            floor: &floor,
            n_principals: self.folded.n_principals,
            room: capacity.half,
            beam: capacity.beam,
        };
        let mut meter = budget.meter();
        let trees = self.thinned_trees(&bounds, &mut meter)?;
        let Some(lists) = self.reduced(&trees, &bounds) else { return Ok(none()) };
        let halves = self.halves(lists, &bounds, &mut meter)?;
        meter.settle()?;
        let [a, b] = &halves;
        if a.losses.is_empty() || b.losses.is_empty() {
            return Ok(none());
        }
        let boxes = [a, b].map(|half| Boxes::new(&half.points, &half.losses));
        let floor: Vec<i64> = floor.iter().copied().chain([-loss]).collect();
        let join = Join { a: &boxes[0], b: &boxes[1], floor: &floor, enough: capacity.enough };
        let (pairs, complete) = join.pairs(|| budget.meter())?;
        let mut points = Points::like(&a.points);
        pairs.iter().for_each(|&(x, y)| points.push_sum(&a.points, x, &b.points, y));
        let points = efficient(points, self.folded.n_principals, &mut meter)?;
        meter.settle()?;
        Ok(Survivors { points, complete: complete && capacity.beam.is_none() })
    }

    /// The points of the trees that lose no more than the slab allows.
    fn thinned_trees(&self, bounds: &Bounds<'_>, meter: &mut Meter<'_, '_>) -> Result<Vec<Lossy>, Stopped> {
        let room = Room { rows: bounds.room, points: bounds.room };
        let keep = Keep(bounds.n_principals);
        let thin = |(tree, best): (&Arc<Tree>, &i128)| {
            let points = tree.thin(&self.weights, i128::from(bounds.loss), keep, room, meter)?;
            let lost = |row: &[i64]| i64::try_from(best - self.along(row)).unwrap_or(i64::MAX);
            let losses = points.rows().map(lost).collect();
            Ok(Lossy { points, losses })
        };
        self.folded.trees.iter().zip(&self.best_of_trees).map(thin).collect()
    }

    /// The lists without the points that no package of the slab contains, each with its best; `None` if that leaves a list
    /// empty.
    fn reduced(&self, trees: &[Lossy], bounds: &Bounds<'_>) -> Option<Vec<(Lossy, i128)>> {
        let lists = self.folded.lists.iter().chain(trees.iter().map(|tree| &tree.points));
        let losses = self.losses.iter().chain(trees.iter().map(|tree| &tree.losses));
        let lists: Vec<(&Points, &Vec<i64>)> = lists.zip(losses).collect();
        let within =
            |(_, losses): &(_, &Vec<i64>)| (0..losses.len()).filter(|&point| losses[point] <= bounds.loss).collect();
        let mut kept: Vec<Vec<usize>> = lists.iter().map(within).collect();
        loop {
            let of_kept = lists.iter().zip(&kept);
            let mosts: Vec<Vec<i64>> = of_kept.map(|((list, _), kept)| most_of(list, kept)).collect::<Option<_>>()?;
            let all = mosts.iter().fold(vec![0; bounds.floor.len()], |all, most| sum(&all, most));
            let mut dropped = false;
            for (((list, _), kept), most) in lists.iter().zip(&mut kept).zip(&mosts) {
                let before = kept.len();
                let others = all.iter().zip(most).map(|(all, most)| all - most);
                let needed: Vec<i64> =
                    bounds.floor.iter().zip(others).map(|(floor, others)| floor.saturating_sub(others)).collect();
                kept.retain(|&point| list.units(point).iter().zip(&needed).all(|(units, needed)| needed <= units));
                dropped |= kept.len() < before;
            }
            if !dropped {
                break;
            }
        }
        let best = self.best.iter().chain(&self.best_of_trees);
        let lossy = lists.into_iter().zip(kept.iter().zip(best)).map(|((list, losses), (kept, best))| {
            let losses = kept.iter().map(|&point| losses[point]).collect();
            (Lossy { points: list.chosen(kept), losses }, *best)
        });
        Some(lossy.collect())
    }

    /// The lists summed up in two halves of about the same size.
    fn halves(
        &self,
        lists: Vec<(Lossy, i128)>,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<[Lossy; 2], Stopped> {
        let sides = shared_out(lists);
        let classes = if sides.iter().map(|side| size(side)).fold(0.0, f64::max) < FEW_SUMS { 1 } else { FINE };
        let all = |side: &[(Lossy, i128)]| {
            let nothing = Outside::nothing(bounds, classes);
            side.iter().fold(nothing, |outside, (list, _)| outside.with(list))
        };
        let [first, second] = &sides;
        Ok([self.half(first, all(second), bounds, meter)?, self.half(second, all(first), bounds, meter)?])
    }

    /// Lists summed up, with `others` what the lists of the other half can bring.
    fn half(
        &self,
        lists: &[(Lossy, i128)],
        others: Outside,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Lossy, Stopped> {
        let mut outside = vec![others];
        for (list, _) in lists.iter().skip(1).rev() {
            let with = outside.last().map(|outside| outside.with(list));
            outside.extend(with);
        }
        let mut half = Lossy { points: Points::origin(self.weights.len(), self.folded.words()), losses: vec![0] };
        let mut top = 0;
        for ((list, best), outside) in lists.iter().zip(outside.iter().rev()) {
            top += best;
            let weigh = |row: &[i64]| i64::try_from(top - self.along(row)).unwrap_or(MOST_LOSS);
            let sum = half.plus(list, &outside.missing(bounds), bounds, meter)?;
            half = sum.thinned(bounds, weigh, meter)?.narrowed(bounds.beam);
            if half.losses.is_empty() {
                break;
            }
        }
        Ok(half)
    }
}

/// Sums of a half up to which a single table of what is outside will do.
const FEW_SUMS: f64 = 2_000.0;

/// About how many sums a half has, dominance aside.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn size(side: &[(Lossy, i128)]) -> f64 {
    side.iter().map(|(list, _)| list.losses.len() as f64).product()
}

/// Lists in two sides with about as many sums each, longer lists first.
fn shared_out(mut lists: Vec<(Lossy, i128)>) -> [Vec<(Lossy, i128)>; 2] {
    lists.sort_by_key(|(list, _)| std::cmp::Reverse(list.losses.len()));
    let mut sides = [Vec::new(), Vec::new()];
    let mut sums = [1.0_f64, 1.0];
    for list in lists {
        let shorter = usize::from(sums[1] < sums[0]);
        sums[shorter] *= size(std::slice::from_ref(&list));
        sides[shorter].push(list);
    }
    sides
}

/// Whether weights point where a plane faces, up to a thousandth.
#[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
fn are_near(weights: &[f64], plane: &[i64]) -> bool {
    let square: f64 = plane.iter().map(|&part| part as f64 * part as f64).sum();
    let scale: f64 = weights.iter().zip(plane).map(|(weight, &part)| weight * part as f64).sum::<f64>() / square;
    let most = weights.iter().copied().fold(0.0, f64::max);
    weights.iter().zip(plane).all(|(weight, &part)| (weight - scale * part as f64).abs() <= most / 1000.0)
}

/// Whole weights made as large as [`whole`] makes them, in the same proportion.
#[expect(clippy::cast_precision_loss, reason = "weights are heuristic; any will do")]
fn finest(folded: &Folded, weights: &[i64]) -> Vec<i64> {
    let floats: Vec<f64> = weights.iter().map(|&weight| weight as f64).collect();
    let most = weights.iter().copied().max().unwrap_or(0).max(1);
    let times = whole(folded, &floats).into_iter().max().unwrap_or(0) / most;
    if times == 0 { whole(folded, &floats) } else { weights.iter().map(|weight| weight * times).collect() }
}

/// Per coordinate the least and the most of any package.
fn extremes(folded: &Folded) -> [Vec<i64>; 2] {
    let nothing = vec![0; folded.coordinates.len()];
    let mut lowest = folded.lists.iter().filter_map(Points::least).fold(nothing.clone(), |a, b| sum(&a, &b));
    let mut highest = folded.lists.iter().filter_map(Points::most).fold(nothing, |a, b| sum(&a, &b));
    for tree in &folded.trees {
        lowest.iter_mut().enumerate().for_each(|(at, lowest)| *lowest += tree.extreme(at, -1));
        highest.iter_mut().enumerate().for_each(|(at, highest)| *highest += tree.extreme(at, 1));
    }
    [lowest, highest]
}

fn sum(a: &[i64], b: &[i64]) -> Vec<i64> {
    a.iter().zip(b).map(|(x, y)| x + y).collect()
}

/// The most on each coordinate among some points of a list; `None` where there are none.
fn most_of(list: &Points, kept: &[usize]) -> Option<Vec<i64>> {
    let (first, rest) = kept.split_first()?;
    let join = |mut most: Vec<i64>, &point: &usize| {
        most.iter_mut().zip(list.units(point)).for_each(|(most, units)| *most = (*most).max(*units));
        most
    };
    Some(rest.iter().fold(list.units(*first).to_vec(), join))
}

/// Weights as whole numbers: as fine as possible while no loss can leave 64 bits.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "weights are heuristic; any will do")]
fn whole(folded: &Folded, weights: &[f64]) -> Vec<i64> {
    let spreads = folded.spreads();
    let positive = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let reach: f64 = weights.iter().enumerate().map(|(at, &weight)| positive(weight) * spreads[at] as f64).sum();
    let most = weights.iter().copied().map(positive).fold(0.0, f64::max);
    if reach <= 0.0 {
        return vec![0; weights.len()];
    }
    let scale = (MOST_LOSS as f64 / 4.0 / reach).min(FINEST / most);
    weights.iter().map(|&weight| (positive(weight) * scale).round() as i64).collect()
}
