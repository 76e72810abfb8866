//! The shared instances: their answers are proved, with weights found here in floating point, which decide nothing.
#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hints only")]

use detente_checker::{Answer, Best, Branch, Frontier, Principle, Proof, Report, Refusal, Step, verify};
use detente_model::{Ask, Model};
use detente_testkit::shared::{Instance, folder, instances};
use serde_json::Value;

fn each(check: impl Fn(&Instance, &Model, &Value)) {
    let Some(folder) = folder("deals") else {
        println!("skipped: no shared data");
        return;
    };
    let only = option_env!("DETENTE_ONLY").unwrap_or("");
    for (instance, answer) in instances(&folder).iter().filter(|(of, _)| of.name.contains(only)) {
        check(instance, &instance.model(), answer);
    }
}

fn proves(model: &Model, ask: &Ask, step: Step) -> Result<Report, Refusal> {
    verify(model, ask, &Proof::new(model, ask, vec![step]).sealed())
}

fn numbers(value: &Value) -> Vec<i64> {
    value.as_array().expect("a list").iter().map(|number| number.as_i64().expect("an integer")).collect()
}

fn answer(value: &Value) -> Answer {
    let package = numbers(&value["deal"]).into_iter().map(|choice| usize::try_from(choice).expect("a choice")).collect();
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
    for round in 0..40_000 {
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
    println!("  bound {:.3}", best.0);
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
        let value = answers["Maximin"]["value"].as_f64().expect("a number");
        if answers["Maximin"]["proved"] != Value::Bool(true) {
            return;
        }
        let weights = leveling(model, value);
        let mut raised = model.clone();
        raised.parties.iter_mut().for_each(|party| party.bottom_line = party.bottom_line.map(|line| line + value as i64 + 1));
        let report = proves(&raised, &Ask::all(&raised), Step::Empty(all_asked(model, weights.clone())));
        println!("{} maximin {report:?}", instance.name);
        assert!(report.is_ok(), "{}: {report:?}", instance.name);
    });
}

#[test]
fn frontiers_are_proved() {
    each(|instance, model, answers| {
        let Some(front) = answers["front"].as_array() else { return };
        let points: Vec<Answer> = front.iter().map(|point| Answer { utilities: numbers(point), package: Vec::new() }).collect();
        let report = proves(model, &Ask::all(model), Step::Frontier(Frontier { points }));
        println!("{} frontier {} {report:?}", instance.name, front.len());
    });
}
