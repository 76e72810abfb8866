//! Small spaces, and every point of their grids.
use detente_polytope::{Fits, Point, Relation, Space, Term, Value, Weight, key};
use proptest::prelude::*;

pub(crate) fn weight(low: i64, high: i64, name: &str) -> Weight {
    Weight { low, high, mode: None, count: 1, member: None, key: key(name.as_bytes()) }
}

pub(crate) fn value(weight: usize, low: i64, high: i64, name: &str) -> Value {
    Value { weight, low, high, mode: None, member: None, key: key(name.as_bytes()) }
}

pub(crate) fn of_weight(weight: usize, factor: i64) -> Term {
    Term { weight: Some(weight), value: None, factor }
}

/// `n` weights of which each is said to be more than the next, and the last more than the first.
pub(crate) fn circle(n: usize) -> Space {
    let weights = (0..n).map(|at| weight(0, 100, &format!("w{at}"))).collect();
    let relation = |at: usize| Relation {
        terms: vec![of_weight(at, 1), of_weight((at + 1) % n, -1)],
        fits: Fits::More,
        member: at,
    };
    Space { weights, total: Some(100), values: Vec::new(), relations: (0..n).map(relation).collect() }
}

/// Every weight and value within its bounds.
pub(crate) fn grid(space: &Space) -> Vec<Point> {
    let mut points = vec![Point::default()];
    for weight in &space.weights {
        let high = space.total.unwrap_or(weight.high);
        let low = if space.total.is_some() { 0 } else { weight.low };
        points = points
            .iter()
            .flat_map(|point| {
                (low..=high).map(move |at| {
                    let mut point = point.clone();
                    point.weights.push(at);
                    point
                })
            })
            .collect();
    }
    if let Some(total) = space.total {
        points.retain(|point| point.weights.iter().sum::<i64>() == total);
    }
    for value in &space.values {
        points = points
            .iter()
            .flat_map(|point| {
                (value.low..=value.high).map(move |at| {
                    let mut point = point.clone();
                    point.values.push(at);
                    point
                })
            })
            .collect();
    }
    points
}

/// Up to three weights with two values each, bounds that members say, and relations of every kind.
pub(crate) fn spaces() -> impl Strategy<Value = Space> {
    let bounds = || (0..4_i64, 0..4_i64).prop_map(|(low, width)| (low, low + width));
    let term = || (0..3_usize, 0..3_usize, -2..3_i64);
    let relation = (prop::collection::vec(term(), 1..5), any::<bool>());
    let order = (0..3_usize, any::<bool>());
    (
        prop::collection::vec(bounds(), 3),
        prop::collection::vec(bounds(), 6),
        any::<bool>(),
        prop::collection::vec(relation, 0..4),
        prop::collection::vec(order, 0..2),
        prop::collection::vec((0..3_usize, 0..3_usize), 0..2),
    )
        .prop_map(|(weights, values, total, relations, orders, levels)| {
            let mut member = 0;
            let mut next = || {
                member += 1;
                member - 1
            };
            let mut space = Space { total: total.then_some(6), ..Space::default() };
            for (at, &(low, high)) in weights.iter().enumerate() {
                let said = (!total).then(&mut next);
                space.weights.push(Weight { member: said, ..weight(low, high, &format!("w{at}")) });
            }
            for (at, &(low, high)) in values.iter().enumerate() {
                space.values.push(Value { member: Some(next()), ..value(at / 2, low, high, &format!("v{at}")) });
            }
            for (terms, strict) in relations {
                let term = |&(weight, kind, factor): &(usize, usize, i64)| Term {
                    weight: Some(weight),
                    value: (kind < 2).then_some(2 * weight + kind),
                    factor,
                };
                let fits = if strict { Fits::More } else { Fits::AtLeast };
                space.relations.push(Relation { terms: terms.iter().map(term).collect(), fits, member: next() });
            }
            for (issue, up) in orders {
                let (first, last) = if up { (2 * issue, 2 * issue + 1) } else { (2 * issue + 1, 2 * issue) };
                let term = |value, factor| Term { weight: None, value: Some(value), factor };
                let terms = vec![term(first, 1), term(last, -1)];
                space.relations.push(Relation { terms, fits: Fits::AtLeast, member: next() });
            }
            for (a, b) in levels.into_iter().filter(|(a, b)| a != b) {
                let terms = vec![of_weight(a, 1), of_weight(b, -1)];
                space.relations.push(Relation { terms, fits: Fits::Level, member: next() });
            }
            space
        })
}
