//! Sheets to print: shown in a frame of their own, or saved.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use detente_api::workbench::{SheetAsk, SheetPage, SheetRow, Sheets};
use detente_sheets::{Form, Name, Takes};

use super::{Answered, Held, aside};
use crate::failure::Failure;
use crate::reply::{body, bytes, json};
use crate::sheets::made;
use crate::watch::Waiting;

pub(super) async fn list() -> Answered {
    let row = |name: Name| SheetRow {
        id: name.id(),
        title: name.title(),
        says: name.says(),
        takes: name.takes().iter().map(|takes: &Takes| takes.id()).collect(),
        formats: Form::ALL.iter().map(|form| form.ending()).collect(),
    };
    Ok(json(&bytes(&Sheets { schema: "detente.sheets/1", sheets: Name::ALL.map(row).into() })?))
}

pub(super) async fn make(State(bench): Held, Path(id): Path<String>, sent: Bytes) -> Answered {
    let work = bench.work(None);
    let waiting = Waiting::on(&work);
    let answered = aside(move || {
        let asked: SheetAsk = body(&sent)?;
        let name = Name::of(&id).ok_or_else(|| Failure::NotFound(format!("sheet \"{id}\"")))?;
        let (read, _) = bench.current()?;
        let sheet = made(&read, name, &asked, &work).map_err(|failure| work.said(failure))?;
        let filename = format!("{id}.{}", sheet.form.ending());
        let media_type = sheet.form.media_type();
        let page = format!("/api/sheet-page/{}", bench.pages.keep(sheet.body, media_type, &filename)?);
        Ok(json(&bytes(&SheetPage { schema: "detente.sheet-page/1", page, media_type, filename })?))
    })
    .await;
    drop(waiting);
    answered
}

/// Whether the sheet is to be saved.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Show {
    download: Option<String>,
}

pub(super) async fn page(
    State(bench): Held,
    Path(word): Path<String>,
    Query(show): Query<Show>,
) -> Result<Response, Failure> {
    let page = bench.pages.get(&word).ok_or_else(|| Failure::NotFound("such sheet; make it again".to_owned()))?;
    let mut response = page.body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(page.media_type));
    if show.download.is_some()
        && let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", page.filename))
    {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
