//! Vectors near every package of the zone.

use super::{Check, Checked};
use crate::proof::Cover;
use crate::refusal::Reason;

impl Check<'_> {
    pub(super) fn cover(&mut self, cover: &Cover) -> Checked {
        self.attained(&cover.points)?;
        let expected = self.ask.principals.len();
        if cover.epsilon.len() != expected {
            return Err(Reason::Parties { found: cover.epsilon.len(), expected }.into());
        }
        if cover.epsilon.iter().any(|&epsilon| epsilon < 0) {
            return Err(Reason::OutOfRange.into());
        }
        let near = |point: &[i64], vector: &[i64]| {
            let each = point.iter().zip(&cover.epsilon).zip(vector);
            each.into_iter()
                .all(|((own, epsilon), other)| i128::from(*other) <= i128::from(*own) + i128::from(*epsilon))
        };
        for vector in self.whole_frontier()? {
            self.steps.take(cover.points.len(), expected)?;
            if !cover.points.iter().any(|point| near(&point.utilities, &vector)) {
                return Err(Reason::Missing { utilities: vector }.into());
            }
        }
        Ok(())
    }
}
