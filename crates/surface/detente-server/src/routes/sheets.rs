//! Sheets to print: shown in a frame of their own, or saved.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use detente_api::workbench::{Ask, SheetPage, SheetRow, Sheets};

use super::{Answered, Held, aside};
use crate::failure::Failure;
use crate::question::asking;
use crate::reply::{body, bytes, json};
use crate::sheets::{FORMATS, KINDS, made};

pub(super) async fn list() -> Answered {
    let row = |(id, title): &(&'static str, &'static str)| SheetRow {
        id,
        title,
        audiences: vec!["room", "team"],
        formats: FORMATS.iter().map(|(format, _)| *format).collect(),
    };
    Ok(json(&bytes(&Sheets { schema: "detente.sheets/1", sheets: KINDS.iter().map(row).collect() })?))
}

pub(super) async fn make(State(bench): Held, Path(id): Path<String>, sent: Bytes) -> Answered {
    aside(move || {
        let asked: Ask = body(&sent)?;
        let (read, _) = bench.current()?;
        let watch = bench.work(None);
        let format = asked.format.as_deref().unwrap_or("html");
        let (format, media_type) = FORMATS.iter().find(|(name, _)| *name == format).copied().ok_or_else(|| {
            Failure::argument(format!("a sheet is not written as \"{format}\""), "docx, html, md or txt")
        })?;
        let sheet = asking(&read, &asked, &watch, |question| made(&id, format, question))?;
        let filename = format!("{id}.{format}");
        let word = bench.pages.keep(sheet, media_type, &filename)?;
        let page =
            SheetPage { schema: "detente.sheet-page/1", page: format!("/api/sheet-page/{word}"), media_type, filename };
        Ok(json(&bytes(&page)?))
    })
    .await
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
