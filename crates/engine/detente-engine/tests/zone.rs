//! Everything about a zone against enumeration: how much, what remains, what is efficient, what each party can get.

use detente_base::Silent;
use detente_engine::{Ask, BigUint, Count, Cover, Model, counting, extents, feasible, frontier};
use detente_testkit::models::{Bounds, UNITS, plain_models, questions, unit_questions};
use detente_testkit::oracle;
use detente_testkit::property::tries;
use proptest::prelude::*;

fn check(model: &Model, ask: &Ask) {
    let zone = oracle::zone(model, ask);
    let count = counting::count(model, ask, &Silent).expect("within reach");
    assert_eq!(count, Count::Exact(BigUint::from(zone.len())), "count");
    let remaining = counting::remaining_counts(model, ask, &Silent).expect("within reach");
    let exact = |number: u128| Count::Exact(BigUint::from(number));
    let expected: Vec<Vec<Count>> =
        oracle::remaining(model, ask).into_iter().map(|row| row.into_iter().map(exact).collect()).collect();
    assert_eq!(remaining, expected, "remaining");
    assert_eq!(feasible(model, ask, &Silent).expect("within reach").as_ref(), zone.first(), "first");
    check_frontier(model, ask, &zone);
    check_extents(model, ask, &zone);
}

fn check_frontier(model: &Model, ask: &Ask, zone: &[Vec<usize>]) {
    let found = frontier(model, ask, &Cover::default(), &Silent).expect("within reach");
    assert!(found.complete && found.epsilon.is_none());
    let points = found.points.iter().map(|point| oracle::Point {
        vector: ask.principals.iter().map(|&party| i128::from(point.utilities[party])).collect(),
        packages: point.packages.expect("told"),
        witness: point.witness.clone(),
    });
    assert_eq!(points.collect::<Vec<_>>(), oracle::frontier(model, &ask.principals, zone), "frontier");
    for point in &found.points {
        let own = model.parties.iter().map(|party| party.utility(&point.witness));
        assert!(own.eq(point.utilities.iter().map(|&units| i128::from(units))));
    }
}

fn check_extents(model: &Model, ask: &Ask, zone: &[Vec<usize>]) {
    let Some(found) = extents(model, ask, &Silent).expect("within reach") else { return assert!(zone.is_empty()) };
    for (party, range) in model.parties.iter().zip(found) {
        let units = || zone.iter().map(|package| party.utility(package));
        assert!(range.least.proved && range.most.proved);
        let ends = (i128::from(range.least.units), i128::from(range.most.units));
        assert_eq!((Some(ends.0), Some(ends.1)), (units().min(), units().max()));
    }
}

proptest! {
    #![proptest_config(tries(600))]

    #[test]
    fn agrees_with_enumeration((model, ask) in questions(Bounds { issues: 3, choices: 13, parties: 3 })) {
        check(&model, &ask);
    }
}

proptest! {
    #![proptest_config(tries(2500))]

    #[test]
    fn agrees_over_units((model, ask) in unit_questions(UNITS)) {
        check(&model, &ask);
    }
}

proptest! {
    #![proptest_config(tries(40))]

    #[test]
    fn agrees_on_many_free_issues(model in plain_models(Bounds { issues: 7, choices: 4, parties: 4 })) {
        check(&model, &Ask::all(&model));
    }
}

#[test]
fn a_model_without_issues_has_one_package() {
    let model = Model::default();
    check(&model, &Ask::all(&model));
}
