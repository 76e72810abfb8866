//! Adding the free issues to a list of points one at a time, dropping after each what cannot reach the frontier.

use super::collector::Collector;
use super::frame::Frame;
use super::points::Points;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::plan::{Plan, wide};

/// The points at the end of all issues, from those behind the connected ones. All of them meet every line that counts.
///
/// # Cost
/// Per free issue a filter of (points kept so far × choices).
pub(crate) fn fold(
    plan: &Plan,
    frame: &Frame<'_>,
    points: Points,
    max_points: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Points, Stopped> {
    (plan.linked..plan.order.len()).try_fold(points, |points, depth| {
        let mut next = Collector::new(frame.width(), frame.n_principals, max_points);
        add_issue(plan, frame, &points, depth, &mut next, meter)?;
        next.finish(meter)
    })
}

fn add_issue(
    plan: &Plan,
    frame: &Frame<'_>,
    points: &Points,
    depth: usize,
    next: &mut Collector,
    meter: &mut Meter<'_, '_>,
) -> Result<(), Stopped> {
    let issue = plan.order[depth];
    let mut key = Vec::with_capacity(frame.width());
    for position in 0..plan.choices[issue].len() {
        let part = plan.weights[issue] * wide(position);
        for point in 0..points.len() {
            if frame.step(points.key(point), plan.row(issue, position), depth, &mut key) {
                next.push(&key, points.packages(point), points.kappa(point) + part, meter)?;
            }
        }
        meter.take_len(points.len())?;
    }
    Ok(())
}
