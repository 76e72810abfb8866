//! What a count adds up.

use crate::error::Stopped;
use crate::plan::Plan;

/// What is known of a part of the zone, or of all of it.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// Packages.
    pub(crate) count: u128,
    /// Packages per issue and position.
    pub(crate) with: Vec<Vec<u128>>,
    /// The least κ.
    pub(crate) first: Option<u128>,
    /// Per axis the least and the most units, where asked for.
    pub(crate) extents: Vec<Option<(i64, i64)>>,
}

impl Tally {
    /// Of no package.
    pub(crate) fn none(plan: &Plan) -> Self {
        let with = plan.choices.iter().map(|choices| vec![0; choices.len()]).collect();
        Self { count: 0, with, first: None, extents: vec![None; plan.axes.len()] }
    }

    /// Takes note of a package.
    pub(crate) fn meet(&mut self, kappa: u128) {
        self.first = Some(self.first.map_or(kappa, |first| first.min(kappa)));
    }

    /// Whether a range of units reaches beyond what is known of an axis.
    pub(crate) fn would_widen(&self, axis: usize, least: i64, most: i64) -> bool {
        self.extents[axis].is_none_or(|(a, b)| least < a || b < most)
    }

    /// Takes note of a range of units whose both ends are attained.
    pub(crate) fn widen(&mut self, axis: usize, least: i64, most: i64) {
        let extent = &mut self.extents[axis];
        *extent = Some(extent.map_or((least, most), |(a, b)| (a.min(least), b.max(most))));
    }

    fn join(mut self, other: Self) -> Self {
        self.count += other.count;
        for (row, others) in self.with.iter_mut().zip(&other.with) {
            row.iter_mut().zip(others).for_each(|(number, more)| *number += more);
        }
        if let Some(kappa) = other.first {
            self.meet(kappa);
        }
        for (axis, extent) in other.extents.into_iter().enumerate() {
            if let Some((least, most)) = extent {
                self.widen(axis, least, most);
            }
        }
        self
    }
}

/// Joins the tallies of two parts; the order of parts does not matter.
pub(crate) fn join(a: Result<Tally, Stopped>, b: Result<Tally, Stopped>) -> Result<Tally, Stopped> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok(a.join(b)),
        (Err(a), Err(b)) => Err(a.weightier(b)),
        (Err(stopped), Ok(_)) | (Ok(_), Err(stopped)) => Err(stopped),
    }
}
