//! Units that lie beside each other: no ring crosses, no ground is in two units, no sliver in none.

use geo::orient::{Direction, Orient};
use geo::{BooleanOps, BoundingRect, Intersects, MultiPolygon, Polygon, Validation, unary_union};

use super::Unit;
use super::snap::snap;
use crate::shape::measure::{km2, rounded};

/// How near points are to be one, as a part of the side of a square as large as the mean unit.
const SNAP: f64 = 0.000_5;
/// Less than this part of a unit is rounding.
const ROUNDING: f64 = 0.000_000_1;
/// Holes up to this part of the mean area are closed.
const GAP: f64 = 0.01;

pub(super) fn clean(units: &mut Vec<Unit>, notes: &mut Vec<String>) {
    let mean = mean(units);
    let limit = mean.sqrt() * SNAP;
    notes.push(format!("points within {:.0} m of each other are one", limit * 1000.0));
    snap(units, limit);
    mend(units, notes);
    part(units, notes);
    close(units, mean, notes);
    snap(units, limit);
    mend(units, notes);
    units.iter_mut().for_each(|unit| unit.polygons = without_specks(&unit.polygons, mean).orient(Direction::Default));
    let gone: Vec<String> =
        units.iter().filter(|unit| unit.polygons.0.is_empty()).map(|unit| unit.name.clone()).collect();
    if !gone.is_empty() {
        notes.push(format!("nothing was left of {}", gone.join(", ")));
    }
    units.retain(|unit| !unit.polygons.0.is_empty());
}

fn mean(units: &[Unit]) -> f64 {
    let number: f64 = units.iter().map(|_| 1.0).sum();
    units.iter().map(|unit| km2(&unit.polygons)).sum::<f64>() / number.max(1.0)
}

/// Parts so small that nothing would show of them.
fn without_specks(polygons: &MultiPolygon<f64>, mean: f64) -> MultiPolygon<f64> {
    let size = |polygon: &Polygon<f64>| km2(&MultiPolygon::new(vec![polygon.clone()]));
    let kept: Vec<Polygon<f64>> = polygons.iter().filter(|polygon| ROUNDING * mean < size(polygon)).cloned().collect();
    MultiPolygon::new(kept)
}

/// Rings that cross themselves are taken apart where they cross.
fn mend(units: &mut [Unit], notes: &mut Vec<String>) {
    for unit in units {
        if unit.polygons.is_valid() {
            continue;
        }
        let before = km2(&unit.polygons);
        unit.polygons = unary_union(unit.polygons.iter());
        let after = km2(&unit.polygons);
        if ROUNDING * before < (after - before).abs() {
            let (before, after) = (rounded(before), rounded(after));
            notes.push(format!(
                "the outline of {} crossed itself and was taken apart ({before} km² → {after} km²)",
                unit.name
            ));
        }
    }
}

/// Ground in two units stays with the first by id.
fn part(units: &mut [Unit], notes: &mut Vec<String>) {
    for at in 1..units.len() {
        let (earlier, rest) = units.split_at_mut(at);
        let Some(unit) = rest.first_mut() else { continue };
        for other in earlier.iter() {
            let boxes = unit.polygons.bounding_rect().zip(other.polygons.bounding_rect());
            if !boxes.is_some_and(|(a, b)| a.intersects(&b)) {
                continue;
            }
            let shared = km2(&unit.polygons.intersection(&other.polygons));
            if ROUNDING * km2(&unit.polygons).min(km2(&other.polygons)) < shared {
                unit.polygons = unit.polygons.difference(&other.polygons);
                let shared = rounded(shared);
                notes.push(format!(
                    "{} and {} overlapped by {shared} km²; it stays with {}",
                    other.name, unit.name, other.name
                ));
            }
        }
    }
}

/// Small holes between units go to the neighbour with which they share most of their outline, of equals the first by id.
fn close(units: &mut [Unit], mean: f64, notes: &mut Vec<String>) {
    let united = unary_union(units.iter().map(|unit| &unit.polygons));
    for hole in united.iter().flat_map(|polygon| polygon.interiors().to_vec()) {
        let gap = MultiPolygon::new(vec![Polygon::new(hole.clone(), Vec::new())]);
        let size = km2(&gap);
        let own = units.iter().any(|unit| unit.polygons.iter().any(|part| part.interiors().contains(&hole)));
        if own || GAP * mean < size {
            continue;
        }
        let shared = |unit: &Unit| hole.lines().filter(|line| unit.polygons.intersects(line)).count();
        let most = units.iter().map(&shared).max().unwrap_or(0);
        if let Some(unit) = units.iter_mut().find(|unit| 0 < most && shared(unit) == most) {
            unit.polygons = unit.polygons.union(&gap);
            if ROUNDING * mean < size {
                notes.push(format!("a gap of {} km² was closed; it went to {}", rounded(size), unit.name));
            }
        }
    }
}
