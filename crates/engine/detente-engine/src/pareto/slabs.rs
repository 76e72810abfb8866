//! Sums of two lists in two or three coordinates, a slab of the first coordinate at a time.
//!
//! Both lists are sorted, so the sums of a slab are next to each other; what earlier slabs beat is dropped before anything is
//! sorted, and all sums are never held at once.

use super::reach::Needs;
use super::stairs::Stairs;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::points::Points;
use std::cmp::Reverse;

/// Sums of a slab, about.
const SLAB: usize = 4096;

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
) -> Result<Points, Stopped> {
    let (left, right) = (a.all_units().as_chunks::<W>().0, b.all_units().as_chunks::<W>().0);
    let sides = Sides { left, right, floor: fixed(&needs.floor), enough: fixed(&needs.enough) };
    let (mut kept, mut seen) = (Points::like(a), Seen::<W>::new());
    let mut next = vec![0; right.len()];
    let mut slab: Vec<Sum<W>> = Vec::new();
    for end in ends(left, right) {
        sides.gather(&mut next, end, &seen, &mut slab, meter)?;
        slab.sort_unstable_by(|a, b| b.cmp(a));
        for group in slab.chunk_by(|a, b| a.0[..n_principals] == b.0[..n_principals]) {
            let first = kept.len();
            for (sum, at, bt) in group {
                keep(&mut kept, &seen, sum, (a, *at), (b, *bt));
            }
            (first..kept.len()).for_each(|point| seen.add(kept.units(point)));
        }
        slab.clear();
    }
    Ok(kept)
}

fn keep<const W: usize>(kept: &mut Points, seen: &Seen<W>, sum: &[i64; W], a: (&Points, u32), b: (&Points, u32)) {
    let (at, bt) = (place(a.1), place(b.1));
    match kept.len().checked_sub(1).filter(|&last| kept.units(last) == sum) {
        Some(last) => kept.merge_joined(last, (a.0, at), (b.0, bt)),
        None if seen.covers(sum) => {}
        None => kept.push_joined(sum, (a.0, at), (b.0, bt)),
    }
}

fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
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
    /// The sums from where each right point stands to the end of the slab that nothing seen covers.
    fn gather(
        &self,
        next: &mut [usize],
        end: i64,
        seen: &Seen<W>,
        into: &mut Vec<Sum<W>>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<(), Stopped> {
        for ((bt, b), next) in (0..).zip(self.right).zip(next) {
            let slab = self.left[*next..].iter().take_while(|a| end <= a[0] + b[0]);
            let start = *next;
            for a in slab {
                let mut sum = *a;
                let mut reaches = true;
                for at in 0..W {
                    sum[at] = (sum[at] + b[at]).min(self.enough[at]);
                    reaches &= self.floor[at] <= sum[at];
                }
                if reaches && !seen.covers(&sum) {
                    into.push((sum, u32::try_from(*next).unwrap_or(u32::MAX), bt));
                }
                *next += 1;
            }
            meter.take_len(*next - start)?;
        }
        Ok(())
    }
}

/// Where slabs end on the first coordinate, descending; together they hold all sums.
fn ends<const W: usize>(left: &[[i64; W]], right: &[[i64; W]]) -> Vec<i64> {
    let sums = left.len().saturating_mul(right.len());
    let mut ends = Vec::new();
    if SLAB < sums {
        let step = (SLAB / SAMPLE).min(left.len()).max(1);
        let mut sample: Vec<i64> =
            right.iter().flat_map(|b| left.iter().step_by(step).map(|a| a[0] + b[0])).collect();
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
