//! Lists of partial sums of units, each with the weight it gives away.

/// Partial sums, one row after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Points {
    pub(crate) width: usize,
    pub(crate) units: Vec<i64>,
    pub(crate) loss: Vec<i64>,
}

impl Points {
    pub(crate) fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// The sum of nothing.
    pub(crate) fn origin(width: usize) -> Self {
        Self { width, units: vec![0; width], loss: vec![0] }
    }

    pub(crate) fn len(&self) -> usize {
        self.loss.len()
    }

    pub(crate) fn row(&self, point: usize) -> &[i64] {
        &self.units[point * self.width..(point + 1) * self.width]
    }

    pub(crate) fn push(&mut self, row: &[i64], loss: i64) {
        self.units.extend_from_slice(row);
        self.loss.push(loss);
    }

    /// The points of these indices, in this order.
    pub(crate) fn chosen(&self, points: &[usize]) -> Self {
        let mut chosen = Self::new(self.width);
        points.iter().for_each(|&point| chosen.push(self.row(point), self.loss[point]));
        chosen
    }
}
