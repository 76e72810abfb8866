//! Sums of two lists in any number of coordinates, a batch at a time, each filtered together with what is left of the others.

use super::filter::efficient;
use super::reach::Needs;
use crate::budget::Meter;
use crate::error::Stopped;
use crate::points::Points;

/// Sums of a batch at least.
const BATCH: usize = 1 << 19;

/// The sums no other beats, with what each needs.
///
/// # Cost
/// The filter's for |a|·|b| points; a batch is held at once.
pub(super) fn sums(
    a: &Points,
    b: &Points,
    n_principals: usize,
    needs: &Needs,
    meter: &mut Meter<'_, '_>,
) -> Result<Points, Stopped> {
    let mut held = Points::like(a);
    let mut limit = BATCH;
    let mut sum = vec![0; a.width()];
    for at in 0..a.len() {
        for bt in 0..b.len() {
            if needs.sum(a.units(at), b.units(bt), &mut sum) {
                held.push_joined(&sum, (a, at), (b, bt));
            }
        }
        meter.take_len(b.len())?;
        if limit < held.len() {
            held = efficient(held, n_principals, meter)?;
            limit = BATCH.max(2 * held.len());
        }
    }
    efficient(held, n_principals, meter)
}
