//! The instances of the deal engine whose answers were found by a prototype; tests/frontier.rs has their frontiers.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use detente_base::Silent;
use detente_engine::{
    Ask, BigUint, Count, Measure, Model, Movement, Principle, counting, feasible, in_zone, least_movement, principle,
};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;

/// Instances and counts that are known; fewer would mean that the data was not read.
const INSTANCES: usize = 48;
const COUNTED: usize = 10;

/// The units an answer of the prototype names.
fn named(answer: &Value, of: &str) -> Vec<i64> {
    answer[of]["utilities"].as_array().expect("utilities").iter().filter_map(Value::as_i64).collect()
}

fn gains(instance: &Instance, units: &[i64]) -> Vec<i64> {
    units.iter().zip(&instance.reservation).map(|(units, line)| units - line).collect()
}

/// The first answer of a principle, which lies in the zone, and whether it is proved.
fn chosen(model: &Model, which: Principle) -> (Vec<i64>, bool) {
    let ask = Ask::all(model);
    let found = principle(model, &ask, which, &Measure::plain(model), &Silent).expect("within reach");
    let found = found.expect("an open zone in which all can gain");
    let first = &found.answers[0].attained;
    assert!(in_zone(model, &ask, &first.witness));
    (first.utilities.clone(), found.proved)
}

/// The prototype proved some of its answers: those are attained exactly; the others are met or beaten.
fn check_principles(instance: &Instance, model: &Model, answer: &Value) {
    let product = |units: &[i64]| -> BigUint {
        let gain = |gain: i64| BigUint::try_from(gain).unwrap_or_default();
        gains(instance, units).into_iter().map(gain).product()
    };
    let least = |units: &[i64]| gains(instance, units).into_iter().min();
    let (nash, nash_proved) = chosen(model, Principle::Nash);
    let (level, level_proved) = chosen(model, Principle::Egalitarian);
    let name = &instance.name;
    assert!(product(&named(answer, "Nash")) <= product(&nash), "{name}: Nash");
    assert!(least(&named(answer, "Maximin")) <= least(&level), "{name}: least gain");
    if nash_proved && answer["Nash"]["proved"] == true {
        assert_eq!(product(&named(answer, "Nash")), product(&nash), "{name}: Nash");
    }
    if level_proved && answer["Maximin"]["proved"] == true {
        assert_eq!(least(&named(answer, "Maximin")), least(&level), "{name}: least gain");
    }
}

/// The prototype's least joint movement is what bottom lines fall in sum; 0 in an open zone.
fn check_movement(instance: &Instance, model: &Model, answer: &Value) {
    let short = gains(instance, &named(answer, "JointMove")).into_iter().map(|gain| (-gain).max(0)).sum::<i64>();
    match least_movement(model, &Ask::all(model), &Silent).expect("within reach") {
        Movement::Open => assert_eq!(short, 0, "{}", instance.name),
        Movement::Opens(least) => assert_eq!(short, least.sum, "{}", instance.name),
        Movement::CannotOpen => unreachable!("{}: a package was named", instance.name),
    }
}

fn check(instance: &Instance, answer: &Value) {
    let model = instance.model();
    let is_open = feasible(&model, &Ask::all(&model), &Silent).expect("within reach").is_some();
    assert_eq!(answer["Maximin_feasible"], is_open, "{}", instance.name);
    check_movement(instance, &model, answer);
    if is_open {
        check_principles(instance, &model, answer);
    }
}

#[test]
fn verdicts_principles_and_movements() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    assert_eq!(instances.len(), INSTANCES);
    instances.iter().for_each(|(instance, answer)| check(instance, answer));
}

#[test]
fn counts() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let mut counted = 0;
    for (instance, answer) in instances(&folder) {
        let Some(expected) = answer["zopa_count"].as_str() else { continue };
        let expected: BigUint = expected.parse().expect("digits");
        let model = instance.model();
        let found = counting::count(&model, &Ask::all(&model), &Silent).expect("within reach");
        if let Count::Exact(number) = &found {
            assert_eq!(*number, expected, "{}", instance.name);
        }
        assert!(*found.least() <= expected && expected <= *found.most(), "{}: {found:?} {expected}", instance.name);
        counted += 1;
    }
    assert_eq!(counted, COUNTED);
}
