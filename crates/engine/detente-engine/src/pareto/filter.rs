//! Dropping the points that cannot reach the frontier.

use crate::points::Points;
use crate::frontier::Seen;
use crate::budget::Meter;
use crate::error::Stopped;

/// The points for which no other is at least as good on every coordinate and better on one of the first `n_principals`;
/// equal points become one. Descending by coordinates.
///
/// The coordinates behind the principals are those of parties that only bind: a point may be dropped only against one that
/// leaves them at least as much (DEFINITIONS 7), and never for them alone, because packages are counted by principals.
///
/// # Cost
/// Sorting, for up to three coordinates; beyond, at worst quadratic.
pub(crate) fn efficient(points: Points, n_principals: usize, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
    meter.take_len(points.len())?;
    let sorted = points.merged();
    let mut kept = Points::like(&sorted);
    let mut seen = Seen::new(sorted.width().saturating_sub(1));
    let mut start = 0;
    while start < sorted.len() {
        let end = end_of_group(&sorted, start, n_principals);
        let first = kept.len();
        for point in start..end {
            if n_principals == 0 || !seen.covers(behind_first(sorted.units(point)), meter)? {
                kept.take(&sorted, point);
            }
        }
        (first..kept.len()).for_each(|point| seen.add(behind_first(kept.units(point))));
        start = end;
    }
    Ok(kept)
}

/// Points are sorted, so whatever came before is at least as good on the first coordinate.
fn behind_first(key: &[i64]) -> &[i64] {
    key.get(1..).unwrap_or(&[])
}

/// One past the last point with the same principal coordinates as the one at `start`.
fn end_of_group(sorted: &Points, start: usize, n_principals: usize) -> usize {
    let principal = |point: usize| &sorted.units(point)[..n_principals];
    let rest = (start..sorted.len()).take_while(|&point| principal(point) == principal(start));
    start + rest.count()
}
