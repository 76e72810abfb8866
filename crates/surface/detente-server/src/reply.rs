//! Answers on their way out.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// A document as bytes.
pub(crate) fn bytes(document: &impl Serialize) -> Result<Arc<[u8]>, Failure> {
    serde_json::to_vec(document).map(Arc::from).map_err(|_unwritable| Failure::Broken)
}

/// A JSON answer.
pub(crate) fn json(bytes: &[u8]) -> Response {
    let mut response = Body::from(bytes.to_vec()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A body as what it should be; an empty one as nothing asked for.
pub(crate) fn body<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let bytes = if bytes.trim_ascii().is_empty() { b"{}".as_slice() } else { bytes };
    serde_json::from_slice(bytes).map_err(|error| {
        Failure::argument(format!("this is not what is expected here: {error}"), "see the description of the interface")
    })
}
