//! A scan against enumeration.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::{Ask, Attainable, Model, Want, remaining, scan};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle;
use proptest::prelude::*;

fn check(model: &Model, ask: &Ask) {
    let zone = oracle::zone(model, ask);
    let found = scan(model, ask, Want::Frontier, &Silent).expect("within reach");
    assert_eq!(found.count, zone.len() as u128, "count");
    assert_eq!(found.remaining, oracle::count_with(model, &zone), "remaining");
    assert_eq!(found.first.as_ref(), zone.first(), "first");
    check_frontier(model, ask, &found.frontier.clone().expect("wanted"), &zone);
    check_attainable(model, found.attainable.as_deref(), &zone);
    let counted = scan(model, ask, Want::Count, &Silent).expect("within reach");
    assert_eq!((counted.count, &counted.remaining), (found.count, &found.remaining), "the same without frontier");
    assert_eq!((counted.first, counted.frontier, counted.attainable), (found.first, None, None));
}

fn check_frontier(model: &Model, ask: &Ask, found: &[detente_engine::Attained], zone: &[Vec<usize>]) {
    let expected = oracle::frontier(model, &ask.principals, zone);
    let vector =
        |point: &detente_engine::Attained| ask.principals.iter().map(|&p| i128::from(point.utilities[p])).collect();
    let points = found.iter().map(|point| oracle::Point {
        vector: vector(point),
        packages: point.packages,
        witness: point.witness.clone(),
    });
    assert_eq!(points.collect::<Vec<_>>(), expected, "frontier");
    for point in found {
        let own: Vec<i128> = model.parties.iter().map(|party| party.utility(&point.witness)).collect();
        assert_eq!(point.utilities.iter().map(|&units| i128::from(units)).collect::<Vec<_>>(), own);
    }
}

fn check_attainable(model: &Model, found: Option<&[Attainable]>, zone: &[Vec<usize>]) {
    let Some(found) = found else { return assert!(zone.is_empty()) };
    for (party, range) in model.parties.iter().zip(found) {
        let units = || zone.iter().map(|package| party.utility(package));
        assert_eq!((Some(i128::from(range.least)), Some(i128::from(range.most))), (units().min(), units().max()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn agrees_with_enumeration((model, ask) in questions(TINY)) {
        check(&model, &ask);
    }

    #[test]
    fn agrees_where_tables_do_not_hold_everything(
        (model, ask) in questions(Bounds { issues: 3, choices: 13, parties: 3 })
    ) {
        check(&model, &ask);
    }

    #[test]
    fn what_remains_releases_one_issue_at_a_time((model, ask) in questions(Bounds { issues: 4, ..TINY })) {
        prop_assert_eq!(remaining(&model, &ask, &Silent).expect("within reach"), oracle::remaining(&model, &ask));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn agrees_on_free_issues_beyond_a_table(model in detente_testkit::models::plain_models(Bounds { issues: 8, choices: 4, parties: 4 })) {
        check(&model, &Ask::all(&model));
    }
}

#[test]
fn a_model_without_issues_has_one_package() {
    let model = Model::default();
    check(&model, &Ask::all(&model));
}
