//! Fewer points than the frontier has, and how far off they are.

use super::choose::Ends;
use super::filter::efficient;
use super::slack::Slacked;
use super::thinning::{Rooms, least};
use super::tree::{self, Thinning};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::ground::Folded;
use crate::points::Points;

/// Whether a few points may stand for the frontier (DEFINITIONS 9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Per principal, in its units, how far off the points may be; asks for a cover.
    pub epsilon: Option<Vec<i64>>,
    /// The most points; more are thinned to a cover.
    pub max_points: Option<usize>,
}

/// Tries with ever longer parts before what was reached is accepted.
pub(super) const TRIES: u32 = 3;

/// A cover and what it was found to keep.
pub(super) struct Covered {
    /// Points of the zone, over the principals.
    pub(super) points: Points,
    /// Per principal: every package of the zone is at most so much better than some point.
    pub(super) epsilon: Vec<i64>,
}

/// Points that stand for the frontier of some branches.
///
/// How far off they are is measured on the result, against upper ends that no package exceeds. It can be more than was asked
/// for: where packages nearly reach a line, what stands for one that does may not; and where more points than a part of the
/// tree may have lie apart, some stand for what is farther off.
pub(super) fn cover(
    branches: &[Folded],
    epsilon: Option<&[i64]>,
    max_points: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Covered, Stopped> {
    let width = branches.iter().map(|branch| branch.coordinates.len()).max().unwrap_or(0);
    cover_by_parts(branches, epsilon, max_points, per_part(width), meter)
}

/// A cover by a tree whose parts have about so many points.
pub(super) fn cover_by_parts(
    branches: &[Folded],
    epsilon: Option<&[i64]>,
    max_points: usize,
    per_part: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Covered, Stopped> {
    let mut best: Option<Covered> = None;
    for attempt in 0..TRIES {
        let room = epsilon.map(|epsilon| epsilon.iter().map(|units| units >> (attempt + 1)).collect());
        let thinning = Thinning { room, most: per_part << attempt };
        let found = attempt_cover(branches, epsilon, max_points, &thinning, meter)?;
        let is_enough = |found: &Covered| match epsilon {
            Some(wanted) => found.epsilon.iter().zip(wanted).all(|(found, wanted)| found <= wanted),
            None => true,
        };
        let Some(found) = found else { continue };
        let enough = is_enough(&found);
        if best.as_ref().is_none_or(|best| worst(&found, epsilon) <= worst(best, epsilon)) {
            best = Some(found);
        }
        if enough {
            break;
        }
    }
    best.ok_or(Stopped::TooManyPoints { max_points })
}

/// How far from what was wanted, for comparison between attempts.
fn worst(found: &Covered, wanted: Option<&[i64]>) -> i64 {
    let over = |(found, wanted): (&i64, &i64)| found.saturating_sub(*wanted);
    wanted.map_or(0, |wanted| found.epsilon.iter().zip(wanted).map(over).max().unwrap_or(0))
}

/// One attempt; `None` if the zone may hold packages but none was met.
fn attempt_cover(
    branches: &[Folded],
    epsilon: Option<&[i64]>,
    max_points: usize,
    thinning: &Thinning,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Covered>, Stopped> {
    let mut ends: Option<Ends> = None;
    for branch in branches {
        let of_branch = of_branch(branch, thinning, meter)?;
        match &mut ends {
            None => ends = Some(of_branch),
            Some(ends) => ends.append(&of_branch),
        }
    }
    let Some(ends) = ends.filter(|ends| 0 < ends.points.len()) else {
        let n_principals = branches.first().map_or(0, |branch| branch.n_principals);
        return Ok(Some(Covered { points: Points::new(n_principals, 0), epsilon: vec![0; n_principals] }));
    };
    chosen(&ends, epsilon, max_points, meter)
}

/// The last step: of upper ends, points of the zone near all of them.
pub(super) fn chosen(
    ends: &Ends,
    epsilon: Option<&[i64]>,
    max_points: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Covered>, Stopped> {
    if !ends.in_zone.contains(&true) {
        return Ok(None);
    }
    let (rooms, order) = (Rooms::of(&ends.points), ends.order());
    let (points, room) = match epsilon {
        Some(epsilon) => (ends.choose(&order, epsilon, max_points, meter)?, epsilon.to_vec()),
        None => (least(|share| ends.choose(&order, &rooms.share(share), max_points, meter))?, rooms.share(1)),
    };
    let Some(points) = points else { return Err(Stopped::TooManyPoints { max_points }) };
    let mut attained = Points::like(&ends.points.points);
    for point in points {
        let units: Vec<i64> = ends.points.attained(point).collect();
        attained.push(&units, u128::MAX, ends.points.points.kappa(point));
    }
    let points = efficient(attained, ends.points.points.width(), meter)?;
    let rows: Vec<Vec<i64>> = points.rows().map(<[i64]>::to_vec).collect();
    let epsilon = ends.epsilon(&rows, &room, meter)?;
    Ok(Some(Covered { points, epsilon }))
}

/// Points per part of the tree: where there are many coordinates, fewer, because sums are not filtered.
fn per_part(width: usize) -> usize {
    match width {
        0..=3 => 2000,
        4 => 1000,
        5 => 500,
        _ => 250,
    }
}

/// The upper ends of a branch over the principals.
fn of_branch(branch: &Folded, thinning: &Thinning, meter: &mut Meter<'_, '_>) -> Result<Ends, Stopped> {
    let covered = tree::cover(branch, thinning, meter)?;
    let mut ends =
        Ends { points: Slacked::like(&Points::new(branch.n_principals, branch.words())), in_zone: Vec::new() };
    for point in 0..covered.len() {
        let attained: Vec<i64> = covered.attained(point).collect();
        let lines = branch.coordinates.iter().map(|of| of.line);
        ends.in_zone.push(lines.zip(&attained).all(|(line, attained)| line.is_none_or(|line| line <= *attained)));
        let upper = &covered.points.units(point)[..branch.n_principals];
        ends.points.push(upper, &attained[..branch.n_principals], covered.points.kappa(point));
    }
    Ok(ends)
}
