//! Points that stand for others: each with how far those may exceed it.

use crate::points::Points;

/// Upper ends of what some attained points stand for: `points` has the upper ends, and a point attained is its upper end less
/// its slack. Every package is at most some upper end.
#[derive(Clone, Debug)]
pub(super) struct Slacked {
    /// The upper ends, with the packages that attain what lies the slack below.
    pub(super) points: Points,
    /// The slack of one point after another, never negative.
    pub(super) slack: Vec<i64>,
}

impl Slacked {
    /// Points that stand for themselves.
    pub(super) fn exact(points: Points) -> Self {
        let slack = vec![0; points.all_units().len()];
        Self { points, slack }
    }

    /// No points, of the shape of some.
    pub(super) fn like(points: &Points) -> Self {
        Self { points: Points::like(points), slack: Vec::new() }
    }

    /// The number of points.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// The slack of a point.
    pub(super) fn slack(&self, point: usize) -> &[i64] {
        let width = self.points.width();
        &self.slack[point * width..(point + 1) * width]
    }

    /// What the package of a point attains.
    pub(super) fn attained(&self, point: usize) -> impl Iterator<Item = i64> + '_ {
        self.points.units(point).iter().zip(self.slack(point)).map(|(upper, slack)| upper - slack)
    }

    /// Adds a point that attains `attained` and stands for what is up to `upper`.
    pub(super) fn push(&mut self, upper: &[i64], attained: &[i64], kappa: &[u64]) {
        self.points.push(upper, u128::MAX, kappa);
        self.slack.extend(upper.iter().zip(attained).map(|(upper, attained)| upper - attained));
    }

    /// Adds the points of another list.
    pub(super) fn append(&mut self, other: &Self) {
        self.points.append(&other.points);
        self.slack.extend_from_slice(&other.slack);
    }

    /// The most slack per coordinate.
    pub(super) fn most_slack(&self) -> Vec<i64> {
        let width = self.points.width();
        let mut most = vec![0; width];
        if 0 < width {
            for slack in self.slack.chunks_exact(width) {
                most.iter_mut().zip(slack).for_each(|(most, &slack)| *most = slack.max(*most));
            }
        }
        most
    }
}
