//! Adding one list to another: the sums no other sum beats.

use super::reach::Needs;
use super::{batches, slabs};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::points::Points;

/// Sums of points of two lists, lexicographically descending; equal ones side by side.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// The units of one sum after another.
    pub(super) units: Vec<i64>,
    /// Per sum the points it is of.
    pub(super) parents: Vec<(u32, u32)>,
}

/// The sums no other beats and that have what they need. Both lists descend.
pub(super) fn efficient_sums(
    a: &Points,
    b: &Points,
    n_principals: usize,
    needs: &Needs,
    meter: &mut Meter<'_, '_>,
) -> Result<Sums, Stopped> {
    let most = a.len().max(b.len());
    if u32::try_from(most).is_err() {
        return Err(Stopped::TooManyPoints { max_points: place(u32::MAX) });
    }
    match a.width() {
        2 if 0 < n_principals => slabs::sums::<2>(a, b, n_principals, needs, meter),
        3 if 0 < n_principals => slabs::sums::<3>(a, b, n_principals, needs, meter),
        _ => batches::sums(a, b, n_principals, needs, meter),
    }
}

impl Sums {
    /// The sums as points, equal ones as one.
    pub(super) fn points(&self, a: &Points, b: &Points) -> Points {
        let (mut points, width) = (Points::like(a), a.width());
        points.reserve(self.parents.len());
        let mut before: Option<&[i64]> = None;
        for (at, &(first, second)) in self.parents.iter().enumerate() {
            let units = &self.units[at * width..(at + 1) * width];
            let (of_a, of_b) = ((a, place(first)), (b, place(second)));
            if before.is_some_and(|before| before.iter().zip(units).all(|(before, units)| before == units)) {
                points.merge_joined(points.len() - 1, of_a, of_b);
            } else {
                points.push_joined(units, of_a, of_b);
            }
            before = Some(units);
        }
        points
    }
}

/// A number kept short as an index.
pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// An index kept short; lists are short enough.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
