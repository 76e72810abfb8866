//! The analytic centre: where the product of all distances to the bounds is largest.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::cone::{Cone, Fit, Row};

/// Steps until the centre is found; from any start a few dozen are enough.
const STEPS: usize = 500;
/// The squared Newton decrement below which a step moves nothing that rounding keeps.
const CLOSE: f64 = 1e-26;
/// The decrement above which a step is shortened, so that it stays inside.
const FAR: f64 = 0.25;

/// The analytic centre of the points of `cone` whose `norm` is 1, from the bounds that no others imply; `None` where not every
/// bound can be kept at a distance.
///
/// It is the centroid of a simplex and the middle of a box, of a product the centres of its factors, and it does not depend on
/// units or on the order of anything, nor on an answer that follows from others.
///
/// # Cost
/// One exact linear program per row, then dense linear algebra on the columns.
/// # Source
/// \[Sonnevend1986\] for the centre, \[Nesterov1994\] for steps that need no line search.
pub(crate) fn analytic_centre(cone: &Cone, norm: &[(usize, BigInt)]) -> Option<Vec<f64>> {
    let inside = cone.interior();
    let Fit::Point(start) = inside.fit() else { return None };
    let facets = facets(cone);
    let size: BigInt = norm.iter().filter_map(|(column, factor)| Some(factor * start.get(*column)?)).sum();
    let size = size.to_f64()?;
    // Columns are measured by where they start, so that all are of one size.
    let scale: Vec<f64> = start.iter().map(|number| number.to_f64().map_or(1.0, |number| number / size)).collect();
    let scaled = |terms: &[(usize, BigInt)]| {
        let mut dense = vec![0.0; cone.columns];
        for (column, factor) in terms {
            if let (Some(cell), Some(scale), Some(factor)) =
                (dense.get_mut(*column), scale.get(*column), factor.to_f64())
            {
                *cell += factor * scale;
            }
        }
        dense
    };
    let rows: Vec<Vec<f64>> = facets.iter().map(|row| scaled(&row.terms)).collect();
    let norm = scaled(norm);
    let mut point = vec![1.0; cone.columns];
    for _ in 0..STEPS {
        let (step, decrement) = step(&rows, &norm, &point)?;
        let length = if FAR < decrement { 1.0 / (1.0 + decrement.sqrt()) } else { 1.0 };
        point.iter_mut().zip(&step).for_each(|(number, step)| *number += length * step);
        if decrement < CLOSE {
            break;
        }
    }
    Some(point.iter().zip(&scale).map(|(number, scale)| number * scale).collect())
}

/// The rows that the others do not imply.
fn facets(cone: &Cone) -> Vec<Row> {
    // Columns may be negative here: one more column is taken off each of them.
    let free = |row: &Row| {
        let off: BigInt = row.terms.iter().map(|(_, factor)| factor).sum();
        let terms = row.terms.iter().cloned().chain([(cone.columns, -off)]).collect();
        Row { terms, strict: false }
    };
    let mut kept: Vec<Row> = cone.rows.clone();
    let mut at = 0;
    while at < kept.len() {
        let against = |(other, row): (usize, &Row)| {
            let mut row = free(row);
            if other == at {
                row.terms.iter_mut().for_each(|(_, factor)| *factor = -&*factor);
                row.strict = true;
            }
            row
        };
        let rows = kept.iter().enumerate().map(against).collect();
        if matches!((Cone { columns: cone.columns + 1, rows }).fit(), Fit::Empty(_)) {
            kept.remove(at);
        } else {
            at += 1;
        }
    }
    kept
}

/// A Newton step towards the centre along the plane of the norm, and the squared decrement.
fn step(rows: &[Vec<f64>], norm: &[f64], point: &[f64]) -> Option<(Vec<f64>, f64)> {
    let size = point.len();
    let mut system = vec![vec![0.0; size + 2]; size + 1];
    for row in rows {
        let distance = dot(row, point);
        for (i, &a) in row.iter().enumerate().filter(|(_, a)| **a != 0.0) {
            system[i][size + 1] += a / distance;
            for (j, &b) in row.iter().enumerate() {
                system[i][j] += a / distance * (b / distance);
            }
        }
    }
    for (i, &factor) in norm.iter().enumerate() {
        system[i][size] = factor;
        system[size][i] = factor;
    }
    let mut solved = solve(system)?;
    solved.truncate(size);
    let decrement = rows
        .iter()
        .map(|row| {
            let moved = dot(row, &solved) / dot(row, point);
            moved * moved
        })
        .sum();
    Some((solved, decrement))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Solves a square system whose right side is its last column; `None` where it has no one solution.
fn solve(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let size = system.len();
    for at in 0..size {
        let pivot = (at..size).max_by(|&a, &b| system[a][at].abs().total_cmp(&system[b][at].abs()))?;
        system.swap(at, pivot);
        let solved = system[at].clone();
        if solved[at].abs() < f64::MIN_POSITIVE {
            return None;
        }
        for (_, line) in system.iter_mut().enumerate().filter(|(other, _)| *other != at) {
            let factor = line[at] / solved[at];
            if factor != 0.0 {
                line.iter_mut().zip(&solved).skip(at).for_each(|(mine, its)| *mine -= factor * its);
            }
        }
    }
    Some(system.iter().enumerate().map(|(at, line)| line[size] / line[at]).collect())
}
