//! Some packages that reach a target, met by chance: halves are thinned to a sample as they grow, and the samples joined.
//!
//! Where packages are dense, a few thousand sums of either half make enough pairs to hit what is looked for. It proves nothing.

use super::halves::{Bounds, Lossy};
use super::{Capacity, Slab, Target, shared_out};
use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::points::Points;
use crate::slab::boxes::Boxes;
use crate::slab::join::Join;
use crate::slab::outside::Outside;

/// Sums of a half that go on.
const SAMPLE: usize = 1 << 15;

/// Pairs looked for.
const ENOUGH: usize = 64;

impl Slab<'_> {
    /// A few packages that reach a target, or none met; lists only.
    pub(crate) fn sampled(&self, target: &Target, budget: &Budget<'_>) -> Result<Points, Stopped> {
        let none = Points::new(self.weights.len(), self.folded.words());
        let loss = self.top() - target.least;
        let Some(loss) = i64::try_from(loss).ok().filter(|loss| 0 <= *loss && self.folded.trees.is_empty()) else {
            return Ok(none);
        };
        let floor: Vec<i64> = target.floor.iter().map(|floor| floor.unwrap_or(i64::MIN)).collect();
        let (n_principals, room) = (self.folded.n_principals, Capacity::SOME.half);
        let bounds = Bounds { loss, floor: &floor, n_principals, room, beam: None };
        let Some(lists) = self.reduced(&[], &bounds) else { return Ok(none) };
        let mut meter = budget.meter();
        let sides = shared_out(lists);
        let outside = sides
            .each_ref()
            .map(|side| side.iter().fold(Outside::nothing(&bounds, 1), |outside, (list, _)| outside.with(list)));
        let halves = [
            self.sample(&sides[0], &outside[1], &bounds, &mut meter)?,
            self.sample(&sides[1], &outside[0], &bounds, &mut meter)?,
        ];
        meter.settle()?;
        let [a, b] = &halves;
        if a.losses.is_empty() || b.losses.is_empty() {
            return Ok(none);
        }
        let boxes = [a, b].map(|half| Boxes::new(&half.points, &half.losses));
        let floor: Vec<i64> = floor.iter().copied().chain([-loss]).collect();
        let join = Join { a: &boxes[0], b: &boxes[1], floor: &floor, enough: ENOUGH };
        let (pairs, _) = join.pairs(|| budget.meter())?;
        let mut points = none;
        pairs.iter().for_each(|&(x, y)| points.push_sum(&a.points, x, &b.points, y));
        Ok(points)
    }

    /// Lists summed up, a sample of the sums at every step.
    fn sample(
        &self,
        lists: &[(Lossy, i128)],
        others: &Outside,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Lossy, Stopped> {
        let mut outside = vec![others.clone()];
        for (list, _) in lists.iter().skip(1).rev() {
            let with = outside.last().map(|outside| outside.with(list));
            outside.extend(with);
        }
        let mut half = Lossy { points: Points::origin(self.weights.len(), self.folded.words()), losses: vec![0] };
        for ((list, _), outside) in lists.iter().zip(outside.iter().rev()) {
            half = half.plus(list, &outside.missing(bounds), bounds, meter)?.some_of(SAMPLE);
        }
        Ok(half)
    }
}

impl Lossy {
    /// So many of the points at most, picked as if by chance, the same every time.
    fn some_of(self, most: usize) -> Self {
        if self.losses.len() <= most {
            return self;
        }
        let mut order: Vec<usize> = (0..self.losses.len()).collect();
        order.sort_by_key(|&point| scattered(point));
        order.truncate(most);
        Self { points: self.points.chosen(&order), losses: order.iter().map(|&point| self.losses[point]).collect() }
    }
}

/// A number that looks unrelated to its index (the mixing step of \[Steele2014\]).
fn scattered(index: usize) -> u64 {
    let mut mixed = u64::try_from(index).unwrap_or(0).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
