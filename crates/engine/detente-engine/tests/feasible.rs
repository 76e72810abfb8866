//! The first package of a zone against enumeration.

use detente_base::Silent;
use detente_engine::{Ask, Model, Table, any_package, feasible, in_zone};
use detente_testkit::models::{TINY, plain_models, questions};
use detente_testkit::oracle;
use detente_testkit::property::tries;
use detente_testkit::scaled::{Size, model};
use proptest::prelude::*;

fn check(model: &Model, ask: &Ask) {
    let found = feasible(model, ask, &Silent).expect("within reach");
    assert_eq!(found, oracle::zone(model, ask).into_iter().next());
}

proptest! {
    #![proptest_config(tries(1500))]

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

#[test]
fn a_package_is_met_where_issues_are_tied_too_closely_to_be_folded() {
    // Every pair of twelve issues with six choices has a table: no order of elimination is narrow.
    let mut model = model(Size { parties: 3, issues: 12, choices: 6, scale: 12_000, linked: 1 }, 5);
    let pairs: Vec<Vec<usize>> = (0..12).flat_map(|a| (a + 1..12).map(move |b| vec![a, b])).collect();
    for (which, party) in model.parties.iter_mut().enumerate() {
        let cell = |pair: &[usize], cell: usize| {
            i64::try_from((cell * 7 + pair[0] * 5 + pair[1] * 3 + which) % 11).expect("small")
        };
        let units = |pair: &Vec<usize>| (0..36).map(|at| cell(pair, at)).collect();
        party.tables = pairs.iter().map(|pair| Table { issues: pair.clone(), units: units(pair) }).collect();
    }
    let ask = Ask::all(&model);
    let package = any_package(&model, &ask, &Silent).expect("within reach").expect("there is one");
    assert!(in_zone(&model, &ask, &package));
}
