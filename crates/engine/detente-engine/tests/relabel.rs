//! Renaming parties, issues and choices renames what is found and changes nothing else.

use detente_base::Silent;
use detente_engine::{Ask, Count, Cover, Model, counting, feasible, frontier, in_zone};
use detente_testkit::models::{TINY, questions};
use detente_testkit::property::tries;
use detente_testkit::relabel::{Relabelling, relabellings};
use proptest::prelude::*;

fn vectors(model: &Model, ask: &Ask) -> Vec<(Vec<i64>, Option<u128>)> {
    let found = frontier(model, ask, &Cover::default(), &Silent).expect("within reach");
    let over = |units: &[i64]| ask.principals.iter().map(|&party| units[party]).collect();
    found.points.iter().map(|point| (over(&point.utilities), point.packages)).collect()
}

fn check(model: &Model, ask: &Ask, relabelling: &Relabelling) {
    let (new_model, new_ask) = (relabelling.model(model), relabelling.ask(ask));
    let count = |model: &Model, ask: &Ask| counting::count(model, ask, &Silent).expect("within reach");
    assert_eq!(count(model, ask), count(&new_model, &new_ask));
    assert_eq!(vectors(model, ask), vectors(&new_model, &new_ask), "frontier");
    let remaining = |model: &Model, ask: &Ask| counting::remaining_counts(model, ask, &Silent).expect("within reach");
    let old = remaining(model, ask);
    for (issue, row) in remaining(&new_model, &new_ask).iter().enumerate() {
        let of_old = &old[relabelling.issues[issue]];
        let renamed: Vec<Count> = relabelling.choices[issue].iter().map(|&choice| of_old[choice].clone()).collect();
        assert_eq!(row, &renamed, "what remains");
    }
    if let Some(first) = feasible(&new_model, &new_ask, &Silent).expect("within reach") {
        assert!(in_zone(model, ask, &relabelling.old_package(&first)));
    }
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn changes_only_names((model, ask, relabelling) in questions(TINY).prop_flat_map(|(model, ask)| {
        let relabelling = relabellings(&model);
        (Just(model), Just(ask), relabelling)
    })) {
        check(&model, &ask, &relabelling);
    }
}
