//! How a choice's value depends on the unknown values of its issue.

use std::collections::BTreeMap;

use detente_base::{Decimal, Index, Table, half_even};
use detente_case::{ChoiceIdx, IssueIdx};
use detente_polytope::Point;

use super::Preferences;

/// A choice's value: `Σ numerator · value / denominator`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// Values of the space and what each counts with.
    pub(super) parts: Vec<(usize, i64)>,
    /// What all are divided by, one or more.
    pub(super) denominator: i64,
}

impl Worth {
    pub(super) fn of(value: usize) -> Self {
        Self { parts: vec![(value, 1)], denominator: 1 }
    }

    /// On the straight line between two corners of a curve, `along` of `width` from the first.
    pub(super) fn between(left: usize, right: usize, along: i64, width: i64) -> Self {
        let common = gcd(along, width).max(1);
        let (along, width) = (along / common, width / common);
        Self { parts: vec![(left, width - along), (right, along)], denominator: width }
    }

    fn at(&self, point: &Point) -> i64 {
        let read = |at: usize| point.values.get(at).map_or(0, |&value| i128::from(value));
        let sum = self.parts.iter().map(|&(at, numerator)| i128::from(numerator) * read(at)).sum();
        i64::try_from(half_even(sum, i128::from(self.denominator.max(1)))).unwrap_or(0)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Weights and values of a party, of one draw or of the centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The weight per issue, in thousandths.
    pub weights: BTreeMap<IssueIdx, i64>,
    /// The value per choice, in thousandths; of a curve rounded half to even.
    pub values: BTreeMap<IssueIdx, Table<ChoiceIdx, Decimal>>,
}

impl Preferences {
    /// A point of the space in words of the case.
    pub fn read(&self, point: &Point) -> Drawn {
        let weights = self.weights.iter().filter_map(|(&issue, &at)| Some((issue, *point.weights.get(at)?)));
        let values = self.worths.iter().map(|(&issue, worths)| {
            (issue, worths.rows().map(|worth| Decimal::from_thousandths(worth.at(point))).collect())
        });
        Drawn { weights: weights.collect(), values: values.collect() }
    }

    /// What `choice` of `issue` is worth at `point`, in thousandths.
    pub fn value_at(&self, point: &Point, issue: IssueIdx, choice: ChoiceIdx) -> i64 {
        let worths = self.worths.get(&issue).filter(|worths| choice.position() < worths.len());
        worths.map_or(0, |worths| worths[choice].at(point))
    }

    /// What `issue` weighs at `point`, in thousandths.
    pub fn weight_at(&self, point: &Point, issue: IssueIdx) -> i64 {
        self.weights.get(&issue).and_then(|&at| point.weights.get(at)).copied().unwrap_or(0)
    }
}
