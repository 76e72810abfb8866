//! What a search aims at.

use crate::ground::Folded;
use crate::slab::{Relaxation, Relaxed, Slab, Target, relax};

/// A worth of packages, and how it bounds the slabs in which the worthiest lie.
pub(crate) trait Aim: Sync {
    /// What packages are compared by.
    type Worth: Clone + Ord;

    /// The relaxation that yields good weights in a branch.
    fn relaxation(&self, branch: &Folded) -> Relaxation;

    /// Good weights in a branch.
    fn weights(&self, branch: &Folded) -> Vec<f64> {
        let Relaxed { weights, .. } = relax(branch, &self.relaxation(branch));
        weights
    }

    /// What a package of a branch is worth; `None` if it does not count.
    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<Self::Worth>;

    /// What a package must reach on each coordinate to count at all.
    fn floor(&self, branch: &Folded) -> Vec<Option<i64>>;

    /// Whether a package counts at all.
    fn counts(&self, branch: &Folded, units: &[i64]) -> bool {
        let floor = self.floor(branch);
        floor.iter().zip(units).all(|(floor, units)| floor.is_none_or(|floor| floor <= *units))
    }

    /// About what packages of a branch are worth by their units, and the less the more they miss floors; only for guessing.
    fn scorer(&self, branch: &Folded) -> impl Fn(&[i64]) -> f64;

    /// Holds every package worth at least `worth`, or more than it where `strictly`.
    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &Self::Worth, strictly: bool) -> Target;

    /// As [`Aim::target`], with floors raised as far as the plane allows it to be told; dearer.
    fn tightened(&self, branch: &Folded, slab: &Slab<'_>, worth: &Self::Worth, strictly: bool) -> Target {
        self.target(branch, slab, worth, strictly)
    }

    /// A worth that the plane alone shows no package of the branch to exceed.
    fn ceiling(&self, branch: &Folded, slab: &Slab<'_>) -> Option<Self::Worth> {
        let above = |loss: i128| self.within(branch, slab, -loss);
        let losses = std::iter::once(0).chain((0..100).map(|power| 1_i128 << power));
        losses.map(above).find(|worth| slab.excludes(&self.target(branch, slab, worth, true)))
    }

    /// A worth whose target loses about so much; a guess, which decides nothing.
    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> Self::Worth;

    /// The target of every package that counts at all.
    fn widest(&self, branch: &Folded, slab: &Slab<'_>) -> Target {
        all_reach(slab, self.floor(branch))
    }

    /// The worth as a number, for reports of what is not proved.
    fn approximate(&self, worth: &Self::Worth) -> f64;
}

/// The floors of a branch: its lines, raised where `raised` (party, floor) asks for more.
pub(crate) fn floors(branch: &Folded, raised: &[(usize, i64)]) -> Vec<Option<i64>> {
    let floor = |of: &crate::ground::Coordinate| {
        let asked = raised.iter().filter(|(party, _)| *party == of.party).map(|(_, floor)| *floor);
        asked.chain(of.line).max()
    };
    branch.coordinates.iter().map(floor).collect()
}

/// Floors as a target of their own: whatever reaches them all is worth at least their sum along the weights.
pub(super) fn all_reach(slab: &Slab<'_>, floor: Vec<Option<i64>>) -> Target {
    let lowest = slab.lowest();
    let reached: Vec<i64> =
        floor.iter().zip(lowest).map(|(floor, &lowest)| floor.map_or(lowest, |f| f.max(lowest))).collect();
    Target { least: slab.along(&reached), floor, by_floors: true }
}

/// How much units miss floors, in parts of what they are; only for guessing.
pub(super) fn missing(floor: &[Option<i64>], units: &[i64]) -> f64 {
    let short = floor.iter().zip(units).filter_map(|(floor, &units)| {
        let floor = (*floor)?;
        (units < floor).then(|| about(i128::from(floor) - i128::from(units)) / (1.0 + about(i128::from(floor)).abs()))
    });
    short.sum()
}

/// A whole number of units from a guess.
#[expect(clippy::cast_possible_truncation, reason = "a guess; the conversion saturates")]
pub(super) fn guess(units: f64) -> i128 {
    if units.is_nan() { 0 } else { units as i128 }
}

/// A number as a guess.
#[expect(clippy::cast_precision_loss, reason = "a guess")]
pub(crate) fn about(units: i128) -> f64 {
    units as f64
}
