//! What lists not added up yet can still bring: the most on each coordinate, within what may yet be lost.
//!
//! To repair one coordinate costs loss. Classes of losses are rounded down, so that the tables promise too much and never too
//! little.

use super::halves::{Bounds, Lossy};

/// Classes of losses where many sums have to be held against a table.
pub(super) const FINE: usize = 64;

/// The most each coordinate can get from some lists, by class of the loss still allowed.
#[derive(Clone, Debug)]
pub(super) struct Outside {
    /// The most loss of all.
    loss: i64,
    /// Per class the most on each coordinate.
    most: Vec<Vec<i64>>,
}

impl Outside {
    /// Of no list.
    pub(super) fn nothing(bounds: &Bounds<'_>, classes: usize) -> Self {
        Self { loss: bounds.loss, most: vec![vec![0; bounds.floor.len()]; classes] }
    }

    fn class(&self, loss: i64) -> usize {
        let class = i128::from(loss) * i128::try_from(self.most.len()).unwrap_or(1) / (i128::from(self.loss) + 1);
        usize::try_from(class).unwrap_or(0)
    }

    /// With one list more.
    pub(super) fn with(&self, list: &Lossy) -> Self {
        let unreached = vec![i64::MIN / 4; self.most.first().map_or(0, Vec::len)];
        let mut most = vec![unreached; self.most.len()];
        for (point, &loss) in list.losses.iter().enumerate() {
            let (own, units) = (self.class(loss), list.points.units(point));
            for (into, before) in most[own.min(self.most.len())..].iter_mut().zip(&self.most) {
                let sums = before.iter().zip(units).map(|(before, units)| before + units);
                into.iter_mut().zip(sums).for_each(|(into, sum)| *into = (*into).max(sum));
            }
        }
        Self { loss: self.loss, most }
    }

    /// What a partial sum must have on each coordinate, by class of the loss it leaves.
    pub(super) fn missing(&self, bounds: &Bounds<'_>) -> Missing {
        let short =
            |most: &Vec<i64>| bounds.floor.iter().zip(most).map(|(floor, most)| floor.saturating_sub(*most)).collect();
        Missing { outside: self.clone(), least: self.most.iter().map(short).collect() }
    }
}

/// What partial sums must have.
pub(super) struct Missing {
    outside: Outside,
    least: Vec<Vec<i64>>,
}

impl Missing {
    /// What a sum must have that leaves so much loss.
    pub(super) fn at(&self, left: i64) -> &[i64] {
        let class = self.outside.class(left).min(self.least.len().saturating_sub(1));
        self.least.get(class).map_or(&[], Vec::as_slice)
    }
}
