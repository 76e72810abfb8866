//! Lists of utility vectors, each with how many packages attain it and the κ-least of them, in flat columns.

use std::cmp::Ordering;

/// Vectors of one width.
///
/// The number of packages saturates: `u128::MAX` stands for "more than can be told".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Points {
    width: usize,
    words: usize,
    units: Vec<i64>,
    packages: Vec<u128>,
    kappa: Vec<u64>,
}

impl Points {
    /// No points; `width` coordinates and `words` words of κ each.
    pub(crate) fn new(width: usize, words: usize) -> Self {
        Self { width, words, ..Self::default() }
    }

    /// The point of the empty package.
    pub(crate) fn origin(width: usize, words: usize) -> Self {
        let mut origin = Self::new(width, words);
        origin.push(&vec![0; width], 1, &vec![0; words]);
        origin
    }

    /// No points, of the shape of others.
    pub(crate) fn like(other: &Self) -> Self {
        Self::new(other.width, other.words)
    }

    /// Makes room for so many points more.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.units.reserve(more * self.width);
        self.packages.reserve(more);
        self.kappa.reserve(more * self.words);
    }

    /// All units, one point after another.
    pub(crate) fn all_units(&self) -> &[i64] {
        &self.units
    }

    /// The number of coordinates.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The number of words of κ.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The number of points.
    pub(crate) fn len(&self) -> usize {
        self.packages.len()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.packages.is_empty()
    }

    /// The coordinates of a point.
    pub(crate) fn units(&self, point: usize) -> &[i64] {
        &self.units[point * self.width..(point + 1) * self.width]
    }

    /// All points' coordinates, one point after another.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = &[i64]> + '_ {
        (0..self.len()).map(|point| self.units(point))
    }

    /// How many packages attain a point; saturated.
    pub(crate) fn packages(&self, point: usize) -> u128 {
        self.packages[point]
    }

    /// The κ-least package that attains a point, packed.
    pub(crate) fn kappa(&self, point: usize) -> &[u64] {
        &self.kappa[point * self.words..(point + 1) * self.words]
    }

    /// Adds a point.
    pub(crate) fn push(&mut self, units: &[i64], packages: u128, kappa: &[u64]) {
        self.units.extend_from_slice(units);
        self.packages.push(packages);
        self.kappa.extend_from_slice(kappa);
    }

    /// Adds a point of another list of the same shape.
    pub(crate) fn take(&mut self, other: &Self, point: usize) {
        self.push(other.units(point), other.packages(point), other.kappa(point));
    }

    /// Adds the sum of two points over different issues.
    pub(crate) fn push_sum(&mut self, a: &Self, at: usize, b: &Self, bt: usize) {
        self.units.extend(a.units(at).iter().zip(b.units(bt)).map(|(x, y)| x + y));
        self.packages.push(a.packages[at].saturating_mul(b.packages[bt]));
        self.kappa.extend(a.kappa(at).iter().zip(b.kappa(bt)).map(|(x, y)| x | y));
    }

    /// Adds the sum of two points over different issues, its units as given.
    pub(crate) fn push_joined(&mut self, units: &[i64], (a, at): (&Self, usize), (b, bt): (&Self, usize)) {
        self.units.extend_from_slice(units);
        self.packages.push(a.packages[at].saturating_mul(b.packages[bt]));
        match self.words {
            1 => self.kappa.push(a.kappa[at] | b.kappa[bt]),
            _ => self.kappa.extend(a.kappa(at).iter().zip(b.kappa(bt)).map(|(x, y)| x | y)),
        }
    }

    /// Takes note of the packages of the sum of two points over different issues.
    pub(crate) fn merge_joined(&mut self, point: usize, (a, at): (&Self, usize), (b, bt): (&Self, usize)) {
        let packages = a.packages[at].saturating_mul(b.packages[bt]);
        let kappa: Vec<u64> = a.kappa(at).iter().zip(b.kappa(bt)).map(|(x, y)| x | y).collect();
        self.merge(point, packages, &kappa);
    }

    /// Adds all points of another list of the same shape.
    pub(crate) fn append(&mut self, other: &Self) {
        self.units.extend_from_slice(&other.units);
        self.packages.extend_from_slice(&other.packages);
        self.kappa.extend_from_slice(&other.kappa);
    }

    /// The points whose index passes, in the same order.
    pub(crate) fn filtered(&self, mut keep: impl FnMut(usize) -> bool) -> Self {
        let mut kept = Self::like(self);
        (0..self.len()).filter(|&point| keep(point)).for_each(|point| kept.take(self, point));
        kept
    }

    /// The points of these indices, in this order.
    pub(crate) fn chosen(&self, points: &[usize]) -> Self {
        let mut kept = Self::like(self);
        points.iter().for_each(|&point| kept.take(self, point));
        kept
    }

    /// The same set, lexicographically descending, equal points as one.
    pub(crate) fn merged(&self) -> Self {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by(|&a, &b| self.units(b).cmp(self.units(a)));
        let mut merged = Self::like(self);
        for point in order {
            match merged.len().checked_sub(1).filter(|&last| merged.units(last) == self.units(point)) {
                Some(last) => merged.merge(last, self.packages(point), self.kappa(point)),
                None => merged.take(self, point),
            }
        }
        merged
    }

    /// Takes note of more packages that attain a point.
    pub(crate) fn merge(&mut self, point: usize, packages: u128, kappa: &[u64]) {
        self.packages[point] = self.packages[point].saturating_add(packages);
        let own = &mut self.kappa[point * self.words..(point + 1) * self.words];
        if kappa.cmp(own) == Ordering::Less {
            own.copy_from_slice(kappa);
        }
    }

    /// The most on each coordinate; `None` where there is no point.
    pub(crate) fn most(&self) -> Option<Vec<i64>> {
        self.extreme(i64::max)
    }

    /// The least on each coordinate; `None` where there is no point.
    pub(crate) fn least(&self) -> Option<Vec<i64>> {
        self.extreme(i64::min)
    }

    /// By how much each coordinate varies, added to `spreads`.
    pub(crate) fn add_spreads(&self, spreads: &mut [i64]) {
        for (at, spread) in spreads.iter_mut().enumerate() {
            let column = self.units.iter().skip(at).step_by(self.width.max(1));
            let (least, most) = column.fold((i64::MAX, i64::MIN), |(least, most), &u| (least.min(u), most.max(u)));
            *spread = spread.saturating_add(most.saturating_sub(least).max(0));
        }
    }

    fn extreme(&self, better: impl Fn(i64, i64) -> i64) -> Option<Vec<i64>> {
        let join = |mut a: Vec<i64>, row: &[i64]| {
            a.iter_mut().zip(row).for_each(|(a, &b)| *a = better(*a, b));
            a
        };
        let (first, rest) = (self.rows().next()?.to_vec(), self.rows().skip(1));
        Some(rest.fold(first, join))
    }
}
