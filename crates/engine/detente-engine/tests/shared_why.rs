//! The instances with and without a zone whose answers were found by enumeration elsewhere.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::principles::{Stakes, egalitarian, nash};
use detente_engine::{
    Ask, Count, MOST_SETS, Member, Model, Sets, Want, conflict, conflicts_and_relaxations, feasible, reopened, scan,
    soft_members,
};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;
use std::collections::BTreeSet;

fn check(instance: &Instance, answer: &Value) {
    let model = instance.model();
    let ask = Ask::all(&model);
    let found = scan(&model, &ask, Want::Frontier, &Silent).expect("within reach");
    assert_eq!(answer["zone_count"], found.count.to_string(), "{}: count", instance.name);
    assert_eq!(answer["zone_feasible"], 0 < found.count, "{}: feasible", instance.name);
    assert_eq!(feasible(&model, &ask, &Silent), Ok(found.first), "{}: first", instance.name);
    check_rules(&model, answer);
    let all = soft_members(&model, &ask);
    let sets = conflicts_and_relaxations(&model, &ask, &all, MOST_SETS, &Silent).expect("within reach");
    assert!(sets.complete && sets.zone.is_some() == (0 < found.count));
    check_conflicts(&model, &ask, &sets, answer);
    check_relaxations(&model, &ask, &sets, answer);
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

/// One conflict, whatever the order of the members, is one of those that are listed; and all of them are.
fn check_conflicts(model: &Model, ask: &Ask, found: &Sets, answer: &Value) {
    let all = members(&answer["members"]);
    assert_eq!(all, soft_members(model, ask));
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
    let sets = |sets: &mut dyn Iterator<Item = &Vec<Member>>| -> BTreeSet<Vec<Member>> { sets.cloned().collect() };
    assert_eq!(sets(&mut found.conflicts.iter().map(|set| &set.members)), sets(&mut listed.iter()));
    assert_eq!(found.conflicts.len(), listed.len());
}

/// Dropping what is listed opens that many packages, and nothing else is listed.
fn check_relaxations(model: &Model, ask: &Ask, found: &Sets, answer: &Value) {
    let all = soft_members(model, ask);
    let told = found.relaxations.iter().map(|relaxation| {
        let reopens = reopened(model, ask, &all, &relaxation.drop, &Silent).expect("within reach");
        let exact = if let Count::Exact(packages) = reopens { Some(packages) } else { None };
        (relaxation.drop.clone(), exact.expect("small enough to be counted").to_string())
    });
    let told: BTreeSet<(Vec<Member>, String)> = told.collect();
    let listed = answer["relaxations"].as_array().into_iter().flatten();
    let listed: BTreeSet<(Vec<Member>, String)> = listed
        .map(|set| (members(&set["drop"]), set["reopens"].as_str().expect("a count as text").to_owned()))
        .collect();
    assert_eq!(told, listed);
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
