//! Counts against enumeration and against instances with known counts.
#![expect(clippy::print_stdout, reason = "a run without the data says so")]

use detente_base::Silent;
use detente_engine::{Ask, Count, Effort, Formula, Model, counting};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle;
use detente_testkit::property::tries;
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
    for ((row, possible), counts) in
        counting::remaining(model, ask, &Silent).expect("within reach").iter().zip(&decided).zip(&exact)
    {
        for ((both, possible), count) in row.iter().zip(possible).zip(counts) {
            assert_eq!((both.possible, both.count.as_ref()), (*possible, Some(count)));
        }
    }
}

proptest! {
    #![proptest_config(tries(2000))]

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

/// Larger spaces are for benches.
const MOST_PACKAGES: u128 = 2_000_000_000;

#[test]
fn shared_deals() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    let mut checked = 0;
    for (instance, answer) in instances(&folder) {
        let (model, name) = (instance.model(), &instance.name);
        if let Some(expected) = answer["zopa_count"].as_str() {
            let found = counting::count(&model, &Ask::all(&model), &Silent).expect("within reach");
            assert_eq!(found, Count::Exact(expected.parse().expect("a number")), "{name}");
            checked += 1;
        }
        if instance.space() <= MOST_PACKAGES {
            each_choice_adds_up(&model, name);
        }
    }
    assert!(10 <= checked, "{checked} instances");
}

/// The choices of an issue share the zone among them.
fn each_choice_adds_up(model: &Model, name: &str) {
    let ask = Ask::all(model);
    let Ok(Count::Exact(total)) = counting::count(model, &ask, &Silent) else { panic!("{name}: not exact") };
    for row in counting::remaining_counts(model, &ask, &Silent).expect("within reach") {
        let exact = |count: &Count| if let Count::Exact(count) = count { count.clone() } else { panic!("{name}") };
        assert_eq!(row.iter().map(exact).sum::<BigUint>(), total, "{name}");
    }
}

#[test]
fn shared_why() {
    let Some(folder) = folder("why") else { return println!("skipped: no shared data") };
    let instances = instances(&folder);
    assert!(27 <= instances.len());
    for (instance, answer) in instances {
        let model = instance.model();
        let ask = Ask::all(&model);
        let count = |model: &Model, ask: &Ask| counting::count(model, ask, &Silent).expect("within reach");
        let expected =
            |text: &serde_json::Value| Count::Exact(text.as_str().expect("decimal").parse().expect("decimal"));
        assert_eq!(count(&model, &ask), expected(&answer["zone_count"]), "{}", instance.name);
        for relaxation in answer["relaxations"].as_array().into_iter().flatten() {
            let (mut model, mut ask) = (model.clone(), ask.clone());
            for member in relaxation["drop"].as_array().into_iter().flatten().filter_map(|member| member.as_str()) {
                let (kind, number) = member.split_once(':').expect("kind:number");
                let number: usize = number.parse().expect("a number");
                if kind == "bottom" { model.parties[number].bottom_line = None } else { ask.limits[number] = false }
            }
            assert_eq!(count(&model, &ask), expected(&relaxation["reopens"]), "{}: {relaxation}", instance.name);
        }
    }
}

#[test]
fn a_space_beyond_any_word_is_counted_exactly() {
    let model = Model { issues: vec![8; 60], ..Model::default() };
    let all = BigUint::from(8_u32).pow(60);
    assert_eq!(counting::count(&model, &Ask::all(&model), &Silent), Ok(Count::Exact(all.clone())));
    let each = counting::remaining_counts(&model, &Ask::all(&model), &Silent).expect("within reach");
    assert!(each.iter().flatten().all(|count| *count == Count::Exact(&all >> 3)));
}

#[test]
fn a_model_without_issues_has_one_package() {
    check(&Model::default(), &Ask::all(&Model::default()));
    assert_eq!(counting::remaining(&Model::default(), &Ask::all(&Model::default()), &Silent), Ok(Vec::new()));
}

#[test]
fn issues_tied_all_to_all_are_estimated() {
    let differ = |a: usize, b: usize| {
        let same = |value: usize| {
            let is = |issue: usize| Formula::Choice { issue, among: (0..6).map(|other| other == value).collect() };
            Formula::All(vec![is(a), is(b)])
        };
        Formula::Not(Box::new(Formula::Any((0..6).map(same).collect())))
    };
    let pairs = (0..12).flat_map(|a| (0..a).map(move |b| (a, b)));
    let rules = pairs.filter(|(a, b)| (a * a + b * 3) % 4 == 0).map(|(a, b)| differ(a, b)).collect();
    let model = Model { issues: vec![6; 12], rules, ..Model::default() };
    let ask = Ask { effort: Effort { max_points: 100, ..Effort::default() }, ..Ask::all(&model) };
    let exact = counting::count(&model, &Ask::all(&model), &Silent).expect("within reach");
    let estimate = counting::count(&model, &ask, &Silent).expect("within reach");
    let (Count::Exact(exact), Count::Estimated { least, most, .. }) = (&exact, &estimate) else {
        panic!("{exact:?} {estimate:?}")
    };
    assert!(least <= exact && exact <= most, "{least} {exact} {most}");
}

#[test]
fn the_same_on_any_number_of_threads() {
    let Some(folder) = folder("deals") else { return println!("skipped: no shared data") };
    for (instance, _) in instances(&folder).into_iter().filter(|(instance, _)| instance.name.contains("_n20_")) {
        let (model, ask) = (instance.model(), Ask::all(&instance.model()));
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| counting::count(&model, &ask, &Silent))
        };
        assert_eq!(on(1), on(3), "{}", instance.name);
    }
}
