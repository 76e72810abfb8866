//! The farthest package against measuring all.

use detente_base::Silent;
use detente_engine::{Ask, Distance, Model, ModelError, Package, Spacing, Stopped, farthest};
use detente_testkit::models::{Bounds, TINY, questions};
use detente_testkit::oracle;
use detente_testkit::property::tries;
use proptest::collection::vec;
use proptest::prelude::*;

fn check(model: &Model, ask: &Ask, chosen: &[Package], distance: &Distance) {
    let found = farthest(model, ask, chosen, distance, &Silent).expect("within reach");
    let expected = oracle::farthest(model, ask, chosen, distance);
    assert_eq!(found.as_ref().map(|found| &found.package), expected.as_ref().map(|(package, _)| package));
    if let (Some(found), Some((_, (numerator, denominator)))) = (found, expected) {
        assert_eq!(found.least * denominator, numerator * found.denominator, "the same distance");
    }
}

fn spacing(size: usize) -> impl Strategy<Value = Spacing> {
    let ranks = Just((0..size).collect::<Vec<_>>()).prop_shuffle();
    prop_oneof![Just(Spacing::Nominal), Just(Spacing::Scale((0..size).collect())), ranks.prop_map(Spacing::Scale)]
}

fn cases() -> impl Strategy<Value = (Model, Ask, Vec<Package>, Distance)> {
    questions(Bounds { issues: 5, ..TINY }).prop_flat_map(|(model, ask)| {
        let package: Vec<_> = model.issues.iter().map(|&size| 0..size).collect();
        let spacings: Vec<_> = model.issues.iter().map(|&size| spacing(size)).collect();
        let groups = vec(0..3_usize, model.issues.len());
        let distance = (spacings, prop::option::of(groups)).prop_map(|(spacings, groups)| {
            let plain = Distance::new(spacings);
            Distance { groups: groups.unwrap_or_else(|| plain.groups.clone()), ..plain }
        });
        (Just(model), Just(ask), vec(package, 0..4), distance)
    })
}

proptest! {
    #![proptest_config(tries(1500))]

    #[test]
    fn is_the_farthest_by_enumeration((model, ask, chosen, distance) in cases()) {
        check(&model, &ask, &chosen, &distance);
    }
}

#[test]
fn shapes_are_checked() {
    let model = Model { issues: vec![3, 2], ..Model::default() };
    let refused = |spacings, chosen: &[Package]| {
        farthest(&model, &Ask::all(&model), chosen, &Distance::new(spacings), &Silent).expect_err("refused")
    };
    let one = ModelError::DistanceLength { found: 1, expected: 2 };
    assert_eq!(refused(vec![Spacing::Nominal], &[]), Stopped::Model(one));
    let short = ModelError::PerChoice { issue: 0, found: 2, expected: 3 };
    assert_eq!(refused(vec![Spacing::Scale(vec![0, 1]), Spacing::Nominal], &[]), Stopped::Model(short));
    let rank = ModelError::UnknownChoice { issue: 1, choice: 5 };
    assert_eq!(refused(vec![Spacing::Nominal, Spacing::Scale(vec![0, 5])], &[]), Stopped::Model(rank));
    let length = ModelError::DraftLength { found: 1, expected: 2 };
    assert_eq!(refused(vec![Spacing::Nominal, Spacing::Nominal], &[vec![0]]), Stopped::Model(length));
}
