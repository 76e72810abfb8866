//! Lists of points with how many packages attain each and the κ-least of them, in columns.

/// Points of one width.
#[derive(Clone, Debug, Default)]
pub(crate) struct Points {
    width: usize,
    keys: Vec<i64>,
    packages: Vec<u128>,
    kappa: Vec<u128>,
}

impl Points {
    /// No points yet.
    pub(crate) fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// The number of coordinates.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The number of points.
    pub(crate) fn len(&self) -> usize {
        self.packages.len()
    }

    /// The coordinates of a point.
    pub(crate) fn key(&self, point: usize) -> &[i64] {
        &self.keys[point * self.width..(point + 1) * self.width]
    }

    /// How many packages attain a point.
    pub(crate) fn packages(&self, point: usize) -> u128 {
        self.packages[point]
    }

    /// The κ-least package that attains a point.
    pub(crate) fn kappa(&self, point: usize) -> u128 {
        self.kappa[point]
    }

    /// Adds a point.
    pub(crate) fn push(&mut self, key: &[i64], packages: u128, kappa: u128) {
        self.keys.extend_from_slice(key);
        self.packages.push(packages);
        self.kappa.push(kappa);
    }

    /// Adds all points of another list of the same width.
    pub(crate) fn append(&mut self, other: &Self) {
        self.keys.extend_from_slice(&other.keys);
        self.packages.extend_from_slice(&other.packages);
        self.kappa.extend_from_slice(&other.kappa);
    }

    /// The same set, descending by coordinates, equal points as one.
    pub(crate) fn merged(&self) -> Self {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by(|&a, &b| self.key(b).cmp(self.key(a)));
        let mut merged = Self::new(self.width);
        for point in order {
            match merged.len().checked_sub(1).filter(|&last| merged.key(last) == self.key(point)) {
                Some(last) => {
                    merged.packages[last] += self.packages[point];
                    merged.kappa[last] = merged.kappa[last].min(self.kappa[point]);
                }
                None => merged.push(self.key(point), self.packages[point], self.kappa[point]),
            }
        }
        merged
    }
}
