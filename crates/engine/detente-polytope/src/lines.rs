//! A space as homogeneous inequalities. A weight and a value are multiplied with each other; their product is an unknown of its
//! own between the value's bounds times the weight, so that everything said is linear, and exactly as much as was said: where a
//! weight is zero, its values are free.
//!
//! # Source
//! \[Jacquet1982\] for products of weight and value as the unknowns.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_traits::Signed;

use crate::cone::{Cone, Fit, Row};
use crate::space::{Fits, Relation, Space};

/// What kind of unknowns a system has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknowns<'v> {
    /// Values alone.
    Values,
    /// Weights, and their products with values.
    Products,
    /// Weights, at these values.
    WeightsAt(&'v [i64]),
}

/// A system, and which members each of its rows rests on.
pub(crate) struct Lines {
    pub(crate) cone: Cone,
    pub(crate) members: Vec<Option<usize>>,
    /// The column that stands for one.
    pub(crate) one: usize,
    /// Per weight, its column.
    pub(crate) weights: Vec<Option<usize>>,
    /// Per value, its column.
    pub(crate) values: Vec<Option<usize>>,
}

/// Which of the members a proof uses that they cannot hold together; `None` if they can.
pub(crate) fn refuted(space: &Space, kept: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
    let is_kept = |member: Option<usize>| member.is_none_or(|member| kept.contains(&member));
    [Unknowns::Values, Unknowns::Products].into_iter().find_map(|unknowns| {
        let lines = Lines::of(space, unknowns, &is_kept, true);
        let Fit::Empty(certificate) = lines.cone.fit() else { return None };
        let used = certificate.0.iter().zip(&lines.members).filter(|(multiplier, _)| multiplier.is_positive());
        Some(used.filter_map(|(_, member)| *member).collect())
    })
}

impl Lines {
    /// The system of what `is_kept` among the members of `space` say. Where `named` is set, a number that a member fixes stays
    /// an unknown with two bounds, so that proofs can name it.
    pub(crate) fn of(
        space: &Space,
        unknowns: Unknowns<'_>,
        is_kept: &dyn Fn(Option<usize>) -> bool,
        named: bool,
    ) -> Self {
        let mut builder = Builder { space, unknowns, is_kept, named, touched: touched(space), lines: Self::empty() };
        builder.columns();
        builder.bounds();
        for relation in &space.relations {
            if is_kept(Some(relation.member)) {
                builder.relation(relation);
            }
        }
        builder.lines
    }

    fn empty() -> Self {
        Self { cone: Cone::default(), members: Vec::new(), one: 0, weights: Vec::new(), values: Vec::new() }
    }
}

/// The weights and values that stand in some relation; the others are free of it.
fn touched(space: &Space) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let terms = || space.relations.iter().flat_map(|relation| &relation.terms);
    let values: BTreeSet<usize> = terms().filter_map(|term| term.value).collect();
    let own = values.iter().filter_map(|&at| space.values.get(at)).map(|value| value.weight);
    (terms().filter_map(|term| term.weight).chain(own).collect(), values)
}

struct Builder<'b> {
    space: &'b Space,
    unknowns: Unknowns<'b>,
    is_kept: &'b dyn Fn(Option<usize>) -> bool,
    named: bool,
    touched: (BTreeSet<usize>, BTreeSet<usize>),
    lines: Lines,
}

/// What a weight or value is in a system.
enum Part {
    Column(usize),
    Number(i64),
}

impl Builder<'_> {
    fn columns(&mut self) {
        let mut next = 1;
        let mut column = |wanted: bool| {
            let column = wanted.then_some(next);
            next += usize::from(wanted);
            column
        };
        let weights = (self.space.weights.iter().enumerate()).map(|(at, weight)| {
            let is_free = self.space.total.is_some() || !self.is_fixed(weight.low, weight.high, weight.member);
            let is_asked = self.space.total.is_some() || self.touched.0.contains(&at);
            column(self.unknowns != Unknowns::Values && is_free && is_asked)
        });
        let weights = weights.collect();
        self.lines.weights = weights;
        let values = self.space.values.iter().enumerate().map(|(at, value)| {
            let is_free = !self.is_fixed(value.low, value.high, value.member);
            let is_nothing =
                self.unknowns == Unknowns::Products && matches!(self.weight(value.weight), Part::Number(0));
            let is_fixed_here = matches!(self.unknowns, Unknowns::WeightsAt(_));
            column(is_free && !is_nothing && !is_fixed_here && self.touched.1.contains(&at))
        });
        let values = values.collect();
        self.lines.values = values;
        self.lines.cone.columns = next;
    }

    fn is_fixed(&self, low: i64, high: i64, member: Option<usize>) -> bool {
        low == high && (member.is_none() || !self.named)
    }

    fn weight(&self, at: usize) -> Part {
        match self.lines.weights.get(at).copied().flatten() {
            Some(column) => Part::Column(column),
            None => Part::Number(self.space.weights.get(at).map_or(0, |weight| weight.low)),
        }
    }

    fn value(&self, at: usize) -> Part {
        if let Unknowns::WeightsAt(values) = self.unknowns {
            return Part::Number(values.get(at).copied().unwrap_or(0));
        }
        match self.lines.values.get(at).copied().flatten() {
            Some(column) => Part::Column(column),
            None => Part::Number(self.space.values.get(at).map_or(0, |value| value.low)),
        }
    }

    fn bounds(&mut self) {
        let space = self.space;
        if self.unknowns == Unknowns::Values || space.total.is_none() {
            self.row([(self.lines.one, BigInt::from(1))], true, None);
        } else {
            let sum: Vec<(usize, BigInt)> = (space.weights.iter().zip(&self.lines.weights))
                .filter_map(|(weight, column)| Some(((*column)?, BigInt::from(weight.count))))
                .collect();
            self.row(sum, true, None);
        }
        for (weight, column) in space.weights.iter().zip(self.lines.weights.clone()) {
            let Some(column) = column else { continue };
            if space.total.is_some() {
                self.row([(column, BigInt::from(1))], false, None);
            } else {
                self.between(column, (weight.low, weight.high), &Part::Number(1), weight.member);
            }
        }
        for (value, column) in space.values.iter().zip(self.lines.values.clone()) {
            let Some(column) = column else { continue };
            let by = if self.unknowns == Unknowns::Values { Part::Number(1) } else { self.weight(value.weight) };
            self.between(column, (value.low, value.high), &by, value.member);
        }
    }

    /// `low · by ≤ column ≤ high · by`.
    fn between(&mut self, column: usize, (low, high): (i64, i64), by: &Part, member: Option<usize>) {
        if !(self.is_kept)(member) {
            return;
        }
        let (by, times) = match by {
            Part::Column(by) => (*by, 1),
            Part::Number(number) => (self.lines.one, *number),
        };
        let bound = |number: i64| BigInt::from(number) * times;
        self.row([(column, BigInt::from(1)), (by, -bound(low))], false, member);
        self.row([(column, BigInt::from(-1)), (by, bound(high))], false, member);
    }

    fn relation(&mut self, relation: &Relation) {
        let is_about_values = relation.terms.iter().all(|term| term.weight.is_none());
        if matches!(self.unknowns, Unknowns::WeightsAt(_)) && is_about_values
            || self.unknowns == Unknowns::Values && !is_about_values
        {
            return;
        }
        let mut sum: BTreeMap<usize, BigInt> = BTreeMap::new();
        for term in &relation.terms {
            let (column, factor) = self.term(term.weight, term.value);
            *sum.entry(column).or_default() += factor * term.factor;
        }
        sum.retain(|_, factor| factor.sign() != num_bigint::Sign::NoSign);
        // Said of fixed numbers alone, and so: it needs no room.
        if !self.named && sum.iter().all(|(column, factor)| *column == self.lines.one && !factor.is_negative()) {
            let is_zero = sum.is_empty();
            if relation.fits == Fits::AtLeast || (relation.fits == Fits::More) != is_zero {
                return;
            }
        }
        let member = Some(relation.member);
        if relation.fits == Fits::Level {
            self.row(sum.iter().map(|(column, factor)| (*column, -factor)), false, member);
        }
        self.row(sum, relation.fits == Fits::More, member);
    }

    /// A term's column and what it is multiplied by there.
    fn term(&self, weight: Option<usize>, value: Option<usize>) -> (usize, BigInt) {
        // A value said something about without its weight stands under it, where weights are unknowns.
        let own = value.and_then(|at| self.space.values.get(at)).map(|value| value.weight);
        let weight = if self.unknowns == Unknowns::Values { None } else { weight.or(own) };
        let weight = weight.map_or(Part::Number(1), |at| self.weight(at));
        let value = value.map_or(Part::Number(1), |at| self.value(at));
        match (weight, value) {
            // A product's column holds the weight already.
            (_, Part::Column(product)) => (product, BigInt::from(1)),
            (Part::Column(column), Part::Number(value)) => (column, BigInt::from(value)),
            (Part::Number(weight), Part::Number(value)) => (self.lines.one, BigInt::from(weight) * value),
        }
    }

    fn row(&mut self, terms: impl IntoIterator<Item = (usize, BigInt)>, strict: bool, member: Option<usize>) {
        self.lines.cone.rows.push(Row { terms: terms.into_iter().collect(), strict });
        self.lines.members.push(member);
    }
}
