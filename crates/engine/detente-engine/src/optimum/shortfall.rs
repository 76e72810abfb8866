//! "Least missing in sum": how far packages fall short of lines, all parties' units added up.

use super::aim::{Aim, about, guess, missing};
use crate::ground::{Coordinate, Folded};
use crate::slab::{Relaxation, Slab, Target};

/// Minus the sum of what is missing to the lines of a branch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shortfall;

fn lines(branch: &Folded) -> impl Iterator<Item = Option<i64>> + '_ {
    branch.coordinates.iter().map(|of| of.line.filter(|_| !of.is_sum))
}

impl Aim for Shortfall {
    type Worth = i128;

    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    fn relaxation(&self, branch: &Folded) -> Relaxation {
        let width = branch.coordinates.len();
        let floor = lines(branch).map(|line| line.map(|line| line as f64)).collect();
        Relaxation { worth: vec![0.0; width], floor, rise: vec![0.0; width], shortfall: Some(1.0) }
    }

    fn worth(&self, branch: &Folded, units: &[i64]) -> Option<i128> {
        let missing = lines(branch).zip(units).filter_map(|(line, &units)| Some(i128::from(units) - i128::from(line?)));
        Some(missing.map(|gain| gain.min(0)).sum())
    }

    fn floor(&self, branch: &Folded) -> Vec<Option<i64>> {
        branch.coordinates.iter().map(Coordinate::fixed_line).collect()
    }

    fn scorer(&self, branch: &Folded) -> impl Fn(&[i64]) -> f64 {
        let floor = self.floor(branch);
        move |units| {
            let missing = missing(&floor, units);
            if 0.0 < missing { -1e30 * missing } else { self.worth(branch, units).map_or(-1e30, about) }
        }
    }

    /// No party misses more than all together; and as no weight exceeds the largest, what is missing along the weights is no
    /// more than the largest weight × the sum.
    fn target(&self, branch: &Folded, slab: &Slab<'_>, worth: &i128, strictly: bool) -> Target {
        let worth = *worth + i128::from(strictly);
        let lower = |line: i64| i64::try_from(i128::from(line) + worth).unwrap_or(i64::MIN);
        let fixed = branch.coordinates.iter().map(Coordinate::fixed_line);
        let floor = lines(branch).zip(fixed).map(|(line, fixed)| line.map(lower).or(fixed)).collect();
        let most = slab.weights.iter().copied().max().unwrap_or(0);
        let along = |(line, weight): (Option<i64>, &i64)| line.map(|line| i128::from(line) * i128::from(*weight));
        let at_lines: i128 = lines(branch).zip(&slab.weights).filter_map(along).sum();
        let unlined: i128 = lines(branch)
            .zip(slab.weights.iter().zip(slab.lowest()))
            .filter(|(line, _)| line.is_none())
            .map(|(_, (&weight, &lowest))| i128::from(weight) * i128::from(lowest))
            .sum();
        Target { least: at_lines + unlined + i128::from(most).saturating_mul(worth), floor, by_floors: false }
    }

    fn within(&self, branch: &Folded, slab: &Slab<'_>, loss: i128) -> i128 {
        let at_zero = self.target(branch, slab, &0, false).least;
        let most = about(i128::from(slab.weights.iter().copied().max().unwrap_or(0))).max(1.0);
        guess((about(slab.top() - loss - at_zero) / most).floor()).min(0)
    }

    fn approximate(&self, worth: &i128) -> f64 {
        about(*worth)
    }
}
