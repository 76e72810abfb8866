//! Long work: started, watched over server-sent events, ended when nobody waits for it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::response::sse::Event;
use detente_api::workbench::{JobEnded, JobProgress};
use serde::Serialize;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::failure::Failure;
use crate::watch::{End, Work};

/// Jobs that are under way, or over and not looked at yet.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    last: AtomicU64,
    held: Mutex<BTreeMap<u64, Held>>,
}

#[derive(Debug)]
struct Held {
    work: Arc<Work>,
    /// Taken by whoever watches.
    events: Option<Receiver<Event>>,
}

/// What a watcher of a job holds: its events; dropped, the job ends.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) events: Receiver<Event>,
    work: Arc<Work>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.work.end(End::Left);
    }
}

/// What an id begins with; its number follows.
const LETTER: char = 'j';
/// How many jobs are remembered.
const MOST: usize = 100;
/// How often a watcher hears how far the job is.
const TICK: Duration = Duration::from_millis(150);
/// How long a job goes on that nobody watches.
const PATIENCE: Duration = Duration::from_secs(30);

impl Jobs {
    /// Starts work on a thread of its own, and returns its id.
    pub(crate) fn start(
        self: &Arc<Self>,
        work: Arc<Work>,
        answer: impl FnOnce(&Work) -> Result<Arc<[u8]>, Failure> + Send + 'static,
    ) -> String {
        let number = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        // Room for the last word, whoever listens: progress waits for nobody.
        let (events, received) = channel(64);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.insert(number, Held { work: Arc::clone(&work), events: Some(received) });
        if MOST < held.len()
            && let Some((_, oldest)) = held.pop_first()
        {
            oldest.work.end(End::Left);
        }
        drop(held);
        let running = Arc::clone(&work);
        let done = tokio::task::spawn_blocking(move || answer(&running).map_err(|failure| running.said(failure)));
        tokio::spawn(tell(work, events, done, Arc::clone(self), number));
        format!("{LETTER}{number}")
    }

    /// The events of a job; of each job once.
    pub(crate) fn watch(&self, id: &str) -> Result<Watched, Failure> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let job = number(id).and_then(|number| held.get_mut(&number));
        let job = job.ok_or_else(|| Failure::NotFound(format!("job {id}")))?;
        let events = job
            .events
            .take()
            .ok_or_else(|| Failure::argument(format!("job {id} is watched already"), "start another job"))?;
        Ok(Watched { events, work: Arc::clone(&job.work) })
    }

    /// Ends a job.
    pub(crate) fn end(&self, id: &str) -> Result<(), Failure> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let job = number(id).and_then(|number| held.get(&number));
        job.map(|job| job.work.end(End::Asked)).ok_or_else(|| Failure::NotFound(format!("job {id}")))
    }

    /// Ends all of them.
    pub(crate) fn end_all(&self) {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.values().for_each(|job| job.work.end(End::Left));
    }

    fn is_watched(&self, number: u64) -> bool {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.get(&number).is_some_and(|job| job.events.is_none())
    }

    fn forget(&self, number: u64) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.get(&number).is_some_and(|job| job.events.is_none()) {
            held.remove(&number);
        }
    }
}

/// The number in an id.
fn number(id: &str) -> Option<u64> {
    id.strip_prefix(LETTER)?.parse().ok()
}

/// Tells how far the work is until it is over, then how it ended.
async fn tell(
    work: Arc<Work>,
    events: Sender<Event>,
    mut done: tokio::task::JoinHandle<Result<Arc<[u8]>, Failure>>,
    jobs: Arc<Jobs>,
    number: u64,
) {
    let ended = loop {
        tokio::select! {
            ended = &mut done => break ended.unwrap_or(Err(Failure::Broken)),
            () = tokio::time::sleep(TICK) => {
                let [reached, none_above] = work.known();
                let elapsed_ms = u64::try_from(work.elapsed().as_millis()).unwrap_or(u64::MAX);
                let [parts, of] = work.parts();
                let of = Some(of).filter(|&of| 0 < of);
                let progress = JobProgress { steps: work.steps(), parts, of, reached, none_above, elapsed_ms };
                // One that is not taken in time is not waited for; the last word has room of its own.
                if 8 < events.capacity() {
                    let _ = events.try_send(event("progress", &progress));
                }
                if PATIENCE < work.elapsed() && !jobs.is_watched(number) {
                    work.end(End::Left);
                }
            }
        }
    };
    let last = match ended {
        Ok(document) => Event::default().event("done").data(String::from_utf8_lossy(&document)),
        Err(Failure::Superseded) => event("cancelled", &JobEnded { reason: "superseded" }),
        Err(Failure::Left) => {
            let reason = if work.why() == End::Asked { "asked" } else { "left" };
            event("cancelled", &JobEnded { reason })
        }
        Err(failure) => event("failed", &failure.problem().1),
    };
    let _ = events.send(last).await;
    jobs.forget(number);
}

fn event(name: &str, document: &impl Serialize) -> Event {
    Event::default().event(name).json_data(document).unwrap_or_else(|_unwritable| Event::default().event(name))
}
