//! The same structure under many sets of figures, against enumeration and against starting anew.

use detente_base::Silent;
use detente_engine::again::{Figures, Guide, Known, Seen, Solver, Soon, Structure};
use detente_engine::{
    Ask, Consent, Formula, Measure, Model, Package, Party, Principle, Table, Term, accepts, in_zone, principle,
};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle;
use detente_testkit::property::tries;
use detente_testkit::scaled::{self, Size};
use proptest::collection::vec;
use proptest::prelude::*;

/// What a set of figures changes: per number something added; per limit whether it is in force.
type Change = (Vec<i64>, Vec<bool>);

fn changed(model: &Model, (added, limits): &Change) -> Figures {
    let mut figures = Figures::of(model);
    let mut more = added.iter().cycle();
    let numbers = figures.values.iter_mut().chain(&mut figures.linkages).chain(&mut figures.lines);
    numbers.for_each(|number| *number += more.next().unwrap_or(&0));
    figures.limits.iter_mut().zip(limits).for_each(|(to, from)| *to = *from);
    figures
}

fn utilities(model: &Model, package: &[usize]) -> Vec<i64> {
    model.parties.iter().map(|party| i64::try_from(party.utility(package)).expect("small")).collect()
}

/// Every question of a solver under one set of figures; with no guide, its own, and another question's under other figures.
fn check(solver: &mut Solver<'_>, known: &Known, figures: &Figures, open: &[bool], other: &mut Guide) {
    solver.set(figures).expect("its own model");
    let (model, ask) = (solver.model(), solver.ask());
    assert_eq!(model, figures.model(&model));
    for (limit, &open) in open.iter().enumerate().filter(|(limit, open)| **open && *limit < ask.limits.len()) {
        assert_eq!((ask.limits[limit], open), (figures.limits[limit], true));
    }
    let mut seen = Seen::default();
    known.see(figures, &mut seen);
    check_seen(&model, &ask, known, &seen);
    let zone = oracle::zone(&model, &ask);
    let any = solver.any().expect("within reach");
    assert_eq!(any.is_some(), !zone.is_empty());
    assert!(any.is_none_or(|package| in_zone(&model, &ask, &package)));
    for (issue, &size) in model.issues.iter().enumerate() {
        for choice in 0..size {
            let with = solver.with(issue, choice).expect("within reach");
            assert_eq!(with.is_some(), zone.iter().any(|package| package[issue] == choice), "{issue} {choice}");
            assert!(with.is_none_or(|package| package[issue] == choice && in_zone(&model, &ask, &package)));
        }
    }
    for &party in &ask.principals {
        let most = zone.iter().map(|package| utilities(&model, package)[party]).max();
        let own = solver.guide_to_most(party, &seen);
        for guide in [&Guide::default(), &own, other] {
            assert_eq!(solver.most(party, &seen, guide).expect("within reach"), most);
        }
    }
    for package in zone.iter().step_by(7) {
        let units = utilities(&model, package);
        let over = |units: &[i64]| ask.principals.iter().map(|&party| units[party]).collect::<Vec<_>>();
        let betters = |other: &Package| {
            let (other, own) = (over(&utilities(&model, other)), over(&units));
            other != own && other.iter().zip(&own).all(|(other, own)| own <= other)
        };
        let own = solver.guide_to_better(&units);
        for guide in [&Guide::default(), &own, other] {
            assert_eq!(solver.bettered(&units, guide).expect("within reach"), zone.iter().any(betters));
        }
        *other = own;
    }
    check_principles(solver, known, &seen, &model, &ask);
}

fn check_seen(model: &Model, ask: &Ask, known: &Known, seen: &Seen) {
    for (at, package) in known.packages().iter().enumerate() {
        assert_eq!(seen.units(at), utilities(model, package));
        assert_eq!(seen.in_zone(at), in_zone(model, ask, package));
        for party in 0..model.parties.len() {
            assert_eq!(seen.accepts(at, party), accepts(model, ask, party, package), "{package:?} {party}");
        }
    }
}

/// Where each principle leads, as if anew.
fn check_principles(solver: &mut Solver<'_>, known: &Known, seen: &Seen, model: &Model, ask: &Ask) {
    let units_per_point: Vec<i64> = (0..).zip(&model.parties).map(|(at, _)| 1 + at * 2).collect();
    let measure = Measure { units_per_point: units_per_point.clone(), ..Measure::plain(model) };
    for which in [
        Principle::Nash,
        Principle::KalaiSmorodinsky,
        Principle::Egalitarian,
        Principle::Leximin,
        Principle::Utilitarian,
    ] {
        let found = solver.principle(which, &units_per_point, known, seen).expect("within reach");
        let anew = principle(model, ask, which, &measure, &Silent).expect("within reach");
        assert_eq!(found.is_some(), anew.is_some(), "{which:?}");
        let Some((found, anew)) = found.zip(anew) else { continue };
        let told = |answers: &[detente_engine::Answer]| -> Vec<_> {
            let tell = |answer: &detente_engine::Answer| {
                (answer.attained.witness.clone(), answer.attained.utilities.clone(), answer.gaining.clone())
            };
            answers.iter().map(tell).collect()
        };
        assert_eq!(told(&found.answers), told(&anew.answers), "{which:?}");
        assert_eq!(found.complete, anew.complete, "{which:?}");
    }
}

fn package(of: Soon) -> Option<Package> {
    if let Soon::Package(package) = of { Some(package) } else { None }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    vec((vec(-4..=4_i64, 1..40), vec(any::<bool>(), 4)), 1..6)
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn answers_are_those_of_the_zone((mut model, ask) in questions(TINY), changes in changes(), open in vec(any::<bool>(), 4)) {
        model.parties.iter_mut().for_each(|party| party.tables.clear());
        let structure = Structure::new(&model, &ask, &open).expect("tiny");
        prop_assert!(structure.is_compiled());
        let known = structure.known(oracle::all_packages(&model).into_iter().step_by(11).collect());
        let (mut solver, mut guide) = (structure.solver(), Guide::default());
        for change in &changes {
            check(&mut solver, &known, &changed(&model, change), &open, &mut guide);
        }
    }

    #[test]
    fn what_is_soon_written_out_needs_no_search_that_starts_anew((mut model, mut ask) in questions(TINY), changes in changes(), aside in any::<bool>()) {
        model.parties.iter_mut().for_each(|party| party.tables.clear());
        // Conditions on connectivity are decomposed from a few units on.
        let draft = if aside { ask.fixed.iter_mut().map(Option::take).collect() } else { Vec::new() };
        let structure = Structure::small(&model, &ask).expect("tiny");
        prop_assume!(structure.is_compiled());
        let mut solver = structure.solver();
        for change in &changes {
            solver.set_within(&changed(&model, change), &draft).expect("its own model");
            let (model, ask) = (solver.model(), solver.ask());
            prop_assert!(draft.iter().zip(&ask.fixed).all(|(held, fixed)| held == fixed));
            let zone = oracle::zone(&model, &ask);
            let any = solver.soon();
            prop_assert_eq!(any.is_open(), Some(!zone.is_empty()));
            prop_assert!(package(any).is_none_or(|package| in_zone(&model, &ask, &package)));
            for (issue, choice) in model.issues.iter().enumerate().flat_map(|(issue, &size)| (0..size).map(move |choice| (issue, choice))) {
                let with = solver.soon_with(issue, choice);
                prop_assert_eq!(with.is_open(), Some(zone.iter().any(|package| package[issue] == choice)), "{} {}", issue, choice);
                prop_assert!(package(with).is_none_or(|package| package[issue] == choice && in_zone(&model, &ask, &package)));
            }
        }
        prop_assert_eq!(solver.started_anew(), 0);
    }

    #[test]
    fn with_tables_every_question_starts_anew((model, ask) in questions(Bounds { issues: 3, choices: 3, parties: 3 }), changes in changes()) {
        let structure = Structure::new(&model, &ask, &[]).expect("tiny");
        prop_assert_eq!(structure.is_compiled(), model.parties.iter().all(|party| party.tables.is_empty()));
        let known = structure.known(Vec::new());
        let (mut solver, mut guide) = (structure.solver(), Guide::default());
        for change in &changes {
            check(&mut solver, &known, &changed(&model, change), &[], &mut guide);
        }
    }
}

/// Larger spaces than can be enumerated: against starting anew, and up to three parties without ever having to.
#[test]
fn large_spaces_are_solved_as_if_anew() {
    for (parties, issues, rounds) in [(2, 15, 40), (3, 15, 20), (4, 9, 3)] {
        let model = scaled::model(Size { parties, issues, choices: 8, scale: 10_000_000, linked: 1 }, 3);
        let ask = Ask::all(&model);
        let structure = Structure::new(&model, &ask, &[]).expect("fits");
        let known = structure.known(vec![vec![0; issues]]);
        let mut solver = structure.solver();
        let mut state = 1_i64;
        for _ in 0..rounds {
            let mut figures = Figures::of(&model);
            for number in &mut figures.values {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *number += (state >> 33).rem_euclid(400_000);
            }
            solver.set(&figures).expect("its own model");
            let mut seen = Seen::default();
            known.see(&figures, &mut seen);
            let (model, ask) = (solver.model(), solver.ask());
            check_principles(&mut solver, &known, &seen, &model, &ask);
        }
        // With many parties the bounds are loose, and starting anew is then the way.
        assert!(3 < parties || solver.started_anew() == 0, "{parties} parties");
    }
}

/// Six issues of ten choices no two of which may be alike: each and the next, or all of them.
fn tied(all: bool) -> Model {
    let n = 6;
    let differ = |a: usize, b: usize| {
        let both = |choice: usize| {
            let at = |issue: usize| Formula::Choice { issue, among: (0..10).map(|of| of == choice).collect() };
            Formula::Not(Box::new(Formula::All(vec![at(a), at(b)])))
        };
        Formula::All((0..10).map(both).collect())
    };
    let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
    let rules = pairs.filter(|(a, b)| all || a + 1 == *b).map(|(a, b)| differ(a, b)).collect();
    let values = (0..10).collect::<Vec<i64>>();
    let party = Party {
        values: vec![values; n],
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(30),
        consent: Consent::Always,
    };
    Model { issues: vec![10; n], parties: vec![party], rules, ..Model::default() }
}

#[test]
fn only_what_is_tied_loosely_is_soon_written_out() {
    let small = |model: &Model| Structure::small(model, &Ask::all(model)).expect("a model").is_compiled();
    assert!(small(&tied(false)));
    let mut tabled = tied(false);
    tabled.parties[0].tables.push(Table { issues: vec![0], units: (0..10).collect() });
    assert!(!small(&tabled), "a table");
    assert!(!small(&tied(true)), "a hundred thousand combinations of five issues");
    let mut summed = tied(false);
    let terms = (0..6).map(|issue| Term { issue, amounts: (0..10).collect() }).collect();
    summed.rules.push(Formula::AtMost { terms, bound: 20 });
    assert!(!small(&summed), "a sum over all issues");
    let structure = Structure::new(&summed, &Ask::all(&summed), &[]).expect("a model");
    assert!(structure.is_compiled(), "worth it for many sets of figures");
}
