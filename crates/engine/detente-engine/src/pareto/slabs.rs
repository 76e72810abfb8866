//! Sums of two lists in two or three coordinates, a slab of the first coordinate at a time.
//!
//! Both lists are sorted, so the sums of a slab are next to each other; what earlier slabs beat is dropped before anything is
//! sorted, and all sums are never held at once.

use super::reach::Needs;
use super::stairs::Stairs;
use super::sums::{Sums, short};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::points::Points;
use rayon::prelude::*;
use std::cmp::Reverse;

/// Sums of a slab, about.
const SLAB: usize = 4096;

/// Sums of a slab, about, where all threads share the work.
const LARGE_SLAB: usize = 1 << 16;

/// So many sums are worth sharing.
const MANY: usize = 1 << 21;

/// Parts of a slab that threads may take.
const SHARES: usize = 8;

/// Sums looked at per slab to find where it ends.
const SAMPLE: usize = 16;

/// A sum and the points it is of.
type Sum<const W: usize> = ([i64; W], u32, u32);

/// The sums no other beats, with what each needs; `a` and `b` descending, the first coordinate a principal's.
///
/// # Cost
/// |a|·|b| looks at a staircase; sorting for those that pass.
pub(super) fn sums<const W: usize>(
    a: &Points,
    b: &Points,
    n_principals: usize,
    needs: &Needs,
    meter: &mut Meter<'_, '_>,
) -> Result<Sums, Stopped> {
    let (left, right) = (a.all_units().as_chunks::<W>().0, b.all_units().as_chunks::<W>().0);
    let sides = Sides { left, right, floor: fixed(&needs.floor), enough: fixed(&needs.enough) };
    let (mut kept, mut seen) = (Sums::default(), Seen::<W>::new());
    let mut next = vec![0; right.len()];
    let size = if MANY < left.len().saturating_mul(right.len()) { LARGE_SLAB } else { SLAB };
    for end in ends(left, right, size) {
        let mut slab = if size == SLAB {
            sides.gather(right, 0, &mut next, end, &seen, meter)?
        } else {
            sides.gather_by_all(&mut next, end, &seen, meter)?
        };
        slab.par_sort_unstable_by(|a, b| b.cmp(a));
        for group in slab.chunk_by(|a, b| a.0[..n_principals] == b.0[..n_principals]) {
            let first = kept.parents.len();
            for equal in group.chunk_by(|a, b| a.0 == b.0).filter(|equal| !seen.covers(&equal[0].0)) {
                kept.units.extend(equal.iter().flat_map(|sum| sum.0));
                kept.parents.extend(equal.iter().map(|sum| (sum.1, sum.2)));
            }
            kept.units[first * W..].as_chunks::<W>().0.iter().for_each(|units| seen.add(units));
        }
    }
    Ok(kept)
}

fn fixed<const W: usize>(values: &[i64]) -> [i64; W] {
    let mut fixed = [0; W];
    fixed.iter_mut().zip(values).for_each(|(to, &from)| *to = from);
    fixed
}

/// The two lists and what a sum needs.
struct Sides<'a, const W: usize> {
    left: &'a [[i64; W]],
    right: &'a [[i64; W]],
    floor: [i64; W],
    enough: [i64; W],
}

impl<const W: usize> Sides<'_, W> {
    /// As [`Self::gather`] for all right points, by all threads.
    fn gather_by_all(
        &self,
        next: &mut [usize],
        end: i64,
        seen: &Seen<W>,
        meter: &Meter<'_, '_>,
    ) -> Result<Vec<Sum<W>>, Stopped> {
        let share = self.right.len().div_ceil(SHARES).max(1);
        let shares = self.right.par_chunks(share).zip(next.par_chunks_mut(share)).enumerate();
        let gathered = shares.map(|(at, (right, next))| {
            let mut meter = meter.fork();
            let sums = self.gather(right, at * share, next, end, seen, &mut meter)?;
            meter.settle()?;
            Ok(sums)
        });
        let gathered: Vec<Result<Vec<Sum<W>>, Stopped>> = gathered.collect();
        let mut all = Vec::new();
        for sums in gathered {
            all.append(&mut sums?);
        }
        Ok(all)
    }

    /// The sums of some right points, from where each stands to the end of the slab, that nothing seen covers.
    fn gather(
        &self,
        right: &[[i64; W]],
        first: usize,
        next: &mut [usize],
        end: i64,
        seen: &Seen<W>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Vec<Sum<W>>, Stopped> {
        let mut sums = Vec::new();
        for ((b, bt), next) in right.iter().zip(first..).zip(next) {
            let start = *next;
            for a in self.left[start..].iter().take_while(|a| end <= a[0] + b[0]) {
                let mut sum = *a;
                let mut reaches = true;
                for at in 0..W {
                    sum[at] = (sum[at] + b[at]).min(self.enough[at]);
                    reaches &= self.floor[at] <= sum[at];
                }
                if reaches && !seen.covers(&sum) {
                    sums.push((sum, short(*next), short(bt)));
                }
                *next += 1;
            }
            meter.take_len(*next - start)?;
        }
        Ok(sums)
    }
}

/// Where slabs end on the first coordinate, descending; together they hold all sums.
fn ends<const W: usize>(left: &[[i64; W]], right: &[[i64; W]], size: usize) -> Vec<i64> {
    let sums = left.len().saturating_mul(right.len());
    let mut ends = Vec::new();
    if size < sums {
        let step = (size / SAMPLE).min(left.len()).max(1);
        let mut sample: Vec<i64> = right.iter().flat_map(|b| left.iter().step_by(step).map(|a| a[0] + b[0])).collect();
        sample.sort_unstable_by_key(|&sum| Reverse(sum));
        ends.extend(sample.iter().copied().skip(SAMPLE).step_by(SAMPLE));
        ends.dedup();
    }
    if ends.last() != Some(&i64::MIN) {
        ends.push(i64::MIN);
    }
    ends
}

/// What was seen so far beyond the first coordinate.
enum Seen<const W: usize> {
    /// Two coordinates: the most on the second.
    Most(i64),
    /// Three.
    Stairs(Stairs<Reverse<i64>>),
}

impl<const W: usize> Seen<W> {
    fn new() -> Self {
        if W == 2 { Self::Most(i64::MIN) } else { Self::Stairs(Stairs::new()) }
    }

    fn covers(&self, sum: &[i64; W]) -> bool {
        match self {
            Self::Most(most) => sum[1] <= *most,
            Self::Stairs(stairs) => stairs.covers(Reverse(sum[1]), Reverse(sum[2])),
        }
    }

    fn add(&mut self, units: &[i64]) {
        match self {
            Self::Most(most) => *most = units[1].max(*most),
            Self::Stairs(stairs) => {
                stairs.add(Reverse(units[1]), Reverse(units[2]));
            }
        }
    }
}
