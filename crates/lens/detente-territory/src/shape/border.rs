//! Which units share a border, and how long it is.
//!
//! Two outlines share what lies within a tolerance of both: files in which neighbours repeat each other's points to the last digit are
//! met exactly, files in which they do not are met too. The tolerance is a part of how large the units are.

use geo::{BoundingRect, Coord, Line, LinesIter, MultiPolygon, Rect};

use super::measure::{KM_PER_DEGREE, km, km2, rounded};
use super::{Shape, Shapes};
use crate::{Adjacency, Border, UnitIdx};

/// The tolerance as a part of the side of a square as large as the mean unit.
const TOLERANCE: f64 = 0.001;
/// A border is at least so many tolerances long: where four units meet in a point, those across are no neighbours.
const SHORTEST: f64 = 5.0;

/// Stretches of an edge, from 0 to 1 along it: apart from each other, in order.
type Stretches = Vec<(f64, f64)>;

/// The neighbours among units with shapes, with the length of what they share, rounded to 0.1 km.
///
/// # Cost
/// Quadratic in the points of two units, where they are near each other.
pub fn borders(shapes: &Shapes) -> Adjacency {
    let all: Vec<_> = shapes.iter().collect();
    let limit = tolerance(shapes);
    let mut found = Vec::new();
    for (rank, (a, first)) in all.iter().enumerate() {
        for (b, second) in all.iter().skip(rank + 1) {
            let length = between(first, second, limit);
            if SHORTEST * limit < length {
                found.push(Border { a: *a, b: *b, shared_km: Some(rounded(length)), span: None });
            }
        }
    }
    Adjacency::new(found)
}

/// What two shapes share of their outlines, as lines of longitude and latitude in degrees, along the first.
pub fn shared_lines(shapes: &Shapes, a: UnitIdx, b: UnitIdx) -> Vec<Vec<(f64, f64)>> {
    let (Some(a), Some(b)) = (shapes.get(a), shapes.get(b)) else { return Vec::new() };
    let limit = tolerance(shapes);
    let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
    for (line, parts) in meetings(a, b, limit) {
        for (from, to) in parts {
            let along = line.end - line.start;
            // The ends of an edge are taken as they are, so that edges that follow each other meet to the last digit.
            let at = |part: f64| {
                if part <= 0.0 {
                    line.start
                } else if 1.0 <= part {
                    line.end
                } else {
                    line.start + along * part
                }
            };
            let (start, end) = (at(from), at(to));
            match lines.last_mut().filter(|line| line.last() == Some(&(start.x, start.y))) {
                Some(line) => line.push((end.x, end.y)),
                None => lines.push(vec![(start.x, start.y), (end.x, end.y)]),
            }
        }
    }
    lines
}

/// How far apart two outlines may be and still be one border, in kilometres.
pub(super) fn tolerance(shapes: &Shapes) -> f64 {
    let areas = || shapes.iter().map(|(_, shape)| km2(&shape.polygons));
    let number: f64 = areas().map(|_| 1.0).sum();
    (areas().sum::<f64>() / number.max(1.0)).sqrt() * TOLERANCE
}

/// The length of what two outlines share, in kilometres.
pub(super) fn between(a: &Shape, b: &Shape, limit: f64) -> f64 {
    let part = |parts: &[(f64, f64)]| parts.iter().map(|(from, to)| to - from).sum::<f64>();
    meetings(a, b, limit).map(|(line, parts)| part(&parts) * km(line.start, line.end)).sum()
}

/// The edges of `a` that are near `b`, each with the stretches of it, from 0 to 1 along it, that are.
fn meetings(a: &Shape, b: &Shape, limit: f64) -> impl Iterator<Item = (Line<f64>, Stretches)> {
    let frame = common(&a.polygons, &b.polygons, limit);
    let found = frame.map(|frame| in_frame(a, b, limit, &frame));
    found.into_iter().flatten().filter(|(_, parts)| !parts.is_empty())
}

fn in_frame(a: &Shape, b: &Shape, limit: f64, frame: &Rect<f64>) -> Vec<(Line<f64>, Stretches)> {
    let plane = Plane::at(f64::midpoint(frame.min().y, frame.max().y));
    let theirs: Vec<Line<f64>> =
        b.polygons.lines_iter().filter(|line| is_in(line, frame)).map(|line| plane.line(line)).collect();
    let mine = a.polygons.lines_iter().filter(|line| is_in(line, frame));
    mine.map(|line| (line, shared_parts(plane.line(line), &theirs, limit))).collect()
}

/// Where two shapes can touch at all.
fn common(a: &MultiPolygon<f64>, b: &MultiPolygon<f64>, limit: f64) -> Option<Rect<f64>> {
    let (a, b) = (a.bounding_rect()?, b.bounding_rect()?);
    let middle = f64::midpoint(a.min().y, a.max().y);
    let (wide, high) = (limit / Plane::at(middle).east, limit / KM_PER_DEGREE);
    let west = a.min().x.max(b.min().x) - wide;
    let east = a.max().x.min(b.max().x) + wide;
    let south = a.min().y.max(b.min().y) - high;
    let north = a.max().y.min(b.max().y) + high;
    (west <= east && south <= north).then(|| Rect::new(Coord { x: west, y: south }, Coord { x: east, y: north }))
}

fn is_in(line: &Line<f64>, frame: &Rect<f64>) -> bool {
    let (west, east) = (line.start.x.min(line.end.x), line.start.x.max(line.end.x));
    let (south, north) = (line.start.y.min(line.end.y), line.start.y.max(line.end.y));
    west <= frame.max().x && frame.min().x <= east && south <= frame.max().y && frame.min().y <= north
}

/// Degrees as kilometres near a latitude: good enough to tell whether two lines are one.
struct Plane {
    east: f64,
}

impl Plane {
    fn at(latitude: f64) -> Self {
        // Near a pole a degree of longitude is nothing; something is left so that nothing is divided by it.
        Self { east: KM_PER_DEGREE * libm::cos(latitude.to_radians()).max(0.001) }
    }

    fn line(&self, line: Line<f64>) -> Line<f64> {
        let point = |at: Coord<f64>| Coord { x: at.x * self.east, y: at.y * KM_PER_DEGREE };
        Line::new(point(line.start), point(line.end))
    }
}

/// The stretches of `line`, from 0 to 1, that lie within `limit` of any of `others`: apart from each other, in order.
fn shared_parts(line: Line<f64>, others: &[Line<f64>], limit: f64) -> Stretches {
    let mut parts: Vec<(f64, f64)> = others.iter().filter_map(|other| within(line, *other, limit)).collect();
    parts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut found: Vec<(f64, f64)> = Vec::new();
    for (from, to) in parts {
        match found.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(to),
            None => found.push((from, to)),
        }
    }
    found
}

/// The stretch of `line`, from 0 to 1 along it, within `limit` of `other`: of all points near a line one stretch, since they form a
/// convex figure, a box with a half circle at either end.
fn within(line: Line<f64>, other: Line<f64>, limit: f64) -> Option<(f64, f64)> {
    let far = |a: (f64, f64), b: (f64, f64)| a.0.max(a.1) + limit < b.0.min(b.1) || b.0.max(b.1) + limit < a.0.min(a.1);
    if far((line.start.x, line.end.x), (other.start.x, other.end.x))
        || far((line.start.y, line.end.y), (other.start.y, other.end.y))
    {
        return None;
    }
    let parts = [disc(line, other.start, limit), disc(line, other.end, limit), slab(line, other, limit)];
    let found = parts.into_iter().flatten().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let (from, to) = (found.0.max(0.0), found.1.min(1.0));
    (from < to).then_some((from, to))
}

/// Where a line is within `limit` of a point.
fn disc(line: Line<f64>, point: Coord<f64>, limit: f64) -> Option<(f64, f64)> {
    let along = line.end - line.start;
    let off = line.start - point;
    let squared = dot(along, along);
    if squared <= 0.0 {
        return None;
    }
    let half = dot(along, off) / squared;
    let root = half * half - (dot(off, off) - limit * limit) / squared;
    (0.0 <= root).then(|| (-half - root.sqrt(), -half + root.sqrt()))
}

/// Where a line is beside another, at most `limit` away.
fn slab(line: Line<f64>, other: Line<f64>, limit: f64) -> Option<(f64, f64)> {
    let axis = other.end - other.start;
    let length = dot(axis, axis).sqrt();
    if length <= 0.0 {
        return None;
    }
    let (forth, across) = (axis / length, Coord { x: -axis.y, y: axis.x } / length);
    let (along, off) = (line.end - line.start, line.start - other.start);
    let first = clip(dot(off, forth), dot(along, forth), 0.0, length)?;
    let second = clip(dot(off, across), dot(along, across), -limit, limit)?;
    let (from, to) = (first.0.max(second.0), first.1.min(second.1));
    (from <= to).then_some((from, to))
}

/// Where `at + t * step` is between `low` and `high`.
fn clip(at: f64, step: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    if step.abs() < f64::MIN_POSITIVE {
        return (low <= at && at <= high).then_some((f64::NEG_INFINITY, f64::INFINITY));
    }
    let (a, b) = ((low - at) / step, (high - at) / step);
    Some((a.min(b), a.max(b)))
}

fn dot(a: Coord<f64>, b: Coord<f64>) -> f64 {
    a.x * b.x + a.y * b.y
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Line<f64> {
        Line::new(Coord { x: x1, y: y1 }, Coord { x: x2, y: y2 })
    }

    fn shared_part(line: Line<f64>, others: &[Line<f64>], limit: f64) -> f64 {
        shared_parts(line, others, limit).iter().map(|(from, to)| to - from).sum()
    }

    fn check(other: Line<f64>, part: f64) {
        let found = shared_part(line(0.0, 0.0, 10.0, 0.0), &[other], 0.1);
        assert!((found - part).abs() < 1e-9, "{other:?}: {found} instead of {part}");
    }

    #[test]
    fn lines_share_what_is_near() {
        check(line(0.0, 0.0, 10.0, 0.0), 1.0);
        check(line(10.0, 0.05, 0.0, -0.05), 1.0);
        check(line(3.0, 0.2, 8.0, 0.2), 0.0);
        check(line(2.0, 0.0, 5.0, 0.0), 0.32);
        check(line(5.0, -3.0, 5.0, 3.0), 0.02);
        check(line(11.0, 0.0, 20.0, 0.0), 0.0);
        check(line(5.0, 0.0, 5.0, 0.0), 0.02);
    }

    #[test]
    fn stretches_are_counted_once() {
        let others = [line(0.0, 0.0, 6.0, 0.0), line(4.0, 0.0, 10.0, 0.0), line(0.0, 0.0, 10.0, 0.0)];
        assert!((shared_part(line(0.0, 0.0, 10.0, 0.0), &others, 0.1) - 1.0).abs() < 1e-9);
    }
}
