//! The packages of a branch that are worth enough along some weights: a thin slab under a supporting plane.
//!
//! With `best` the most a list has along the weights, a point's *loss* is what it falls short of that. A package whose total
//! reaches `least` loses no more than Σ best − `least` over all lists, so only partial sums within that loss are looked at; the
//! lists are summed up in two halves, and the halves joined. The answer is exact for any weights that are not negative; the
//! better they are, the thinner the slab. Two-party halves stay short because dominated sums are dropped; with eight parties the
//! thinness does it.
//!
//! # Source
//! Reduced costs and core problems as in \[Pisinger1995\]; meeting in the middle as in \[HorowitzSahni1974\].

mod halves;
mod join;
mod multipliers;
mod tight;
mod tree;

pub(crate) use multipliers::{Relaxation, Relaxed, best_package, in_floats, relax};

use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::ground::Folded;
use crate::pareto::efficient;
use crate::points::Points;
use halves::{Bounds, Lossy};
use join::Join;
use tree::Tree;

/// Units of loss fit 64 bits with room to spare.
const MOST_LOSS: i64 = 1 << 61;

/// The finest whole weights used.
const FINEST: f64 = 1_099_511_627_776.0;

/// A branch along weights.
pub(crate) struct Slab<'f> {
    folded: &'f Folded,
    /// Per coordinate, none negative.
    pub(crate) weights: Vec<i64>,
    lists: Vec<Lossy>,
    best: Vec<i128>,
    lowest: Vec<i64>,
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
}

impl Default for Capacity {
    fn default() -> Self {
        Self { half: 12_000_000, enough: 200_000 }
    }
}

impl<'f> Slab<'f> {
    /// A branch along weights, made whole numbers as fine as 64 bits allow.
    pub(crate) fn new(folded: &'f Folded, weights: &[f64]) -> Self {
        let weights = whole(folded, weights);
        let worth = |row: &[i64]| -> i128 { row.iter().zip(&weights).map(|(&u, &w)| i128::from(u) * i128::from(w)).sum() };
        let best: Vec<i128> = folded.lists.iter().map(|list| list.rows().map(worth).max().unwrap_or(0)).collect();
        let lossy = |(list, best): (&Points, &i128)| {
            let losses = list.rows().map(|row| i64::try_from(best - worth(row)).unwrap_or(i64::MAX)).collect();
            Lossy { points: list.clone(), losses }
        };
        let lists = folded.lists.iter().zip(&best).map(lossy).collect();
        let lowest = folded.lists.iter().filter_map(Points::least).fold(vec![0; weights.len()], |a, b| sum(&a, &b));
        Self { folded, weights, lists, best, lowest }
    }

    /// The most any package is worth along the weights.
    pub(crate) fn top(&self) -> i128 {
        self.best.iter().sum()
    }

    /// Per coordinate the least any package has.
    pub(crate) fn lowest(&self) -> &[i64] {
        &self.lowest
    }

    /// What units are worth along the weights.
    pub(crate) fn along(&self, units: &[i64]) -> i128 {
        units.iter().zip(&self.weights).map(|(&units, &weight)| i128::from(units) * i128::from(weight)).sum()
    }

    /// The branch.
    fn folded(&self) -> &Folded {
        self.folded
    }

    /// The losses of a list's points.
    fn losses(&self, list: usize) -> &[i64] {
        &self.lists[list].losses
    }

    /// The efficient vectors among the packages that reach a target, in one piece.
    fn enumerated(&self, target: &Target, capacity: Capacity, budget: &Budget<'_>) -> Result<Survivors, Stopped> {
        let none = || Survivors { points: Points::new(self.weights.len(), self.folded.words()), complete: true };
        let loss = self.top() - target.least;
        if loss < 0 {
            return Ok(none());
        }
        let loss = i64::try_from(loss).unwrap_or(MOST_LOSS).min(MOST_LOSS);
        let floor: Vec<i64> = target.floor.iter().map(|floor| floor.unwrap_or(i64::MIN)).collect();
        let bounds =
            Bounds { loss, floor: &floor, n_principals: self.folded.n_principals, room: capacity.half };
        let Some(lists) = reduced(&self.lists, &bounds) else { return Ok(none()) };
        let lists = lists.into_iter().zip(self.best.iter().copied()).collect();
        let mut meter = budget.meter();
        let halves = self.halves(lists, &bounds, &mut meter)?;
        meter.settle()?;
        let [a, b] = &halves;
        if a.losses.is_empty() || b.losses.is_empty() {
            return Ok(none());
        }
        let trees = [a, b].map(|half| Tree::new(&half.points, &half.losses));
        let floor: Vec<i64> = floor.iter().copied().chain([-loss]).collect();
        let join = Join { a: &trees[0], b: &trees[1], floor: &floor, enough: capacity.enough };
        let (pairs, complete) = join.pairs(|| budget.meter())?;
        let mut points = Points::like(&a.points);
        pairs.iter().for_each(|&(x, y)| points.push_sum(&a.points, x, &b.points, y));
        let points = efficient(points, self.folded.n_principals, &mut meter)?;
        meter.settle()?;
        Ok(Survivors { points, complete })
    }

    /// The lists summed up in two halves of about the same size.
    fn halves(
        &self,
        mut lists: Vec<(Lossy, i128)>,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<[Lossy; 2], Stopped> {
        lists.sort_by_key(|(list, _)| std::cmp::Reverse(list.losses.len()));
        let mut after = vec![vec![0; self.weights.len()]];
        for (list, _) in lists.iter().rev() {
            let following = after.last().map_or(&[][..], |most| most);
            after.push(sum(following, &list.most()));
        }
        after.reverse();
        let origin = Lossy { points: Points::origin(self.weights.len(), self.folded.words()), losses: vec![0] };
        let mut halves = [origin.clone(), origin];
        let mut tops = [0, 0];
        for (at, (list, best)) in lists.into_iter().enumerate() {
            let own = usize::from(halves[1].losses.len() < halves[0].losses.len());
            let outside = sum(&after[at + 1], &halves[1 - own].most());
            tops[own] += best;
            let weigh = |row: &[i64]| i64::try_from(tops[own] - self.along(row)).unwrap_or(MOST_LOSS);
            halves[own] = halves[own].plus(&list, &outside, bounds, meter)?.thinned(bounds, weigh, meter)?;
            if halves[own].losses.is_empty() {
                break;
            }
        }
        Ok(halves)
    }
}

fn sum(a: &[i64], b: &[i64]) -> Vec<i64> {
    a.iter().zip(b).map(|(x, y)| x + y).collect()
}

/// The lists without the points that no package of the slab contains; `None` if that leaves a list empty.
fn reduced(lists: &[Lossy], bounds: &Bounds<'_>) -> Option<Vec<Lossy>> {
    let mut lists: Vec<Lossy> =
        lists.iter().map(|list| list.filtered(|point| list.losses[point] <= bounds.loss)).collect();
    loop {
        let before: usize = lists.iter().map(|list| list.losses.len()).sum();
        let mosts: Vec<Vec<i64>> = lists.iter().map(Lossy::most).collect();
        let all = mosts.iter().try_fold(vec![0; bounds.floor.len()], |all, most| {
            if most.is_empty() && !all.is_empty() { None } else { Some(sum(&all, most)) }
        })?;
        for (list, most) in lists.iter_mut().zip(&mosts) {
            let reaches = |point: usize| {
                let row = list.points.units(point).iter().zip(most).zip(&all).zip(bounds.floor);
                row.into_iter().all(|(((units, most), all), floor)| *floor <= units + (all - most))
            };
            *list = list.filtered(reaches);
        }
        if lists.iter().any(|list| list.losses.is_empty()) {
            return None;
        }
        if lists.iter().map(|list| list.losses.len()).sum::<usize>() == before {
            return Some(lists);
        }
    }
}

/// Weights as whole numbers: as fine as possible while no loss can leave 64 bits.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "weights are heuristic; any will do")]
fn whole(folded: &Folded, weights: &[f64]) -> Vec<i64> {
    let spread = |at: usize| -> f64 {
        let ranges = folded.lists.iter().filter_map(|list| Some((list.most()?[at], list.least()?[at])));
        ranges.map(|(most, least)| most as f64 - least as f64).sum::<f64>().max(1.0)
    };
    let positive = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let reach: f64 = weights.iter().enumerate().map(|(at, &weight)| positive(weight) * spread(at)).sum();
    let most = weights.iter().copied().map(positive).fold(0.0, f64::max);
    if reach <= 0.0 {
        return vec![0; weights.len()];
    }
    let scale = (MOST_LOSS as f64 / 4.0 / reach).min(FINEST / most);
    weights.iter().map(|&weight| (positive(weight) * scale).round() as i64).collect()
}
