//! The centre: what it is where it is known, that names and order do not move it, that it fits.

use detente_polytope::{Fits, Relation, Space, Term, apportion, order_centroid};
use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::common::{of_weight, spaces, value, weight};

fn ordered(n: usize) -> Space {
    let relation =
        |at: usize| Relation { terms: vec![of_weight(at, 1), of_weight(at + 1, -1)], fits: Fits::AtLeast, member: at };
    Space {
        weights: (0..n).map(|at| weight(0, 100_000, &format!("w{at}"))).collect(),
        total: Some(100_000),
        relations: (1..n).map(|at| relation(at - 1)).collect(),
        ..Space::default()
    }
}

#[test]
fn of_an_order_it_is_the_rank_order_centroid() {
    for n in 1..9 {
        let (parts, _) = order_centroid(&vec![1; n]);
        let expect = apportion(&parts, &vec![1; n], 100_000);
        let centre = ordered(n).centre().expect("an order leaves room");
        assert!(centre.fits);
        assert_eq!(centre.point.weights, expect, "{n}");
    }
}

#[test]
fn what_follows_from_other_answers_does_not_move_it() {
    let plain = ordered(4);
    let mut told_again = plain.clone();
    for (more, less) in [(0, 2), (0, 3), (1, 3), (0, 1)] {
        let terms = vec![of_weight(more, 2), of_weight(less, -2)];
        told_again.relations.push(Relation { terms, fits: Fits::AtLeast, member: 9 });
    }
    assert_eq!(plain.centre(), told_again.centre());
}

#[test]
fn of_a_box_it_is_the_middle() {
    let space = Space {
        weights: vec![weight(10_000, 20_000, "a"), weight(5_000, 5_000, "b")],
        values: vec![value(0, 0, 0, "v"), value(0, 30_000, 60_001, "w")],
        ..Space::default()
    };
    let point = space.centre().expect("a box").point;
    assert_eq!((point.weights, point.values), (vec![15_000, 5_000], vec![0, 45_000]));
}

#[test]
fn ordered_values_stand_at_equal_steps() {
    let term = |value, factor| Term { weight: None, value: Some(value), factor };
    let relation = |at| Relation { terms: vec![term(at, 1), term(at + 1, -1)], fits: Fits::AtLeast, member: at };
    let bounds = [(100_000, 100_000), (0, 100_000), (0, 100_000), (0, 0)];
    let space = Space {
        weights: vec![weight(1_000, 1_000, "a")],
        values: bounds.iter().enumerate().map(|(at, &(low, high))| value(0, low, high, &format!("v{at}"))).collect(),
        relations: (0..3).map(relation).collect(),
        ..Space::default()
    };
    assert_eq!(space.centre().expect("room").point.values, [100_000, 66_667, 33_333, 0]);
}

#[test]
fn equal_remainders_are_treated_alike() {
    let parts = [1, 1, 1].map(BigInt::from);
    assert_eq!(apportion(&parts, &[1, 1, 1], 100), [33, 33, 33]);
    let parts = [2, 1, 1].map(BigInt::from);
    assert_eq!(apportion(&parts, &[1, 1, 1], 101), [51, 25, 25]);
}

/// The same space with its weights and values in reverse order and everything said the other way round.
fn reversed(space: &Space) -> Space {
    let (weights, values) = (space.weights.len(), space.values.len());
    let mut other = space.clone();
    other.weights.reverse();
    other.values.reverse();
    other.values.iter_mut().for_each(|value| value.weight = weights - 1 - value.weight);
    for term in other.relations.iter_mut().flat_map(|relation| &mut relation.terms) {
        term.weight = term.weight.map(|at| weights - 1 - at);
        term.value = term.value.map(|at| values - 1 - at);
    }
    other.relations.reverse();
    other
}

proptest! {
    #[test]
    fn order_does_not_move_it(space in spaces()) {
        let (one, other) = (space.centre(), reversed(&space).centre());
        let turned = other.map(|mut centre| {
            centre.point.weights.reverse();
            centre.point.values.reverse();
            centre
        });
        prop_assert_eq!(one, turned);
    }
}

/// A space in thousandths rather than in a handful of steps.
fn fine(mut space: Space) -> Space {
    space.total = space.total.map(|total| total * 100_000);
    space
        .weights
        .iter_mut()
        .for_each(|weight| (weight.low, weight.high) = (weight.low * 100_000, weight.high * 100_000));
    space.values.iter_mut().for_each(|value| (value.low, value.high) = (value.low * 100_000, value.high * 100_000));
    for term in space.relations.iter_mut().flat_map(|relation| &mut relation.terms) {
        if term.value.is_none() {
            term.factor *= 1_000_000;
        }
    }
    space
}

/// What floating point looks for may be missed: where weights and products hang together closely, or an issue may weigh nothing.
/// The centre then says that it does not fit, and `check` says that the answers are narrow.
#[test]
fn where_there_is_room_it_nearly_always_fits() {
    let mut runner = TestRunner::deterministic();
    let (mut with_room, mut fitting) = (0, 0);
    for _ in 0..3000 {
        let space = fine(spaces().new_tree(&mut runner).expect("a space").current());
        let centre = space.centre();
        let (found, fits) = (centre.is_some(), centre.as_ref().is_some_and(|centre| centre.fits));
        assert!(centre.is_none_or(|centre| centre.fits == space.contains(&centre.point)));
        if space.conflict().is_some() {
            assert!(!fits, "no point fits answers that exclude each other");
        } else if found {
            with_room += 1;
            fitting += i32::from(fits);
        }
    }
    assert!(1000 < with_room && with_room * 99 <= fitting * 100, "{fitting} of {with_room}");
}
