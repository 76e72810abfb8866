//! Thick slabs cut into thinner ones: a list is split into its points, and each part gets weights of its own.
//!
//! Fixing a point makes the rest's best plane steeper, so the parts lose less than the whole by more than they are many. It is
//! done where the number of pairs is predicted to be large, and only where floors on several coordinates bound the slab.

use super::{Capacity, Relaxation, Slab, Survivors, Target, relax};
use crate::budget::Budget;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::pareto::efficient;
use crate::points::Points;
use rayon::prelude::*;

/// Predicted pairs up to which a slab is enumerated as it is.
const PAIRS: f64 = 3.0e6;

/// Predicted pairs from which on no cutting helps: as good as everything is in the slab.
const HOPELESS: f64 = 1.0e15;

/// How many times fewer pairs a part must have than the whole for cutting to go on.
const LEAST_GAIN: f64 = 1.5;

/// Classes of losses in the prediction.
const CLASSES: usize = 128;

/// The deepest splitting.
const DEEPEST: usize = 24;

impl Slab<'_> {
    /// The efficient vectors among the packages that reach a target.
    pub(crate) fn survivors(
        &self,
        target: &Target,
        capacity: Capacity,
        budget: &Budget<'_>,
    ) -> Result<Survivors, Stopped> {
        self.cut(target, capacity, budget, (0, f64::INFINITY))
    }

    fn cut(
        &self,
        target: &Target,
        capacity: Capacity,
        budget: &Budget<'_>,
        (depth, before): (usize, f64),
    ) -> Result<Survivors, Stopped> {
        let floors = target.floor.iter().flatten().count();
        if !target.by_floors || floors < 3 || capacity.beam.is_some() {
            return self.enumerated(target, capacity, budget);
        }
        let predicted = self.predicted(self.top() - target.least);
        if !(PAIRS..HOPELESS).contains(&predicted) || DEEPEST <= depth || before / predicted < LEAST_GAIN {
            return self.enumerated(target, capacity, budget);
        }
        budget.meter().settle()?;
        let relaxed = relax(self.folded(), &margin(self.folded(), target));
        let Some(list) = relaxed.divided.or_else(|| self.longest()) else {
            return self.enumerated(target, capacity, budget);
        };
        let part = |point: usize| self.part((list, point), target, capacity, budget, (depth + 1, predicted));
        let parts: Vec<Result<Survivors, Stopped>> =
            (0..self.folded().lists[list].len()).into_par_iter().map(part).collect();
        let mut points = Points::new(self.weights.len(), self.folded().words());
        let mut complete = true;
        for part in parts {
            let part = part?;
            points.append(&part.points);
            complete &= part.complete;
        }
        let points = efficient(points, self.folded().n_principals, &mut budget.meter())?;
        Ok(Survivors { complete: complete && points.len() <= capacity.enough, points })
    }

    /// The packages with one point of a list.
    fn part(
        &self,
        (list, point): (usize, usize),
        target: &Target,
        capacity: Capacity,
        budget: &Budget<'_>,
        depth: (usize, f64),
    ) -> Result<Survivors, Stopped> {
        let none = Survivors { points: Points::new(self.weights.len(), self.folded().words()), complete: true };
        if !self.admits(list, point, target) {
            return Ok(none);
        }
        let mut meter = budget.meter();
        meter.take_len(self.folded().lists.iter().map(Points::len).sum())?;
        meter.settle()?;
        let mut folded = self.folded().clone();
        folded.lists[list] = folded.lists[list].chosen(&[point]);
        let weights = relax(&folded, &margin(&folded, target)).weights;
        let slab = Slab::new(&folded, &weights);
        let floors = target.floor.iter().zip(slab.lowest());
        let reached: Vec<i64> =
            floors.map(|(floor, &lowest)| floor.map_or(lowest, |floor| floor.max(lowest))).collect();
        let least = slab.along(&reached);
        if slab.top() < least {
            return Ok(none);
        }
        slab.cut(&Target { least, ..target.clone() }, capacity, budget, depth)
    }

    /// Whether a point of a list alone does not lose too much.
    fn admits(&self, list: usize, point: usize, target: &Target) -> bool {
        i128::from(self.losses(list)[point]) <= self.top() - target.least
    }

    /// The longest list, if any has more than a point.
    fn longest(&self) -> Option<usize> {
        let lists = self.folded().lists.iter().enumerate().filter(|(_, list)| 1 < list.len());
        lists.max_by_key(|(at, list)| (list.len(), std::cmp::Reverse(*at))).map(|(at, _)| at)
    }

    /// About how many packages lose no more than so much.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a prediction"
    )]
    pub(crate) fn predicted(&self, loss: i128) -> f64 {
        let loss = loss.max(0) as f64 + 1.0;
        let mut classes = vec![0.0_f64; CLASSES];
        classes[0] = 1.0;
        for list in 0..self.folded().lists.len() {
            let mut next = vec![0.0; CLASSES];
            for &own in self.losses(list) {
                let shift = (own as f64 / loss * CLASSES as f64) as usize;
                if shift < CLASSES {
                    next[shift..].iter_mut().zip(&classes).for_each(|(next, number)| *next += number);
                }
            }
            classes = next;
        }
        for tree in &self.folded().trees {
            classes = tree.convolved(&classes, &self.weights, loss);
        }
        classes.iter().sum()
    }
}

/// The relaxation that asks how far all floors of a target could be exceeded at once.
#[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
fn margin(folded: &Folded, target: &Target) -> Relaxation {
    let spreads = folded.spreads();
    let n = target.floor.len();
    Relaxation {
        worth: vec![0.0; n],
        floor: target.floor.iter().map(|floor| floor.map(|floor| floor as f64)).collect(),
        rise: (0..n).map(|at| if target.floor[at].is_some() { spreads[at] as f64 } else { 0.0 }).collect(),
        shortfall: None,
    }
}
