//! Whether what a tree of thinned sums says of a branch is true of every package.

use super::choose::Ends;
use super::cover::{TRIES, cover_by_parts};
use super::merge::merge;
use super::tree::{self, Thinning};
use crate::budget::Budget;
use crate::ground::{Coordinate, Folded};
use crate::points::Points;
use detente_base::Silent;
use proptest::prelude::*;

/// Up to six lists of up to five points; a choice of a list has four bits of κ.
fn branches() -> impl Strategy<Value = Folded> {
    (1..=4_usize, 1..=6_usize).prop_flat_map(|(width, n_lists)| {
        let row = proptest::collection::vec(-20..=20_i64, width);
        let lists = proptest::collection::vec(proptest::collection::vec(row, 1..=5), n_lists);
        let lines = proptest::collection::vec(prop::option::of(-30..=40_i64), width);
        (lists, lines, 1..=width).prop_map(|(lists, lines, n_principals)| {
            let lists = lists.iter().enumerate().map(|(at, rows)| list(rows, at)).collect();
            let line = |(at, line): (usize, &Option<i64>)| line.or((n_principals <= at).then_some(0));
            let coordinates =
                lines.iter().enumerate().map(|(at, of)| Coordinate { party: at, line: line((at, of)), is_sum: false });
            Folded { coordinates: coordinates.collect(), n_principals, lists, trees: Vec::new() }
        })
    })
}

fn list(rows: &[Vec<i64>], at: usize) -> Points {
    let mut points = Points::new(rows[0].len(), 1);
    for (choice, row) in (1_u64..).zip(rows) {
        points.push(row, 1, &[choice << (60 - 4 * at)]);
    }
    points.merged()
}

/// Every package: its units, its κ, and whether it reaches all lines.
fn packages(folded: &Folded) -> Vec<(Vec<i64>, u64, bool)> {
    let mut all = vec![(vec![0; folded.coordinates.len()], 0)];
    for list in &folded.lists {
        let add = |(units, kappa): &(Vec<i64>, u64), point: usize| {
            let units = units.iter().zip(list.units(point)).map(|(a, b)| a + b).collect();
            (units, kappa | list.kappa(point)[0])
        };
        all = all.iter().flat_map(|package| (0..list.len()).map(move |point| add(package, point))).collect();
    }
    let reaches = |units: &[i64]| {
        folded.coordinates.iter().zip(units).all(|(of, units)| of.line.is_none_or(|line| line <= *units))
    };
    all.into_iter()
        .map(|(units, kappa)| (reaches(&units), units, kappa))
        .map(|(ok, units, kappa)| (units, kappa, ok))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_package_exceeds_all_upper_ends(folded in branches(), room in prop::option::of(0..30_i64), most in 2..8_usize) {
        let budget = Budget::new(&Silent, u64::MAX, None);
        let room = room.map(|room| vec![room; folded.n_principals]);
        let thinning = Thinning { room, most };
        let Ok(ends) = tree::cover(&folded, &thinning, &mut budget.meter()) else { return Ok(()) };
        let packages = packages(&folded);
        for (units, _, _) in packages.iter().filter(|package| package.2) {
            let is_below = |upper: &[i64]| units[..folded.n_principals].iter().zip(upper).all(|(units, upper)| units <= upper);
            prop_assert!(ends.points.rows().any(is_below));
        }
        for point in 0..ends.len() {
            let of = packages.iter().find(|package| package.1 == ends.points.kappa(point)[0]);
            let (units, _, _) = of.expect("a package");
            let attained: Vec<i64> = ends.attained(point).collect();
            prop_assert_eq!(&units[..folded.n_principals], &attained[..folded.n_principals]);
            let lines = &folded.coordinates[folded.n_principals..];
            prop_assert!(units[folded.n_principals..].iter().zip(lines).all(|(units, of)| of.line.is_none_or(|line| line <= *units)));
        }
    }

    #[test]
    fn covers_what_it_says(folded in branches(), wanted in 0..12_i64, most in 1..6_usize, by_number in any::<bool>(), per_part in 2..9_usize) {
        let budget = Budget::new(&Silent, u64::MAX, None);
        let wanted = vec![wanted; folded.n_principals];
        let (epsilon, max_points) = if by_number { (None, most) } else { (Some(&wanted[..]), 1000) };
        let folded = [folded];
        let Ok(found) = cover_by_parts(&folded, epsilon, max_points, per_part, &mut budget.meter()) else { return Ok(()) };
        prop_assert!(found.points.len() <= max_points);
        let packages = packages(&folded[0]);
        let n_principals = folded[0].n_principals;
        for point in 0..found.points.len() {
            let is_it = |package: &&(Vec<i64>, u64, bool)| package.1 == found.points.kappa(point)[0];
            let (units, _, reaches) = packages.iter().find(is_it).expect("a package");
            prop_assert!(*reaches);
            prop_assert_eq!(&units[..n_principals], found.points.units(point));
        }
        for (units, _, _) in packages.iter().filter(|package| package.2) {
            let near = |row: &[i64]| row.iter().zip(&found.epsilon).zip(units).all(|((row, epsilon), units)| *units <= row + epsilon);
            prop_assert!(found.points.rows().any(near));
        }
        // Without lines, what was asked for is kept where the longest parts have room for every sum.
        let longest = (per_part << (TRIES - 1)) * tree::LONGER;
        if !by_number && packages.len() <= longest && folded[0].coordinates.iter().all(|of| of.line.is_none()) {
            prop_assert!(found.epsilon.iter().zip(&wanted).all(|(found, wanted)| found <= wanted));
        }
    }

    #[test]
    fn a_few_of_an_exact_frontier_cover_it(folded in branches(), most in 1..6_usize) {
        let budget = Budget::new(&Silent, u64::MAX, None);
        let mut alone = folded;
        alone.coordinates.truncate(alone.n_principals);
        let exact = merge(&Folded { lists: alone.lists.iter().map(|list| cut(list, alone.n_principals)).collect(), ..alone }, 1000, &mut budget.meter());
        let exact = exact.expect("within reach");
        if exact.is_empty() {
            return Ok(());
        }
        let found = super::cover::chosen(&Ends::exact(exact.clone()), None, most, &mut budget.meter()).expect("within reach");
        let found = found.expect("points of the zone");
        prop_assert!(found.points.len() <= most);
        for units in exact.rows() {
            let near = |row: &[i64]| row.iter().zip(&found.epsilon).zip(units).all(|((row, epsilon), units)| *units <= row + epsilon);
            prop_assert!(found.points.rows().any(near));
        }
        if exact.len() <= most {
            prop_assert!(found.epsilon.iter().all(|epsilon| *epsilon == 0));
        }
    }
}

fn cut(list: &Points, width: usize) -> Points {
    let mut cut = Points::new(width, 1);
    (0..list.len()).for_each(|point| cut.push(&list.units(point)[..width], 1, list.kappa(point)));
    cut.merged()
}
