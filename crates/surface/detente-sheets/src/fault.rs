//! Why there is no sheet.

use detente::deals::DealsError;
use thiserror::Error;

/// Why there is no sheet.
#[derive(Debug, Error)]
pub enum Fault {
    /// A question the sheet rests on has no answer.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// What is asked does not fit the case or the sheet.
    #[error("{message}")]
    Argument {
        /// What.
        message: String,
        /// The way out.
        hint: String,
    },
}

impl Fault {
    pub(crate) fn argument(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Argument { message: message.into(), hint: hint.into() }
    }
}
