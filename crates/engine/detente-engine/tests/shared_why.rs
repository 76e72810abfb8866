//! The instances with and without a zone whose answers were found by enumeration elsewhere.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::principles::{Stakes, egalitarian, nash};
use detente_engine::{Ask, Member, Model, Want, conflict, feasible, scan};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;

fn check(instance: &Instance, answer: &Value) {
    let model = instance.model();
    let ask = Ask::all(&model);
    let found = scan(&model, &ask, Want::Frontier, &Silent).expect("within reach");
    assert_eq!(answer["zone_count"], found.count.to_string(), "{}: count", instance.name);
    assert_eq!(answer["zone_feasible"], 0 < found.count, "{}: feasible", instance.name);
    assert_eq!(feasible(&model, &ask, &Silent), Ok(found.first), "{}: first", instance.name);
    check_rules(&model, answer);
    check_conflicts(&model, &ask, answer);
    check_relaxations(&model, &ask, answer);
    if 0 < found.count {
        check_open(&model, &ask, answer);
    }
}

fn check_rules(model: &Model, answer: &Value) {
    let rules = Ask { limits: vec![false; model.limits.len()], bottom_lines: false, ..Ask::all(model) };
    let found = scan(model, &rules, Want::Count, &Silent).expect("within reach");
    assert_eq!(answer["space_after_rules"].as_u64().map(u128::from), Some(found.count));
    assert_eq!(answer["rules_feasible"], 0 < found.count);
}

fn member(text: &str) -> Member {
    let (kind, number) = text.split_once(':').expect("kind:number");
    let number = number.parse().expect("a number");
    if kind == "bottom" { Member::BottomLine(number) } else { Member::Limit(number) }
}

fn members(list: &Value) -> Vec<Member> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(member).collect()
}

/// Deletion in whatever order finds one of the conflicts that are listed.
fn check_conflicts(model: &Model, ask: &Ask, answer: &Value) {
    let all = members(&answer["members"]);
    let listed: Vec<Vec<Member>> = answer["conflicts"].as_array().into_iter().flatten().map(members).collect();
    for turn in 0..all.len() {
        let order: Vec<Member> = all[turn..].iter().chain(&all[..turn]).copied().collect();
        match conflict(model, ask, &order, &Silent).expect("within reach") {
            None => assert!(listed.is_empty()),
            Some(mut set) => {
                set.sort_by_key(|member| all.iter().position(|other| other == member));
                assert!(listed.contains(&set), "{set:?} is not among {listed:?}");
            }
        }
    }
}

/// Dropping limits alone opens what is listed.
fn check_relaxations(model: &Model, ask: &Ask, answer: &Value) {
    for relaxation in answer["relaxations"].as_array().into_iter().flatten() {
        let mut dropped = (model.clone(), ask.clone());
        for member in members(&relaxation["drop"]) {
            match member {
                Member::BottomLine(party) => dropped.0.parties[party].bottom_line = None,
                Member::Limit(limit) => dropped.1.limits[limit] = false,
                Member::Rule(_) | Member::Fixed(_) => {}
            }
        }
        let found = scan(&dropped.0, &dropped.1, Want::Count, &Silent).expect("within reach");
        assert_eq!(relaxation["reopens"], found.count.to_string());
    }
}

fn check_open(model: &Model, ask: &Ask, answer: &Value) {
    let frontier = scan(model, ask, Want::Frontier, &Silent).expect("within reach").frontier.expect("wanted");
    let lines: Vec<Option<i64>> = model.parties.iter().map(|party| party.bottom_line).collect();
    let vectors: Vec<Vec<i64>> =
        frontier.iter().map(|point| ask.principals.iter().map(|&party| point.utilities[party]).collect()).collect();
    assert_eq!(answer["frontier_over_principals"], serde_json::json!(vectors));
    assert_eq!(answer["principals"], serde_json::json!(ask.principals));
    let units = vec![1; model.parties.len()];
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, &units).expect("shapes fit");
    let least = egalitarian(&stakes).value.expect("someone has a bottom line").to_string();
    assert_eq!(answer["egalitarian_gain"].to_string(), least);
    let product = nash(&stakes, None).swap_remove(0).value.map(|value| value.to_string());
    assert_eq!(answer["nash_product"].as_str().map(str::to_owned), product);
}

#[test]
fn every_instance() {
    let Some(folder) = folder("why") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    assert!(27 <= instances.len());
    instances.iter().for_each(|(instance, answer)| check(instance, answer));
}
