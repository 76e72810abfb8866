//! What the engine answers about random small questions is proved, and a checker that knows nothing of the search agrees.

use detente::base::Silent;
use detente::checker::{Sealed, Step, verify};
use detente::engine::Principle;
use detente::engine::{self, Ask, Cover, Measure, Member, Model, Movement};
use detente::proof::{Subject, Writer};
use detente::solve::{self, LeastMovement};
use detente_testkit::models::{Bounds, questions};
use proptest::prelude::*;

const SMALL: Bounds = Bounds { issues: 5, choices: 3, parties: 4 };

fn measure(model: &Model, seed: u64) -> Measure {
    let mut measure = Measure::plain(model);
    for (party, units) in measure.units_per_point.iter_mut().enumerate() {
        *units = 1 + i64::try_from((seed >> (3 * party)) % 4).expect("small");
    }
    for (party, exponent) in measure.exponents.iter_mut().enumerate() {
        *exponent = 1 + u32::try_from((seed >> (30 + 2 * party)) % 3).expect("small");
    }
    measure
}

/// The proof of everything about a question; every answer is complete, so nothing may be left out but principles that compare
/// nobody.
fn everything(subject: &Subject) -> (Sealed, Vec<&'static str>) {
    let Subject { model, ask, measure } = subject;
    let watch = &Silent;
    let mut writer = Writer::new(subject, watch);
    let is_open = engine::feasible(model, ask, watch).expect("small").is_some();
    writer.zone(is_open).expect("a question");
    if is_open {
        let mut principles = vec![
            ("nash", Principle::Nash),
            ("kalai_smorodinsky", Principle::KalaiSmorodinsky),
            ("egalitarian", Principle::Egalitarian),
            ("leximin", Principle::Leximin),
            ("utilitarian", Principle::Utilitarian),
        ];
        principles.extend(ask.principals.iter().map(|&party| ("best", Principle::BestFor(party))));
        for (key, which) in principles {
            let chosen = engine::principle(model, ask, which, measure, watch).expect("small");
            writer.principle(key, which, chosen.as_ref()).expect("a question");
        }
        let frontier = engine::frontier(model, ask, &Cover::default(), watch).expect("small");
        writer.frontier(&frontier).expect("a question");
    } else {
        let movement = engine::least_movement(model, ask, watch).expect("small");
        writer.movement(&told(model, movement)).expect("a question");
        let (conflicts, relaxations) = why(model, ask);
        writer.why(Some((conflicts, true)), Some((relaxations, true))).expect("a question");
    }
    let written = writer.finish().expect("the zone at least");
    (written.sealed, written.left_out)
}

fn told(model: &Model, movement: Movement) -> LeastMovement {
    let none = |status| LeastMovement {
        status,
        alone: vec![None; model.parties.len()],
        sum: None,
        max: None,
        in_sum: vec![0; model.parties.len()],
    };
    match movement {
        Movement::Open => none(solve::Movement::Open),
        Movement::CannotOpen => none(solve::Movement::CannotOpen),
        Movement::Opens(least) => LeastMovement {
            status: solve::Movement::Opens,
            alone: least.alone,
            sum: Some(least.sum),
            max: Some(least.most),
            in_sum: least.in_sum,
        },
    }
}

/// All minimal conflicts and relaxations of lines and limits in force.
fn why(model: &Model, ask: &Ask) -> (Vec<Vec<Member>>, Vec<Vec<Member>>) {
    let lines =
        (0..model.parties.len()).filter(|&party| ask.bottom_lines && model.parties[party].bottom_line.is_some());
    let limits = (0..model.limits.len()).filter(|&limit| ask.limits[limit]);
    let members: Vec<Member> = lines.map(Member::BottomLine).chain(limits.map(Member::Limit)).collect();
    let sets = engine::conflicts_and_relaxations(model, ask, &members, 1000, &Silent).expect("small");
    let conflicts = sets.conflicts.into_iter().map(|conflict| conflict.members).collect();
    (conflicts, sets.relaxations.into_iter().map(|relaxation| relaxation.drop).collect())
}

/// Principles that compare nobody say nothing, so nothing of them is claimed.
fn may_be_left_out(model: &Model, ask: &Ask, key: &str) -> bool {
    let has_line = |party: &usize| model.parties[*party].bottom_line.is_some();
    match key {
        "kalai_smorodinsky" => true,
        "conflicts" => why(model, ask).0.is_empty(),
        "best" | "zone" | "frontier" | "least_movement" => false,
        _ => !ask.principals.iter().any(has_line),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_proved((model, ask) in questions(SMALL), seed in any::<u64>()) {
        let subject = Subject { measure: measure(&model, seed), model, ask };
        let (sealed, left_out) = everything(&subject);
        let Subject { model, ask, .. } = subject;
        let verdict = verify(&model, &ask, &sealed);
        prop_assert!(verdict.is_ok(), "{:?} in {:#?}", verdict, sealed.proof.steps);
        prop_assert!(left_out.iter().all(|key| may_be_left_out(&model, &ask, key)), "{:?}", left_out);
        prop_assert!(matches!(sealed.proof.steps.first(), Some(Step::Package(_) | Step::Empty(_))));
    }
}
