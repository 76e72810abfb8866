//! The filter against comparing every point with every other.

use super::filter::{efficient, nondominated};
use crate::budget::Budget;
use crate::points::Points;
use detente_base::Silent;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A list of points with made-up packages and κ.
fn points(rows: &[Vec<i64>], width: usize) -> Points {
    let mut points = Points::new(width, 1);
    for (at, row) in (0_u64..).zip(rows) {
        points.push(row, u128::from(at % 3 + 1), &[at * 7919 % 101]);
    }
    points
}

fn by_comparing(points: &Points, n_principals: usize) -> Points {
    let mut merged: BTreeMap<Vec<i64>, (u128, u64)> = BTreeMap::new();
    for point in 0..points.len() {
        let (packages, kappa) = (points.packages(point), points.kappa(point)[0]);
        let entry = merged.entry(points.units(point).to_vec()).or_insert((0, u64::MAX));
        *entry = (entry.0 + packages, entry.1.min(kappa));
    }
    let beats = |by: &[i64], row: &[i64]| {
        by.iter().zip(row).all(|(by, own)| own <= by) && by[..n_principals] != row[..n_principals]
    };
    // Whatever beats a row adds up to more than it.
    let total = |row: &[i64]| row.iter().map(|&units| i128::from(units)).sum::<i128>();
    let mut by_total: Vec<(i128, &Vec<i64>)> = merged.keys().map(|row| (total(row), row)).collect();
    by_total.sort_unstable_by(|a, b| b.cmp(a));
    let is_beaten = |row: &[i64]| {
        let own = total(row);
        by_total.iter().take_while(|(more, _)| own < *more).any(|(_, by)| beats(by, row))
    };
    let mut kept = Points::like(points);
    for (row, (packages, kappa)) in merged.iter().rev() {
        if !is_beaten(row) {
            kept.push(row, *packages, &[*kappa]);
        }
    }
    kept
}

fn check(rows: &[Vec<i64>], width: usize) {
    let points = points(rows, width);
    let budget = Budget::new(&Silent, u64::MAX, None);
    for n_principals in 0..=width {
        let found = efficient(points.clone(), n_principals, &mut budget.meter()).expect("within reach");
        assert_eq!(found, by_comparing(&points, n_principals), "{n_principals} of {width}");
    }
    if 0 < width {
        let flat: Vec<i64> = rows.iter().flatten().copied().collect();
        let kept: Vec<Vec<i64>> = nondominated(&flat, width).into_iter().map(|row| rows[row].clone()).collect();
        let expected = by_comparing(&points, width);
        assert_eq!(kept, expected.rows().map(<[i64]>::to_vec).collect::<Vec<_>>());
    }
}

fn rows(width: usize, most: i64, len: usize) -> impl Strategy<Value = Vec<Vec<i64>>> {
    proptest::collection::vec(proptest::collection::vec(-most..=most, width), 0..len)
}

/// Numbers that look random.
fn noise(seed: u64) -> impl Iterator<Item = i64> {
    let mut state = seed;
    std::iter::from_fn(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn few_points_with_ties((width, rows) in (0..=9_usize).prop_flat_map(|width| (Just(width), rows(width, 2, 40)))) {
        check(&rows, width);
    }

    #[test]
    fn points_with_few_ties((width, rows) in (0..=6_usize).prop_flat_map(|width| (Just(width), rows(width, 50, 300)))) {
        check(&rows, width);
    }

    #[test]
    fn far_apart((width, rows) in (1..=5_usize).prop_flat_map(|width| (Just(width), rows(width, i64::MAX / 2, 120)))) {
        check(&rows, width);
    }
}

/// Enough points for the first pass, the digits' sort and the division; half of them near a sphere-like front.
#[test]
fn many_points() {
    for width in 1..=7_usize {
        for most in [6_i64, 40, 1 << 40] {
            let mut numbers = noise(most.unsigned_abs() + width as u64);
            let mut row = |at: usize| -> Vec<i64> {
                let mut row: Vec<i64> = numbers.by_ref().take(width).map(|number| number % most).collect();
                if at.is_multiple_of(2) {
                    let total: i64 = row.iter().sum();
                    row[0] = most * 3 - total;
                }
                row
            };
            let rows: Vec<Vec<i64>> = (0..9000).map(&mut row).collect();
            let points = points(&rows, width);
            let budget = Budget::new(&Silent, u64::MAX, None);
            for n_principals in [width, width.div_ceil(2), 1] {
                let found = efficient(points.clone(), n_principals, &mut budget.meter()).expect("within reach");
                assert!(found == by_comparing(&points, n_principals), "{n_principals} of {width}, {most}");
            }
        }
    }
}
