//! Who may ask: the page of this start, on this machine.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::bench::Bench;
use crate::failure::Failure;

/// The header that carries the word of this start.
pub(crate) const TOKEN: &str = "x-detente-token";
/// Pages that are addressed by a word of their own, because a frame sends no header.
const OWN_WORD: &str = "/api/sheet-page/";

/// What a page may do: run its own files, speak with this server, nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
                      connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What a sheet may do: show itself, with its own style, inside the workbench.
const SHEET_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; \
                            form-action 'none'; frame-ancestors 'self'";

/// Lets a request through, or says why not; every answer leaves with the headers of a page that talks to nobody else.
pub(crate) async fn guard(State(bench): State<Arc<Bench>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let is_sheet = path.starts_with(OWN_WORD);
    let refused = foreign(&bench, request.headers()).or_else(|| {
        let asks = path == "/api" || path.starts_with("/api/");
        (asks && !is_sheet).then(|| unknown(&bench, request.headers())).flatten()
    });
    let mut response = match refused {
        Some(failure) => failure.into_response(),
        None => next.run(request).await,
    };
    let policy = if is_sheet { SHEET_POLICY } else { POLICY };
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, if is_sheet { "SAMEORIGIN" } else { "DENY" }),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Another host's name leads here, or another site's page asks.
fn foreign(bench: &Bench, headers: &HeaderMap) -> Option<Failure> {
    let one = |name| {
        let mut values = headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => Some(value.to_str().unwrap_or("?")),
            (None, _) => None,
            (Some(_), Some(_)) => Some("?"),
        }
    };
    if !one(header::HOST).is_some_and(|host| bench.is_own(host)) {
        return Some(Failure::ForeignHost);
    }
    let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| bench.is_own(host));
    if one(header::ORIGIN).is_some_and(|origin| !own(origin)) {
        return Some(Failure::ForeignOrigin);
    }
    None
}

fn unknown(bench: &Bench, headers: &HeaderMap) -> Option<Failure> {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if site.is_some_and(|site| site != b"same-origin" && site != b"none") {
        return Some(Failure::ForeignOrigin);
    }
    let knows = headers.get(TOKEN).is_some_and(|said| bench.token.is(said.as_bytes()));
    (!knows).then_some(Failure::Unauthorised)
}
