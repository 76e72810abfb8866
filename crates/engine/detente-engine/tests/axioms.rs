//! Each principle against exactly the axioms it claims (DEFINITIONS 13), and counter-examples where it claims none.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

mod common;

use common::{bottom_lines, frontier, ground, vectors};
use detente_engine::principles::{Answer, Stakes, Value, egalitarian, kalai_smorodinsky, leximin, nash, utilitarian};
use detente_engine::{Ask, Attained, Formula, Model};
use detente_testkit::models::{Bounds, plain_models};
use detente_testkit::oracle::{Chosen, dominates};
use detente_testkit::relabel::{Relabelling, relabellings};
use proptest::collection::vec;
use proptest::prelude::*;

/// What a principle chooses in the whole zone of a model, as vectors over its principals.
fn chosen(model: &Model, units: &[i64], principle: impl Fn(&Stakes<'_>) -> Answer) -> Chosen {
    let ask = Ask::all(model);
    let (frontier, lines) = (frontier(model, &ask), bottom_lines(model));
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, units).expect("shapes fit");
    vectors(&frontier, &ask.principals, &principle(&stakes))
}

const SMALL: Bounds = Bounds { issues: 4, choices: 4, parties: 3 };

type Principle = fn(&Stakes<'_>) -> Answer;

/// The first of the Nash answers; all of them where the largest set of gainers is unique.
fn nash_first(stakes: &Stakes<'_>) -> Answer {
    nash(stakes, None).swap_remove(0)
}

const ALL: [(&str, Principle); 5] = [
    ("Nash", nash_first),
    ("KS", kalai_smorodinsky),
    ("egalitarian", egalitarian),
    ("leximin", leximin),
    ("utilitarian", utilitarian),
];
const SCALE_FREE: [(&str, Principle); 2] = [ALL[0], ALL[1]];
const CONTRACTING: [(&str, Principle); 3] = [ALL[0], ALL[3], ALL[4]];

/// Everybody has a bottom line that some package lets them exceed all together, as the axioms presuppose.
fn open_models() -> impl Strategy<Value = Model> {
    plain_models(SMALL).prop_map(|mut model| {
        for party in &mut model.parties {
            party.bottom_line = Some(party.bottom_line.unwrap_or(0) / 3);
        }
        model
    })
}

fn ones(model: &Model) -> Vec<i64> {
    vec![1; model.parties.len()]
}

fn choices(model: &Model, principles: &[(&'static str, Principle)]) -> Vec<(&'static str, Chosen)> {
    principles.iter().map(|(name, principle)| (*name, chosen(model, &ones(model), principle))).collect()
}

/// Whether some package of the zone lets every party gain.
fn all_can_gain(model: &Model) -> bool {
    let ground = ground(model, &Ask::all(model), &ones(model));
    ground.vectors.iter().any(|vector| {
        vector.iter().zip(&ground.bottom_lines).all(|(units, line)| line.is_none_or(|line| line < *units))
    })
}

/// The model in which every party's units are multiplied and shifted, bottom lines with them.
fn transformed(model: &Model, times: &[i64], plus: &[i64]) -> Model {
    let mut model = model.clone();
    for ((party, times), plus) in model.parties.iter_mut().zip(times).zip(plus) {
        party.values.iter_mut().flatten().for_each(|value| *value *= times);
        party.values[0].iter_mut().for_each(|value| *value += plus);
        party.bottom_line = party.bottom_line.map(|line| line * times + plus);
    }
    model
}

fn mapped(chosen: Chosen, times: &[i64], plus: &[i64]) -> Chosen {
    let at = |at: usize, units: i128| units * i128::from(times[at]) + i128::from(plus[at]);
    let map = |vector: Vec<i128>| vector.into_iter().enumerate().map(|(party, units)| at(party, units)).collect();
    chosen.into_iter().map(map).collect()
}

fn check_transformed(model: &Model, principles: &[(&'static str, Principle)], times: &[i64], plus: &[i64]) {
    let changed = choices(&transformed(model, times, plus), principles);
    for ((name, before), (_, after)) in choices(model, principles).into_iter().zip(changed) {
        assert_eq!(mapped(before, times, plus), after, "{name}");
    }
}

fn check_efficient(model: &Model) {
    let ground = ground(model, &Ask::all(model), &ones(model));
    for (name, chosen) in choices(model, &ALL) {
        let is_dominated = |vector: &Vec<i128>| ground.vectors.iter().any(|other| dominates(other, vector));
        assert!(!chosen.iter().any(is_dominated), "{name}");
    }
}

/// Renaming parties, issues and choices renames the answer and nothing else.
fn check_anonymous(model: &Model, relabelling: &Relabelling) {
    let renamed = choices(&relabelling.model(model), &ALL);
    for ((name, before), (_, after)) in choices(model, &ALL).into_iter().zip(renamed) {
        let rename = |vector: Vec<i128>| relabelling.parties.iter().map(|&old| vector[old]).collect();
        let before: Chosen = before.into_iter().map(rename).collect();
        if name != "Nash" || all_can_gain(model) {
            assert_eq!(before, after, "{name}");
        }
    }
}

/// A smaller zone: one choice of the first issue is gone. Whatever was chosen and is left is chosen again, alone.
fn check_contraction(model: &Model) {
    let mut smaller = model.clone();
    let among = (0..model.issues[0]).map(|choice| choice != 0).collect();
    smaller.rules.push(Formula::Choice { issue: 0, among });
    let left = ground(&smaller, &Ask::all(&smaller), &ones(model)).vectors;
    let after = choices(&smaller, &CONTRACTING);
    for ((name, before), (_, after)) in choices(model, &CONTRACTING).into_iter().zip(after) {
        let kept: Chosen = before.into_iter().filter(|vector| left.contains(vector)).collect();
        let claims = name != "Nash" || all_can_gain(model);
        assert!(!claims || kept.is_empty() || kept == after, "{name}: {kept:?} {after:?}");
    }
}

/// The least ratio that KS attains.
fn least_ratio(model: &Model) -> Option<detente_engine::principles::Fraction> {
    let ask = Ask::all(model);
    let (frontier, lines) = (frontier(model, &ask), bottom_lines(model));
    let units = ones(model);
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, &units).expect("shapes fit");
    match kalai_smorodinsky(&stakes).value {
        Some(Value::Ascending(ratios)) => ratios.into_iter().next(),
        _ => None,
    }
}

/// The most everybody gets in the zone.
fn ideal(model: &Model) -> Vec<Option<i128>> {
    let vectors = ground(model, &Ask::all(model), &ones(model)).vectors;
    (0..model.parties.len()).map(|party| vectors.iter().map(|vector| vector[party]).max()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn efficiency_all(model in open_models()) {
        check_efficient(&model);
    }

    #[test]
    fn anonymity_all((model, relabelling) in open_models().prop_flat_map(|model| {
        let relabelling = relabellings(&model);
        (Just(model), relabelling)
    })) {
        check_anonymous(&model, &relabelling);
    }

    #[test]
    fn scale_invariance_nash_and_ks(model in open_models(), times in vec(1..=9_i64, 3)) {
        check_transformed(&model, &SCALE_FREE, &times, &[0; 3]);
    }

    #[test]
    fn translation_all(model in open_models(), plus in vec(-50..=50_i64, 3)) {
        check_transformed(&model, &ALL, &[1; 3], &plus);
    }

    #[test]
    fn units_per_point_undo_a_scale(model in open_models(), times in vec(1..=9_i64, 3)) {
        let scaled = transformed(&model, &times, &[0; 3]);
        for (name, principle) in ALL {
            let before = mapped(chosen(&model, &ones(&model), principle), &times, &[0; 3]);
            let after = chosen(&scaled, &times[..model.parties.len()], principle);
            prop_assert_eq!(before, after, "{}", name);
        }
    }

    #[test]
    fn contraction_consistency_nash_leximin_utilitarian(model in open_models()) {
        check_contraction(&model);
    }

    #[test]
    fn enlarging_with_the_same_ideal_never_lowers_the_least_ratio(model in open_models(), gone in 0..4_usize) {
        let mut smaller = model.clone();
        let among = (0..model.issues[0]).map(|choice| choice != gone).collect();
        smaller.rules.push(Formula::Choice { issue: 0, among });
        if ideal(&smaller) == ideal(&model) {
            prop_assert!(least_ratio(&smaller) <= least_ratio(&model));
        }
    }
}

/// Which of the vectors over two parties with bottom lines 0 a principle chooses.
fn of(vectors: &[[i64; 2]], principle: Principle) -> Vec<usize> {
    let point = |vector: &[i64; 2]| Attained { utilities: vector.to_vec(), packages: 1, witness: Vec::new() };
    let frontier: Vec<Attained> = vectors.iter().map(point).collect();
    let stakes = Stakes::new(&frontier, &[0, 1], &[Some(0), Some(0)], &[1, 1]).expect("shapes fit");
    principle(&stakes).vectors
}

#[test]
fn ks_is_not_contraction_consistent() {
    // Without the point that fixed what the first could hope for, the middle point is no longer chosen.
    assert_eq!(of(&[[10, 0], [5, 5], [4, 7], [0, 10]], kalai_smorodinsky), [1]);
    assert_eq!(of(&[[5, 5], [4, 7], [0, 10]], kalai_smorodinsky), [1], "now [4, 7]");
}

#[test]
fn comparisons_of_points_depend_on_the_scale() {
    let before = [[6, 1], [3, 3], [1, 5]];
    let after = before.map(|[a, b]| [a * 10, b]);
    for (name, principle) in [("egalitarian", egalitarian as Principle), ("leximin", leximin)] {
        assert_ne!(of(&before, principle), of(&after, principle), "{name}");
    }
    assert_ne!(of(&[[6, 1], [1, 7]], utilitarian), of(&[[18, 1], [3, 7]], utilitarian));
    assert_eq!(of(&before, nash_first), of(&after, nash_first));
    assert_eq!(of(&before, kalai_smorodinsky), of(&after, kalai_smorodinsky));
}

#[test]
fn an_egalitarian_answer_may_hold_more_than_the_leximin() {
    let vectors = [[9, 2], [5, 2]];
    assert_eq!(of(&vectors, egalitarian), [0, 1]);
    assert_eq!(of(&vectors, leximin), [0]);
}
