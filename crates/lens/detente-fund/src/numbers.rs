//! Which number of each range is meant.

use detente_base::Decimal;
use detente_estimate::Range;

/// Picks a number of each range.
///
/// The ranges of one thing over the years (a price path, a production profile) share an id, so that a picker can place all of
/// them at the same part of their range: a high price stays high.
pub trait Numbers {
    /// The number of `range` that is meant.
    fn number(&self, id: &str, range: Range) -> Decimal;

    /// How much of something with this probability (0 to 1) comes about: all or nothing in a draw, its probability on average.
    fn weight(&self, id: &str, probability: Decimal) -> Decimal;
}

/// The centre of every range; of what may happen, its probability.
#[derive(Clone, Copy, Debug)]
pub struct Centres;

impl Numbers for Centres {
    fn number(&self, _: &str, range: Range) -> Decimal {
        range.centre()
    }

    fn weight(&self, _: &str, probability: Decimal) -> Decimal {
        probability
    }
}
