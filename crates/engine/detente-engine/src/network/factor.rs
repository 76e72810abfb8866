//! What a few variables contribute together: for every combination allowed, a short list of points.

use crate::points::Points;

/// A relation over a few variables; each row carries what its combination contributes. A combination without a row is not
/// allowed.
#[derive(Clone, Debug)]
pub(crate) struct Factor {
    /// The variables, ascending.
    pub(crate) scope: Vec<usize>,
    /// Per row the values of the scope, one row after another.
    keys: Vec<u32>,
    /// A point per row.
    pub(crate) points: Points,
}

impl Factor {
    /// A factor without rows.
    pub(crate) fn new(scope: Vec<usize>, width: usize, words: usize) -> Self {
        Self { scope, keys: Vec::new(), points: Points::new(width, words) }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, key: &[u32], units: &[i64], kappa: &[u64]) {
        self.keys.extend_from_slice(key);
        self.points.push(units, 1, kappa);
    }

    /// The rows in which a variable of the scope has a value, without the variable unless it is the only one.
    pub(crate) fn held(&self, var: usize, value: u32) -> Self {
        let Some(place) = self.scope.iter().position(|&of| of == var) else { return self.clone() };
        let mut scope = self.scope.clone();
        if 1 < scope.len() {
            scope.remove(place);
        }
        let n_left = scope.len();
        let mut held = Self::new(scope, self.points.width(), self.points.words());
        for row in (0..self.len()).filter(|&row| self.key(row)[place] == value) {
            let mut key = self.key(row).to_vec();
            if n_left < key.len() {
                key.remove(place);
            }
            held.keys.extend_from_slice(&key);
            held.points.take(&self.points, row);
        }
        held
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.points.len()
    }

    /// The values of a row.
    pub(crate) fn key(&self, row: usize) -> &[u32] {
        &self.keys[row * self.scope.len()..(row + 1) * self.scope.len()]
    }
}

/// All combinations of values of variables of these sizes, the last fastest.
pub(crate) fn combinations(sizes: &[usize]) -> impl Iterator<Item = Vec<u32>> + use<> {
    let sizes = sizes.to_vec();
    let mut next = if sizes.contains(&0) { None } else { Some(vec![0_u32; sizes.len()]) };
    std::iter::from_fn(move || {
        let current = next.take()?;
        let mut following = current.clone();
        for (digit, &size) in following.iter_mut().zip(&sizes).rev() {
            *digit += 1;
            if usize::try_from(*digit).is_ok_and(|value| value < size) {
                next = Some(following);
                return Some(current);
            }
            *digit = 0;
        }
        Some(current)
    })
}

/// The number of combinations of variables of these sizes; saturated.
pub(crate) fn cells(sizes: impl IntoIterator<Item = usize>) -> usize {
    sizes.into_iter().fold(1, usize::saturating_mul)
}
