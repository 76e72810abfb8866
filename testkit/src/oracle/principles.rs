//! The principles over a whole zone, word by word from DEFINITIONS 10–12.

use super::frontier::dominates;
use std::collections::BTreeSet;

/// What a principle is applied to: every utility vector of the zone, not only the efficient ones.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The vectors over the principals, one per package.
    pub vectors: Vec<Vec<i128>>,
    /// Per principal its bottom line.
    pub bottom_lines: Vec<Option<i128>>,
    /// Per principal its units per point.
    pub units_per_point: Vec<i128>,
}

/// The efficient vectors a principle chooses.
pub type Chosen = BTreeSet<Vec<i128>>;

impl Ground {
    /// Principals that have a bottom line, by position.
    fn standing(&self) -> Vec<usize> {
        (0..self.bottom_lines.len()).filter(|&at| self.bottom_lines[at].is_some()).collect()
    }

    fn gain(&self, vector: &[i128], at: usize) -> i128 {
        vector[at] - self.bottom_lines[at].unwrap_or(0)
    }

    /// Points times the product of everybody's units per point: whole numbers, comparable across parties.
    fn in_points(&self, units: i128, at: usize) -> i128 {
        let others = self.units_per_point.iter().enumerate().filter(|(other, _)| *other != at);
        units * others.map(|(_, per_point)| *per_point).product::<i128>()
    }

    fn ascending_gains(&self, vector: &[i128]) -> Vec<i128> {
        let standing = self.standing();
        let mut gains: Vec<i128> = standing.iter().map(|&at| self.in_points(self.gain(vector, at), at)).collect();
        gains.sort_unstable();
        gains
    }

    /// The efficient ones among the vectors of `from` with the greatest worth.
    fn greatest<T: Ord>(&self, from: &[Vec<i128>], worth: impl Fn(&[i128]) -> T) -> Chosen {
        let most = from.iter().map(|vector| worth(vector)).max();
        let attain = from.iter().filter(|vector| Some(worth(vector)) == most);
        attain.filter(|vector| !self.vectors.iter().any(|other| dominates(other, vector))).cloned().collect()
    }
}

/// Per largest set of gainers (positions among the principals) the chosen vectors; empty where no one can gain.
pub fn nash(ground: &Ground, weights: &[u32]) -> Vec<(Vec<usize>, Chosen)> {
    let gainers = |vector: &[i128]| -> Vec<usize> {
        ground.standing().into_iter().filter(|&at| 0 < ground.gain(vector, at)).collect()
    };
    let most = ground.vectors.iter().map(|vector| gainers(vector).len()).max().unwrap_or(0);
    if most == 0 {
        return Vec::new();
    }
    let sets: BTreeSet<Vec<usize>> = ground.vectors.iter().map(|vector| gainers(vector)).collect();
    let largest = sets.into_iter().filter(|set| set.len() == most);
    let choose = |set: Vec<usize>| {
        let with: Vec<Vec<i128>> = ground.vectors.iter().filter(|vector| gainers(vector) == set).cloned().collect();
        let product =
            |vector: &[i128]| -> i128 { set.iter().map(|&at| ground.gain(vector, at).pow(weights[at])).product() };
        let chosen = ground.greatest(&with, product);
        (set, chosen)
    };
    largest.map(choose).collect()
}

/// Leximin of gains relative to what each could hope for; empty where no one can hope.
pub fn kalai_smorodinsky(ground: &Ground) -> Chosen {
    let hope = |at: usize| ground.vectors.iter().map(|vector| ground.gain(vector, at)).max().unwrap_or(0);
    let hopeful: Vec<usize> = ground.standing().into_iter().filter(|&at| 0 < hope(at)).collect();
    if hopeful.is_empty() {
        return Chosen::new();
    }
    let hopes: Vec<i128> = hopeful.iter().map(|&at| hope(at)).collect();
    let whole: i128 = hopes.iter().product();
    let ratios = |vector: &[i128]| {
        let parties = hopeful.iter().zip(&hopes);
        let mut ratios: Vec<i128> = parties.map(|(&at, hope)| ground.gain(vector, at) * (whole / hope)).collect();
        ratios.sort_unstable();
        ratios
    };
    ground.greatest(&ground.vectors, ratios)
}

/// Greatest least gain, in points.
pub fn egalitarian(ground: &Ground) -> Chosen {
    if ground.standing().is_empty() {
        return Chosen::new();
    }
    ground.greatest(&ground.vectors, |vector| ground.ascending_gains(vector)[0])
}

/// Lexicographically greatest ascending gains, in points.
pub fn leximin(ground: &Ground) -> Chosen {
    if ground.standing().is_empty() {
        return Chosen::new();
    }
    ground.greatest(&ground.vectors, |vector| ground.ascending_gains(vector))
}

/// Greatest sum of points over the principals with a bottom line.
pub fn utilitarian(ground: &Ground) -> Chosen {
    let standing = ground.standing();
    if standing.is_empty() {
        return Chosen::new();
    }
    let total = |vector: &[i128]| -> i128 { standing.iter().map(|&at| ground.in_points(vector[at], at)).sum() };
    ground.greatest(&ground.vectors, total)
}
