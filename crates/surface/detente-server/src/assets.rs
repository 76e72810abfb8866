//! The page, as it was built into the program.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// The built page; empty where the program was built without it.
#[derive(RustEmbed)]
#[folder = "../../../web/dist"]
#[allow_missing = true]
struct Page;

/// What is shown where the program was built without the page.
const WITHOUT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Détente</title>\
    <p>This program was built without its page.</p>\
    <p>With Node.js 20 or later, run <code>cargo xtask demo --serve</code>, which builds the page and the program.</p></html>";

/// Whether the page was built into the program.
pub(crate) fn is_built() -> bool {
    Page::get("index.html").is_some()
}

/// A file of the page; any other address is the page itself.
pub(crate) async fn page(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let is_file = path.starts_with("assets/") || path.contains('.');
    let name = if is_file { path } else { "index.html" };
    match Page::get(name) {
        Some(file) => typed(name, file.data.into_owned()),
        None if is_file => (StatusCode::NOT_FOUND, "there is no such file").into_response(),
        None => typed(name, WITHOUT.as_bytes().to_vec()),
    }
}

fn typed(name: &str, bytes: Vec<u8>) -> Response {
    let mut response = Body::from(bytes).into_response();
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}
