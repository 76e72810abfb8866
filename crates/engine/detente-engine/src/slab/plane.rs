//! Whether all packages of a branch lie on one plane, as where what one party gains is what the others lose.

use crate::ground::Folded;
use crate::points::Points;

/// Whole weights along which all packages are worth the same; `None` unless there is one such plane, facing upwards, in small
/// numbers.
///
/// # Cost
/// A few rows where there is none; else one elimination step per point.
pub(super) fn plane(folded: &Folded) -> Option<Vec<i64>> {
    let width = folded.coordinates.len();
    if !folded.trees.is_empty() || width < 2 {
        return None;
    }
    let mut basis: Vec<Vec<i128>> = Vec::new();
    for list in &folded.lists {
        for point in 1..list.len() {
            let step = reduced(difference(list, point), &basis)?;
            if step.iter().any(|&entry| entry != 0) {
                basis.push(step);
            }
            if width <= basis.len() {
                return None;
            }
        }
    }
    if basis.len() + 1 < width { None } else { normal(&basis, width) }
}

fn difference(list: &Points, point: usize) -> Vec<i128> {
    let pairs = list.units(point).iter().zip(list.units(0));
    pairs.map(|(units, first)| i128::from(*units) - i128::from(*first)).collect()
}

/// A row after elimination by the rows of a basis, in lowest terms; `None` where numbers become too large.
fn reduced(mut row: Vec<i128>, basis: &[Vec<i128>]) -> Option<Vec<i128>> {
    for by in basis {
        if let Some(pivot) = by.iter().position(|&entry| entry != 0) {
            row = eliminated(row, by, pivot)?;
        }
    }
    lowest_terms(&mut row);
    Some(row)
}

fn lowest_terms(row: &mut [i128]) {
    let common = row.iter().fold(0_u128, |common, entry| gcd(common, entry.unsigned_abs()));
    if let Some(common) = i128::try_from(common).ok().filter(|common| 1 < *common) {
        row.iter_mut().for_each(|entry| *entry /= common);
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The direction at a right angle to width − 1 independent rows, none of its parts negative.
fn normal(basis: &[Vec<i128>], width: usize) -> Option<Vec<i64>> {
    // Back from the last row, so that in the end each row holds its pivot and the free coordinate alone.
    let pivot = |row: &Vec<i128>| row.iter().position(|&entry| entry != 0);
    let pivots: Vec<usize> = basis.iter().map(pivot).collect::<Option<_>>()?;
    let free = (0..width).find(|at| !pivots.contains(at))?;
    let mut rows = basis.to_vec();
    for last in (0..rows.len()).rev() {
        let by = rows[last].clone();
        for row in &mut rows[..last] {
            *row = eliminated(std::mem::take(row), &by, pivots[last])?;
        }
    }
    let whole = rows.iter().zip(&pivots).try_fold(1_i128, |whole, (row, &pivot)| {
        let part = row[pivot] / i128::try_from(gcd(row[pivot].unsigned_abs(), row[free].unsigned_abs())).ok()?;
        let shared = i128::try_from(gcd(whole.unsigned_abs(), part.unsigned_abs())).ok()?;
        whole.checked_mul(part.checked_abs()? / shared)
    })?;
    let mut normal = vec![0; width];
    normal[free] = whole;
    for (row, &pivot) in rows.iter().zip(&pivots) {
        normal[pivot] = -whole.checked_mul(row[free])? / row[pivot];
    }
    lowest_terms(&mut normal);
    let faces_up = normal.iter().all(|&part| 0 <= part);
    let normal: Vec<i64> = normal.into_iter().map(i64::try_from).collect::<Result<_, _>>().ok()?;
    faces_up.then_some(normal)
}

/// A row without its part at a pivot.
fn eliminated(mut row: Vec<i128>, by: &[i128], pivot: usize) -> Option<Vec<i128>> {
    let (own, other) = (row[pivot], by[pivot]);
    for (entry, by) in row.iter_mut().zip(by) {
        *entry = entry.checked_mul(other)?.checked_sub(by.checked_mul(own)?)?;
    }
    lowest_terms(&mut row);
    Some(row)
}
