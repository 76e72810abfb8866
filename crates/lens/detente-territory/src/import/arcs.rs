//! Simpler lines, the same on both sides of a border.
//!
//! Rings are cut where three units meet, or two and the sea; each piece between such points is simplified once, and both units get it.
//!
//! # Source
//! \[Douglas1973\].

use std::collections::{BTreeMap, BTreeSet};

use detente_base::Decimal;
use geo::{LineString, MultiPolygon, Polygon, Simplify, Validation};

use super::Unit;
use super::snap::{Key, key, point};
use crate::shape::measure::KM_PER_DEGREE;

/// How often a tolerance is halved until no outline crosses.
const TRIES: u32 = 6;

/// Simplifies all outlines by at most `km`; by less where an outline would cross itself, which is told.
pub(super) fn simplify(units: &mut [Unit], km: Decimal, notes: &mut Vec<String>) {
    let Ok(wanted) = km.to_string().parse::<f64>() else { return };
    let before = points(units);
    let mut limit = wanted;
    for _ in 0..TRIES {
        let simpler: Vec<MultiPolygon<f64>> = simplified(units, limit / KM_PER_DEGREE);
        if simpler.iter().all(|polygons| !polygons.0.is_empty() && polygons.is_valid()) {
            units.iter_mut().zip(simpler).for_each(|(unit, polygons)| unit.polygons = polygons);
            notes.push(format!("outlines simplified by up to {limit} km: {before} points, now {}", points(units)));
            return;
        }
        limit /= 2.0;
    }
    notes.push(format!("outlines were not simplified: at {wanted} km and well below they would cross"));
}

fn points(units: &[Unit]) -> usize {
    units.iter().flat_map(|unit| rings(&unit.polygons)).map(|ring| ring.0.len()).sum()
}

fn rings(polygons: &MultiPolygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
}

fn simplified(units: &[Unit], limit: f64) -> Vec<MultiPolygon<f64>> {
    let knots = knots(units);
    let of_ring = |ring: &LineString<f64>| simpler(ring, &knots, limit);
    let of_polygon = |polygon: &Polygon<f64>| {
        let exterior = of_ring(polygon.exterior())?;
        Some(Polygon::new(exterior, polygon.interiors().iter().filter_map(of_ring).collect()))
    };
    units.iter().map(|unit| MultiPolygon::new(unit.polygons.iter().filter_map(of_polygon).collect())).collect()
}

/// The points at which lines meet or part: those with more or fewer than two different neighbours over all rings.
fn knots(units: &[Unit]) -> BTreeSet<Key> {
    let mut beside: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for line in units.iter().flat_map(|unit| rings(&unit.polygons)).flat_map(LineString::lines) {
        let (a, b) = (key(line.start), key(line.end));
        beside.entry(a).or_default().insert(b);
        beside.entry(b).or_default().insert(a);
    }
    beside.into_iter().filter(|(_, near)| near.len() != 2).map(|(at, _)| at).collect()
}

/// A ring of simpler pieces; none where less than a triangle is left.
fn simpler(ring: &LineString<f64>, knots: &BTreeSet<Key>, limit: f64) -> Option<LineString<f64>> {
    let mut keys: Vec<Key> = ring.coords().map(|at| key(*at)).collect();
    keys.pop();
    let cuts = cuts(&keys, knots);
    let first = cuts.first().copied()?;
    keys.rotate_left(first);
    let ends: Vec<usize> = cuts.iter().skip(1).map(|cut| cut - first).chain([keys.len()]).collect();
    keys.push(keys.first().copied()?);
    let mut out: Vec<Key> = Vec::new();
    let mut from = 0;
    for to in ends {
        let piece = keys.get(from..=to).unwrap_or_default();
        out.extend(one_way(piece, limit).iter().skip(usize::from(!out.is_empty())));
        from = to;
    }
    (4 <= out.len()).then(|| out.into_iter().map(point).collect())
}

/// Where a ring is cut: at its knots; where it has fewer than two, also at the point farthest from the first cut.
fn cuts(keys: &[Key], knots: &BTreeSet<Key>) -> Vec<usize> {
    let mut cuts: Vec<usize> =
        (0..keys.len()).filter(|&at| keys.get(at).is_some_and(|at| knots.contains(at))).collect();
    if cuts.is_empty() {
        cuts.extend((0..keys.len()).min_by_key(|&at| keys.get(at).copied()));
    }
    if let &[only] = cuts.as_slice() {
        let far = |at: usize| {
            let (a, b) = (keys.get(only)?, keys.get(at)?);
            Some((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2))
        };
        cuts.extend((0..keys.len()).filter(|&at| at != only).max_by_key(|&at| (far(at), keys.get(at).copied())));
        cuts.sort_unstable();
    }
    cuts
}

/// A piece simplified in the direction in which it is lesser, so that both of its sides get the same.
fn one_way(piece: &[Key], limit: f64) -> Vec<Key> {
    let backward = piece.iter().rev().lt(piece.iter());
    let mut piece = piece.to_vec();
    if backward {
        piece.reverse();
    }
    let line: LineString<f64> = piece.into_iter().map(point).collect();
    let mut simpler: Vec<Key> = line.simplify(limit).coords().map(|at| key(*at)).collect();
    if backward {
        simpler.reverse();
    }
    simpler
}
