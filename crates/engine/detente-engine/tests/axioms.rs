//! Each principle against exactly the axioms it claims (DEFINITIONS 13), and counter-examples where it claims none.

use crate::common::{choose, of_vectors, places};
use detente_engine::{Ask, Formula, Measure, Model, Principle};
use detente_testkit::models::{Bounds, plain_models};
use detente_testkit::oracle::{self, Chosen, Ground, dominates};
use detente_testkit::property::tries;
use detente_testkit::relabel::{Relabelling, relabellings};
use proptest::collection::vec;
use proptest::prelude::*;

/// The whole zone as the oracle wants it.
fn ground(model: &Model, ask: &Ask, units: &[i64]) -> Ground {
    let parties = || ask.principals.iter().map(|&party| &model.parties[party]);
    let zone = oracle::zone(model, ask);
    Ground {
        vectors: zone.iter().map(|package| parties().map(|party| party.utility(package)).collect()).collect(),
        bottom_lines: parties().map(|party| party.bottom_line.map(i128::from)).collect(),
        units_per_point: ask.principals.iter().map(|&party| i128::from(units[party])).collect(),
    }
}

/// What a principle chooses in the whole zone of a model, as vectors over all parties; of Nash the first set of gainers, which
/// is the only one where all can gain.
fn chosen(model: &Model, units: &[i64], which: Principle) -> Chosen {
    let measure = Measure { units_per_point: units.to_vec(), ..Measure::plain(model) };
    let Some(found) = choose(model, which, &measure) else { return Chosen::new() };
    assert!(found.complete);
    let first = found.answers[0].gaining.clone();
    let answers = found.answers.iter().filter(|answer| answer.gaining == first);
    answers.map(|answer| answer.attained.utilities.iter().map(|&units| i128::from(units)).collect()).collect()
}

const SMALL: Bounds = Bounds { issues: 4, choices: 4, parties: 3 };

const ALL: [Principle; 5] =
    [Principle::Nash, Principle::KalaiSmorodinsky, Principle::Egalitarian, Principle::Leximin, Principle::Utilitarian];
const SCALE_FREE: [Principle; 2] = [Principle::Nash, Principle::KalaiSmorodinsky];
const CONTRACTING: [Principle; 3] = [Principle::Nash, Principle::Leximin, Principle::Utilitarian];

/// Everybody has a bottom line that some package lets them exceed all together, as the axioms presuppose.
fn open_models() -> impl Strategy<Value = Model> {
    plain_models(SMALL).prop_map(|mut model| {
        for party in &mut model.parties {
            party.bottom_line = Some(party.bottom_line.unwrap_or(0) / 3);
        }
        model
    })
}

fn ones(model: &Model) -> Vec<i64> {
    vec![1; model.parties.len()]
}

fn choices(model: &Model, principles: &[Principle]) -> Vec<(Principle, Chosen)> {
    principles.iter().map(|&principle| (principle, chosen(model, &ones(model), principle))).collect()
}

/// Whether some package of the zone lets every party gain.
fn all_can_gain(model: &Model) -> bool {
    let ground = ground(model, &Ask::all(model), &ones(model));
    ground.vectors.iter().any(|vector| {
        vector.iter().zip(&ground.bottom_lines).all(|(units, line)| line.is_none_or(|line| line < *units))
    })
}

/// The model in which every party's units are multiplied and shifted, bottom lines with them.
fn transformed(model: &Model, times: &[i64], plus: &[i64]) -> Model {
    let mut model = model.clone();
    for ((party, times), plus) in model.parties.iter_mut().zip(times).zip(plus) {
        party.values.iter_mut().flatten().for_each(|value| *value *= times);
        party.values[0].iter_mut().for_each(|value| *value += plus);
        party.bottom_line = party.bottom_line.map(|line| line * times + plus);
    }
    model
}

fn mapped(chosen: Chosen, times: &[i64], plus: &[i64]) -> Chosen {
    let at = |at: usize, units: i128| units * i128::from(times[at]) + i128::from(plus[at]);
    let map = |vector: Vec<i128>| vector.into_iter().enumerate().map(|(party, units)| at(party, units)).collect();
    chosen.into_iter().map(map).collect()
}

fn check_transformed(model: &Model, principles: &[Principle], times: &[i64], plus: &[i64]) {
    let changed = choices(&transformed(model, times, plus), principles);
    for ((name, before), (_, after)) in choices(model, principles).into_iter().zip(changed) {
        assert_eq!(mapped(before, times, plus), after, "{name:?}");
    }
}

fn check_efficient(model: &Model) {
    let ground = ground(model, &Ask::all(model), &ones(model));
    for (name, chosen) in choices(model, &ALL) {
        let is_dominated = |vector: &Vec<i128>| ground.vectors.iter().any(|other| dominates(other, vector));
        assert!(!chosen.iter().any(is_dominated), "{name:?}");
    }
}

/// Renaming parties, issues and choices renames the answer and nothing else.
fn check_anonymous(model: &Model, relabelling: &Relabelling) {
    let renamed = choices(&relabelling.model(model), &ALL);
    for ((name, before), (_, after)) in choices(model, &ALL).into_iter().zip(renamed) {
        let rename = |vector: Vec<i128>| relabelling.parties.iter().map(|&old| vector[old]).collect();
        let before: Chosen = before.into_iter().map(rename).collect();
        if name != Principle::Nash || all_can_gain(model) {
            assert_eq!(before, after, "{name:?}");
        }
    }
}

/// A smaller zone: one choice of the first issue is gone. Whatever was chosen and is left is chosen again, alone.
fn check_contraction(model: &Model) {
    let mut smaller = model.clone();
    let among = (0..model.issues[0]).map(|choice| choice != 0).collect();
    smaller.rules.push(Formula::Choice { issue: 0, among });
    let left = ground(&smaller, &Ask::all(&smaller), &ones(model)).vectors;
    let after = choices(&smaller, &CONTRACTING);
    for ((name, before), (_, after)) in choices(model, &CONTRACTING).into_iter().zip(after) {
        let kept: Chosen = before.into_iter().filter(|vector| left.contains(vector)).collect();
        let claims = name != Principle::Nash || all_can_gain(model);
        assert!(!claims || kept.is_empty() || kept == after, "{name:?}: {kept:?} {after:?}");
    }
}

/// The least ratio that KS attains, as gain and hope; `None` where nobody has anything to hope for.
fn least_ratio(model: &Model) -> Option<(i128, i128)> {
    let vector = chosen(model, &ones(model), Principle::KalaiSmorodinsky).into_iter().next()?;
    let lines = model.parties.iter().map(|party| party.bottom_line.map(i128::from));
    let ratios = vector.iter().zip(lines).zip(ideal(model)).filter_map(|((units, line), most)| {
        let (line, most) = (line?, most?);
        (line < most).then_some((units - line, most - line))
    });
    ratios.min_by(|one, other| (one.0 * other.1).cmp(&(other.0 * one.1)))
}

/// The most everybody gets in the zone.
fn ideal(model: &Model) -> Vec<Option<i128>> {
    let vectors = ground(model, &Ask::all(model), &ones(model)).vectors;
    (0..model.parties.len()).map(|party| vectors.iter().map(|vector| vector[party]).max()).collect()
}

proptest! {
    #![proptest_config(tries(600))]

    #[test]
    fn efficiency_all(model in open_models()) {
        check_efficient(&model);
    }

    #[test]
    fn anonymity_all((model, relabelling) in open_models().prop_flat_map(|model| {
        let relabelling = relabellings(&model);
        (Just(model), relabelling)
    })) {
        check_anonymous(&model, &relabelling);
    }

    #[test]
    fn scale_invariance_nash_and_ks(model in open_models(), times in vec(1..=9_i64, 3)) {
        check_transformed(&model, &SCALE_FREE, &times, &[0; 3]);
    }

    #[test]
    fn translation_all(model in open_models(), plus in vec(-50..=50_i64, 3)) {
        check_transformed(&model, &ALL, &[1; 3], &plus);
    }

    #[test]
    fn units_per_point_undo_a_scale(model in open_models(), times in vec(1..=9_i64, 3)) {
        let scaled = transformed(&model, &times, &[0; 3]);
        for principle in ALL {
            let before = mapped(chosen(&model, &ones(&model), principle), &times, &[0; 3]);
            let after = chosen(&scaled, &times[..model.parties.len()], principle);
            prop_assert_eq!(before, after, "{:?}", principle);
        }
    }

    #[test]
    fn contraction_consistency_nash_leximin_utilitarian(model in open_models()) {
        check_contraction(&model);
    }

    #[test]
    fn enlarging_with_the_same_ideal_never_lowers_the_least_ratio(model in open_models(), gone in 0..4_usize) {
        let mut smaller = model.clone();
        let among = (0..model.issues[0]).map(|choice| choice != gone).collect();
        smaller.rules.push(Formula::Choice { issue: 0, among });
        if ideal(&smaller) == ideal(&model) {
            let (before, after) = (least_ratio(&smaller), least_ratio(&model));
            let at_least = |(less, of): (i128, i128)| after.is_some_and(|(more, whole)| less * whole <= more * of);
            prop_assert!(before.is_none_or(at_least), "{:?} {:?}", before, after);
        }
    }
}

/// Which of the vectors over two parties with bottom lines 0 a principle chooses.
fn of(vectors: &[[i64; 2]], principle: Principle) -> Vec<usize> {
    let vectors: Vec<&[i64]> = vectors.iter().map(|vector| &vector[..]).collect();
    let model = of_vectors(&vectors, &[Some(0), Some(0)]);
    places(&choose(&model, principle, &Measure::plain(&model)).expect("both can gain"))
}

#[test]
fn ks_is_not_contraction_consistent() {
    // Without the point that fixed what the first could hope for, the middle point is no longer chosen.
    assert_eq!(of(&[[10, 0], [5, 5], [4, 7], [0, 10]], Principle::KalaiSmorodinsky), [1]);
    assert_eq!(of(&[[5, 5], [4, 7], [0, 10]], Principle::KalaiSmorodinsky), [1], "now [4, 7]");
}

#[test]
fn comparisons_of_points_depend_on_the_scale() {
    let before = [[6, 1], [3, 3], [1, 5]];
    let after = before.map(|[a, b]| [a * 10, b]);
    for principle in [Principle::Egalitarian, Principle::Leximin] {
        assert_ne!(of(&before, principle), of(&after, principle), "{principle:?}");
    }
    assert_ne!(of(&[[6, 1], [1, 7]], Principle::Utilitarian), of(&[[18, 1], [3, 7]], Principle::Utilitarian));
    for principle in SCALE_FREE {
        assert_eq!(of(&before, principle), of(&after, principle), "{principle:?}");
    }
}
