//! Counts against enumeration and against instances with known counts.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]
#![expect(clippy::expect_used, reason = "a test that cannot prepare its case has failed")]

use detente_base::Silent;
use detente_engine::{Ask, Count, Model, counting};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle;
use detente_testkit::shared::{folder, instances};
use num_bigint::BigUint;
use proptest::prelude::*;

fn exactly(count: usize) -> Count {
    Count::Exact(BigUint::from(count))
}

fn check(model: &Model, ask: &Ask) {
    let zone = oracle::zone(model, ask);
    assert_eq!(counting::count(model, ask, &Silent).expect("within reach"), exactly(zone.len()));
}

/// With a zone enough that each choice of every issue is decided, and each is counted.
fn check_remaining(model: &Model, ask: &Ask) {
    let expected = oracle::remaining(model, ask);
    let counts = counting::remaining_counts(model, ask, &Silent).expect("within reach");
    let exact: Vec<Vec<Count>> =
        expected.iter().map(|row| row.iter().map(|&number| Count::Exact(number.into())).collect()).collect();
    assert_eq!(counts, exact);
    let possible = counting::remaining_possible(model, ask, &Silent).expect("within reach");
    let decided: Vec<Vec<Option<bool>>> =
        expected.iter().map(|row| row.iter().map(|&number| Some(0 < number)).collect()).collect();
    assert_eq!(possible, decided);
    for ((row, possible), counts) in counting::remaining(model, ask, &Silent).expect("within reach").iter().zip(&decided).zip(&exact) {
        for ((both, possible), count) in row.iter().zip(possible).zip(counts) {
            assert_eq!((both.possible, both.count.as_ref()), (*possible, Some(count)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn counts_are_those_of_enumeration((model, ask) in questions(TINY)) {
        check(&model, &ask);
    }

    #[test]
    fn what_remains_is_that_of_enumeration((model, ask) in questions(Bounds { issues: 4, ..TINY })) {
        check_remaining(&model, &ask);
    }

    #[test]
    fn so_with_many_choices((model, ask) in questions(Bounds { issues: 3, choices: 13, parties: 3 })) {
        check(&model, &ask);
    }
}

#[test]
fn shared_instances() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    for (instance, answer) in instances {
        let model = instance.model();
        let start = std::time::Instant::now();
        let found = counting::count(&model, &Ask::all(&model), &Silent);
        println!("{:45} {:?} {:?} {}", instance.name, start.elapsed(), found, answer["zopa_count"]);
    }
}
