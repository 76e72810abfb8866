//! Weights and values as unknown integers, and what has been said about them.

use std::collections::BTreeSet;

use crate::conflict::minimal_conflict;
use crate::lines;

/// The weights and values of one party.
///
/// # Units
/// Thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// The weights.
    pub weights: Vec<Weight>,
    /// What the weights add up to, where only their proportions are asked about. Their own bounds are then left aside.
    pub total: Option<i64>,
    /// The values.
    pub values: Vec<Value>,
    /// What holds between them.
    pub relations: Vec<Relation>,
}

/// A weight and its bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The least it can be, zero or more.
    pub low: i64,
    /// Where it is most likely, if the range is triangular.
    pub mode: Option<i64>,
    /// The most it can be.
    pub high: i64,
    /// How many things have it: those that stand level share one weight once they are merged.
    pub count: i64,
    /// Which member of the answers says so, if one does.
    pub member: Option<usize>,
    /// Tells its random numbers from those of others.
    pub key: u64,
}

/// A value within an issue and its bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The weight it is multiplied by.
    pub weight: usize,
    /// The least it can be, zero or more.
    pub low: i64,
    /// Where it is most likely, if the range is triangular.
    pub mode: Option<i64>,
    /// The most it can be.
    pub high: i64,
    /// Which member of the answers says so, if one does.
    pub member: Option<usize>,
    /// Tells its random numbers from those of others.
    pub key: u64,
}

/// `Σ factor · weight · value` is at least zero, more than zero, or zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The terms: all with a weight, or all values of one issue without its weight.
    pub terms: Vec<Term>,
    /// What the sum is.
    pub fits: Fits,
    /// Which member of the answers says so.
    pub member: usize,
}

/// How a sum stands to zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fits {
    /// At least zero.
    AtLeast,
    /// More than zero.
    More,
    /// Zero; only between two things of factors 1 and -1, which then are one.
    Level,
}

/// A factor times a weight, a value or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The weight, if any.
    pub weight: Option<usize>,
    /// The value, if any; the weight then is its own.
    pub value: Option<usize>,
    /// The factor.
    pub factor: i64,
}

/// What answers leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Room {
    /// Weights and values to draw from.
    Some,
    /// Something fits, but on a line without width, or between two thousandths.
    Narrow,
    /// Nothing: a smallest set of members that exclude each other.
    None(BTreeSet<usize>),
}

/// A number for every weight and value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The weights.
    pub weights: Vec<i64>,
    /// The values.
    pub values: Vec<i64>,
}

impl Space {
    /// A smallest set of members that exclude each other, or `None` if some real weights and values fit them all: exact.
    ///
    /// # Cost
    /// One exact linear program per member that the first proof uses; see [`Cone::fit`](crate::Cone::fit).
    pub fn conflict(&self) -> Option<BTreeSet<usize>> {
        let members: BTreeSet<usize> = self.members();
        minimal_conflict(&members, |kept| lines::refuted(self, kept))
    }

    /// What the answers leave.
    pub fn room(&self) -> Room {
        match self.conflict() {
            Some(conflict) => Room::None(conflict),
            None if self.centre().is_some_and(|centre| centre.fits) => Room::Some,
            None => Room::Narrow,
        }
    }

    /// Whether some real weights and values fit these members alone.
    pub fn can_hold(&self, members: &BTreeSet<usize>) -> bool {
        lines::refuted(self, members).is_none()
    }

    /// Every member that says something here.
    pub fn members(&self) -> BTreeSet<usize> {
        let weights = self.weights.iter().filter_map(|weight| weight.member);
        let values = self.values.iter().filter_map(|value| value.member);
        weights.chain(values).chain(self.relations.iter().map(|relation| relation.member)).collect()
    }

    /// Whether `point` fits: within all bounds, every relation held. What the weights add up to is left aside.
    pub fn contains(&self, point: &Point) -> bool {
        let weights = self.weights.iter().zip(&point.weights);
        let values = self.values.iter().zip(&point.values);
        point.weights.len() == self.weights.len()
            && point.values.len() == self.values.len()
            && weights.clone().all(
                |(weight, &at)| {
                    if self.total.is_some() { 0 <= at } else { weight.low <= at && at <= weight.high }
                },
            )
            && values.clone().all(|(value, &at)| value.low <= at && at <= value.high)
            && self.relations.iter().all(|relation| relation.fits.holds(relation.sum(point)))
    }
}

impl Fits {
    /// Whether a sum stands so to zero.
    pub fn holds(self, sum: i128) -> bool {
        match self {
            Self::AtLeast => 0 <= sum,
            Self::More => 0 < sum,
            Self::Level => sum == 0,
        }
    }
}

impl Relation {
    /// What the terms add up to at `point`.
    pub fn sum(&self, point: &Point) -> i128 {
        self.terms.iter().fold(0, |sum: i128, term| sum.saturating_add(term.at(point)))
    }
}

impl Term {
    /// What it comes to at `point`.
    pub fn at(&self, point: &Point) -> i128 {
        let read =
            |numbers: &[i64], at: Option<usize>| at.map_or(1, |at| numbers.get(at).map_or(0, |&n| i128::from(n)));
        let weight = read(&point.weights, self.weight);
        let value = read(&point.values, self.value);
        // Weights, values and factors are below 2^40, or the caller has refused them.
        i128::from(self.factor).saturating_mul(weight).saturating_mul(value)
    }
}
