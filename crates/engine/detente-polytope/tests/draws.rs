//! Draws: inside, even over every point of small grids, each to be had alone.
#![allow(clippy::cast_precision_loss, reason = "a test")]

use std::collections::BTreeMap;

use detente_polytope::{Fits, Point, Relation, SHARD, Sampler, Space, Term, Weight};
use proptest::prelude::*;

use crate::common::{grid, of_weight, spaces, value, weight};

/// Pearson's statistic of `draws` against even cells, and its degrees of freedom.
fn chi_square(space: &Space, draws: &[Point]) -> (f64, usize) {
    let inside: Vec<Point> = grid(space).into_iter().filter(|point| space.contains(point)).collect();
    let mut counts: BTreeMap<&Point, u32> = inside.iter().map(|point| (point, 0)).collect();
    for draw in draws {
        *counts.get_mut(draw).expect("a draw lies on the grid and inside") += 1;
    }
    let expected = draws.len() as f64 / inside.len() as f64;
    let sum = counts.values().map(|&count| (f64::from(count) - expected).powi(2) / expected).sum();
    (sum, inside.len() - 1)
}

/// Draws far enough apart to be taken as independent.
fn apart(space: &Space, n: usize) -> Vec<Point> {
    let sampler = Sampler::new(space, 20).expect("room");
    (0..).flat_map(|shard| sampler.shard(shard).step_by(16).collect::<Vec<_>>()).take(n).collect()
}

fn check_even(space: &Space) {
    let (sum, freedom) = chi_square(space, &apart(space, 40_000));
    // Six standard deviations above the mean of the distribution.
    let most = freedom as f64 + 6.0 * (2.0 * freedom as f64).sqrt();
    assert!(sum < most, "{sum} with {freedom} degrees of freedom");
}

fn relation(terms: Vec<Term>, fits: Fits, member: usize) -> Relation {
    Relation { terms, fits, member }
}

#[test]
fn even_in_a_box_cut_by_an_order() {
    let order = relation(vec![of_weight(0, 1), of_weight(1, -1)], Fits::AtLeast, 0);
    let weights = vec![weight(0, 9, "a"), weight(2, 11, "b")];
    check_even(&Space { weights, relations: vec![order], ..Space::default() });
}

#[test]
fn even_where_weights_have_a_sum() {
    let order = |at| relation(vec![of_weight(at, 1), of_weight(at + 1, -1)], Fits::AtLeast, at);
    let weights = ["a", "b", "c"].map(|name| weight(0, 36, name)).to_vec();
    check_even(&Space { weights, total: Some(36), relations: vec![order(0), order(1)], ..Space::default() });
}

#[test]
fn even_where_packages_are_compared() {
    let product = |weight, value, factor| Term { weight: Some(weight), value: Some(value), factor };
    let space = Space {
        weights: vec![weight(1, 5, "a"), weight(1, 5, "b")],
        values: vec![value(0, 0, 6, "v"), value(1, 0, 6, "w")],
        relations: vec![relation(vec![product(0, 0, 1), product(1, 1, -1)], Fits::More, 0)],
        ..Space::default()
    };
    check_even(&space);
}

#[test]
fn uneven_draws_are_found_out() {
    let weights = vec![weight(0, 9, "a"), weight(0, 9, "b")];
    let space = Space { weights, ..Space::default() };
    let mut draws = apart(&space, 40_000);
    let one = draws[0].clone();
    draws.iter_mut().step_by(50).for_each(|draw| *draw = one.clone());
    let (sum, freedom) = chi_square(&space, &draws);
    assert!(sum > freedom as f64 + 6.0 * (2.0 * freedom as f64).sqrt());
}

#[test]
fn what_stands_level_is_drawn_level() {
    let level = relation(vec![of_weight(0, 1), of_weight(2, -1)], Fits::Level, 0);
    let weights = ["a", "b", "c"].map(|name| weight(0, 100_000, name)).to_vec();
    let space = Space { weights, total: Some(100_000), relations: vec![level], ..Space::default() };
    let sampler = Sampler::new(&space, 1).expect("room");
    let draws: Vec<Point> = sampler.shard(0).collect();
    assert!(draws.iter().all(|draw| draw.weights[0] == draw.weights[2]));
    assert!(draws.windows(2).any(|pair| pair[0] != pair[1]));
}

#[test]
fn a_triangle_is_drawn_by_its_shape() {
    let weights = vec![Weight { mode: Some(20), ..weight(0, 100, "a") }];
    let draws = apart(&Space { weights, ..Space::default() }, 40_000);
    let below = draws.iter().filter(|draw| draw.weights[0] <= 20).count();
    // A fifth lies below the mode: 8,000, standard deviation 80; the step at the mode itself adds 640.
    assert!((7_900..9_300).contains(&below), "{below}");
}

#[test]
fn means_of_an_order_are_the_rank_order_centroid() {
    let order = |at| relation(vec![of_weight(at, 1), of_weight(at + 1, -1)], Fits::AtLeast, at);
    let weights = ["a", "b", "c", "d"].map(|name| weight(0, 100_000, name)).to_vec();
    let space =
        Space { weights, total: Some(100_000), relations: vec![order(0), order(1), order(2)], ..Space::default() };
    let draws = apart(&space, 20_000);
    let mean = |at: usize| draws.iter().map(|draw| draw.weights[at]).sum::<i64>() / 20_000;
    for (at, expect) in [52_083_i64, 27_083, 14_583, 6_250].into_iter().enumerate() {
        assert!((mean(at) - expect).abs() < 600, "{at}: {} instead of {expect}", mean(at));
    }
}

/// Fifteen issues in an order, the middle choice of each unknown, packages compared all along it.
fn long_order() -> Space {
    let issues = 15;
    let mut space = Space { total: Some(100_000), ..Space::default() };
    for issue in 0..issues {
        space.weights.push(weight(0, 100_000, &format!("w{issue}")));
        space.values.push(value(issue, 20_000, 80_000, &format!("v{issue}")));
    }
    for at in 1..issues {
        space.relations.push(relation(vec![of_weight(at - 1, 1), of_weight(at, -1)], Fits::AtLeast, at));
        let product = |at, factor| Term { weight: Some(at), value: Some(at), factor };
        space.relations.push(relation(vec![product(at - 1, 1), product(at, -1)], Fits::More, issues + at));
    }
    space
}

#[test]
fn one_draw_tells_next_to_nothing_of_the_next() {
    let sampler = Sampler::new(&long_order(), 5).expect("room");
    let chains: Vec<Vec<Point>> = (0..8).map(|shard| sampler.shard(shard).collect()).collect();
    for at in 0..15 {
        let of = |point: &Point| point.weights[at] as f64;
        let all: Vec<f64> = chains.iter().flatten().map(of).collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let spread: f64 = all.iter().map(|number| (number - mean).powi(2)).sum();
        let pairs = chains.iter().flat_map(|chain| chain.windows(2));
        let together: f64 = pairs.map(|pair| (of(&pair[0]) - mean) * (of(&pair[1]) - mean)).sum();
        // By chance alone: a standard deviation of 0.016.
        assert!(together / spread < 0.3, "weight {at}: {}", together / spread);
    }
}

#[test]
fn first_draws_are_as_good_as_later_ones() {
    let sampler = Sampler::new(&long_order(), 6).expect("room");
    let first = (0..400).map(|shard| sampler.shard(shard).next().expect("a draw").weights[0]).sum::<i64>() / 400;
    let later =
        (0..4).flat_map(|shard| sampler.shard(shard).skip(256)).map(|draw| draw.weights[0]).sum::<i64>() / 1_024;
    // The standard deviation of a weight is about 6,000, so of the difference about 350.
    assert!((first - later).abs() < 2_000, "{first} and {later}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_draw_fits_and_can_be_had_alone(space in spaces(), seed in any::<u64>()) {
        let Some(sampler) = Sampler::new(&space, seed) else { return Ok(()) };
        let shard: Vec<Point> = sampler.shard(3).collect();
        prop_assert_eq!(u64::try_from(shard.len()).expect("few"), SHARD);
        prop_assert!(shard.iter().all(|point| space.contains(point)));
        for step in [0, 1, 300, SHARD - 1] {
            prop_assert_eq!(&sampler.draw(3 * SHARD + step), &shard[usize::try_from(step).expect("few")]);
        }
    }
}
