//! On random small questions true claims are verified, whatever their weights, and false ones are refused.

use crate::common::{
    Dice, Question,
    conflicts::conflicts,
    movement::{self, movement},
};
use detente_checker::{Cover, Frontier, Movement, Step, verify};
use detente_model::{Ask, Model};
use detente_testkit::models::{Bounds, questions};
use detente_testkit::property::tries;
use proptest::prelude::*;
use std::collections::BTreeSet;

const SMALL: Bounds = Bounds { issues: 5, choices: 3, parties: 4 };

/// All that can be claimed about a question.
fn claims(question: &Question<'_>, dice: &mut Dice) -> Vec<Step> {
    let mut steps = vec![question.frontier(), Step::Movement(movement(question, dice))];
    steps.push(Step::Conflicts(conflicts(question, dice)));
    match question.zone.first() {
        Some(package) => {
            steps.push(Step::Package(package.clone()));
            steps.extend(question.principles(dice).into_iter().map(Step::Best));
        }
        None => steps.push(Step::Empty(question.branches(&[], dice))),
    }
    steps
}

fn verifies(question: &Question<'_>, steps: Vec<Step>) -> Result<(), detente_checker::Refusal> {
    verify(question.model, question.ask, &question.sealed(steps)).map(|_| ())
}

fn check_truth(model: &Model, ask: &Ask, seed: u64) -> Result<(), TestCaseError> {
    let (question, mut dice) = (Question::new(model, ask), Dice(seed | 1));
    let steps = claims(&question, &mut dice);
    let verdict = verifies(&question, steps.clone());
    prop_assert!(verdict.is_ok(), "{verdict:?} in {steps:#?}");
    Ok(())
}

proptest! {
    #![proptest_config(tries(6000))]

    #[test]
    fn true_claims_are_verified((model, ask) in questions(SMALL), seed in any::<u64>()) {
        check_truth(&model, &ask, seed)?;
    }
}

proptest! {
    #![proptest_config(tries(1500))]

    #[test]
    fn false_claims_are_refused((model, ask) in questions(SMALL), seed in any::<u64>()) {
        let (question, mut dice) = (Question::new(&model, &ask), Dice(seed | 1));
        let steps = claims(&question, &mut dice);
        for (number, step) in steps.iter().enumerate() {
            for (what, wrong) in falsified(&question, step) {
                let mut steps = steps[..number].to_vec();
                steps.push(wrong.clone());
                let verdict = verifies(&question, steps);
                prop_assert!(verdict.as_ref().is_err_and(|refusal| refusal.step == Some(number)), "{what}: {verdict:?} {wrong:#?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn covers_are_verified_where_they_cover((model, ask) in questions(SMALL), seed in any::<u64>()) {
        let (question, mut dice) = (Question::new(&model, &ask), Dice(seed | 1));
        let Step::Frontier(frontier) = question.frontier() else { unreachable!("it is one") };
        let points: Vec<_> = frontier.points.into_iter().filter(|_| dice.up_to(1) == 0).collect();
        let mut sizes = || i64::try_from(dice.up_to(9)).expect("small");
        let epsilon: Vec<i64> = ask.principals.iter().map(|_| sizes()).collect();
        let expected = question.are_near(&points, &epsilon);
        let verdict = verifies(&question, vec![Step::Cover(Cover { points, epsilon })]);
        prop_assert_eq!(verdict.is_ok(), expected, "{:?}", verdict);
    }
}

/// The same claim with something wrong in it.
fn falsified(question: &Question<'_>, step: &Step) -> Vec<(&'static str, Step)> {
    match step {
        Step::Package(package) => {
            let outside = detente_testkit::oracle::all_packages(question.model);
            let outside = outside.into_iter().find(|other| !question.zone.contains(other));
            let short = package[1..].to_vec();
            outside
                .into_iter()
                .map(|other| ("outside", Step::Package(other)))
                .chain([("short", Step::Package(short))])
                .collect()
        }
        Step::Empty(branches) => {
            let dropped = branches[1..].to_vec();
            vec![("dropped pattern", Step::Empty(dropped))]
        }
        Step::Frontier(frontier) => false_frontiers(question, frontier),
        Step::Best(best) => false_bests(question, best),
        Step::Movement(movement) => false_movements(question, movement),
        Step::Conflicts(conflicts) => false_conflicts(conflicts),
        Step::Cover(_) => Vec::new(),
    }
}

fn false_frontiers(question: &Question<'_>, frontier: &Frontier) -> Vec<(&'static str, Step)> {
    let mut wrong = Vec::new();
    let points = &frontier.points;
    for at in 0..points.len() {
        let mut fewer = points.clone();
        fewer.remove(at);
        let epsilon = vec![0; question.ask.principals.len()];
        wrong.push(("cover misses a point", Step::Cover(Cover { points: fewer.clone(), epsilon })));
        wrong.push(("missing point", Step::Frontier(Frontier { points: fewer })));
        let mut twice = points.clone();
        twice.push(points[at].clone());
        wrong.push(("twice", Step::Frontier(Frontier { points: twice })));
        if !question.ask.principals.is_empty() {
            let mut other = points.clone();
            other[at].utilities[0] += 1;
            wrong.push(("wrong witness", Step::Frontier(Frontier { points: other })));
        }
    }
    let dominated =
        question.zone.iter().find(|package| points.iter().all(|point| point.utilities != question.vector(package)));
    if let Some(package) = dominated {
        let mut more = points.clone();
        more.push(question.answer(&question.vector(package)));
        wrong.push(("dominated point", Step::Frontier(Frontier { points: more })));
    }
    wrong
}

fn false_bests(question: &Question<'_>, best: &detente_checker::Best) -> Vec<(&'static str, Step)> {
    let mut wrong = Vec::new();
    let also =
        if best.complete { BTreeSet::default() } else { detente_testkit::oracle::egalitarian(&question.ground()) };
    let is_as_good = |vector: &[i64]| also.contains(&vector.iter().copied().map(i128::from).collect::<Vec<_>>());
    let step = |answers| Step::Best(detente_checker::Best { answers, ..best.clone() });
    for at in 0..best.answers.len() {
        let mut fewer = best.answers.clone();
        fewer.remove(at);
        if best.complete || fewer.is_empty() {
            wrong.push(("missing answer", step(fewer)));
        }
    }
    for package in &question.zone {
        let vector = question.vector(package);
        if best.answers.iter().all(|answer| answer.utilities != vector) && !is_as_good(&vector) {
            let other = question.answer(&vector);
            let mut more = best.answers.clone();
            more.push(other.clone());
            wrong.push(("more answers", step(more)));
            // Under Nash with several largest sets an answer of one set is missed where another set's is all there is.
            wrong.push(("another answer", step(vec![other])));
        }
    }
    wrong.truncate(12);
    for at in 0..best.branches.len().min(4) {
        let mut wanted = best.clone();
        let removed = wanted.branches.remove(at);
        let matters = wanted.principle != detente_checker::Principle::Nash;
        if matters && wanted.branches.iter().all(|branch| branch.asked != removed.asked) {
            wrong.push(("dropped pattern", Step::Best(wanted)));
        }
    }
    wrong
}

fn false_movements(question: &Question<'_>, movement: &Movement) -> Vec<(&'static str, Step)> {
    let Movement::Opens { alone, sum, max } = movement else { return false_statuses(question, movement) };
    let mut wrong = Vec::new();
    let mut step = |what, alone: &Vec<_>, sum: &detente_checker::Least, max: &detente_checker::Least| {
        let movement = Movement::Opens { alone: alone.clone(), sum: sum.clone(), max: max.clone() };
        wrong.push((what, Step::Movement(movement)));
    };
    for package in movement::open_packages(question) {
        let amount = movement::short(question, &package).iter().sum();
        if sum.amount < amount {
            step("larger sum", alone, &detente_checker::Least { amount, package, ..sum.clone() }, max);
        }
    }
    for by in [-1, 1] {
        step("sum", alone, &detente_checker::Least { amount: sum.amount + by, ..sum.clone() }, max);
        step("max", alone, sum, &detente_checker::Least { amount: max.amount + by, ..max.clone() });
        for at in 0..alone.len() {
            let mut other = alone.clone();
            if let Some((amount, _)) = &mut other[at].moves {
                *amount += by;
                step("alone", &other, sum, max);
                other[at].moves = None;
                step("alone none", &other, sum, max);
            } else {
                other[at].moves = Some((1_000_000, sum.package.clone()));
                step("alone some", &other, sum, max);
            }
        }
    }
    wrong
}

fn false_statuses(question: &Question<'_>, movement: &Movement) -> Vec<(&'static str, Step)> {
    let branches = question.branches(&[], &mut Dice(7));
    let without: Vec<_> =
        branches.into_iter().map(|of| detente_checker::Branch { weights: Vec::new(), ..of }).collect();
    match movement {
        Movement::Open { .. } => vec![("open", Step::Movement(Movement::CannotOpen { branches: without }))],
        _ => vec![("cannot", Step::Movement(Movement::Open { package: vec![0; question.model.issues.len()] }))],
    }
}

fn false_conflicts(claim: &detente_checker::Conflicts) -> Vec<(&'static str, Step)> {
    let mut wrong = Vec::new();
    for at in 0..claim.conflicts.len() {
        let mut fewer = claim.clone();
        fewer.conflicts.remove(at);
        wrong.push(("missing conflict", Step::Conflicts(fewer)));
        for piece in 0..claim.conflicts[at].members.len() {
            let mut smaller = claim.clone();
            let removed = smaller.conflicts[at].members.remove(piece);
            if let detente_checker::Piece::Bottom(party) = removed {
                smaller.conflicts[at].branches.iter_mut().for_each(|branch| branch.weights[party] = 0);
            }
            wrong.push(("smaller conflict", Step::Conflicts(smaller)));
        }
        for piece in &claim.members {
            if !claim.conflicts[at].members.contains(piece) {
                let mut more = claim.clone();
                more.conflicts.push(claim.conflicts[at].clone());
                more.conflicts[claim.conflicts.len()].members.push(*piece);
                wrong.push(("one conflict more", Step::Conflicts(more)));
                let mut larger = claim.clone();
                larger.conflicts[at].members.push(*piece);
                wrong.push(("larger conflict", Step::Conflicts(larger.clone())));
                larger.complete = false;
                wrong.push(("larger conflict, incomplete", Step::Conflicts(larger)));
            }
        }
    }
    for at in 0..claim.relaxations.len() {
        let mut fewer = claim.clone();
        fewer.relaxations.remove(at);
        wrong.push(("missing relaxation", Step::Conflicts(fewer)));
        for piece in 0..claim.relaxations[at].members.len() {
            let mut smaller = claim.clone();
            smaller.relaxations[at].members.remove(piece);
            wrong.push(("smaller relaxation", Step::Conflicts(smaller.clone())));
            smaller.complete = false;
            wrong.push(("smaller relaxation, incomplete", Step::Conflicts(smaller)));
        }
    }
    wrong
}
