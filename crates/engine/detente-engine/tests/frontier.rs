//! The frontier against enumeration and against the shared instances.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use detente_base::Silent;
use detente_engine::{Ask, Consent, Cover, Frontier, Model, ModelError, Party, Stopped, frontier, in_zone};
use detente_testkit::models::{TINY, questions};
use detente_testkit::oracle::{self, Point};
use detente_testkit::property::tries;
use detente_testkit::shared::{Instance, folder, instances};
use proptest::prelude::*;
use serde_json::Value;

/// Instances with a frontier whose answers are known; fewer would mean that the data was not read.
const INSTANCES: usize = 38;

fn exact(model: &Model, ask: &Ask) -> Frontier {
    frontier(model, ask, &Cover::default(), &Silent).expect("within reach")
}

fn as_points(found: &Frontier, principals: &[usize]) -> Vec<Point> {
    let points = found.points.iter().map(|point| Point {
        vector: principals.iter().map(|&party| i128::from(point.utilities[party])).collect(),
        packages: point.packages.expect("told"),
        witness: point.witness.clone(),
    });
    points.collect()
}

proptest! {
    #![proptest_config(tries(3000))]

    #[test]
    fn is_what_enumeration_finds((model, ask) in questions(TINY)) {
        let found = exact(&model, &ask);
        prop_assert!(found.complete && found.epsilon.is_none());
        let zone = oracle::zone(&model, &ask);
        prop_assert_eq!(as_points(&found, &ask.principals), oracle::frontier(&model, &ask.principals, &zone));
        for point in &found.points {
            let utilities = model.parties.iter().map(|party| party.utility(&point.witness));
            prop_assert!(utilities.eq(point.utilities.iter().copied().map(i128::from)));
        }
    }
}

fn over(principals: &[usize], utilities: &[i64]) -> Vec<i64> {
    principals.iter().map(|&party| utilities[party]).collect()
}

/// What every cover must be: packages of the zone, descending, none beating another, and all of the zone near one of them.
fn check_cover(model: &Model, ask: &Ask, found: &Frontier) -> Result<(), TestCaseError> {
    let vectors: Vec<Vec<i64>> = found.points.iter().map(|point| over(&ask.principals, &point.utilities)).collect();
    prop_assert!(vectors.is_sorted_by(|a, b| b < a));
    for (point, vector) in found.points.iter().zip(&vectors) {
        prop_assert!(in_zone(model, ask, &point.witness));
        let utilities = model.parties.iter().map(|party| party.utility(&point.witness));
        prop_assert!(utilities.eq(point.utilities.iter().copied().map(i128::from)));
        let beats = |other: &Vec<i64>| other != vector && other.iter().zip(vector).all(|(other, own)| own <= other);
        prop_assert!(!vectors.iter().any(beats));
    }
    let none = vec![0; ask.principals.len()];
    let epsilon = found.epsilon.as_ref().unwrap_or(&none);
    for package in oracle::zone(model, ask) {
        let wanted: Vec<i128> = ask.principals.iter().map(|&party| model.parties[party].utility(&package)).collect();
        let near = |row: &Vec<i64>| {
            row.iter().zip(epsilon).zip(&wanted).all(|((row, epsilon), wanted)| *wanted <= i128::from(row + epsilon))
        };
        prop_assert!(vectors.iter().any(near));
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(1000))]

    #[test]
    fn covers_keep_what_they_say((model, ask) in questions(TINY), epsilon in 0..6_i64) {
        let cover = Cover { epsilon: Some(vec![epsilon; ask.principals.len()]), max_points: None };
        let found = frontier(&model, &ask, &cover, &Silent).expect("within reach");
        prop_assert!(!found.complete);
        prop_assert!(found.epsilon.iter().flatten().all(|&achieved| achieved <= epsilon));
        check_cover(&model, &ask, &found)?;
        prop_assert!(found.points.len() <= exact(&model, &ask).points.len());
    }

    #[test]
    fn a_number_of_points_is_kept_to((model, ask) in questions(TINY), most in 1..6_usize) {
        let found = frontier(&model, &ask, &Cover { epsilon: None, max_points: Some(most) }, &Silent).expect("within reach");
        prop_assert!(found.points.len() <= most);
        check_cover(&model, &ask, &found)?;
        let all = exact(&model, &ask);
        prop_assert_eq!(found.complete, all.points.len() <= most);
        prop_assert!(!found.complete || found == all);
    }
}

/// Nobody compares packages, so one stands for all; on the way to it there are more that a bottom line tells apart.
#[test]
fn one_point_is_enough_where_nobody_compares() {
    let values = [&[0, 0, 0, 1][..], &[8, -2, 4], &[6, 1, -3, -1], &[3, 0, 5], &[-1, 0, 5], &[-3, 1, 11, 10]];
    let party = Party {
        values: values.iter().map(|of| of.to_vec()).collect(),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(20),
        consent: Consent::Always,
    };
    let issues = values.iter().map(|of| of.len()).collect();
    let model = Model { issues, parties: vec![party], ..Model::default() };
    let ask = Ask { principals: Vec::new(), ..Ask::all(&model) };
    let found = frontier(&model, &ask, &Cover { epsilon: None, max_points: Some(1) }, &Silent).expect("within reach");
    assert!(found.complete);
    assert_eq!(found, exact(&model, &ask));
}

/// The combinations of one floor per principal: units just above some point's by more than epsilon, or anything.
fn corners(vectors: &[Vec<i64>], epsilon: &[i64]) -> Vec<Vec<Option<i64>>> {
    let mut corners = vec![Vec::new()];
    for (at, &epsilon) in epsilon.iter().enumerate() {
        let mut floors: Vec<Option<i64>> = vectors.iter().map(|vector| Some(vector[at] + epsilon + 1)).collect();
        floors.push(None);
        floors.sort_unstable();
        floors.dedup();
        let with = |corner: &Vec<Option<i64>>, floor: &Option<i64>| corner.iter().copied().chain([*floor]).collect();
        corners = corners.iter().flat_map(|corner| floors.iter().map(move |floor| with(corner, floor))).collect();
    }
    corners
}

/// For up to three parties: whatever no point is near lies in a corner beyond all points, and every such corner is empty.
#[test]
fn covers_leave_nothing_out() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let mut asked = 0;
    for (instance, _) in instances(&folder).iter().filter(|(of, _)| of.parties <= 3 && of.space() <= 50_000) {
        let model = instance.model();
        let scale: i64 = instance.values[0].iter().filter_map(|values| values.iter().max()).sum();
        let cover = Cover { epsilon: Some(vec![scale / 8; instance.parties]), max_points: None };
        let found = frontier(&model, &Ask::all(&model), &cover, &Silent).expect("within reach");
        let epsilon = found.epsilon.expect("a cover");
        let vectors: Vec<Vec<i64>> = found.points.into_iter().map(|point| point.utilities).collect();
        let is_beyond = |corner: &[Option<i64>], vector: &[i64]| {
            corner
                .iter()
                .zip(vector)
                .zip(&epsilon)
                .any(|((floor, units), epsilon)| floor.is_some_and(|floor| units + epsilon < floor))
        };
        for corner in corners(&vectors, &epsilon) {
            if vectors.iter().all(|vector| is_beyond(&corner, vector)) {
                let mut raised = model.clone();
                for (party, floor) in raised.parties.iter_mut().zip(&corner) {
                    party.bottom_line = party.bottom_line.max(*floor);
                }
                let beyond = exact(&raised, &Ask::all(&raised));
                assert!(beyond.points.is_empty(), "{}: {corner:?}", instance.name);
                asked += 1;
            }
        }
    }
    assert!(20 <= asked, "{asked} corners");
}

#[test]
fn says_why_it_stops() {
    struct Impatient;
    impl detente_base::Watch for Impatient {
        fn advance(&self, _: u64) {}
        fn cancelled(&self) -> bool {
            true
        }
    }
    let values = |seed: usize| (0..12).map(|issue| (0..6).map(|choice| value(seed, issue, choice)).collect()).collect();
    let party = |seed| Party {
        values: values(seed),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: None,
        consent: Consent::Always,
    };
    let model = Model { issues: vec![6; 12], parties: (0..4).map(party).collect(), ..Model::default() };
    let mut ask = Ask::all(&model);
    let cancelled = frontier(&model, &ask, &Cover::default(), &Impatient);
    assert_eq!(cancelled, Err(Stopped::Cancelled));
    let cover = Cover { epsilon: Some(vec![1; 3]), max_points: None };
    let unfit = frontier(&model, &ask, &cover, &Silent);
    assert_eq!(unfit, Err(ModelError::EpsilonLength { found: 3, expected: 4 }.into()));
    ask.effort.max_points = 100;
    let long = frontier(&model, &ask, &Cover::default(), &Silent);
    assert_eq!(long, Err(Stopped::TooManyPoints { max_points: 100 }));
    ask.effort.max_points = 1_000_000;
    ask.effort.max_steps = 10_000;
    let dear = frontier(&model, &ask, &Cover::default(), &Silent);
    assert!(matches!(dear, Err(Stopped::OutOfReach { max_steps: 10_000, .. })));
}

/// Units that look random.
fn value(seed: usize, issue: usize, choice: usize) -> i64 {
    let mixed = (0..3).fold(seed * 10_000 + issue * 100 + choice, |mixed, _| (mixed * 48_271 + 11) % 2_147_483_647);
    i64::try_from(mixed % 997).expect("small")
}

/// FNV-1a 64 over the coordinates as little-endian bytes.
fn hash(found: &Frontier) -> String {
    let bytes = found.points.iter().flat_map(|point| &point.utilities).flat_map(|units| units.to_le_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

fn check(instance: &Instance, answer: &Value) -> bool {
    if answer["front_size"].is_null() {
        return false;
    }
    let model = instance.model();
    let found = exact(&model, &Ask::all(&model));
    assert_eq!(answer["front_size"], found.points.len(), "{}: size", instance.name);
    assert_eq!(answer["front_fnv1a64_lexdesc_le_i64"], hash(&found), "{}: front", instance.name);
    true
}

#[test]
fn every_shared_instance() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let checked = instances(&folder).iter().filter(|(instance, answer)| check(instance, answer)).count();
    assert_eq!(INSTANCES, checked);
}

#[test]
fn is_the_same_on_any_number_of_threads() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let wanted = ["add_k3_n15_m6_s10000", "add_k4_n10", "link4t_add_k3_n20", "add_k5_n6_m5_s100_"];
    let instances = instances(&folder);
    for name in wanted {
        let (instance, _) = instances.iter().find(|(of, _)| of.name.starts_with(name)).expect("named");
        let model = instance.model();
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| exact(&model, &Ask::all(&model)))
        };
        let alone = with(1);
        assert!(alone == with(2) && alone == with(4), "{name}");
    }
}
