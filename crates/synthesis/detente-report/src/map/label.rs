//! Where the name of a unit fits into it.

use super::project::Place;

/// How wide a letter is, of its height: enough for wide ones.
const LETTER: f64 = 0.56;
/// Sizes of letters that are tried, in points.
const SIZES: [f64; 4] = [7.5, 6.5, 5.8, 5.2];
/// Cells a shape is looked through with, either way.
const CELLS: u32 = 24;
/// Names are wider than high: the way across counts this much less.
const FLAT: f64 = 3.0;
/// Where there is as much room, names stand nearer to the middle: each cell away from it counts so many points.
const CENTRAL: f64 = 0.05;

/// A name on a map.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) lines: Vec<String>,
    /// The middle of the lines.
    pub(super) at: Place,
    pub(super) size: f64,
}

/// Where `name`, and `more` below it, fit into a shape: in one line, two, or smaller; else `short` in their place.
pub(super) fn label(rings: &[Vec<Place>], name: &str, more: Option<&str>, short: &str) -> Option<Label> {
    let ring = rings.first()?;
    let at = roomiest(rings, ring)?;
    let with_more = |mut lines: Vec<String>| {
        lines.extend(more.map(str::to_owned));
        lines
    };
    for size in SIZES {
        for lines in [vec![name.to_owned()], halves(name)] {
            let lines = with_more(lines);
            if fits(&lines, size, at, rings) {
                return Some(Label { lines, at, size });
            }
        }
    }
    let smallest = SIZES.last().copied()?;
    let lines = with_more(vec![short.to_owned()]);
    let lines = if fits(&lines, smallest, at, rings) { lines } else { vec![short.to_owned()] };
    Some(Label { lines, at, size: smallest })
}

/// Whether a box around lines lies inside a shape, its middle being inside: then no edge may come into it.
fn fits(lines: &[String], size: f64, at: Place, rings: &[Vec<Place>]) -> bool {
    let wide = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max) / 2.0;
    let high = lines.iter().map(|_| size * 1.1).sum::<f64>() / 2.0;
    !edges(rings).any(|(a, b)| comes_into(a, b, at, wide, high))
}

/// Whether a line comes into a box: the stretch of it between the box's sides is not empty (Liang and Barsky's clipping).
fn comes_into(a: Place, b: Place, at: Place, wide: f64, high: f64) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (start, step, half) in [(a.x - at.x, b.x - a.x, wide), (a.y - at.y, b.y - a.y, high)] {
        if step.abs() < f64::MIN_POSITIVE {
            if half < start.abs() {
                return false;
            }
            continue;
        }
        let (one, other) = ((-half - start) / step, (half - start) / step);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    from <= to
}

pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|_| size * LETTER).sum()
}

/// A name in two lines, parted at the blank or hyphen nearest to its middle; in one where it has none.
fn halves(name: &str) -> Vec<String> {
    let middle = name.len() / 2;
    let breaks = name.char_indices().filter(|(_, letter)| [' ', '-'].contains(letter));
    let found = breaks.min_by_key(|(at, _)| at.abs_diff(middle));
    let Some((at, letter)) = found else { return vec![name.to_owned()] };
    let end = at + usize::from(letter == '-');
    let (first, second) = (name.get(..end).unwrap_or_default(), name.get(end..).unwrap_or_default());
    vec![first.trim().to_owned(), second.trim().to_owned()]
}

/// The point inside a shape that is farthest from its outline, the way across counting less. Cells are looked
/// through in a fixed order and the first of equals is taken.
fn roomiest(rings: &[Vec<Place>], ring: &[Place]) -> Option<Place> {
    let first = ring.first()?;
    let start = (first.x, first.x, first.y, first.y);
    let (left, right, top, bottom) = ring.iter().fold(start, |(left, right, top, bottom), place| {
        (left.min(place.x), right.max(place.x), top.min(place.y), bottom.max(place.y))
    });
    let mut found: Option<(Place, f64)> = None;
    for row in 0..CELLS {
        for column in 0..CELLS {
            let part = |cell: u32| (f64::from(cell) + 0.5) / f64::from(CELLS);
            let at = Place { x: left + (right - left) * part(column), y: top + (bottom - top) * part(row) };
            if !is_inside(rings, at) {
                continue;
            }
            let room = room(rings, at);
            let middle =
                (f64::from(row) - f64::from(CELLS) / 2.0).abs() + (f64::from(column) - f64::from(CELLS) / 2.0).abs();
            let worth = room - middle * CENTRAL;
            if found.is_none_or(|(_, most)| most + 1e-6 < worth) {
                found = Some((at, worth));
            }
        }
    }
    found.map(|(at, _)| at)
}

fn edges(rings: &[Vec<Place>]) -> impl Iterator<Item = (Place, Place)> {
    rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1)).map(|(a, b)| (*a, *b)))
}

/// Whether a point is inside: an odd number of edges lies to its right.
fn is_inside(rings: &[Vec<Place>], at: Place) -> bool {
    let crossed = edges(rings)
        .filter(|(a, b)| (a.y <= at.y) != (b.y <= at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x));
    crossed.count() % 2 == 1
}

/// How far the nearest edge is, the way across counting less.
fn room(rings: &[Vec<Place>], at: Place) -> f64 {
    let flat = |place: Place| ((place.x - at.x) / FLAT, place.y - at.y);
    let squared = edges(rings).map(|(a, b)| {
        let ((ax, ay), (bx, by)) = (flat(a), flat(b));
        let (dx, dy) = (bx - ax, by - ay);
        let long = dx * dx + dy * dy;
        let part = if 0.0 < long { (-(ax * dx + ay * dy) / long).clamp(0.0, 1.0) } else { 0.0 };
        let (x, y) = (ax + part * dx, ay + part * dy);
        x * x + y * y
    });
    squared.fold(f64::INFINITY, f64::min).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: f64) -> Vec<Vec<Place>> {
        let corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)];
        vec![corners.into_iter().map(|(x, y)| Place { x, y }).collect()]
    }

    #[test]
    fn a_name_stands_in_the_middle_or_shrinks_or_gives_way() {
        let large = label(&square(100.0), "Northern Province", None, "12").expect("room");
        assert_eq!((large.lines.as_slice(), large.size), (["Northern Province".to_owned()].as_slice(), 7.5));
        assert!((large.at.x - 50.0).abs() < 10.0 && (large.at.y - 50.0).abs() < 10.0);
        let middling = label(&square(36.0), "Northern Province", Some("73%"), "12").expect("room");
        assert_eq!(middling.lines, ["Northern", "Province", "73%"]);
        let small = label(&square(8.0), "Northern Province", Some("73%"), "12").expect("room");
        assert_eq!(small.lines, ["12"]);
    }

    #[test]
    fn names_part_near_their_middle() {
        let halved = |name| halves(name).join("|");
        assert_eq!(["Upper West-Valley", "A-B", "Plain", ""].map(halved), ["Upper West-|Valley", "A-|B", "Plain", ""]);
    }

    #[test]
    fn holes_are_outside() {
        let mut rings = square(90.0);
        rings.push(
            square(30.0).remove(0).into_iter().map(|place| Place { x: place.x + 30.0, y: place.y + 30.0 }).collect(),
        );
        assert!(is_inside(&rings, Place { x: 10.0, y: 10.0 }) && !is_inside(&rings, Place { x: 45.0, y: 45.0 }));
        assert!(!is_inside(&rings, Place { x: 100.0, y: 45.0 }));
    }
}
