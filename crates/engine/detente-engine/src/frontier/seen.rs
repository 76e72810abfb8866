//! Whether some point already seen is at least as good on every coordinate.

use crate::budget::Meter;
use crate::error::Stopped;
use std::collections::BTreeMap;

/// Points seen so far, as far as they can matter to later ones.
pub(crate) enum Seen {
    /// No coordinates: whether there was any point.
    Any(bool),
    /// One coordinate: the largest.
    Largest(Option<i64>),
    /// Two: a staircase, the second falling as the first grows.
    Stairs(BTreeMap<i64, i64>),
    /// More: a list, those that prove useful moving to the front.
    List {
        /// Coordinates of a point.
        width: usize,
        /// The points, one after another.
        rows: Vec<i64>,
    },
}

impl Seen {
    /// Nothing seen yet.
    pub(crate) fn new(width: usize) -> Self {
        match width {
            0 => Self::Any(false),
            1 => Self::Largest(None),
            2 => Self::Stairs(BTreeMap::new()),
            _ => Self::List { width, rows: Vec::new() },
        }
    }

    /// Whether some point seen is at least `point` on every coordinate.
    pub(crate) fn covers(&mut self, point: &[i64], meter: &mut Meter<'_, '_>) -> Result<bool, Stopped> {
        meter.take(1)?;
        Ok(match (self, point) {
            (Self::Any(any), _) => *any,
            (Self::Largest(largest), [x, ..]) => largest.is_some_and(|largest| *x <= largest),
            (Self::Stairs(stairs), [x, y, ..]) => stairs.range(x..).next().is_some_and(|(_, step)| y <= step),
            (Self::List { width, rows }, _) => return find_cover(rows, *width, point, meter),
            _ => false,
        })
    }

    /// Takes note of a point.
    pub(crate) fn add(&mut self, point: &[i64]) {
        match (self, point) {
            (Self::Any(any), _) => *any = true,
            (Self::Largest(largest), [x, ..]) => *largest = Some(largest.map_or(*x, |largest| largest.max(*x))),
            (Self::Stairs(stairs), [x, y, ..]) => step(stairs, *x, *y),
            (Self::List { width, rows }, _) => {
                drop_covered(rows, *width, point);
                rows.extend_from_slice(point);
            }
            _ => {}
        }
    }
}

fn step(stairs: &mut BTreeMap<i64, i64>, x: i64, y: i64) {
    if stairs.range(x..).next().is_some_and(|(_, step)| y <= *step) {
        return;
    }
    while let Some((&below, _)) = stairs.range(..=x).next_back().filter(|(_, step)| **step <= y) {
        stairs.remove(&below);
    }
    stairs.insert(x, y);
}

fn is_covered(point: &[i64], by: &[i64]) -> bool {
    point.iter().zip(by).all(|(a, b)| a <= b)
}

/// Looks through the list; a point that covers moves half-way to the front.
fn find_cover(rows: &mut [i64], width: usize, point: &[i64], meter: &mut Meter<'_, '_>) -> Result<bool, Stopped> {
    let found = rows.chunks_exact(width).position(|row| is_covered(point, row));
    let Some(at) = found else {
        meter.take_len(rows.len() / width)?;
        return Ok(false);
    };
    meter.take_len(at)?;
    let nearer = at / 2;
    (0..width).for_each(|coordinate| rows.swap(at * width + coordinate, nearer * width + coordinate));
    Ok(true)
}

/// Removes the points that a new one covers.
fn drop_covered(rows: &mut Vec<i64>, width: usize, point: &[i64]) {
    let mut kept = 0;
    for at in 0..rows.len() / width {
        if !is_covered(&rows[at * width..(at + 1) * width], point) {
            rows.copy_within(at * width..(at + 1) * width, kept * width);
            kept += 1;
        }
    }
    rows.truncate(kept * width);
}
