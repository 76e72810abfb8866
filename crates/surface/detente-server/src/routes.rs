//! Addresses, and what stands behind each.

use std::any::Any;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Router, middleware};
use detente::casefile::Part;
use detente_api::workbench::{Ask, CaseFolders, NewCase, OpenCase, workbench_case};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;

use crate::bench::Bench;
use crate::failure::Failure;
use crate::folder::Read;
use crate::question::{answer, named};
use crate::watch::Waiting;
use crate::{assets, guard, reply};

mod files;
mod jobs;
mod readings;
mod sheets;
mod sources;

/// The largest body that is read.
const MOST_BYTES: usize = 64 * 1024 * 1024;

pub(crate) type Held = State<Arc<Bench>>;
pub(crate) type Answered = Result<Response, Failure>;

/// Everything the server answers.
pub fn router(bench: Arc<Bench>) -> Router {
    let api = Router::new()
        .route("/session", get(session))
        .route("/case", get(case))
        .route("/case-by-units", get(case_by_units))
        .route("/check", get(check))
        .route("/forms", get(forms))
        .route("/cases", get(cases))
        .route("/new", post(new))
        .route("/open", post(open))
        .route("/check-text", post(files::check_text))
        .route("/files", get(files::files))
        .route("/files/{*path}", get(files::file).put(files::put))
        .route("/edit", post(files::edit))
        .route("/drafts", post(files::keep))
        .route("/changes", get(files::changes))
        .route("/undo", post(files::undo))
        .route("/redo", post(files::redo))
        .route("/jobs", post(jobs::start))
        .route("/jobs/{id}", delete(jobs::end))
        .route("/jobs/{id}/events", get(jobs::events))
        .route("/sheets", get(sheets::list))
        .route("/sheets/{id}", post(sheets::make))
        .route("/sheet-page/{word}", get(sheets::page))
        .route("/sources/{id}", get(sources::source))
        .route("/readings", post(readings::propose))
        .route("/readings/document", post(readings::read_document).layer(DefaultBodyLimit::disable()))
        .route("/readings/accept", post(readings::accept))
        .route("/{question}", get(asked_plainly).post(asked))
        .fallback(async || Failure::NotFound("such question".to_owned()));
    Router::new()
        .nest("/api", api)
        .fallback(assets::page)
        .layer(RequestBodyLimitLayer::new(MOST_BYTES))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| Failure::Broken.into_response()))
        .layer(middleware::from_fn_with_state(Arc::clone(&bench), guard::guard))
        .with_state(bench)
}

/// Work on a thread of its own: reading files and searching would hold up everybody else.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Failure::Broken))
}

/// A document about the case as it is now, with that state.
pub(crate) fn stamped(bench: &Bench, document: &[u8]) -> Response {
    match bench.current() {
        Ok((read, revision)) => about((&read, revision), document),
        Err(_) => reply::json(document),
    }
}

/// A document about the case as it was read for it, with that state: it may have changed since.
fn about((read, revision): (&Read, u64), document: &[u8]) -> Response {
    let mut response = reply::json(document);
    response.headers_mut().insert("x-detente-revision", HeaderValue::from(revision));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", read.hash)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

async fn session(State(bench): Held) -> Answered {
    aside(move || Ok(stamped(&bench, &reply::bytes(&bench.session()?)?))).await
}

async fn case(State(bench): Held) -> Answered {
    aside(move || {
        let (read, revision) = bench.current()?;
        // Half a case is drawn as far as it could be read; what is wrong with it is told by `check`.
        let opened = &read.opened;
        let Some(case) = &opened.reading.case else { return Err(read.unsound()) };
        Ok(about((&read, revision), &reply::bytes(&workbench_case(opened, case))?))
    })
    .await
}

async fn case_by_units(State(bench): Held) -> Answered {
    aside(move || {
        let (read, revision) = bench.current()?;
        let (opened, case) = read.sound(true)?;
        Ok(about((&read, revision), &reply::bytes(&workbench_case(opened, case))?))
    })
    .await
}

async fn check(State(bench): Held) -> Answered {
    aside(move || {
        let (read, revision) = bench.current()?;
        let mut found = read.diagnostics.clone();
        found.extend(read.opened.shapes().diagnostics);
        Ok(about((&read, revision), &reply::bytes(&detente_api::check(&read.opened, &found))?))
    })
    .await
}

async fn forms() -> Answered {
    let schemas: serde_json::Map<String, serde_json::Value> =
        Part::ALL.iter().map(|&part| (part.name().to_owned(), detente::casefile::schema(part))).collect();
    Ok(reply::json(&reply::bytes(&schemas)?))
}

async fn cases(State(bench): Held) -> Answered {
    aside(move || {
        let folders = CaseFolders { schema: "detente.cases/1", folders: bench.case_folders() };
        Ok(reply::json(&reply::bytes(&folders)?))
    })
    .await
}

async fn new(State(bench): Held, body: Bytes) -> Answered {
    aside(move || {
        let asked: NewCase = reply::body(&body)?;
        bench.new_case(&asked)?;
        Ok(stamped(&bench, &reply::bytes(&bench.session()?)?))
    })
    .await
}

async fn open(State(bench): Held, body: Bytes) -> Answered {
    aside(move || {
        let asked: OpenCase = reply::body(&body)?;
        bench.open_beside(&asked.folder)?;
        Ok(stamped(&bench, &reply::bytes(&bench.session()?)?))
    })
    .await
}

async fn asked_plainly(state: Held, path: Path<String>) -> Answered {
    asked(state, path, Bytes::new()).await
}

async fn asked(State(bench): Held, Path(name): Path<String>, body: Bytes) -> Answered {
    let kind = named(&name).ok_or_else(|| Failure::NotFound("such question".to_owned()))?;
    let asked: Ask = reply::body(&body)?;
    let work = bench.work(None);
    if let Some(stream) = &asked.stream {
        bench.streams.enter(stream, &work)?;
    }
    let waiting = Waiting::on(&work);
    let found = aside(move || {
        let (read, revision) = bench.current()?;
        let key = key(&asked, &body);
        let found = answer(&read, kind, &asked, &key, &work)?;
        Ok(about((&read, revision), &found))
    })
    .await;
    drop(waiting);
    found
}

/// What makes two questions the same: all they say but for their place in a series.
pub(crate) fn key(asked: &Ask, body: &[u8]) -> String {
    if asked.stream.is_none() {
        return String::from_utf8_lossy(body).into_owned();
    }
    let mut value: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    if let Some(entries) = value.as_object_mut() {
        entries.remove("stream");
    }
    value.to_string()
}
