//! One limit of time for several questions.

#![expect(
    clippy::disallowed_methods,
    reason = "only where a question stops depends on the clock, never what is proved"
)]

use std::time::{Duration, Instant};

use detente_base::Watch;

/// The time for all questions together.
pub(super) struct Clock<'w> {
    ends: Instant,
    watch: &'w dyn Watch,
}

/// The time of one question.
pub(super) struct Deadline<'w> {
    ends: Instant,
    watch: &'w dyn Watch,
}

impl<'w> Clock<'w> {
    pub(super) fn start(limit: Duration, watch: &'w dyn Watch) -> Self {
        let now = Instant::now();
        // A limit beyond the clock's own range is none.
        let ends = now.checked_add(limit).unwrap_or(now + Duration::from_secs(1 << 32));
        Self { ends, watch }
    }

    /// Whether there is no time left.
    pub(super) fn has_ended(&self) -> bool {
        self.ends <= Instant::now() || self.watch.cancelled()
    }

    /// A fair share of what is left, for one of `waiting` questions.
    pub(super) fn share(&self, waiting: u32) -> Deadline<'w> {
        let now = Instant::now();
        Deadline { ends: now + self.ends.saturating_duration_since(now) / waiting.max(1), watch: self.watch }
    }

    /// What `work` gives, and how long it took.
    pub(super) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
        let started = Instant::now();
        let done = work();
        (done, started.elapsed())
    }
}

impl Watch for Deadline<'_> {
    fn advance(&self, steps: u64) {
        self.watch.advance(steps);
    }

    fn narrowed(&self, best: Option<f64>, bound: f64) {
        self.watch.narrowed(best, bound);
    }

    fn cancelled(&self) -> bool {
        self.ends <= Instant::now() || self.watch.cancelled()
    }
}
