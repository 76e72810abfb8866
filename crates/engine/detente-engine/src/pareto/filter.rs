//! Dropping the points that cannot reach the frontier.

use super::codes::{Code, coded, index};
use super::divide::Divide;
use super::sweep;
use super::thin::thin;
use crate::budget::{Budget, Meter};
use crate::error::Stopped;
use crate::points::Points;
use detente_base::Silent;

/// The points for which no other is at least as good on every coordinate and better on one of the first `n_principals`;
/// equal points become one. Descending by coordinates.
///
/// The coordinates behind the principals are those of parties that only bind: a point may be dropped only against one that
/// leaves them at least as much (DEFINITIONS 7), and never for them alone, because packages are counted by principals.
///
/// # Cost
/// Sorting what a few strong points leave, for up to three coordinates; n logᵏ⁻² n for k.
pub(crate) fn efficient(points: Points, n_principals: usize, meter: &mut Meter<'_, '_>) -> Result<Points, Stopped> {
    meter.take_len(points.len())?;
    if points.len() <= 1 {
        return Ok(points);
    }
    if points.len() <= FEW {
        return Ok(few(&points, n_principals));
    }
    let kept = survivors(points.all_units(), points.len(), points.width(), n_principals, meter)?;
    let mut efficient = Points::like(&points);
    for point in kept.into_iter().map(index) {
        match efficient.len().checked_sub(1).filter(|&last| efficient.units(last) == points.units(point)) {
            Some(last) => efficient.merge(last, points.packages(point), points.kappa(point)),
            None => efficient.take(&points, point),
        }
    }
    Ok(efficient)
}

/// Up to so many points, each is held against all others.
const FEW: usize = 24;

/// As [`efficient`], of few points.
fn few(points: &Points, n_principals: usize) -> Points {
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_unstable_by(|&a, &b| points.units(b).cmp(points.units(a)));
    let mut efficient = Points::like(points);
    efficient.reserve(points.len());
    // What beats a point comes before it: it is at least as good everywhere, and no equal.
    for (place, &point) in order.iter().enumerate() {
        let units = points.units(point);
        match efficient.len().checked_sub(1).filter(|&last| efficient.units(last) == units) {
            Some(last) => efficient.merge(last, points.packages(point), points.kappa(point)),
            None if order[..place].iter().any(|&by| beats(points.units(by), units, n_principals)) => {}
            None => efficient.take(points, point),
        }
    }
    efficient
}

fn beats(by: &[i64], units: &[i64], n_principals: usize) -> bool {
    by.iter().zip(units).all(|(by, units)| units <= by) && by[..n_principals] != units[..n_principals]
}

/// The indices of rows that no other row beats: none is at least as good everywhere and better somewhere. Of equal rows the
/// first; lexicographically descending.
///
/// # Shape
/// `rows` holds one row of `width` coordinates after another; higher is better.
pub fn nondominated(rows: &[i64], width: usize) -> Vec<usize> {
    let budget = Budget::new(&Silent, u64::MAX, None);
    let len = rows.len().checked_div(width).unwrap_or(0);
    let kept = survivors(rows, len, width, width, &mut budget.meter()).unwrap_or_default();
    let mut kept: Vec<usize> = kept.into_iter().map(index).collect();
    kept.dedup_by(|a, b| rows[*a * width..(*a + 1) * width] == rows[*b * width..(*b + 1) * width]);
    kept
}

/// Of `len` points the indices of those no other beats, equal ones side by side, descending by coordinates.
pub(super) fn survivors(
    units: &[i64],
    len: usize,
    width: usize,
    n_principals: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Vec<u32>, Stopped> {
    let Ok(len) = u32::try_from(len) else {
        return Err(Stopped::TooManyPoints { max_points: index(u32::MAX) });
    };
    match width {
        0 => Ok((0..len).collect()),
        1 => fixed::<1>(units.as_chunks().0, n_principals, meter),
        2 => fixed::<2>(units.as_chunks().0, n_principals, meter),
        3 => fixed::<3>(units.as_chunks().0, n_principals, meter),
        4 => fixed::<4>(units.as_chunks().0, n_principals, meter),
        5 => fixed::<5>(units.as_chunks().0, n_principals, meter),
        6 => fixed::<6>(units.as_chunks().0, n_principals, meter),
        7 => fixed::<7>(units.as_chunks().0, n_principals, meter),
        8 => fixed::<8>(units.as_chunks().0, n_principals, meter),
        9..=16 => fixed(&padded::<16>(units, width), n_principals, meter),
        17..=32 => fixed(&padded::<32>(units, width), n_principals, meter),
        _ => fixed(&padded::<64>(units, width), n_principals, meter),
    }
}

/// Rows made longer by coordinates in which they do not differ.
fn padded<const W: usize>(units: &[i64], width: usize) -> Vec<[i64; W]> {
    let pad = |row: &[i64]| {
        let mut padded = [0; W];
        padded.iter_mut().zip(row).for_each(|(to, &from)| *to = from);
        padded
    };
    units.chunks_exact(width).map(pad).collect()
}

fn fixed<const W: usize>(
    rows: &[[i64; W]],
    n_principals: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Vec<u32>, Stopped> {
    let left = thin(rows, n_principals, meter)?;
    let coded = coded(rows, &left);
    let kept = unbeaten(&coded.codes, n_principals, meter)?;
    let starts = |code: usize| index(coded.starts[code])..index(coded.starts[code + 1]);
    Ok(kept.into_iter().flat_map(|code| &coded.points[starts(index(code))]).copied().collect())
}

/// The codes none of the others beats; codes are distinct and ascending.
fn unbeaten<const W: usize>(
    codes: &[Code<W>],
    n_principals: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Vec<u32>, Stopped> {
    meter.take_len(codes.len())?;
    if n_principals == 0 {
        return Ok((0..).zip(codes).map(|(item, _)| item).collect());
    }
    match W {
        1 => Ok((0..).zip(codes.first()).map(|(item, _)| item).collect()),
        2 | 3 => Ok(sweep::unbeaten(codes, n_principals)),
        _ => Divide::unbeaten(codes, n_principals, meter),
    }
}
