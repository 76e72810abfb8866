//! Long work.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use detente_api::workbench::{Job, JobAsked};
use tokio_stream::Stream;

use super::{Answered, Held, aside, key};
use crate::failure::Failure;
use crate::jobs::Watched;
use crate::question::{answer, named};
use crate::reply::{body, bytes};

/// How long a job may take unless it says otherwise, in seconds.
const SECONDS: u64 = 60;
const MOST_SECONDS: u64 = 3_600;

pub(super) async fn start(State(bench): Held, sent: Bytes) -> Answered {
    let asked: JobAsked = body(&sent)?;
    let kind = named(&asked.kind).ok_or_else(|| Failure::NotFound(format!("question \"{}\"", asked.kind)))?;
    let seconds = asked.seconds.unwrap_or(SECONDS).clamp(1, MOST_SECONDS);
    let work = bench.work(Some(Duration::from_secs(seconds)));
    if let Some(stream) = asked.stream.as_ref().or(asked.ask.stream.as_ref()) {
        bench.streams.enter(stream, &work)?;
    }
    let (read, _) = {
        let bench = Arc::clone(&bench);
        aside(move || bench.current()).await?
    };
    let question: serde_json::Value = serde_json::from_slice(&sent).unwrap_or_default();
    let plain = bytes(question.get("ask").unwrap_or(&serde_json::Value::Null))?;
    let id = bench.jobs.start(work, move |work| answer(&read, kind, &asked.ask, &key(&asked.ask, &plain), work));
    let job = Job { schema: "detente.job/1", id, kind: kind.name.to_owned() };
    Ok((StatusCode::ACCEPTED, Json(job)).into_response())
}

pub(super) async fn events(State(bench): Held, Path(id): Path<String>) -> Result<Response, Failure> {
    let watched = bench.jobs.watch(&id)?;
    Ok(Sse::new(Events(watched)).into_response())
}

pub(super) async fn end(State(bench): Held, Path(id): Path<String>) -> Result<StatusCode, Failure> {
    bench.jobs.end(&id)?;
    Ok(StatusCode::NO_CONTENT)
}

/// A job's events; when the page hangs up, they and the job end.
struct Events(Watched);

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.events.poll_recv(context).map(|event| event.map(Ok))
    }
}
