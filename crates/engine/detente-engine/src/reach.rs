//! What the issues still open can add up to, for all axes jointly: a short list per depth that no completion exceeds.

use crate::budget::Meter;
use crate::error::Stopped;
use crate::frontier::{Points, filter};
use crate::plan::Plan;
use crate::state::State;

/// The longest list kept; longer ones are made shorter and looser.
const LONGEST: usize = 256;

/// Per depth of a plan, points such that every completion is at most one of them on every axis, linkages apart.
///
/// A single bound per axis would let a search wander where each line can be reached alone but not all together.
pub(crate) struct Reach {
    lists: Vec<Points>,
}

impl Reach {
    /// Adds up the issues from the last to the first.
    ///
    /// # Cost
    /// Per issue a filter of at most [`LONGEST`] points × its choices.
    pub(crate) fn new(plan: &Plan, meter: &mut Meter<'_, '_>) -> Result<Self, Stopped> {
        let width = plan.axes.len();
        let mut last = Points::new(width);
        last.push(&vec![0; width], 0, 0);
        let mut lists = vec![last.clone()];
        for &issue in plan.order.iter().rev() {
            last = shortened(filter(&extended(plan, issue, &last), width, meter)?);
            lists.push(last.clone());
        }
        lists.reverse();
        Ok(Self { lists })
    }

    /// Whether, as far as the lists tell, the issues from `depth` on can still reach every line that counts.
    pub(crate) fn admits(&self, depth: usize, state: &State<'_>, meter: &mut Meter<'_, '_>) -> Result<bool, Stopped> {
        let list = &self.lists[depth];
        let missing = state.lines().map(|(axis, line)| (axis, line - state.sums[axis] - state.ceiling[axis]));
        let missing: Vec<(usize, i64)> = missing.collect();
        let reaches = |point: &usize| missing.iter().all(|&(axis, missing)| missing <= list.key(*point)[axis]);
        let found = (0..list.len()).find(reaches);
        meter.take_len(found.unwrap_or(list.len()) + 1)?;
        Ok(found.is_some())
    }
}

fn extended(plan: &Plan, issue: usize, after: &Points) -> Points {
    let mut points = Points::new(plan.axes.len());
    for position in 0..plan.choices[issue].len() {
        for point in 0..after.len() {
            let sum = |(units, more): (&i64, &i64)| units + more;
            let key: Vec<i64> = plan.row(issue, position).iter().zip(after.key(point)).map(sum).collect();
            points.push(&key, 0, 0);
        }
    }
    points
}

/// Neighbours in the list replaced by the best of both, until the list is short enough.
fn shortened(points: Points) -> Points {
    let mut points = points;
    while LONGEST < points.len() {
        let mut half = Points::new(points.width());
        for first in (0..points.len()).step_by(2) {
            let second = (first + 1).min(points.len() - 1);
            let best = |(a, b): (&i64, &i64)| *a.max(b);
            let key: Vec<i64> = points.key(first).iter().zip(points.key(second)).map(best).collect();
            half.push(&key, 0, 0);
        }
        points = half;
    }
    points
}
