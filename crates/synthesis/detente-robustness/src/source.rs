//! Where draws come from.

use crate::counter::word;
use crate::input::{Inputs, Quantity, Turn};
use crate::range::{happens, number};

/// Gives the numbers of a draw; the same for the same draw, whatever was asked before and on which thread.
///
/// A source that knows more than ranges (preferences sampled from a polytope, say) asks [`Independent`] first and replaces the
/// numbers it knows better, before the inputs that depend on them are read.
pub trait Source: Sync {
    /// Writes a number per input: thousandths, or 0 and 1 for whether a limit is in force.
    ///
    /// # Shape
    /// `numbers` has an entry per input.
    fn fill(&self, draw: u64, numbers: &mut [i64]);
}

/// Every range for itself, and numbers that share a name by one draw (DEFINITIONS 20).
#[derive(Clone, Copy, Debug)]
pub struct Independent<'i> {
    inputs: &'i Inputs,
    seed: u64,
}

impl<'i> Independent<'i> {
    /// The draws of a seed.
    pub fn new(inputs: &'i Inputs, seed: u64) -> Self {
        Self { inputs, seed }
    }

    /// Whether no two numbers move together.
    pub(crate) fn is_independent(&self) -> bool {
        self.inputs.rows().all(|input| input.moves.is_none())
    }
}

impl Source for Independent<'_> {
    fn fill(&self, draw: u64, numbers: &mut [i64]) {
        for (at, input) in self.inputs.rows().enumerate() {
            let word = word(self.seed, draw, input.key);
            let word = if input.moves == Some(Turn::Against) { !word } else { word };
            let drawn = match input.of {
                Quantity::Estimate(_, range) => number(range, word),
                Quantity::InForce(_, probability) => {
                    let probability = numbers.get(detente_base::Index::position(probability));
                    i64::from(happens(probability.copied().unwrap_or(0), word))
                }
            };
            if let Some(to) = numbers.get_mut(at) {
                *to = drawn;
            }
        }
    }
}
