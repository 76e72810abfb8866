//! Why there is no answer.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use detente::OpenError;
use detente::deals::DealsError;
use detente::engine::Stopped;
use detente_api::Check;
use detente_api::workbench::{Conflict, Problem};

/// Why there is no answer.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// The word of this start is missing or wrong.
    Unauthorised,
    /// The request is addressed to another host.
    ForeignHost,
    /// Another site's page asks.
    ForeignOrigin,
    /// Nothing has this address or id.
    NotFound(String),
    /// Something asked does not fit the case.
    Argument {
        /// What.
        message: String,
        /// The way out.
        hint: Option<String>,
    },
    /// The case has errors.
    Unsound(Box<Check>),
    /// With a change the case would have more errors.
    Refused(Box<Check>),
    /// A table that was brought has mistakes.
    Table(Box<Check>),
    /// No case is open.
    NoCase,
    /// Somebody else saved first.
    Conflict(Box<Conflict>),
    /// A newer question of the same kind took its place.
    Superseded,
    /// Whoever asked has left, or ended the work.
    Left,
    /// It took longer than was allowed.
    TooSlow,
    /// It took more memory than is allowed.
    OutOfMemory,
    /// The question is out of reach.
    OutOfReach(String),
    /// A file cannot be read or written.
    File(String),
    /// A defect of this program.
    Broken,
}

impl Failure {
    /// Something asked does not fit, and the way out.
    pub(crate) fn argument(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Argument { message: message.into(), hint: Some(hint.into()) }
    }

    /// As a document, with its status.
    pub(crate) fn problem(self) -> (StatusCode, Problem) {
        let (status, code, message, hint) = match &self {
            Self::Unauthorised => (
                StatusCode::UNAUTHORIZED,
                "unauthorised",
                "this page does not know the word of this start".to_owned(),
                Some("open the address that `detente serve` printed".to_owned()),
            ),
            Self::ForeignHost => (
                StatusCode::FORBIDDEN,
                "foreign-host",
                "this server answers its own address alone".to_owned(),
                Some("open the address that `detente serve` printed".to_owned()),
            ),
            Self::ForeignOrigin => {
                (StatusCode::FORBIDDEN, "foreign-origin", "another site may not ask here".to_owned(), None)
            }
            Self::NotFound(what) => (StatusCode::NOT_FOUND, "not-found", format!("there is no {what}"), None),
            Self::Argument { message, hint } => {
                (StatusCode::UNPROCESSABLE_ENTITY, "argument", message.clone(), hint.clone())
            }
            Self::Unsound(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "unsound-case",
                "the case has errors".to_owned(),
                Some("mend what is listed; each has a place and a way out".to_owned()),
            ),
            Self::Refused(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "unsound-edit",
                "nothing was written: with this the case would have errors".to_owned(),
                Some("change what was entered; each error has a way out".to_owned()),
            ),
            Self::Table(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "table",
                "nothing was made of this table".to_owned(),
                Some("mend what is listed; each has a place and a way out".to_owned()),
            ),
            Self::NoCase => (
                StatusCode::CONFLICT,
                "no-case",
                "no case is open".to_owned(),
                Some("make a new case, or open one".to_owned()),
            ),
            Self::Conflict(of) => (StatusCode::CONFLICT, "conflict", of.message.clone(), None),
            Self::Superseded => {
                (StatusCode::CONFLICT, "superseded", "a newer question took the place of this one".to_owned(), None)
            }
            Self::Left => (StatusCode::CONFLICT, "cancelled", "the work was ended".to_owned(), None),
            Self::TooSlow => (
                StatusCode::SERVICE_UNAVAILABLE,
                "too-slow",
                "this took longer than was allowed; no answer is shown rather than half of one".to_owned(),
                Some(
                    "fix some issues, or switch limits off; a program can ask it as a job with more seconds".to_owned(),
                ),
            ),
            Self::OutOfMemory => (
                StatusCode::SERVICE_UNAVAILABLE,
                "out-of-memory",
                "this took more memory than is allowed; no answer is shown rather than half of one".to_owned(),
                Some("start with --memory and a larger number, or fix some issues".to_owned()),
            ),
            Self::OutOfReach(message) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "out-of-reach",
                message.clone(),
                Some("fix some issues, or take coarser ranges".to_owned()),
            ),
            Self::File(message) => (StatusCode::INTERNAL_SERVER_ERROR, "file", message.clone(), None),
            Self::Broken => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "defect",
                "this program has a defect; the case is as it was".to_owned(),
                Some("tell its makers what was asked".to_owned()),
            ),
        };
        let check = match self {
            Self::Unsound(check) | Self::Refused(check) | Self::Table(check) => Some(*check),
            _ => None,
        };
        (status, Problem { schema: "detente.error/1", code, message, hint, check })
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::Conflict(conflict) = self {
            return (StatusCode::CONFLICT, Json(conflict)).into_response();
        }
        let (status, problem) = self.problem();
        (status, Json(problem)).into_response()
    }
}

impl From<DealsError> for Failure {
    fn from(error: DealsError) -> Self {
        match error {
            // What ended the work is known to its watch, which is asked in `watch::ended`.
            DealsError::Stopped(Stopped::Cancelled) => Self::Left,
            DealsError::Stopped(Stopped::Model(model)) => Self::Argument { message: model.to_string(), hint: None },
            DealsError::Stopped(other) => Self::OutOfReach(other.to_string()),
            DealsError::Overflow(overflow) => Self::OutOfReach(overflow.to_string()),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Occupied { .. } => {
                Self::argument("there is a folder of this name already, and it is not empty", "take another name")
            }
            OpenError::NotThere { .. } | OpenError::NoFile { .. } | OpenError::NotAFile { .. } => {
                Self::NotFound("such case".to_owned())
            }
            // The reason without the path: messages name no place of this machine.
            OpenError::Unreadable { source, .. } => Self::File(format!("a file of the case cannot be read: {source}")),
            OpenError::Unwritable { source, .. } => {
                Self::File(format!("a file of the case cannot be written: {source}"))
            }
        }
    }
}
