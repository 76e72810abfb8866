//! The principles against the whole zone, enumerated.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

mod common;

use common::{bottom_lines, frontier, ground, vectors};
use detente_engine::principles::{
    Answer, MOST_LISTED, NashWeights, Reason, Stakes, StakesError, Value, best_for, egalitarian, kalai_smorodinsky,
    leximin, nash, utilitarian,
};
use detente_engine::{Ask, Attained, Model};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle::{self, Chosen};
use proptest::collection::vec;
use proptest::prelude::*;

/// Compares every principle, chosen from the frontier alone, with what the definition chooses from the whole zone.
fn check(model: &Model, ask: &Ask, units: &[i64], weights: &[u32]) {
    let (frontier, lines) = (frontier(model, ask), bottom_lines(model));
    let stakes = Stakes::new(&frontier, &ask.principals, &lines, units).expect("shapes fit");
    let ground = ground(model, ask, units);
    let same = |answer: Answer, expected: Chosen, name: &str| {
        assert!(answer.complete || answer.vectors.len() == MOST_LISTED);
        if answer.complete {
            assert_eq!(vectors(&frontier, &ask.principals, &answer), expected, "{name}");
        }
        assert_eq!(answer.value.is_none(), answer.vectors.is_empty());
    };
    same(kalai_smorodinsky(&stakes), oracle::kalai_smorodinsky(&ground), "KS");
    same(egalitarian(&stakes), oracle::egalitarian(&ground), "egalitarian");
    same(leximin(&stakes), oracle::leximin(&ground), "leximin");
    same(utilitarian(&stakes), oracle::utilitarian(&ground), "utilitarian");
    let per_principal: Vec<u32> = ask.principals.iter().map(|&party| weights[party]).collect();
    let expected = oracle::nash(&ground, &per_principal);
    let found = nash(&stakes, Some(&NashWeights::new(weights.to_vec()).expect("in range")));
    check_nash(&frontier, ask, &found, expected);
    ask.principals.iter().for_each(|&party| check_best_for(&stakes, &frontier, party));
}

fn check_nash(frontier: &[Attained], ask: &Ask, found: &[Answer], expected: Vec<(Vec<usize>, Chosen)>) {
    if expected.is_empty() {
        assert_eq!(found.len(), 1, "one answer that says so");
        assert!(found[0].vectors.is_empty() && found[0].parties.is_empty() && found[0].value.is_none());
        return;
    }
    let as_parties = |(at, chosen): (Vec<usize>, Chosen)| {
        let parties: Vec<usize> = at.into_iter().map(|at| ask.principals[at]).collect();
        (parties, chosen)
    };
    let mut expected: Vec<_> = expected.into_iter().map(as_parties).collect();
    expected.sort();
    let own = found.iter().map(|answer| (answer.parties.clone(), vectors(frontier, &ask.principals, answer)));
    let mut own: Vec<_> = own.collect();
    own.sort();
    assert_eq!(own, expected, "Nash");
}

fn check_best_for(stakes: &Stakes<'_>, frontier: &[Attained], party: usize) {
    let answer = best_for(stakes, party).expect("a principal");
    let most = frontier.iter().map(|point| point.utilities[party]).max();
    let expected: Vec<usize> = (0..frontier.len()).filter(|&at| Some(frontier[at].utilities[party]) == most).collect();
    assert_eq!(answer.vectors, expected[..expected.len().min(MOST_LISTED)]);
}

fn cases() -> impl Strategy<Value = (Model, Ask, Vec<i64>, Vec<u32>)> {
    questions(Bounds { issues: 4, ..TINY }).prop_flat_map(|(model, ask)| {
        let parties = model.parties.len();
        (Just(model), Just(ask), vec(1..=7_i64, parties), vec(1..=4_u32, parties))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2500))]

    #[test]
    fn choose_what_the_definitions_choose((model, ask, units, weights) in cases()) {
        check(&model, &ask, &units, &weights);
    }
}

/// A frontier of vectors as they are, over all parties.
fn plain(vectors: &[&[i64]]) -> Vec<Attained> {
    let point = |vector: &&[i64]| Attained { utilities: vector.to_vec(), packages: 1, witness: Vec::new() };
    vectors.iter().map(point).collect()
}

fn check_plain(
    vectors: &[&[i64]],
    lines: &[Option<i64>],
    of: impl Fn(&Stakes<'_>) -> Answer,
    expect: (&[usize], &str),
) {
    let frontier = plain(vectors);
    let principals: Vec<usize> = (0..lines.len()).collect();
    let units = vec![1; lines.len()];
    let stakes = Stakes::new(&frontier, &principals, lines, &units).expect("shapes fit");
    let answer = of(&stakes);
    let value = answer.value.map(|value| value.to_string()).unwrap_or_default();
    assert_eq!((answer.vectors.as_slice(), value.as_str()), expect);
}

#[test]
fn the_ideal_point_is_taken_over_the_zone() {
    // x + y ≤ 10 in whole steps, bottom line (4, 0): within the zone the most is (10, 6).
    let front: Vec<Vec<i64>> = (4..=10).rev().map(|x| vec![x, 10 - x]).collect();
    let front: Vec<&[i64]> = front.iter().map(Vec::as_slice).collect();
    check_plain(&front, &[Some(4), Some(0)], kalai_smorodinsky, (&[3], "1/2, 1/2"));
}

#[test]
fn values_are_exact() {
    let front: [&[i64]; 3] = [&[9, 1], &[5, 4], &[2, 6]];
    let lines = [Some(0), Some(0)];
    check_plain(&front, &lines, |stakes| nash(stakes, None).swap_remove(0), (&[1], "20"));
    check_plain(&front, &lines, kalai_smorodinsky, (&[1], "5/9, 2/3"));
    check_plain(&front, &lines, egalitarian, (&[1], "4"));
    check_plain(&front, &lines, leximin, (&[1], "4, 5"));
    check_plain(&front, &lines, utilitarian, (&[0], "10"));
}

#[test]
fn several_largest_sets_of_gainers_are_several_answers() {
    let frontier = plain(&[&[3, 0, 5], &[2, 0, 9], &[0, 4, 5], &[0, 0, 10]]);
    let lines = [Some(0), Some(0), None];
    let stakes = Stakes::new(&frontier, &[0, 1, 2], &lines, &[1, 1, 1]).expect("shapes fit");
    let answers = nash(&stakes, None);
    let told: Vec<_> = answers.iter().map(|answer| (answer.parties.clone(), answer.vectors.clone())).collect();
    assert_eq!(told, [(vec![0], vec![0]), (vec![1], vec![2])]);
    let reasons: Vec<_> = answers[0].left_out.iter().map(|out| (out.party, out.reason)).collect();
    assert_eq!(reasons, [(2, Reason::NoBottomLine), (1, Reason::GainsNothingHere)]);
}

#[test]
fn who_cannot_gain_is_named_and_does_not_decide() {
    let frontier = plain(&[&[5, 1, 7], &[3, 2, 7]]);
    let lines = [Some(0), Some(0), Some(7)];
    let stakes = Stakes::new(&frontier, &[0, 1, 2], &lines, &[1, 1, 1]).expect("shapes fit");
    let ks = kalai_smorodinsky(&stakes);
    assert_eq!((ks.parties, ks.vectors), (vec![0, 1], vec![1]));
    assert_eq!(ks.left_out.iter().map(|out| (out.party, out.reason)).collect::<Vec<_>>(), [(2, Reason::NothingToGain)]);
    let nash = nash(&stakes, None).swap_remove(0);
    assert_eq!((nash.parties, nash.vectors), (vec![0, 1], vec![1]));
}

#[test]
fn weights_are_exponents() {
    let front: [&[i64]; 2] = [&[6, 2], &[3, 3]];
    let weighted = |weights: [u32; 2]| {
        let weights = NashWeights::new(weights.to_vec()).expect("in range");
        move |stakes: &Stakes<'_>| nash(stakes, Some(&weights)).swap_remove(0)
    };
    check_plain(&front, &[Some(0), Some(0)], weighted([1, 1]), (&[0], "12"));
    check_plain(&front, &[Some(0), Some(0)], weighted([1, 2]), (&[1], "27"));
    assert!(NashWeights::new(vec![1, 0]).is_err() && NashWeights::new(vec![101]).is_err());
}

#[test]
fn long_answers_are_cut_and_say_so() {
    let front: Vec<Vec<i64>> = (0..150).rev().map(|x| vec![x, 149 - x]).collect();
    let frontier = plain(&front.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let lines = [Some(0), Some(0)];
    let stakes = Stakes::new(&frontier, &[0, 1], &lines, &[1, 1]).expect("shapes fit");
    let answer = utilitarian(&stakes);
    assert_eq!((answer.vectors.len(), answer.complete), (MOST_LISTED, false));
    assert!(matches!(answer.value, Some(Value::Number(_))));
}

#[test]
fn stakes_must_fit_together() {
    let frontier = plain(&[&[1, 2]]);
    let refused = |principals: &[usize], lines: &[Option<i64>], units: &[i64]| {
        Stakes::new(&frontier, principals, lines, units).expect_err("does not fit")
    };
    assert_eq!(refused(&[0], &[None], &[1]), StakesError::Parties { found: 2, expected: 1 });
    assert_eq!(refused(&[0], &[None, None], &[1]), StakesError::Parties { found: 1, expected: 2 });
    assert_eq!(refused(&[2], &[None, None], &[1, 1]), StakesError::UnknownParty { party: 2 });
    assert_eq!(refused(&[0], &[None, None], &[1, 0]), StakesError::NoUnits { party: 1 });
}
