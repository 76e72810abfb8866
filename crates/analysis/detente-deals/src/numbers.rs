//! The one door through which a number comes to stand for an estimate.

use detente_base::{Decimal, half_even};
use detente_case::{ChoiceIdx, IssueIdx, LensIdx, PartyIdx};
use detente_estimate::Range;

/// A number of a set of estimates that enters the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EstimateRef {
    /// A party's bottom line.
    BottomLine(PartyIdx),
    /// A party's weight of an issue.
    Weight(PartyIdx, IssueIdx),
    /// What a choice is worth to a party within its issue.
    Value(PartyIdx, IssueIdx, ChoiceIdx),
    /// The n-th corner of a party's curve over an issue.
    Knot(PartyIdx, IssueIdx, usize),
    /// A party's weight of a lens.
    LensWeight(PartyIdx, LensIdx),
    /// The n-th number of a party's values of a lens.
    LensNumber(PartyIdx, LensIdx, usize),
    /// The points of a party's n-th linkage.
    Linkage(PartyIdx, usize),
    /// The probability that a party's n-th estimated red line is in force.
    Probability(PartyIdx, usize),
    /// The probability, set for a run, that a stated limit is in force.
    Firmness(crate::LimitRef),
}

/// Which number of its range stands for each estimate.
pub trait Numbers {
    /// Twice the number, in thousandths: the centre of a range may lie between two of them.
    fn halves(&self, of: EstimateRef, range: Range) -> i64;

    /// The number, rounded half to even to 0.001.
    fn number(&self, of: EstimateRef, range: Range) -> Decimal {
        let rounded = half_even(i128::from(self.halves(of, range)), 2);
        Decimal::from_thousandths(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
}

/// The centre of every range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Centres;

impl Numbers for Centres {
    fn halves(&self, _of: EstimateRef, range: Range) -> i64 {
        i64::try_from(range.twice_centre()).unwrap_or(i64::MAX)
    }

    fn number(&self, _of: EstimateRef, range: Range) -> Decimal {
        range.centre()
    }
}
