//! The frontier, gone through again without weights: nothing but dominance within a node of the graph shortens it.

use super::region::Region;
use super::{Check, Checked};
use crate::claim::{Branch, Frontier};
use crate::dominance::efficient;
use crate::ground::Ground;
use crate::points::Points;
use crate::refusal::Reason;
use std::collections::BTreeSet;

impl Check<'_> {
    pub(super) fn frontier(&mut self, frontier: &Frontier) -> Checked {
        self.attained(&frontier.points)?;
        let found = self.whole_frontier()?;
        let listed: BTreeSet<&Vec<i64>> = frontier.points.iter().map(|point| &point.utilities).collect();
        if let Some(missing) = found.iter().find(|vector| !listed.contains(vector)) {
            return Err(Reason::Missing { utilities: missing.clone() }.into());
        }
        if let Some(number) = frontier.points.iter().position(|point| !found.contains(&point.utilities)) {
            return Err(Reason::NotBest { number }.into());
        }
        self.efficient.extend(found);
        Ok(())
    }

    /// The efficient vectors of the zone.
    fn whole_frontier(&mut self) -> Checked<BTreeSet<Vec<i64>>> {
        let zone = self.zone();
        let branches = without_weights(&zone);
        let mut found = Points::new(self.ask.principals.len());
        self.survivors(&Region::of(&zone), &branches, |_, vectors| {
            vectors.iter().for_each(|vector| found.push(vector, 0));
            Ok(())
        })?;
        let found = efficient(&found, false, usize::MAX, &mut self.steps)?;
        Ok((0..found.len()).map(|point| found.row(point).to_vec()).collect())
    }
}

/// Evidence that is none: each pattern, without weights.
pub(super) fn without_weights(ground: &Ground<'_>) -> Vec<Branch> {
    ground.patterns().into_iter().map(|asked| Branch { asked, ..Branch::default() }).collect()
}
