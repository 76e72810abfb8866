//! Parties whose interests are opposed: all packages lie on one plane and nearly all of them are efficient, so no slab is thin.
//! The totals one party can have are enumerated here, one issue after another.

use detente_base::Silent;
use detente_engine::{Ask, Chosen, Consent, Measure, Model, Party, Principle, principle};
use detente_testkit::scaled::{Size, model};
use std::collections::BTreeSet;

/// What of an issue one party gets, the other does not.
const WHOLE: i64 = 200;

/// Two parties over issues of eight choices.
fn opposed(issues: usize, seed: u64) -> Model {
    let size = Size { parties: 1, issues, choices: 8, scale: WHOLE * i64::try_from(issues).expect("few"), linked: 1 };
    let mut model = model(size, seed);
    let given = model.parties[0].values.clone();
    let party = |values: Vec<Vec<i64>>| {
        let most: i64 = values.iter().filter_map(|of| of.iter().max()).sum();
        Party {
            values,
            tables: Vec::new(),
            linkages: Vec::new(),
            bottom_line: Some(most / 3),
            consent: Consent::Always,
        }
    };
    let rest = given.iter().map(|of| of.iter().map(|units| WHOLE - units).collect()).collect();
    model.parties = vec![party(given), party(rest)];
    model
}

/// Every pair of gains a package of the zone has.
fn gains(model: &Model) -> Vec<(i64, i64)> {
    let mut totals = BTreeSet::from([0]);
    for of in &model.parties[0].values {
        totals = totals.iter().flat_map(|total| of.iter().map(move |units| total + units)).collect();
    }
    let whole = WHOLE * i64::try_from(model.issues.len()).expect("few");
    let line = |party: usize| model.parties[party].bottom_line.expect("both have one");
    let pairs = totals.into_iter().map(|total| (total - line(0), whole - total - line(1)));
    pairs.filter(|&(a, b)| 0 <= a && 0 <= b).collect()
}

fn ask(model: &Model, which: Principle) -> Chosen {
    let found = principle(model, &Ask::all(model), which, &Measure::plain(model), &Silent);
    found.expect("within reach").expect("a package")
}

fn gains_of(model: &Model, chosen: &Chosen) -> (i64, i64) {
    let gain = |party: usize| {
        chosen.answers[0].attained.utilities[party] - model.parties[party].bottom_line.expect("both have one")
    };
    (gain(0), gain(1))
}

#[test]
fn what_is_proved_is_what_enumeration_finds() {
    for (issues, seed) in [(6, 1), (10, 2), (12, 3), (16, 4), (24, 5), (30, 6)] {
        let model = opposed(issues, seed);
        let all = gains(&model);
        let check = |which: Principle, worth: fn(&(i64, i64)) -> i64| {
            let chosen = ask(&model, which);
            assert!(chosen.proved, "{which:?} of {issues} issues");
            let best = all.iter().map(worth).max();
            assert_eq!(Some(worth(&gains_of(&model, &chosen))), best, "{which:?} of {issues} issues");
        };
        check(Principle::Nash, |(a, b)| a * b);
        check(Principle::Egalitarian, |&(a, b)| a.min(b));
        check(Principle::Leximin, |&(a, b)| a.min(b));
        check(Principle::Utilitarian, |(a, b)| a + b);
    }
}

#[test]
fn a_party_that_can_hardly_gain_does_not_keep_the_others_from_being_compared() {
    let mut model = model(Size { parties: 3, issues: 30, choices: 8, scale: 10_000, linked: 1 }, 7);
    model.parties[0].values.iter_mut().flatten().for_each(|units| *units = 0);
    model.parties[0].values[29] = vec![0, 1, 2, 3, 0, 0, 0, 0];
    model.parties[0].bottom_line = Some(0);
    let egalitarian = ask(&model, Principle::Egalitarian);
    let leximin = ask(&model, Principle::Leximin);
    assert!(egalitarian.proved && leximin.proved && leximin.complete);
    assert!([&egalitarian, &leximin].iter().all(|chosen| chosen.answers[0].attained.utilities[0] == 3));
    // With what the capped party has at most held, the other two are an egalitarian question of their own.
    let mut two = model.clone();
    two.parties[0].bottom_line = Some(3);
    let among = Ask { principals: vec![1, 2], ..Ask::all(&two) };
    let found = principle(&two, &among, Principle::Leximin, &Measure::plain(&two), &Silent);
    let found = found.expect("within reach").expect("a package");
    let vector = |chosen: &Chosen| chosen.answers[0].attained.utilities.clone();
    assert_eq!(vector(&leximin), vector(&found));
}

#[test]
fn what_is_not_proved_has_a_bound() {
    let mut model = model(Size { parties: 5, issues: 40, choices: 8, scale: 10_000, linked: 1 }, 9);
    model.parties.iter_mut().for_each(|party| party.bottom_line = Some(0));
    for which in [Principle::Egalitarian, Principle::Leximin, Principle::KalaiSmorodinsky] {
        let mut ask = Ask::all(&model);
        ask.effort.max_steps = 100_000;
        let found = principle(&model, &ask, which, &Measure::plain(&model), &Silent);
        let short = found.expect("a package is known").expect("a package");
        let whole = self::ask(&model, which);
        assert!(!short.proved && whole.proved, "{which:?}");
        assert!(short.bound.is_some_and(|bound| least(&model, &whole, which) <= bound), "{which:?}: {:?}", short.bound);
    }
}

/// The least gain, or under Kalai–Smorodinsky nothing: there the bound is of a share.
fn least(model: &Model, chosen: &Chosen, which: Principle) -> f64 {
    let gains = chosen.answers[0].attained.utilities.iter();
    let least = gains.min().copied().and_then(|gain| u32::try_from(gain).ok()).map_or(0.0, f64::from);
    assert_eq!(model.parties.len(), chosen.answers[0].attained.utilities.len());
    if which == Principle::KalaiSmorodinsky { 0.0 } else { least }
}
