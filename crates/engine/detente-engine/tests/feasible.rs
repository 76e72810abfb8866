//! The first package of a zone against enumeration.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::{Ask, Model, feasible};
use detente_testkit::models::{TINY, plain_models, questions};
use detente_testkit::oracle;
use proptest::prelude::*;

fn check(model: &Model, ask: &Ask) {
    let found = feasible(model, ask, &Silent).expect("within reach");
    assert_eq!(found, oracle::zone(model, ask).into_iter().next());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn is_the_first_by_enumeration((model, ask) in questions(TINY)) {
        check(&model, &ask);
    }

    #[test]
    fn is_the_first_where_bottom_lines_are_tight(model in plain_models(TINY), slack in 0..6_i64) {
        let mut model = model;
        for party in &mut model.parties {
            let most: i64 = party.values.iter().filter_map(|values| values.iter().max()).sum();
            party.bottom_line = Some(most - slack * i64::try_from(party.values.len()).expect("few issues") / 2);
        }
        check(&model, &Ask::all(&model));
    }
}

/// Twenty issues of eight choices: what one party gets the other loses, and together they ask for a unit too much.
#[test]
fn an_empty_zone_of_a_large_space_is_proved_empty() {
    let rising: Vec<i64> = (0..8).collect();
    let falling: Vec<i64> = (0..8).rev().collect();
    let party = |values: &[i64], line| detente_engine::Party {
        values: vec![values.to_vec(); 20],
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(line),
        consent: detente_engine::Consent::Always,
    };
    let with_lines =
        |a, b| Model { issues: vec![8; 20], parties: vec![party(&rising, a), party(&falling, b)], ..Model::default() };
    let closed = with_lines(70, 71);
    assert_eq!(feasible(&closed, &Ask::all(&closed), &Silent), Ok(None));
    let open = with_lines(70, 70);
    let first = feasible(&open, &Ask::all(&open), &Silent).expect("within reach").expect("open");
    assert_eq!(first.iter().sum::<usize>(), 70);
    assert_eq!(first[..10], [0; 10]);
    assert_eq!(first[10..], [7; 10]);
}
