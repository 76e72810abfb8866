//! What is said of a principle whose search had to stop: what was reached is reached, and nothing exceeds the bound.
#![expect(clippy::cast_precision_loss, reason = "what is compared is reported as about so much")]

use detente_base::Silent;
use detente_engine::{Ask, Chosen, Measure, Model, Principle, Zone};
use detente_testkit::models::{Bounds, plain_models};
use detente_testkit::oracle;
use detente_testkit::property::tries;
use proptest::prelude::*;

const LARGE: Bounds = Bounds { issues: 8, choices: 4, parties: 4 };

/// What a package is worth under a principle, for parties with a bottom line.
fn worth(model: &Model, which: Principle, package: &[usize]) -> f64 {
    let gains =
        model.parties.iter().filter_map(|party| Some((party.utility(package) - i128::from(party.bottom_line?)) as f64));
    match which {
        Principle::Nash => gains.product(),
        Principle::Utilitarian => gains.sum(),
        _ => gains.fold(f64::INFINITY, f64::min),
    }
}

fn check(model: &Model, which: Principle, found: &Chosen) -> Result<bool, TestCaseError> {
    if found.proved {
        prop_assert_eq!((found.bound, found.reached), (None, None));
        return Ok(false);
    }
    let ask = Ask::all(model);
    let zone = oracle::zone(model, &ask);
    let most = zone.iter().map(|package| worth(model, which, package)).fold(f64::NEG_INFINITY, f64::max);
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0);
    let lines: f64 = model.parties.iter().filter_map(|party| party.bottom_line).map(|line| line as f64).sum();
    // A total is of utilities, the others are of gains.
    let of = |number: f64| if which == Principle::Utilitarian { number - lines } else { number };
    if let Some(bound) = found.bound {
        prop_assert!(most <= of(bound) || near(most, of(bound)), "{:?}: {} above {}", which, most, of(bound));
    }
    if let Some(reached) = found.reached {
        let witnessed = found.answers.iter().map(|answer| worth(model, which, &answer.attained.witness));
        prop_assert!(
            witnessed.clone().any(|worth| near(worth, of(reached))),
            "{:?}: {} of {:?}",
            which,
            reached,
            witnessed.collect::<Vec<_>>()
        );
        prop_assert!(of(reached) <= most || near(most, of(reached)), "{:?}: {} above {}", which, reached, most);
    }
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..tries(120) })]

    #[test]
    fn what_stops_says_what_is_reached_and_what_nothing_exceeds(model in plain_models(LARGE), steps in 0..60_u64) {
        let ask = Ask::all(&model);
        let measure = Measure::plain(&model);
        let zone = Zone::new(&model, &ask, &Silent).expect("small").with_steps(steps);
        let can_all_gain = |found: &Chosen| found.answers.iter().all(|answer| answer.gaining.len() == found.over.len());
        for which in [Principle::Nash, Principle::Egalitarian, Principle::Utilitarian] {
            let Ok(Some(found)) = zone.principle(which, &measure, &Silent) else { continue };
            if which != Principle::Nash || found.left_out.is_empty() && can_all_gain(&found) {
                check(&model, which, &found)?;
            }
        }
    }

    /// A hope that is not proved may be too small, which makes shares of it too large and harms no bound; nobody gets more than it could hope for.
    #[test]
    fn shares_of_what_each_could_hope_for_exceed_no_bound(model in plain_models(LARGE), steps in 0..200_u64) {
        let ask = Ask::all(&model);
        let zone = Zone::new(&model, &ask, &Silent).expect("small").with_steps(steps);
        let Ok(Some(found)) = zone.principle(Principle::KalaiSmorodinsky, &Measure::plain(&model), &Silent) else { return Ok(()) };
        let Some(bound) = found.bound.filter(|_| found.left_out.is_empty()) else { return Ok(()) };
        let gains = |package: &Vec<usize>| -> Vec<f64> {
            found.over.iter().map(|&party| (model.parties[party].utility(package) - i128::from(model.parties[party].bottom_line.unwrap_or(0))) as f64).collect()
        };
        let all: Vec<Vec<f64>> = oracle::zone(&model, &ask).iter().map(gains).collect();
        let hope = |party: usize| all.iter().map(|gains| gains[party]).fold(0.0, f64::max);
        let hopes: Vec<f64> = (0..found.over.len()).map(hope).collect();
        let level = |gains: &Vec<f64>| gains.iter().zip(&hopes).map(|(gain, hope)| gain / hope).fold(f64::INFINITY, f64::min);
        let most = all.iter().map(level).fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(bound <= 1.0 && most <= bound + 1e-6, "{} above {}", most, bound);
    }
}

/// Five parties, nine issues, five choices each.
fn five_parties() -> Model {
    let party = |turn: i64| detente_engine::Party {
        values: (0..9)
            .map(|issue| (0..5).map(|choice| (issue * 7 + choice * 13 * turn + turn) % 17).collect())
            .collect(),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(20),
        consent: detente_engine::Consent::Always,
    };
    Model { issues: vec![5; 9], parties: (1..6).map(party).collect(), ..Model::default() }
}

fn in_steps(model: &Model, which: Principle, steps: u64) -> Chosen {
    let zone = Zone::new(model, &Ask::all(model), &Silent).expect("small").with_steps(steps);
    zone.principle(which, &Measure::plain(model), &Silent).expect("stops").expect("a zone")
}

/// With few steps something is left unproved, so that the tests above look at more than proofs.
#[test]
fn some_searches_stop() {
    let model = five_parties();
    let found = in_steps(&model, Principle::Egalitarian, 1);
    assert!(!found.proved);
    let (reached, bound) = (found.reached.expect("a package"), found.bound.expect("a bound"));
    assert!(reached <= bound, "{reached} {bound}");
    let proved = in_steps(&model, Principle::Egalitarian, u64::MAX);
    assert!(proved.proved && proved.bound.is_none() && proved.reached.is_none());
}

/// What exchanges led to before the steps were over is told.
#[test]
fn a_search_that_stops_keeps_what_exchanges_led_to() {
    let model = five_parties();
    for which in [Principle::Nash, Principle::Egalitarian] {
        let worths = |steps: u64| {
            in_steps(&model, which, steps)
                .answers
                .into_iter()
                .map(|answer| worth(&model, which, &answer.attained.witness))
        };
        let most = |steps: u64| worths(steps).fold(f64::NEG_INFINITY, f64::max);
        assert!(most(1) < most(150), "{which:?}: {} {}", most(1), most(150));
    }
}
