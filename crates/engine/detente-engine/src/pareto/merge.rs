//! The efficient vectors of a branch: the sums of one point per list that reach every line.

use super::reach::{Lines, Rest};
use super::steps;
use super::sums::efficient_sums;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::points::Points;

/// Fewer sums are not judged along directions.
const FEW: usize = 1024;

/// The vectors no other package of the branch beats, over its coordinates; where a coordinate is no principal's, what exceeds
/// its line is cut off. Lexicographically descending.
///
/// # Cost
/// Per list, the points so far × the points of the list.
pub(crate) fn merge(folded: &Folded, max_points: usize, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
    let mut lists = folded.lists.clone();
    lists.sort_by_key(Points::len);
    let lines = Lines::new(&folded.coordinates, folded.n_principals, &lists);
    let rests = lines.rests(&lists);
    let Some(first) = lists.first() else { return Ok(Points::origin(folded.coordinates.len(), 1)) };
    let mut current = Points::origin(first.width(), first.words());
    for (list, rest) in lists.iter().zip(&rests[1..]) {
        current = step(&current, list, folded.n_principals, (&lines, rest), meter)?;
        if max_points < current.len() {
            return Err(Stopped::TooManyPoints { max_points });
        }
    }
    Ok(current)
}

/// Adds one list.
fn step(
    current: &Points,
    list: &Points,
    n_principals: usize,
    (lines, rest): (&Lines, &Rest),
    meter: &mut Meter<'_, '_>,
) -> Result<Points, Stopped> {
    let needs = lines.needs(rest);
    let sums = current.len().saturating_mul(list.len());
    meter.foresee(u64::try_from(sums).unwrap_or(u64::MAX))?;
    let sums = if steps::suits(current, list, n_principals) {
        meter.take_len(sums)?;
        steps::sums(current, list, &needs)
    } else {
        efficient_sums(current, list, n_principals, &needs, meter)?
    };
    let sums = sums.points(current, list);
    if !lines.has_directions() || sums.len() < FEW {
        return Ok(sums);
    }
    meter.take_len(sums.len())?;
    let may_reach: Vec<bool> = sums.rows().map(|units| lines.may_reach(units, rest)).collect();
    Ok(sums.filtered(|point| may_reach[point]))
}
