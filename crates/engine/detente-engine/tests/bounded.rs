//! What is said of a principle whose search had to stop: what was reached is reached, and nothing exceeds the bound.
#![expect(clippy::cast_precision_loss, reason = "what is compared is reported as about so much")]

use detente_base::Silent;
use detente_engine::{Ask, Chosen, Measure, Model, Principle, Zone};
use detente_testkit::models::{Bounds, plain_models};
use detente_testkit::oracle;
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

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
}

/// With few steps something is left unproved, so that the test above looks at more than proofs.
#[test]
fn some_searches_stop() {
    let party = |turn: i64| detente_engine::Party {
        values: (0..9)
            .map(|issue| (0..5).map(|choice| (issue * 7 + choice * 13 * turn + turn) % 17).collect())
            .collect(),
        tables: Vec::new(),
        linkages: Vec::new(),
        bottom_line: Some(20),
        consent: detente_engine::Consent::Always,
    };
    let model = Model { issues: vec![5; 9], parties: (1..6).map(party).collect(), ..Model::default() };
    let zone = Zone::new(&model, &Ask::all(&model), &Silent).expect("small").with_steps(1);
    let found =
        zone.principle(Principle::Egalitarian, &Measure::plain(&model), &Silent).expect("stops").expect("a zone");
    assert!(!found.proved);
    let (reached, bound) = (found.reached.expect("a package"), found.bound.expect("a bound"));
    assert!(reached <= bound, "{reached} {bound}");
    let whole = Zone::new(&model, &Ask::all(&model), &Silent).expect("small");
    let proved =
        whole.principle(Principle::Egalitarian, &Measure::plain(&model), &Silent).expect("small").expect("a zone");
    assert!(proved.proved && proved.bound.is_none() && proved.reached.is_none());
}
