//! Vectors near every package of the zone.

use super::region::Region;
use super::{Check, Checked};
use crate::claim::Cover;
use crate::refusal::Reason;

impl Check<'_> {
    /// Nothing in the zone is beyond every point by more than is allowed. The zone is gone through in boxes, from both ends
    /// of the graph, and a box below a point is not opened: the more is allowed, the shorter the check.
    pub(super) fn cover(&mut self, cover: &Cover) -> Checked {
        self.attained(&cover.points)?;
        let expected = self.ask.principals.len();
        if cover.epsilon.len() != expected {
            return Err(Reason::Parties { found: cover.epsilon.len(), expected }.into());
        }
        if cover.epsilon.iter().any(|&epsilon| epsilon < 0) {
            return Err(Reason::OutOfRange.into());
        }
        let reach = |own: &[i64]| own.iter().zip(&cover.epsilon).map(|(own, more)| own.saturating_add(*more)).collect();
        let zone = self.zone();
        let covered = cover.points.iter().map(|point| reach(&point.utilities)).collect();
        let region = Region { covered, ..Region::of(&zone) };
        let branches = super::frontier::without_weights(&zone);
        self.survivors(&region, &branches, |_, found| match found.into_iter().next() {
            Some(utilities) => Err(Reason::Missing { utilities }),
            None => Ok(()),
        })
    }
}
