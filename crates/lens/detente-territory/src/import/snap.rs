//! Points that are nearly the same become the same, and a border has the same points on both of its sides.

use std::collections::BTreeMap;

use geo::{Coord, LineString, MapCoords, MultiPolygon, Polygon};

use super::Unit;
use crate::shape::measure::KM_PER_DEGREE;

/// Coordinates are kept to so many parts of a degree: about a metre.
pub(super) const PARTS: f64 = 100_000.0;

/// A point in whole parts of a degree, so that equal points are equal.
pub(super) type Key = (i64, i64);

/// The point of a key.
pub(super) fn key(point: Coord<f64>) -> Key {
    #[expect(clippy::cast_possible_truncation, reason = "degrees times 100,000 are far below the ends of the range")]
    let part = |degrees: f64| (degrees * PARTS).round() as i64;
    (part(point.x), part(point.y))
}

/// A key as a point.
pub(super) fn point((x, y): Key) -> Coord<f64> {
    // Through text: the shortest decimal of so many parts, as a person would write it.
    let degrees = |parts: i64| {
        let whole = parts.unsigned_abs();
        let sign = if parts < 0 { "-" } else { "" };
        format!("{sign}{}.{:05}", whole / 100_000, whole % 100_000).parse().unwrap_or_default()
    };
    Coord { x: degrees(x), y: degrees(y) }
}

/// Lets points within `limit` kilometres of each other be one, and lets every border run through the points of its neighbours that
/// lie on it. Points are taken in order, the first stays.
pub(super) fn snap(units: &mut [Unit], limit: f64) {
    let merged = merged(units, limit);
    for unit in units.iter_mut() {
        unit.polygons = unit.polygons.map_coords(|at| point(merged.get(&key(at)).copied().unwrap_or_else(|| key(at))));
    }
    let all = Grid::of(units, limit);
    for unit in units.iter_mut() {
        let polygons = unit.polygons.iter().filter_map(|polygon| {
            let exterior = through(polygon.exterior(), &all, limit)?;
            let interiors = polygon.interiors().iter().filter_map(|ring| through(ring, &all, limit)).collect();
            Some(Polygon::new(exterior, interiors))
        });
        unit.polygons = MultiPolygon::new(polygons.collect());
    }
}

/// For each point, the one it becomes.
fn merged(units: &[Unit], limit: f64) -> BTreeMap<Key, Key> {
    let mut kept = Grid::new(limit);
    let mut merged = BTreeMap::new();
    for at in units.iter().flat_map(|unit| keys(&unit.polygons)) {
        merged.entry(at).or_insert_with(|| {
            let into = kept.nearest(at);
            if into.is_none() {
                kept.insert(at);
            }
            into.unwrap_or(at)
        });
    }
    merged
}

fn keys(polygons: &MultiPolygon<f64>) -> impl Iterator<Item = Key> {
    let rings = polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings.flat_map(|ring| ring.coords().map(|at| key(*at)))
}

/// A ring that runs through the points near it, without repetitions and spikes; none where nothing is left.
fn through(ring: &LineString<f64>, all: &Grid, limit: f64) -> Option<LineString<f64>> {
    let mut keys: Vec<Key> = Vec::new();
    for line in ring.lines() {
        let (start, end) = (key(line.start), key(line.end));
        keys.push(start);
        keys.extend(all.on(start, end, limit));
    }
    keys.dedup();
    while 1 < keys.len() && keys.first() == keys.last() {
        keys.pop();
    }
    without_spikes(&mut keys);
    if keys.len() < 3 {
        return None;
    }
    let first = keys.first().copied()?;
    Some(keys.into_iter().chain([first]).map(point).collect())
}

/// Takes out points from which a ring goes back to where it came from.
fn without_spikes(keys: &mut Vec<Key>) {
    let mut at = 0;
    let mut unchanged = 0;
    while 3 <= keys.len() && unchanged < keys.len() {
        let (before, after) = ((at + keys.len() - 1) % keys.len(), (at + 1) % keys.len());
        if keys.get(before) == keys.get(after) || keys.get(at) == keys.get(after) {
            keys.remove(at);
            at = at.saturating_sub(1);
            unchanged = 0;
        } else {
            at = after;
            unchanged += 1;
        }
        at = if keys.is_empty() { 0 } else { at % keys.len() };
    }
}

/// Points by cell of about `limit`, so that those near a point are found at once.
struct Grid {
    cells: BTreeMap<Key, Vec<Key>>,
    /// The side of a cell, in parts of a degree of latitude.
    side: i64,
    limit: f64,
}

impl Grid {
    fn new(limit: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a few kilometres in parts of a degree")]
        let side = ((limit / KM_PER_DEGREE * PARTS).ceil() as i64).max(1);
        Self { cells: BTreeMap::new(), side, limit }
    }

    fn of(units: &[Unit], limit: f64) -> Self {
        let mut grid = Self::new(limit);
        let mut all: Vec<Key> = units.iter().flat_map(|unit| keys(&unit.polygons)).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().for_each(|at| grid.insert(at));
        grid
    }

    fn cell(&self, at: Key) -> Key {
        (at.0.div_euclid(self.side), at.1.div_euclid(self.side))
    }

    fn insert(&mut self, at: Key) {
        self.cells.entry(self.cell(at)).or_default().push(at);
    }

    /// The nearest known point within the limit.
    fn nearest(&self, at: Key) -> Option<Key> {
        // A degree of longitude is shorter than one of latitude: as many cells more lie within the limit.
        let wide = wide(at);
        let cell = self.cell(at);
        let near = (-wide..=wide).flat_map(|x| (-1..=1).map(move |y| (cell.0 + x, cell.1 + y)));
        let found = near.filter_map(|cell| self.cells.get(&cell)).flatten();
        let found = found.map(|known| (apart(at, *known), *known)).filter(|(far, _)| *far <= self.limit);
        found.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, known)| known)
    }

    /// The points within the limit of a line between its ends, in order along it.
    fn on(&self, start: Key, end: Key, limit: f64) -> Vec<Key> {
        let (from, to) =
            (self.cell((start.0.min(end.0), start.1.min(end.1))), self.cell((start.0.max(end.0), start.1.max(end.1))));
        let wide = wide(start);
        let mut found: Vec<(f64, Key)> = Vec::new();
        for x in from.0 - wide..=to.0 + wide {
            // Of a column of cells only those are looked at that the map holds.
            let column = self.cells.range((x, from.1 - 1)..=(x, to.1 + 1)).flat_map(|(_, points)| points);
            for at in column.filter(|at| **at != start && **at != end) {
                if let Some(part) = beside(start, end, *at, limit) {
                    found.push((part, *at));
                }
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// How many cells to either hand lie within the limit.
fn wide(at: Key) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a small number of cells")]
    let wide = (1.0 / shrink(at)).ceil().min(50.0) as i64;
    wide
}

/// How much shorter a degree of longitude is than one of latitude.
fn shrink(at: Key) -> f64 {
    libm::cos(point(at).y.to_radians()).max(0.02)
}

fn offset(from: Key, to: Key) -> (f64, f64) {
    let (a, b) = (point(from), point(to));
    ((b.x - a.x) * KM_PER_DEGREE * shrink(from), (b.y - a.y) * KM_PER_DEGREE)
}

fn apart(a: Key, b: Key) -> f64 {
    let (x, y) = offset(a, b);
    (x * x + y * y).sqrt()
}

/// How far along a line the foot of a point is, from 0 to 1, where the point is within the limit.
fn beside(start: Key, end: Key, at: Key, limit: f64) -> Option<f64> {
    let ((ax, ay), (px, py)) = (offset(start, end), offset(start, at));
    let squared = ax * ax + ay * ay;
    if squared <= 0.0 {
        return None;
    }
    let part = (px * ax + py * ay) / squared;
    let across = (px * ay - py * ax).abs() / squared.sqrt();
    (0.0 < part && part < 1.0 && across <= limit).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spikes_and_repetitions_go() {
        let check = |keys: &[Key], expected: &[Key]| {
            let mut keys = keys.to_vec();
            without_spikes(&mut keys);
            assert_eq!(keys, expected);
        };
        check(&[(0, 0), (1, 0), (1, 1)], &[(0, 0), (1, 0), (1, 1)]);
        check(&[(0, 0), (1, 0), (2, 0), (1, 0), (1, 1)], &[(0, 0), (1, 0), (1, 1)]);
        check(&[(0, 0), (5, 5), (0, 0), (1, 0), (1, 1)], &[(0, 0), (1, 0), (1, 1)]);
    }

    #[test]
    fn points_are_written_as_they_are_read() {
        for at in [(0, 0), (-1, 99_999), (1_234_567, -4_500_001)] {
            assert_eq!(key(point(at)), at);
        }
    }
}
