//! Letting a few points stand for many.

use super::slack::Slacked;
use crate::budget::Meter;
use crate::error::Stopped;

/// Halvings of the search for the least slack that leaves few enough.
const HALVINGS: usize = 4;

/// Keeps points such that every upper end lies within `room` of one of them, and the others' upper ends with it.
///
/// `order` has all points, those that can stand for many first; see [`by_bulk`]. Coordinates behind the principals get no slack: what falls short there may not be allowed at all. `None` if more than `most`
/// would be kept.
///
/// # Cost
/// Points × points kept.
pub(super) fn within(
    all: &Slacked,
    order: &[usize],
    room: &[i64],
    n_principals: usize,
    most: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Slacked>, Stopped> {
    let width = all.points.width();
    let mut kept: Vec<usize> = Vec::new();
    let mut reach: Vec<i64> = Vec::new();
    let mut upper: Vec<i64> = Vec::new();
    for &point in order {
        let own = all.points.units(point);
        let found =
            reach.chunks_exact(width.max(1)).position(|reach| own.iter().zip(reach).all(|(own, reach)| own <= reach));
        meter.take_len(found.unwrap_or(kept.len()) / 4 + 1)?;
        let Some(at) = found else {
            if kept.len() == most {
                return Ok(None);
            }
            kept.push(point);
            upper.extend_from_slice(own);
            let room = |(at, attained): (usize, i64)| {
                if at < n_principals { attained.saturating_add(room[at]) } else { attained }
            };
            reach.extend(all.attained(point).enumerate().map(room));
            let last = reach.len() - width;
            reach[last..].iter_mut().zip(own).for_each(|(reach, &own)| *reach = own.max(*reach));
            continue;
        };
        upper[at * width..(at + 1) * width].iter_mut().zip(own).for_each(|(upper, &own)| *upper = own.max(*upper));
    }
    let mut thinned = Slacked::like(&all.points);
    for (at, point) in kept.into_iter().enumerate() {
        let attained: Vec<i64> = all.attained(point).collect();
        thinned.push(&upper[at * width..(at + 1) * width], &attained, all.points.kappa(point));
    }
    Ok(Some(thinned))
}

/// Keeps at most `most` points with about as little slack as that takes, in proportion to what each principal's units range over.
pub(super) fn to_few(
    all: &Slacked,
    n_principals: usize,
    most: usize,
    meter: &mut Meter<'_, '_>,
) -> Result<Option<Slacked>, Stopped> {
    if all.len() <= most {
        return Ok(Some(all.clone()));
    }
    let (rooms, order) = (Rooms::of(all), by_bulk(all, n_principals));
    least(|share| within(all, &order, &rooms.share(share), n_principals, most, meter))
}

/// Slack from little to much.
pub(super) struct Rooms {
    ranges: Vec<i64>,
    slack: Vec<i64>,
}

impl Rooms {
    /// In proportion to what units range over, beyond the slack there is.
    pub(super) fn of(all: &Slacked) -> Self {
        Self { ranges: ranges(all), slack: all.most_slack() }
    }

    /// So many of the [`SHARES`] of each range.
    pub(super) fn share(&self, share: i64) -> Vec<i64> {
        let of = |range: &i64| (range / SHARES).saturating_mul(share).saturating_add(range % SHARES * share / SHARES);
        self.ranges.iter().zip(&self.slack).map(|(range, slack)| slack.saturating_add(of(range))).collect()
    }
}

/// What comes of about the least share of which something comes.
pub(super) fn least<T>(mut with: impl FnMut(i64) -> Result<Option<T>, Stopped>) -> Result<Option<T>, Stopped> {
    let (mut low, mut high) = (0, 1);
    let mut best = with(high)?;
    while best.is_none() && high <= SHARES {
        (low, high) = (high, high * 2);
        best = with(high)?;
    }
    for _ in 0..HALVINGS {
        let middle = i64::midpoint(low, high);
        if best.is_none() || middle == low {
            break;
        }
        match with(middle)? {
            Some(found) => (best, high) = (Some(found), middle),
            None => low = middle,
        }
    }
    Ok(best)
}

/// How units of different principals are weighed against each other: one of each is one over its room.
pub(super) struct Grain(Vec<i128>);

impl Grain {
    /// One part per room.
    pub(super) fn of(room: &[i64]) -> Self {
        let widest = room.iter().copied().max().unwrap_or(1).max(1);
        Self(room.iter().map(|&room| (i128::from(widest) << 20) / i128::from(room.max(1))).collect())
    }

    /// The worst by which `upper` exceeds something.
    pub(super) fn excess(&self, upper: &[i64], of: impl Iterator<Item = i64>) -> i128 {
        let over = |((upper, of), weight): ((&i64, i64), &i128)| {
            (i128::from(*upper) - i128::from(of)).max(0).saturating_mul(*weight)
        };
        upper.iter().zip(of).zip(&self.0).map(over).max().unwrap_or(0)
    }
}

/// Bits of a coordinate that count where coordinates of different ranges are added up.
const WEIGHED: u32 = 40;

/// Parts of a range in which slack is measured.
const SHARES: i64 = 4096;

fn ranges(all: &Slacked) -> Vec<i64> {
    let (most, least) = (all.points.most().unwrap_or_default(), all.points.least().unwrap_or_default());
    most.iter().zip(least).map(|(most, least)| most.saturating_sub(least)).collect()
}

/// The points by the sum of their principals' units, each on its range, the largest first: those that can stand for many.
pub(super) fn by_bulk(all: &Slacked, n_principals: usize) -> Vec<usize> {
    let least = all.points.least().unwrap_or_default();
    let weight = |range: &i64| {
        let shift = (u64::BITS - range.unsigned_abs().leading_zeros()).saturating_sub(WEIGHED);
        (shift, (1_u64 << WEIGHED) / (range.unsigned_abs() >> shift).max(1))
    };
    let weights: Vec<(u32, u64)> = ranges(all).iter().map(weight).collect();
    let bulk = |point: usize| -> i64 {
        let share = |at: usize| {
            let above = all.points.units(point)[at].abs_diff(least[at]) >> weights[at].0;
            i64::try_from(above.saturating_mul(weights[at].1)).unwrap_or(i64::MAX >> 8)
        };
        (0..n_principals).map(share).sum()
    };
    let mut order: Vec<(i64, usize)> = (0..all.len()).map(|point| (-bulk(point), point)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, point)| point).collect()
}
