//! Counting steps: the one clock a search knows.

use crate::error::Stopped;
use detente_base::Watch;
use std::sync::atomic::{AtomicU64, Ordering};

/// Steps a thread takes between two looks at the budget and the watch.
const STRIDE: u64 = 4096;

/// The steps one question may take, shared by all threads that work on it.
///
/// Every search here takes a number of steps that depends on the question alone, so whether the sum exceeds the budget does
/// not depend on which thread took which step.
pub(crate) struct Budget<'w> {
    watch: &'w dyn Watch,
    max_steps: u64,
    space: Option<u128>,
    spent: AtomicU64,
    /// Steps between two looks.
    stride: u64,
}

/// One thread's part of a [`Budget`].
pub(crate) struct Meter<'b, 'w> {
    budget: &'b Budget<'w>,
    pending: u64,
}

impl<'w> Budget<'w> {
    /// A budget nothing of which is spent; `space` only for the report.
    pub(crate) fn new(watch: &'w dyn Watch, max_steps: u64, space: Option<u128>) -> Self {
        Self { watch, max_steps, space, spent: AtomicU64::new(0), stride: STRIDE }
    }

    /// A budget kept to the step, for a search that tells what it knows by then.
    pub(crate) fn of_search(watch: &'w dyn Watch, max_steps: u64, space: Option<u128>) -> Self {
        Self { stride: STRIDE.min(max_steps), ..Self::new(watch, max_steps, space) }
    }

    /// A meter for one thread.
    pub(crate) fn meter(&self) -> Meter<'_, 'w> {
        Meter { budget: self, pending: 0 }
    }

    /// A budget of as many steps for another question, nothing of which is spent.
    pub(crate) fn anew(&self) -> Self {
        Self { spent: AtomicU64::new(0), ..*self }
    }

    /// Tells the watch how far a search has narrowed things down.
    pub(crate) fn narrowed(&self, best: Option<f64>, bound: f64) {
        self.watch.narrowed(best, bound);
    }

    fn foresee(&self, steps: u64) -> Result<(), Stopped> {
        let spent = self.spent.load(Ordering::Relaxed);
        if self.max_steps < spent.saturating_add(steps) {
            return Err(Stopped::OutOfReach { max_steps: self.max_steps, space: self.space });
        }
        Ok(())
    }

    fn spend(&self, steps: u64) -> Result<(), Stopped> {
        let before = self.spent.fetch_add(steps, Ordering::Relaxed);
        self.watch.advance(steps);
        if self.watch.cancelled() {
            return Err(Stopped::Cancelled);
        }
        if self.max_steps < before.saturating_add(steps) {
            return Err(Stopped::OutOfReach { max_steps: self.max_steps, space: self.space });
        }
        Ok(())
    }
}

impl<'b, 'w> Meter<'b, 'w> {
    /// A meter for another thread.
    pub(crate) fn fork(&self) -> Meter<'b, 'w> {
        self.budget.meter()
    }
}

impl Meter<'_, '_> {
    /// Refuses what is known to take more steps than are left; to be asked where no other thread is at work.
    pub(crate) fn foresee(&self, steps: u64) -> Result<(), Stopped> {
        self.budget.foresee(self.pending.saturating_add(steps))
    }

    /// Takes steps.
    pub(crate) fn take(&mut self, steps: u64) -> Result<(), Stopped> {
        self.pending = self.pending.saturating_add(steps);
        if self.pending < self.budget.stride { Ok(()) } else { self.settle() }
    }

    /// Takes a step per element of something.
    pub(crate) fn take_len(&mut self, length: usize) -> Result<(), Stopped> {
        self.take(u64::try_from(length).unwrap_or(u64::MAX))
    }

    /// Books the steps taken and asks whether to go on; at the beginning of a part, so that none is begun in vain, and at its
    /// end, or its steps are forgotten.
    pub(crate) fn settle(&mut self) -> Result<(), Stopped> {
        self.budget.spend(std::mem::take(&mut self.pending))
    }
}
