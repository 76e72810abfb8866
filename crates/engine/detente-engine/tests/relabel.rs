//! Renaming parties, issues and choices renames what is found and changes nothing else.
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::{Ask, Model, Scan, Want, in_zone, scan};
use detente_testkit::models::{TINY, questions};
use detente_testkit::relabel::{Relabelling, relabellings};
use proptest::prelude::*;

fn vectors(scan: &Scan, ask: &Ask) -> Vec<(Vec<i64>, u128)> {
    let points = scan.frontier.as_deref().unwrap_or_default().iter();
    points.map(|point| (ask.principals.iter().map(|&party| point.utilities[party]).collect(), point.packages)).collect()
}

fn check(model: &Model, ask: &Ask, relabelling: &Relabelling) {
    let (new_model, new_ask) = (relabelling.model(model), relabelling.ask(ask));
    let old = scan(model, ask, Want::Frontier, &Silent).expect("within reach");
    let new = scan(&new_model, &new_ask, Want::Frontier, &Silent).expect("within reach");
    assert_eq!(old.count, new.count);
    assert_eq!(vectors(&old, ask), vectors(&new, &new_ask), "frontier");
    for (issue, row) in new.remaining.iter().enumerate() {
        let of_old = &old.remaining[relabelling.issues[issue]];
        let renamed: Vec<u128> = relabelling.choices[issue].iter().map(|&choice| of_old[choice]).collect();
        assert_eq!(row, &renamed, "what remains");
    }
    if let Some(first) = &new.first {
        assert!(in_zone(model, ask, &relabelling.old_package(first)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn changes_only_names((model, ask, relabelling) in questions(TINY).prop_flat_map(|(model, ask)| {
        let relabelling = relabellings(&model);
        (Just(model), Just(ask), relabelling)
    })) {
        check(&model, &ask, &relabelling);
    }
}
