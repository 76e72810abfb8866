//! What a check may cost: counted, never timed, so that the verdict is the same everywhere.

use crate::refusal::Reason;

/// A budget of steps; a step is about one addition and comparison of units.
pub(crate) struct Steps {
    allowed: u64,
    spent: u64,
}

/// The most numbers a list of points may hold: a gigabyte.
const NUMBERS: usize = 1 << 27;

impl Steps {
    pub(crate) fn new(allowed: u64) -> Self {
        Self { allowed, spent: 0 }
    }

    pub(crate) fn spent(&self) -> u64 {
        self.spent
    }

    /// Takes `count` × `each` steps.
    pub(crate) fn take(&mut self, count: usize, each: usize) -> Result<(), Reason> {
        let steps = u64::try_from(count.saturating_mul(each)).unwrap_or(u64::MAX);
        self.spent = self.spent.saturating_add(steps);
        if self.spent <= self.allowed { Ok(()) } else { Err(Reason::OutOfSteps { allowed: self.allowed }) }
    }

    /// Refuses lists that would not fit into memory.
    pub(crate) fn admit(numbers: usize) -> Result<(), Reason> {
        if numbers <= NUMBERS { Ok(()) } else { Err(Reason::OutOfRoom { numbers }) }
    }
}
