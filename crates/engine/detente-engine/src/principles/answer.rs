//! What a principle answers: a set of points, never "the" point.

use super::fraction::Fraction;
use super::stakes::Stakes;
use num_bigint::BigUint;
use std::fmt;

/// The most points an answer lists.
pub const MOST_LISTED: usize = 100;

/// The points of the frontier that attain a principle's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Indices into the frontier, ascending, at most [`MOST_LISTED`]; empty where the principle has nothing to choose by.
    pub vectors: Vec<usize>,
    /// Whether all points that attain the value are listed.
    pub complete: bool,
    /// The value attained; `None` where there is nothing to choose by.
    pub value: Option<Value>,
    /// The parties the value is made of; in a Nash answer those who gain.
    pub parties: Vec<usize>,
    /// The principals that stand outside the value, and why.
    pub left_out: Vec<LeftOut>,
}

/// A principal that stands outside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The party.
    pub party: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a principal stands outside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no bottom line, so it has no gain.
    NoBottomLine,
    /// Nothing in the zone is worth more to it than its bottom line.
    NothingToGain,
    /// It gains nothing at the points of this answer, though it could elsewhere or beside others.
    GainsNothingHere,
}

/// The value of a principle, exact; its text is exact too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A product of gains, in the product of the parties' own units.
    Product(BigUint),
    /// A number: points, or a sum of points.
    Number(Fraction),
    /// Numbers in ascending order: points, or ratios.
    Ascending(Vec<Fraction>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Product(product) => f.pad(&product.to_string()),
            Self::Number(number) => number.fmt(f),
            Self::Ascending(numbers) => {
                let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                f.pad(&texts.join(", "))
            }
        }
    }
}

/// The points among `points` with the greatest `worth`, all of them, with that worth.
pub(super) fn greatest<T: Ord>(
    points: impl Iterator<Item = usize>,
    worth: impl Fn(usize) -> T,
) -> Option<(Vec<usize>, T)> {
    points.fold(None, |best, point| {
        let own = worth(point);
        match best {
            Some((found, value)) if own < value => Some((found, value)),
            Some((mut found, value)) if own == value => {
                found.push(point);
                Some((found, value))
            }
            _ => Some((vec![point], own)),
        }
    })
}

/// The answer of a principle that gives every point a worth, over the principals with a bottom line.
pub(super) fn by_worth<T: Ord>(
    stakes: &Stakes<'_>,
    parties: &[(usize, i64)],
    left_out: Vec<LeftOut>,
    worth: impl Fn(usize) -> T,
    value: impl Fn(T) -> Value,
) -> Answer {
    let points = if parties.is_empty() { 0..0 } else { 0..stakes.len() };
    let best = greatest(points, worth).map(|(points, worth)| (points, value(worth)));
    answer(best, parties.iter().map(|(party, _)| *party).collect(), left_out)
}

/// Lists what attains a value, as far as it is listed.
pub(super) fn answer(best: Option<(Vec<usize>, Value)>, parties: Vec<usize>, left_out: Vec<LeftOut>) -> Answer {
    let (mut vectors, value) = best.map_or((Vec::new(), None), |(vectors, value)| (vectors, Some(value)));
    let complete = vectors.len() <= MOST_LISTED;
    vectors.truncate(MOST_LISTED);
    Answer { vectors, complete, value, parties, left_out }
}

/// The principals without bottom line, as left out.
pub(super) fn without_bottom_line(stakes: &Stakes<'_>) -> Vec<LeftOut> {
    let named = |party| LeftOut { party, reason: Reason::NoBottomLine };
    stakes.without_bottom_line().into_iter().map(named).collect()
}
