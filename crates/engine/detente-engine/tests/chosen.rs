//! The principles against the whole zone, enumerated.

use detente_base::Silent;
use detente_engine::{
    Ask, Chosen, Cover, Frontier, Measure, Model, Principle, Zone, extents, feasible, in_zone, principle,
};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle::{self, Ground};
use detente_testkit::property::tries;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

fn ground(model: &Model, ask: &Ask, measure: &Measure) -> Ground {
    let vector = |package: &Vec<usize>| ask.principals.iter().map(|&p| model.parties[p].utility(package)).collect();
    Ground {
        vectors: oracle::zone(model, ask).iter().map(vector).collect(),
        bottom_lines: ask.principals.iter().map(|&p| model.parties[p].bottom_line.map(i128::from)).collect(),
        units_per_point: ask.principals.iter().map(|&p| i128::from(measure.units_per_point[p])).collect(),
    }
}

/// Every answer lies in the zone, is counted right and is the κ-least of its vector; returns the vectors.
fn vectors(model: &Model, ask: &Ask, chosen: &Chosen) -> BTreeSet<Vec<i128>> {
    let zone = oracle::zone(model, ask);
    let over = |package: &Vec<usize>| -> Vec<i128> {
        ask.principals.iter().map(|&p| model.parties[p].utility(package)).collect()
    };
    let mut before: Option<Vec<usize>> = None;
    let check = |answer: &detente_engine::Answer| {
        let (witness, vector) = (&answer.attained.witness, over(&answer.attained.witness));
        assert!(in_zone(model, ask, witness));
        let same: Vec<_> = zone.iter().filter(|package| over(package) == vector).collect();
        assert_eq!(answer.attained.packages, Some(same.len() as u128), "packages");
        assert_eq!(same.first(), Some(&witness), "κ-least");
        vector
    };
    for answer in &chosen.answers {
        assert!(before.as_ref().is_none_or(|before| *before < answer.attained.witness), "in order of κ");
        before = Some(answer.attained.witness.clone());
    }
    chosen.answers.iter().map(check).collect()
}

fn check(model: &Model, ask: &Ask, measure: &Measure) {
    let ground = ground(model, ask, measure);
    let choose = |which| principle(model, ask, which, measure, &Silent).expect("within reach");
    let same = |which: Principle, expected: BTreeSet<Vec<i128>>| {
        let found = choose(which);
        assert_eq!(found.is_none(), expected.is_empty(), "{which:?}");
        let Some(found) = found else { return };
        assert!(found.proved && found.complete && found.bound.is_none());
        assert_eq!(vectors(model, ask, &found), expected, "{which:?}");
    };
    same(Principle::KalaiSmorodinsky, oracle::kalai_smorodinsky(&ground));
    same(Principle::Egalitarian, oracle::egalitarian(&ground));
    same(Principle::Leximin, oracle::leximin(&ground));
    same(Principle::Utilitarian, oracle::utilitarian(&ground));
    check_nash(model, ask, measure, choose(Principle::Nash), &ground);
    for (at, &party) in ask.principals.iter().enumerate() {
        let most = ground.vectors.iter().map(|vector| vector[at]).max();
        let attain = oracle::frontier(model, &ask.principals, &oracle::zone(model, ask));
        let attain = attain.into_iter().map(|point| point.vector).filter(|vector| Some(vector[at]) == most);
        same(Principle::BestFor(party), attain.collect());
    }
}

fn check_nash(model: &Model, ask: &Ask, measure: &Measure, found: Option<Chosen>, ground: &Ground) {
    let exponents: Vec<u32> = ask.principals.iter().map(|&party| measure.exponents[party]).collect();
    let expected = oracle::nash(ground, &exponents);
    assert_eq!(found.is_none(), expected.is_empty());
    let Some(found) = found else { return };
    let by_party = |set: Vec<usize>| {
        let mut set: Vec<usize> = set.into_iter().map(|at| ask.principals[at]).collect();
        set.sort_unstable();
        set
    };
    let expected: BTreeSet<(Vec<usize>, Vec<i128>)> = expected
        .into_iter()
        .flat_map(|(set, chosen)| chosen.into_iter().map(move |vector| (set.clone(), vector)))
        .map(|(set, vector)| (by_party(set), vector))
        .collect();
    let own: BTreeSet<(Vec<usize>, Vec<i128>)> = found
        .answers
        .iter()
        .map(|answer| {
            let over = ask.principals.iter().map(|&p| i128::from(answer.attained.utilities[p])).collect();
            let mut gaining = answer.gaining.clone();
            gaining.sort_unstable();
            (gaining, over)
        })
        .collect();
    assert_eq!(own, expected, "Nash");
    assert!(found.proved && found.complete);
    vectors(model, ask, &found);
}

const PRINCIPLES: [Principle; 5] =
    [Principle::Nash, Principle::KalaiSmorodinsky, Principle::Egalitarian, Principle::Leximin, Principle::Utilitarian];

fn cases() -> impl Strategy<Value = (Model, Ask, Measure)> {
    questions(Bounds { issues: 4, ..TINY }).prop_flat_map(|(model, ask)| {
        let parties = model.parties.len();
        let measure = (vec(1..=7_i64, parties), vec(1..=4_u32, parties))
            .prop_map(|(units_per_point, exponents)| Measure { units_per_point, exponents });
        (Just(model), Just(ask), measure)
    })
}

/// Where a frontier is listed whole, each principle is read off it as a search finds it.
#[test]
fn what_is_read_off_a_frontier_is_what_is_searched_for() {
    let (mut runner, strategy) = (TestRunner::deterministic(), cases());
    let mut read = [0; 5];
    for number in 0..3000 {
        let (model, ask, mut measure) = strategy.new_tree(&mut runner).expect("a strategy").current();
        if number % 2 == 0 {
            measure.exponents.fill(1);
        }
        let zone = Zone::new(&model, &ask, &Silent).expect("within reach");
        let whole = zone.frontier(&Cover::default(), &Silent).expect("within reach");
        let part = Frontier { complete: false, ..whole.clone() };
        for (read, which) in read.iter_mut().zip(PRINCIPLES) {
            assert_eq!(zone.principle_on(&part, which, &measure), None);
            let Some(found) = zone.principle_on(&whole, which, &measure) else { continue };
            let searched = zone.principle(which, &measure, &Silent).expect("within reach").expect("somewhere");
            assert_eq!(found, Chosen { stuck: Vec::new(), ..searched }, "{which:?} {model:?} {ask:?} {measure:?}");
            *read += 1;
        }
    }
    assert!(read.iter().all(|&times| 100 < times), "{read:?}");
}

proptest! {
    #![proptest_config(tries(2500))]

    #[test]
    fn choose_what_the_definitions_choose((model, ask, measure) in cases()) {
        check(&model, &ask, &measure);
    }

    #[test]
    fn also_where_branches_are_cut_in_pieces((model, mut ask, measure) in cases(), room in 4..20_usize) {
        ask.effort.max_points = room;
        check(&model, &ask, &measure);
    }

    #[test]
    fn extents_are_attained_and_not_exceeded((model, ask) in questions(TINY)) {
        let zone = oracle::zone(&model, &ask);
        let found = extents(&model, &ask, &Silent).expect("within reach");
        prop_assert_eq!(found.is_none(), zone.is_empty());
        for (party, extent) in model.parties.iter().zip(found.into_iter().flatten()) {
            let units = || zone.iter().map(|package| party.utility(package));
            prop_assert!(extent.least.proved && extent.most.proved);
            let ends = [extent.least, extent.most].map(|end| Some(i128::from(end.units)));
            prop_assert_eq!(ends, [units().min(), units().max()]);
        }
    }

    #[test]
    fn the_first_package_is_the_first((model, ask) in questions(TINY)) {
        let first = feasible(&model, &ask, &Silent).expect("within reach");
        prop_assert_eq!(first, oracle::zone(&model, &ask).first().cloned());
    }
}
