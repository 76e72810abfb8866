//! The frontier by comparing every package of the zone with every other.

use detente_model::{Model, Package};
use std::collections::BTreeMap;

/// A nondominated vector with all it is attained by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Units over the principals, in the order they are named.
    pub vector: Vec<i128>,
    /// How many packages of the zone have exactly this vector.
    pub packages: u128,
    /// The first of them.
    pub witness: Package,
}

/// Whether `a` is at least `b` everywhere and more somewhere.
pub fn dominates(a: &[i128], b: &[i128]) -> bool {
    a != b && a.iter().zip(b).all(|(a, b)| b <= a)
}

/// The nondominated vectors over `principals` of the packages of a zone given in the order of κ; vectors descending.
pub fn frontier(model: &Model, principals: &[usize], zone: &[Package]) -> Vec<Point> {
    let vector = |package: &Package| principals.iter().map(|&party| model.parties[party].utility(package)).collect();
    let mut vectors: BTreeMap<Vec<i128>, (u128, Package)> = BTreeMap::new();
    for package in zone {
        vectors.entry(vector(package)).or_insert_with(|| (0, package.clone())).0 += 1;
    }
    let is_efficient = |vector: &Vec<i128>| !vectors.keys().any(|other| dominates(other, vector));
    let efficient = vectors.iter().rev().filter(|(vector, _)| is_efficient(vector));
    efficient
        .map(|(vector, (packages, witness))| Point {
            vector: vector.clone(),
            packages: *packages,
            witness: witness.clone(),
        })
        .collect()
}
