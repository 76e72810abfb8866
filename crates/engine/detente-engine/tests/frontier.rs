//! The frontier against enumeration and against the shared instances.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::{Ask, Cover, Frontier, Model, frontier};
use detente_testkit::models::{TINY, questions};
use detente_testkit::oracle::{self, Point};
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
    #![proptest_config(ProptestConfig::with_cases(3000))]

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
