//! Cutting a search into parts that threads can take, the same parts whatever the number of threads.

use crate::plan::Plan;
use crate::state::State;

/// At least this many parts, if the issues allow it: enough to keep any laptop's threads busy to the end.
const PARTS: usize = 256;

/// The assignments of the first issues in a plan's order, numbered.
pub(crate) struct Prefixes {
    /// How many issues a prefix assigns.
    pub(crate) depth: usize,
    /// How many prefixes there are.
    pub(crate) number: usize,
}

impl Prefixes {
    /// The shortest prefixes of at least [`PARTS`] in number, over no more than the first `within` issues.
    pub(crate) fn new(plan: &Plan, within: usize) -> Self {
        let (mut depth, mut number) = (0, 1_usize);
        while depth < within && number < PARTS {
            number = number.saturating_mul(plan.choices[plan.order[depth]].len());
            depth += 1;
        }
        Self { depth, number }
    }

    /// Assigns the prefix of that number; whether no hard condition fails by it.
    pub(crate) fn assign(&self, plan: &Plan, number: usize, state: &mut State<'_>) -> bool {
        let mut rest = number;
        plan.order[..self.depth].iter().all(|&issue| {
            let size = plan.choices[issue].len();
            let position = rest % size;
            rest /= size;
            state.assign(issue, position)
        })
    }
}
