//! Sums of two lists in any number of coordinates, a batch at a time, each filtered together with what is left of the others.

use super::filter::survivors;
use super::reach::Needs;
use super::sums::{Sums, place, short};
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
) -> Result<Sums, Stopped> {
    let mut held = Sums::default();
    let mut limit = BATCH;
    let mut sum = vec![0; a.width()];
    for at in 0..a.len() {
        for bt in 0..b.len() {
            if needs.sum(a.units(at), b.units(bt), &mut sum) {
                held.units.extend_from_slice(&sum);
                held.parents.push((short(at), short(bt)));
            }
        }
        meter.take_len(b.len())?;
        if limit < held.parents.len() {
            held = unbeaten(&held, a.width(), n_principals, meter)?;
            limit = BATCH.max(2 * held.parents.len());
        }
    }
    unbeaten(&held, a.width(), n_principals, meter)
}

fn unbeaten(sums: &Sums, width: usize, n_principals: usize, meter: &mut Meter<'_, '_>) -> Result<Sums, Stopped> {
    let order = survivors(&sums.units, sums.parents.len(), width, n_principals, meter)?;
    let mut kept = Sums { units: Vec::with_capacity(order.len() * width), parents: Vec::with_capacity(order.len()) };
    for at in order.into_iter().map(place) {
        kept.units.extend_from_slice(&sums.units[at * width..(at + 1) * width]);
        kept.parents.push(sums.parents[at]);
    }
    Ok(kept)
}
