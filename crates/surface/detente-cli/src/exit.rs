//! Exit codes, the same for every command, and what ends a command early.

use std::process::ExitCode;

use detente::OpenError;
use detente::deals::DealsError;
use detente::engine::Stopped;
use detente_report::PrintError;
use detente_sheets::Fault;
use thiserror::Error;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// An answer was found; "no deal" is an answer.
    Answer,
    /// A proof does not hold.
    Refused,
    /// The user's mistake.
    Mistake,
    /// A limit was reached without an answer.
    Limit,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Answer => 0,
            Exit::Refused => 1,
            Exit::Mistake => 2,
            Exit::Limit => 3,
        })
    }
}

/// What ends a command early.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// Something cannot be read or written.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is no answer.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// A sheet cannot be written in the form that was asked for.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// A limit was reached before there was an answer.
    #[error("{message}")]
    Limit {
        /// Which.
        message: String,
        /// The way out.
        hint: String,
    },
    /// Something on the command line does not fit the case.
    #[error("{message}")]
    Argument {
        /// What.
        message: String,
        /// The way out.
        hint: Option<String>,
    },
}

impl Failure {
    /// A mistake on the command line, with a way out.
    pub(crate) fn argument(message: impl Into<String>, hint: impl Into<Option<String>>) -> Self {
        Self::Argument { message: message.into(), hint: hint.into() }
    }

    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Deals(DealsError::Stopped(Stopped::Model(_)))
            | Self::Open(_)
            | Self::Print(_)
            | Self::Argument { .. } => Exit::Mistake,
            Self::Deals(DealsError::Stopped(_)) | Self::Limit { .. } => Exit::Limit,
            Self::Deals(_) => Exit::Mistake,
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Deals(error) => Self::Deals(error),
            Fault::Argument { message, hint } => Self::argument(message, hint),
        }
    }
}
