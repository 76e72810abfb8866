//! The small ones among the instances of the deal engine whose answers were found by a prototype.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::principles::{Stakes, egalitarian, nash};
use detente_engine::{Ask, Attained, Want, scan};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;

/// Larger spaces are for benches.
const MOST_PACKAGES: u128 = 100_000_000;

/// FNV-1a 64 over the coordinates as little-endian bytes.
fn hash(frontier: &[Attained]) -> String {
    let bytes = frontier.iter().flat_map(|point| &point.utilities).flat_map(|units| units.to_le_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

fn check(instance: &Instance, answer: &Value) {
    let model = instance.model();
    let ask = Ask::all(&model);
    let found = scan(&model, &ask, Want::Frontier, &Silent).expect("within reach");
    let frontier = found.frontier.expect("wanted");
    let name = &instance.name;
    assert_eq!(answer["front_size"], frontier.len(), "{name}: size");
    assert_eq!(answer["front_fnv1a64_lexdesc_le_i64"], hash(&frontier), "{name}: front");
    if let Some(count) = answer["zopa_count"].as_str() {
        assert_eq!(count, found.count.to_string(), "{name}: count");
    }
    let lines: Vec<Option<i64>> = instance.reservation.iter().copied().map(Some).collect();
    let units = vec![1; lines.len()];
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, &units).expect("shapes fit");
    let attains = |answers: &[usize], expected: &Value| {
        answers.iter().any(|&point| serde_json::json!(frontier[point].utilities) == *expected)
    };
    let product = nash(&stakes, None).swap_remove(0);
    assert!(attains(&product.vectors, &answer["Nash"]["utilities"]), "{name}: Nash");
    check_least(instance, &egalitarian(&stakes).value.expect("bottom lines").to_string(), &answer["Maximin"]);
}

/// The prototype names some package with the greatest least gain, not always an efficient one.
fn check_least(instance: &Instance, least: &str, expected: &Value) {
    let utilities = expected["utilities"].as_array().into_iter().flatten().filter_map(Value::as_i64);
    let gains = utilities.zip(&instance.reservation).map(|(units, line)| units - line);
    assert_eq!(gains.min().map(|gain| gain.to_string()).as_deref(), Some(least), "{}: least gain", instance.name);
}

#[test]
fn every_small_instance() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    let small = instances.iter().filter(|(instance, _)| instance.space() <= MOST_PACKAGES);
    let checked = small.map(|(instance, answer)| check(instance, answer)).count();
    assert!(20 <= checked, "{checked} instances");
}
