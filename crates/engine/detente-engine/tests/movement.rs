//! The least movement of bottom lines against enumeration.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use detente_base::Silent;
use detente_engine::{Ask, Consent, Formula, Least, Model, Movement, Party, Term, in_zone, least_movement};
use detente_testkit::models::{TINY, questions};
use detente_testkit::oracle::all_packages;
use detente_testkit::property::tries;
use detente_testkit::shared::{folder, instances};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cell::Cell;

/// Per package within everything but bottom lines what each party would have to move.
fn missing(model: &Model, ask: &Ask) -> Vec<Vec<i64>> {
    let bare = Ask { bottom_lines: false, ..ask.clone() };
    let within = all_packages(model).into_iter().filter(|package| in_zone(model, &bare, package));
    let short = |package: &Vec<usize>| {
        let of = |party: &detente_engine::Party| {
            let line = party.bottom_line.filter(|_| ask.bottom_lines && party.is_asked_in(package));
            line.map_or(0, |line| i64::try_from((i128::from(line) - party.utility(package)).max(0)).expect("small"))
        };
        model.parties.iter().map(of).collect()
    };
    within.map(|package| short(&package)).collect()
}

fn check(model: &Model, ask: &Ask) -> bool {
    let all = missing(model, ask);
    let found = least_movement(model, ask, &Silent).expect("within reach");
    if all.iter().any(|moves| moves.iter().all(|&moves| moves == 0)) {
        assert_eq!(found, Movement::Open);
        return false;
    }
    let Some(sum) = all.iter().map(|moves| moves.iter().sum::<i64>()).min() else {
        assert_eq!(found, Movement::CannotOpen);
        return true;
    };
    let Movement::Opens(Least { alone, sum: own_sum, in_sum, most, in_most }) = found else { panic!("{found:?}") };
    let only = |party: usize| {
        let alone = all.iter().filter(|moves| (0..moves.len()).all(|other| other == party || moves[other] == 0));
        alone.map(|moves| moves[party]).min()
    };
    assert_eq!(alone, (0..model.parties.len()).map(only).collect::<Vec<_>>(), "alone");
    assert_eq!((own_sum, in_sum.iter().sum::<i64>()), (sum, sum), "sum");
    assert!(all.contains(&in_sum) && all.contains(&in_most), "attained");
    let least = all.iter().filter_map(|moves| moves.iter().copied().max()).min();
    assert_eq!((Some(most), in_most.iter().copied().max()), (least, least), "most");
    true
}

#[test]
fn agrees_with_enumeration() {
    let closed = Cell::new(0);
    proptest!(tries(2500), |((mut model, ask) in questions(TINY), raise in 0..30_i64)| {
        for party in &mut model.parties {
            party.bottom_line = party.bottom_line.map(|line| line + raise);
        }
        closed.set(closed.get() + usize::from(check(&model, &ask)));
    });
    assert!(500 <= closed.get(), "{} without a zone", closed.get());
}

/// Two sums over all issues that no package brings together, though each alone can be had: the second party is only asked where
/// the second sum is large.
fn no_package_where_the_second_is_asked() -> Model {
    let sum = |extra: i64, bound: i64| {
        let amounts = |issue: i64| vec![31 + issue * issue * 17, 403 - issue * 13 + extra, 907 + 71 * issue + extra];
        let terms = (0..10).map(|issue| Term { issue, amounts: amounts(i64::try_from(issue).expect("small")) });
        Formula::AtMost { terms: terms.collect(), bound }
    };
    let party = |consent, line| Party {
        values: (0..10).map(|issue| vec![issue, 5, 9 - issue]).collect(),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(line),
        consent,
    };
    let asked = Consent::When(Formula::Not(Box::new(sum(1, 5010))));
    let parties = vec![party(Consent::Always, 90), party(asked, 20)];
    Model { issues: vec![3; 10], parties, rules: vec![sum(0, 5000)], ..Model::default() }
}

#[test]
fn a_consent_that_no_package_asks_for_ends_the_search() {
    let model = no_package_where_the_second_is_asked();
    assert!(check(&model, &Ask::all(&model)), "closed");
}

#[test]
fn the_shared_instances() {
    let Some(folder) = folder("why") else { return println!("skipped: no shared data") };
    for (instance, answer) in instances(&folder) {
        let model = instance.model();
        let found = least_movement(&model, &Ask::all(&model), &Silent).expect("within reach");
        let n = model.parties.len();
        let told: Value = match found {
            Movement::Open => json!({ "status": "open", "alone": vec![0; n], "sum": 0, "max": 0 }),
            Movement::CannotOpen => {
                json!({ "status": "cannot-open", "alone": vec![Value::Null; n], "sum": null, "max": null })
            }
            Movement::Opens(least) => {
                json!({ "status": "opens", "alone": least.alone, "sum": least.sum, "max": least.most })
            }
        };
        assert_eq!(told, answer["least_movement"], "{}", instance.name);
    }
}
