//! Progress on the terminal: nothing for the first moments, then a line that says how far the search is.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use detente::base::Watch;
use detente_report::words::count;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows the steps of a search on stderr once it takes longer than a moment; silent where stderr is not a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    behind: AtomicU64,
    ahead: AtomicU64,
}

impl Progress {
    const MOMENT: Duration = Duration::from_millis(500);

    #[expect(clippy::disallowed_methods, reason = "only what is shown depends on the clock, never an answer")]
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(5));
        // The template is a constant that indicatif accepts.
        if let Ok(style) = ProgressStyle::with_template("searching · {human_pos} steps · {elapsed}{msg}") {
            bar.set_style(style);
        }
        Self { bar, started: Instant::now(), behind: AtomicU64::new(0), ahead: AtomicU64::new(0) }
    }

    /// Takes the line away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Progress {
    fn advance(&self, steps: u64) {
        if Self::MOMENT < self.started.elapsed() {
            self.bar.inc(steps);
        }
    }

    fn ahead(&self, parts: u64) {
        self.ahead.fetch_add(parts, Ordering::Relaxed);
    }

    fn behind(&self, parts: u64) {
        let behind = self.behind.fetch_add(parts, Ordering::Relaxed) + parts;
        let ahead = self.ahead.load(Ordering::Relaxed);
        let elapsed = self.started.elapsed();
        if Self::MOMENT < elapsed {
            let left = elapsed.as_secs().saturating_mul(ahead.saturating_sub(behind)) / behind.max(1);
            self.bar.set_message(format!(" · {} of {} parts, about {left} s more", count(behind), count(ahead)));
        }
    }

    fn narrowed(&self, best: Option<f64>, bound: f64) {
        if Self::MOMENT < self.started.elapsed() {
            let best = best.map_or_else(String::new, |best| format!(" · reached {best:.6}"));
            self.bar.set_message(format!("{best} · none above {bound:.6}"));
        }
    }

    fn cancelled(&self) -> bool {
        false
    }
}
