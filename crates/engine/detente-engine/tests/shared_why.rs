//! The instances with and without a zone whose answers were found by enumeration elsewhere.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use detente_base::Silent;
use detente_engine::{
    Ask, BigUint, Chosen, Count, Cover, MOST_SETS, Measure, Member, Model, Principle, Sets, conflict,
    conflicts_and_relaxations, counting, feasible, frontier, in_zone, principle, reopened, soft_members,
};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;
use std::collections::BTreeSet;

fn check(instance: &Instance, answer: &Value) {
    let model = instance.model();
    let ask = Ask::all(&model);
    let first = feasible(&model, &ask, &Silent).expect("within reach");
    assert_eq!(answer["zone_count"], counted(&model, &ask), "{}: count", instance.name);
    assert_eq!(answer["zone_feasible"], first.is_some(), "{}: feasible", instance.name);
    assert!(first.iter().all(|first| in_zone(&model, &ask, first)), "{}: first", instance.name);
    check_rules(&model, answer);
    let all = soft_members(&model, &ask);
    let sets = conflicts_and_relaxations(&model, &ask, &all, MOST_SETS, &Silent).expect("within reach");
    assert!(sets.complete && sets.zone.is_some() == first.is_some());
    check_conflicts(&model, &ask, &sets, answer);
    check_relaxations(&model, &ask, &sets, answer);
    if first.is_some() {
        check_open(&model, &ask, answer);
    }
}

/// The exact number of packages, in digits.
fn counted(model: &Model, ask: &Ask) -> String {
    let count = counting::count(model, ask, &Silent).expect("within reach");
    count.exact().expect("exact").to_string()
}

fn check_rules(model: &Model, answer: &Value) {
    let rules = Ask { limits: vec![false; model.limits.len()], bottom_lines: false, ..Ask::all(model) };
    let number = counted(model, &rules);
    assert_eq!(answer["space_after_rules"].to_string(), number);
    assert_eq!(answer["rules_feasible"], number != "0");
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
    let frontier = frontier(model, ask, &Cover::default(), &Silent).expect("within reach").points;
    let vectors: Vec<Vec<i64>> =
        frontier.iter().map(|point| ask.principals.iter().map(|&party| point.utilities[party]).collect()).collect();
    assert_eq!(answer["frontier_over_principals"], serde_json::json!(vectors));
    assert_eq!(answer["principals"], serde_json::json!(ask.principals));
    let chosen = |which| principle(model, ask, which, &Measure::plain(model), &Silent).expect("within reach");
    let gains = |chosen: &Chosen, over: &[usize]| -> Vec<i64> {
        let utilities = &chosen.answers[0].attained.utilities;
        over.iter().filter_map(|&party| Some(utilities[party] - model.parties[party].bottom_line?)).collect()
    };
    let least = chosen(Principle::Egalitarian).and_then(|found| gains(&found, &ask.principals).into_iter().min());
    assert_eq!(answer["egalitarian_gain"].as_i64(), least);
    let product = chosen(Principle::Nash).map(|found| {
        let gaining = found.answers[0].gaining.clone();
        gains(&found, &gaining)
            .into_iter()
            .map(BigUint::try_from)
            .map(|gain| gain.expect("a gain"))
            .product::<BigUint>()
    });
    assert_eq!(answer["nash_product"].as_str().map(str::to_owned), product.map(|product| product.to_string()));
}

#[test]
fn every_instance() {
    let Some(folder) = folder("why") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    assert!(27 <= instances.len());
    instances.iter().for_each(|(instance, answer)| check(instance, answer));
}
