//! What stands level becomes one unknown, so that a draw can move along it.

use crate::space::{Fits, Point, Relation, Space, Term, Value, Weight};

/// A space whose level things are one, and which of the original each stands for.
#[derive(Clone, Debug)]
pub(crate) struct Merged {
    pub(crate) space: Space,
    weight_of: Vec<usize>,
    value_of: Vec<usize>,
}

impl Merged {
    pub(crate) fn of(space: &Space) -> Self {
        let weight_of = classes(space, space.weights.len(), |term| term.weight.filter(|_| term.value.is_none()));
        let value_of = classes(space, space.values.len(), |term| term.value.filter(|_| term.weight.is_none()));
        let mut merged = Space { total: space.total, ..Space::default() };
        for (weight, &class) in space.weights.iter().zip(&weight_of) {
            match merged.weights.get_mut(class) {
                Some(first) => first.join(weight),
                None => merged.weights.push(weight.clone()),
            }
        }
        for (value, &class) in space.values.iter().zip(&value_of) {
            if let Some(first) = merged.values.get_mut(class) {
                first.join(value);
            } else {
                let weight = weight_of.get(value.weight).copied().unwrap_or(value.weight);
                merged.values.push(Value { weight, ..value.clone() });
            }
        }
        let relations = space.relations.iter().filter(|relation| relation.fits != Fits::Level);
        let term = |term: &Term| Term {
            weight: term.weight.and_then(|at| weight_of.get(at).copied()),
            value: term.value.and_then(|at| value_of.get(at).copied()),
            factor: term.factor,
        };
        merged.relations = relations
            .map(|relation| Relation { terms: relation.terms.iter().map(term).collect(), ..relation.clone() })
            .collect();
        Self { space: merged, weight_of, value_of }
    }

    /// A point of the merged space as one of the original.
    pub(crate) fn spread(&self, point: &Point) -> Point {
        let read = |numbers: &[i64], of: &[usize]| of.iter().map(|&at| numbers.get(at).copied().unwrap_or(0)).collect();
        Point { weights: read(&point.weights, &self.weight_of), values: read(&point.values, &self.value_of) }
    }
}

/// Per thing its class; classes are numbered by their first thing.
fn classes(space: &Space, things: usize, named: impl Fn(&Term) -> Option<usize>) -> Vec<usize> {
    let mut first: Vec<usize> = (0..things).collect();
    for relation in space.relations.iter().filter(|relation| relation.fits == Fits::Level) {
        let [a, b] = relation.terms.as_slice() else { continue };
        let (Some(a), Some(b)) = (named(a), named(b)) else { continue };
        let (Some(&a), Some(&b)) = (first.get(a), first.get(b)) else { continue };
        let (one, other) = (a.min(b), a.max(b));
        first.iter_mut().filter(|class| **class == other).for_each(|class| *class = one);
    }
    let mut starts: Vec<usize> = first.clone();
    starts.sort_unstable();
    starts.dedup();
    first.iter().map(|class| starts.partition_point(|start| start < class)).collect()
}

impl Weight {
    fn join(&mut self, other: &Self) {
        self.low = self.low.max(other.low);
        self.high = self.high.min(other.high);
        self.mode = None;
        self.count += other.count;
        self.key ^= other.key;
    }
}

impl Value {
    fn join(&mut self, other: &Self) {
        self.low = self.low.max(other.low);
        self.high = self.high.min(other.high);
        self.mode = None;
        self.key ^= other.key;
    }
}
