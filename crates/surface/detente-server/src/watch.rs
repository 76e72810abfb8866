//! Work that somebody waits for: how far it is, and why it should end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use detente::base::Watch;

use crate::failure::Failure;

/// Why work should end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum End {
    /// It should not.
    Going = 0,
    /// A newer question of the same kind came.
    Superseded = 1,
    /// Whoever asked has left.
    Left = 2,
    /// Somebody ended it.
    Asked = 3,
    /// Its time is up.
    Time = 4,
    /// It takes more memory than is allowed.
    Memory = 5,
}

/// Watches one piece of work.
#[derive(Debug)]
pub(crate) struct Work {
    end: AtomicU8,
    steps: AtomicU64,
    behind: AtomicU64,
    ahead: AtomicU64,
    /// The bits of what was reached and of what nothing exceeds; `NaN` where nothing is known.
    reached: AtomicU64,
    bound: AtomicU64,
    asked: AtomicU64,
    started: Instant,
    until: Instant,
    memory: u64,
}

/// How often the memory in use is looked at, in questions of the search.
const EVERY: u64 = 64;

impl Work {
    /// Work that may take so long and during which the program may hold so many bytes.
    #[expect(clippy::disallowed_methods, reason = "the clock ends work and never reaches an answer")]
    pub(crate) fn new(time: Duration, memory: u64) -> Self {
        let started = Instant::now();
        let unknown = || AtomicU64::new(f64::NAN.to_bits());
        Self {
            end: AtomicU8::new(0),
            steps: AtomicU64::new(0),
            behind: AtomicU64::new(0),
            ahead: AtomicU64::new(0),
            reached: unknown(),
            bound: unknown(),
            asked: AtomicU64::new(0),
            started,
            until: started + time,
            memory,
        }
    }

    /// Ends the work, unless it has a reason to end already.
    pub(crate) fn end(&self, why: End) {
        let _ = self.end.compare_exchange(0, why as u8, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Why the work should end.
    pub(crate) fn why(&self) -> End {
        match self.end.load(Ordering::Relaxed) {
            1 => End::Superseded,
            2 => End::Left,
            3 => End::Asked,
            4 => End::Time,
            5 => End::Memory,
            _ => End::Going,
        }
    }

    /// What a piece of work that was ended says.
    pub(crate) fn said(&self, failure: Failure) -> Failure {
        match (failure, self.why()) {
            (Failure::Left, End::Superseded) => Failure::Superseded,
            (Failure::Left, End::Time) => Failure::TooSlow,
            (Failure::Left, End::Memory) => Failure::OutOfMemory,
            (other, _) => other,
        }
    }

    pub(crate) fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    /// How many parts are done, and of how many; none where the work does not come in parts.
    pub(crate) fn parts(&self) -> [u64; 2] {
        [&self.behind, &self.ahead].map(|parts| parts.load(Ordering::Relaxed))
    }

    /// The most that was reached, and what nothing exceeds.
    pub(crate) fn known(&self) -> [Option<f64>; 2] {
        [&self.reached, &self.bound]
            .map(|bits| Some(f64::from_bits(bits.load(Ordering::Relaxed))).filter(|known| known.is_finite()))
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

impl Watch for Work {
    fn advance(&self, steps: u64) {
        self.steps.fetch_add(steps, Ordering::Relaxed);
    }

    fn ahead(&self, parts: u64) {
        self.ahead.fetch_add(parts, Ordering::Relaxed);
    }

    fn behind(&self, parts: u64) {
        self.behind.fetch_add(parts, Ordering::Relaxed);
    }

    fn narrowed(&self, best: Option<f64>, bound: f64) {
        self.reached.store(best.unwrap_or(f64::NAN).to_bits(), Ordering::Relaxed);
        self.bound.store(bound.to_bits(), Ordering::Relaxed);
    }

    #[expect(clippy::disallowed_methods, reason = "the clock ends work and never reaches an answer")]
    fn cancelled(&self) -> bool {
        if self.why() != End::Going {
            return true;
        }
        if self.until < Instant::now() {
            self.end(End::Time);
        } else if self.asked.fetch_add(1, Ordering::Relaxed).is_multiple_of(EVERY)
            && in_use().is_some_and(|bytes| self.memory < bytes)
        {
            self.end(End::Memory);
        }
        self.why() != End::Going
    }
}

/// The bytes this program holds in memory, where the system says it.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "what is in use ends work and never reaches an answer")]
fn in_use() -> Option<u64> {
    let pages: u64 = std::fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

#[cfg(not(target_os = "linux"))]
fn in_use() -> Option<u64> {
    None
}

/// A call that waits for work: where the page hangs up, this is dropped with the call, and the work learns of it.
pub(crate) struct Waiting(Arc<Work>);

impl Waiting {
    pub(crate) fn on(work: &Arc<Work>) -> Self {
        Self(Arc::clone(work))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.end(End::Left);
    }
}
