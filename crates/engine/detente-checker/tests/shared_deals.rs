//! The shared instances: their answers are proved, with weights found here in floating point, which decide nothing.
#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hints only")]
#![expect(clippy::print_stdout, reason = "a run without the data says so, one with it how long each proof is")]

use detente_checker::{Answer, Best, Branch, Frontier, Principle, Proof, Reason, Refusal, Report, Step, verify};
use detente_model::{Ask, Model, Package};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;
use std::collections::BTreeMap;

fn each(check: impl Fn(&Instance, &Model, &Value)) {
    let Some(folder) = folder("deals") else {
        println!("skipped: no shared data");
        return;
    };
    instances(&folder).iter().for_each(|(instance, answer)| check(instance, &instance.model(), answer));
}

fn proves(model: &Model, ask: &Ask, step: Step) -> Result<Report, Refusal> {
    verify(model, ask, &Proof::new(model, ask, vec![step]).sealed())
}

fn numbers(value: &Value) -> Vec<i64> {
    value.as_array().expect("a list").iter().map(|number| number.as_i64().expect("an integer")).collect()
}

fn answer(value: &Value) -> Answer {
    let package =
        numbers(&value["deal"]).into_iter().map(|choice| usize::try_from(choice).expect("a choice")).collect();
    Answer { utilities: numbers(&value["utilities"]), package }
}

fn all_asked(model: &Model, weights: Vec<u64>) -> Vec<Branch> {
    vec![Branch { asked: vec![true; model.parties.len()], weights, ..Branch::default() }]
}

/// The most of w·u over all packages with a package that attains it; tables are left out, which makes it a hint only.
fn most(model: &Model, weights: &[f64]) -> (f64, Vec<f64>) {
    let mut total = vec![0.0; weights.len()];
    for issue in 0..model.issues.len() {
        let worth = |choice: usize| -> f64 {
            weights.iter().zip(&model.parties).map(|(weight, party)| weight * party.values[issue][choice] as f64).sum()
        };
        let best = (0..model.issues[issue]).max_by(|&a, &b| worth(a).total_cmp(&worth(b))).expect("a choice");
        for (total, party) in total.iter_mut().zip(&model.parties) {
            *total += party.values[issue][best] as f64;
        }
    }
    (weights.iter().zip(&total).map(|(weight, units)| weight * units).sum(), total)
}

/// Multipliers that make the bound on the least gain small: subgradients, with steps after Polyak.
fn leveling(model: &Model, target: f64) -> Vec<u64> {
    let lines: Vec<f64> = model.parties.iter().map(|party| party.bottom_line.expect("a line") as f64).collect();
    let mut weights = vec![1.0 / lines.len() as f64; lines.len()];
    let mut best = (f64::INFINITY, weights.clone());
    let mut target = target;
    for round in 0..10_000 {
        let (value, units) = most(model, &weights);
        let gains: Vec<f64> = units.iter().zip(&lines).map(|(units, line)| units - line).collect();
        let value = value - weights.iter().zip(&lines).map(|(weight, line)| weight * line).sum::<f64>();
        if value < best.0 {
            best = (value, weights.clone());
        }
        if round % 200 == 0 {
            target = target.max(best.0 - (best.0 - target) / 1.5);
        }
        let mean = gains.iter().sum::<f64>() / gains.len() as f64;
        let norm: f64 = gains.iter().map(|gain| (gain - mean) * (gain - mean)).sum();
        let step = 0.7 * (value - target).max(1e-9 * value.abs()) / norm.max(1e-9);
        weights.iter_mut().zip(&gains).for_each(|(weight, gain)| *weight = (*weight - step * (gain - mean)).max(0.0));
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    best.1.iter().map(|weight| (weight * 1e6).round() as u64).collect()
}

#[test]
fn nash_is_proved() {
    each(|instance, model, answers| {
        let answer = answer(&answers["Nash"]);
        let gain = |(units, party): (&i64, &detente_model::Party)| units - party.bottom_line.expect("a line");
        let gains: Vec<i64> = answer.utilities.iter().zip(&model.parties).map(gain).collect();
        let weights = gains.iter().map(|&gain| (1e13 / gain as f64).round() as u64).collect();
        let mut branches = all_asked(model, weights);
        branches[0].gaining = (0..model.parties.len()).collect();
        let nash = Best {
            principle: Principle::Nash,
            units_per_point: Vec::new(),
            exponents: Vec::new(),
            answers: vec![answer],
            complete: false,
            stuck: Vec::new(),
            branches,
        };
        let report = proves(model, &Ask::all(model), Step::Best(nash));
        println!("{} nash {report:?}", instance.name);
        assert!(report.is_ok(), "{}: {report:?}", instance.name);
    });
}

#[test]
fn nothing_gives_everyone_more_than_the_greatest_least_gain() {
    each(|instance, model, answers| {
        let maximin = &answers["Maximin"];
        if maximin["proved"] != Value::Bool(true) {
            return;
        }
        let value = maximin["value"].as_f64().expect("a number");
        let weights = leveling(model, value);
        let beyond = raised(model, value as i64 + 1);
        let report = proves(&beyond, &Ask::all(&beyond), Step::Empty(all_asked(model, weights.clone())));
        println!("{} maximin {report:?}", instance.name);
        assert!(report.is_ok(), "{}: {report:?}", instance.name);
        let there = raised(model, value as i64);
        let report = proves(&there, &Ask::all(&there), Step::Empty(all_asked(model, weights)));
        let exists = report.is_err_and(|refusal| matches!(refusal.reason, Reason::Exists { .. }));
        assert!(exists, "{}: the value itself is attained", instance.name);
    });
}

/// The model with every bottom line raised.
fn raised(model: &Model, by: i64) -> Model {
    let mut raised = model.clone();
    raised.parties.iter_mut().for_each(|party| party.bottom_line = party.bottom_line.map(|line| line + by));
    raised
}

#[test]
fn two_party_frontiers_are_proved() {
    each(|instance, model, answers| {
        let Some(front) = answers["front"].as_array() else { return };
        if model.parties.len() != 2 || !model.parties[0].tables.is_empty() {
            return;
        }
        let known = packages(model);
        let point = |point: &Value| {
            let utilities = numbers(point);
            Answer { package: known[&utilities].clone(), utilities }
        };
        let mut points: Vec<Answer> = front.iter().map(point).collect();
        let report = proves(model, &Ask::all(model), Step::Frontier(Frontier { points: points.clone() }));
        println!("{} frontier of {} {report:?}", instance.name, front.len());
        assert!(report.is_ok(), "{}: {report:?}", instance.name);
        let missing = points.pop().expect("a point").utilities;
        let report = proves(model, &Ask::all(model), Step::Frontier(Frontier { points }));
        assert_eq!(report.map_err(|refusal| refusal.reason), Err(Reason::Missing { utilities: missing }));
    });
}

/// The efficient vectors of all packages, each with one of them, issue by issue.
fn packages(model: &Model) -> BTreeMap<Vec<i64>, Package> {
    let mut known = BTreeMap::from([(vec![0, 0], Package::new())]);
    for issue in 0..model.issues.len() {
        let mut next = BTreeMap::new();
        for (vector, package) in &known {
            for choice in 0..model.issues[issue] {
                let units = model.parties.iter().zip(vector).map(|(party, own)| own + party.values[issue][choice]);
                next.entry(units.collect::<Vec<_>>()).or_insert_with(|| [&package[..], &[choice]].concat());
            }
        }
        let mut most = i64::MIN;
        let mut is_more = |units: i64| {
            let before = most;
            most = most.max(units);
            before < units
        };
        known = next.into_iter().rev().filter(|(vector, _)| is_more(vector[1])).collect();
    }
    known
}
