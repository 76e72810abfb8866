//! Each method on its own, also where a question would not choose it.

use super::dominance::Cloud;
use super::exact::exact;
use super::meet::{Fit, meet};
use super::membership::Membership;
use super::possible::{First, possible, possible_among};
use super::problem::Problem;
use super::stream::Stream;
use super::superset::{Superset, lattice, subset};
use super::zone::{Means, Zone};
use super::{counted, counted_each};
use crate::again::{Figures, WrittenOut};
use crate::answers::Count;
use crate::budget::Budget;
use crate::condition::Force;
use crate::ground::branches;
use detente_base::Silent;
use detente_model::{Ask, Model, Package, in_zone};
use detente_testkit::models::{Bounds, TINY, plain_models, questions};
use detente_testkit::oracle;
use num_bigint::BigUint;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::BTreeSet;

const ROOMY: Fit = Fit { candidates: 1_000_000, steps: 1_000_000_000 };
const NOTHING_FITS: Fit = Fit { candidates: 0, steps: 0 };

/// Draws from supersets of a few states only.
const BY_DRAWS: Means = Means { fit: NOTHING_FITS, room: 1_000_000, edges: 150, each: true, bracket: true };

fn budget() -> Budget<'static> {
    Budget::new(&Silent, u64::MAX, None)
}

fn problems(model: &Model, ask: &Ask) -> Vec<Problem> {
    let nobody = Ask { principals: Vec::new(), ..ask.clone() };
    let branches = branches(model, &nobody, &Force::of(model, ask)).expect("small");
    branches.iter().filter_map(Problem::of).collect()
}

fn package(problem: &Problem, assigned: &[u32]) -> Package {
    let value = |value: u32| usize::try_from(value).expect("small");
    problem.choices.iter().zip(assigned).map(|(choices, &of)| choices[value(of)]).collect()
}

/// Every package of the zone is on exactly one path of exactly one superset, and every path is another package.
fn check_superset(model: &Model, ask: &Ask, states: usize) {
    let (mut found, budget) = (BTreeSet::new(), budget());
    for problem in problems(model, ask) {
        let superset =
            lattice::<u64>(&problem, states, ROOMY.candidates, &mut budget.meter()).expect("small").expect("fits");
        let paths: BTreeSet<Vec<u32>> = (0..superset.total).map(|rank| superset.path(rank)).collect();
        assert_eq!(BigUint::from(paths.len()), superset.total(), "no path twice");
        let with = superset.with();
        for (issue, row) in with.iter().enumerate().take(model.issues.len()) {
            for (value, number) in (0..).zip(row) {
                assert_eq!(BigUint::from(paths.iter().filter(|path| path[issue] == value).count()), *number);
            }
        }
        let membership = Membership::new(&problem);
        let packages: Vec<Package> =
            paths.iter().filter(|path| membership.holds(path)).map(|path| package(&problem, path)).collect();
        let least = subset(&problem, states, ROOMY.candidates, &mut budget.meter()).expect("small");
        assert!(least <= BigUint::from(packages.len()));
        packages.into_iter().for_each(|package| assert!(found.insert(package), "in one branch only"));
    }
    assert_eq!(found.into_iter().collect::<Vec<_>>(), oracle::zone(model, ask));
}

fn check_widths(model: &Model, ask: &Ask) {
    let budget = budget();
    for problem in problems(model, ask) {
        let narrow = meet::<u64>(&problem, true, ROOMY, &budget).expect("small").expect("fits");
        let wide = meet::<u128>(&problem, true, ROOMY, &budget).expect("small").expect("fits");
        let any = meet::<BigUint>(&problem, true, ROOMY, &budget).expect("small").expect("fits");
        let told = exact(&problem, true, ROOMY, &budget).expect("small").expect("fits");
        assert_eq!((BigUint::from(narrow.total), BigUint::from(wide.total)), (any.total.clone(), told.total));
        let (narrow, wide, any) = (narrow.with.expect("wanted"), wide.with.expect("wanted"), any.with.expect("wanted"));
        let big = |row: &Vec<u64>| row.iter().map(|&number| BigUint::from(number)).collect::<Vec<_>>();
        assert_eq!(narrow.iter().map(big).collect::<Vec<_>>(), any);
        let big = |row: &Vec<u128>| row.iter().map(|&number| BigUint::from(number)).collect::<Vec<_>>();
        assert_eq!(wide.iter().map(big).collect::<Vec<_>>(), any);
        assert_eq!(any[..model.issues.len()], told.with);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn supersets_lose_nothing((model, ask) in questions(TINY), states in 1..30_usize) {
        check_superset(&model, &ask, states);
    }

    #[test]
    fn every_kind_of_number_counts_the_same((model, ask) in questions(TINY)) {
        check_widths(&model, &ask);
    }

    #[test]
    fn what_is_possible_needs_no_exact_count((model, ask) in questions(Bounds { issues: 4, ..TINY })) {
        let look = Means { edges: 10, ..BY_DRAWS };
        let expected = oracle::remaining(&model, &ask);
        let flags: Vec<Vec<_>> = expected.iter().map(|row| row.iter().map(|&of| Some(0 < of)).collect()).collect();
        for (written_out, few) in [(false, 0), (false, 1), (false, 32), (true, 0)] {
            let found = possible(&model, &ask, First { written_out, few, look }, &Silent).expect("within reach");
            prop_assert_eq!(&found, &flags, "{} {}", written_out, few);
        }
    }

    #[test]
    fn what_is_known_never_changes_what_is_possible(
        (model, ask) in questions(Bounds { issues: 4, ..TINY }),
        seeds in prop::collection::vec(0..1000_usize, 0..4),
        skip in 1..4_usize,
        added in prop::collection::vec(-6..6_i64, 1..9),
    ) {
        let packages = oracle::all_packages(&model);
        let mut known: Vec<Package> = seeds.iter().map(|seed| packages[seed % packages.len()].clone()).collect();
        let mut number = 0;
        let wanted: Vec<Vec<bool>> = model.issues.iter().map(|&size| (0..size).map(|_| { number += 1; number % skip == 0 }).collect()).collect();
        // Zones met before under other numbers.
        let written_out = WrittenOut::default();
        let mut figures = Figures::of(&model);
        let numbers = figures.values.iter_mut().chain(&mut figures.linkages).chain(&mut figures.lines);
        numbers.zip(added.iter().cycle()).for_each(|(number, more)| *number += more);
        possible_among(&figures.model(&model), &ask, &wanted, &mut Vec::new(), &written_out, &Silent).expect("within reach");
        let found = possible_among(&model, &ask, &wanted, &mut known, &written_out, &Silent).expect("within reach");
        for (issue, row) in found.iter().enumerate() {
            for (choice, flag) in row.iter().enumerate() {
                let has = |package: &&Package| package[issue] == choice && in_zone(&model, &ask, package);
                let expected = wanted[issue][choice].then(|| packages.iter().any(|package| has(&package)));
                prop_assert_eq!(*flag, expected, "{} {}", issue, choice);
            }
        }
    }

    #[test]
    fn draws_are_the_same_on_any_number_of_threads(model in plain_models(Bounds { issues: 6, choices: 4, parties: 4 })) {
        let ask = Ask::all(&model);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| estimate(&model, &ask, 3000, 5))
        };
        let one = on(1);
        prop_assert_eq!(&on(2), &one);
        prop_assert_eq!(&on(5), &one);
    }
}

fn estimate(model: &Model, ask: &Ask, draws: u32, seed: u64) -> (Count, Vec<Vec<Count>>) {
    let budget = budget();
    let zone = Zone::new(model, ask, &Force::of(model, ask), BY_DRAWS, &budget).expect("small");
    let count = counted(&zone, draws, seed, &budget).expect("small");
    (count, counted_each(&zone, draws, seed, &budget).expect("small"))
}

/// Whether a number is within what a count says; a proved one may never be wrong.
fn is_within(count: &Count, number: usize) -> bool {
    let number = BigUint::from(number);
    match count {
        Count::Exact(exact) => {
            assert_eq!(*exact, number);
            true
        }
        Count::Bounded { least, most } => {
            assert!((least..=most).contains(&&number), "{least} {number} {most}");
            true
        }
        Count::Estimated { least, most, .. } => (least..=most).contains(&&number),
    }
}

#[test]
fn intervals_hold_the_number_as_often_as_they_say() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = plain_models(Bounds { issues: 8, choices: 4, parties: 4 });
    let (mut estimated, mut right) = ([0_u32; 2], [0_u32; 2]);
    for _ in 0..120 {
        let model = strategy.new_tree(&mut runner).expect("a strategy").current();
        let ask = Ask::all(&model);
        let zone = oracle::zone(&model, &ask);
        let with = oracle::count_with(&model, &zone);
        for seed in 0..10 {
            let (count, counts) = estimate(&model, &ask, 300, seed);
            estimated[0] += u32::from(matches!(count, Count::Estimated { .. }));
            right[0] += u32::from(matches!(count, Count::Estimated { .. }) && is_within(&count, zone.len()));
            is_within(&count, zone.len());
            for (count, &number) in counts.iter().flatten().zip(with.iter().flatten()) {
                let within = is_within(count, usize::try_from(number).expect("small"));
                estimated[1] += u32::from(matches!(count, Count::Estimated { .. }));
                right[1] += u32::from(within && matches!(count, Count::Estimated { .. }));
            }
        }
    }
    for (estimated, right) in estimated.into_iter().zip(right) {
        assert!(400 < estimated, "{estimated} estimates");
        assert!(97 * estimated <= 100 * right, "{right} of {estimated}");
    }
}

#[test]
fn corners_and_points_in_any_number_of_coordinates() {
    let mut stream = Stream::new(1, 0);
    for width in 0..7 {
        let (n_points, n_corners) = (700, 600);
        let mut rows = |number: usize| -> Vec<i64> {
            (0..number * width).map(|_| i64::try_from(stream.word() % 40).expect("small") - 20).collect()
        };
        let (points, corners) = (rows(n_points), rows(n_corners).iter().map(|of| of - 12).collect::<Vec<_>>());
        let weights: Vec<u64> = (0..n_points).map(|point| u64::try_from(point % 7).expect("small")).collect();
        let found = Cloud::new(&points, width, &weights).above(&corners, n_corners, &budget()).expect("small");
        for (corner, found) in found.into_iter().enumerate() {
            let corner = &corners[corner * width..(corner + 1) * width];
            let above =
                |point: &usize| points[point * width..(point + 1) * width].iter().zip(corner).all(|(p, c)| c <= p);
            assert_eq!(found, (0..n_points).filter(above).map(|point| weights[point]).sum::<u64>());
        }
    }
}
