//! Why an exchange has no sheet.

use detente_casefile::RenameError;
use detente_deals::DealsError;
use thiserror::Error;

/// Why an exchange has no sheet.
#[derive(Debug, Error)]
pub enum SymmetryError {
    /// An id cannot be changed safely where it stands.
    #[error("the two cannot be exchanged in these files: {}", reason(.0))]
    NotExchanged(RenameError),
    /// The exchanged files are no sound case.
    #[error("the exchanged case cannot be read: {}", said.join("; "))]
    Unreadable {
        /// What is wrong with it.
        said: Vec<String>,
    },
    /// A question has no answer.
    #[error(transparent)]
    Deals(#[from] DealsError),
}

fn reason(error: &RenameError) -> &'static str {
    match error {
        RenameError::Escaped(_) => "an id stands in a text with escapes",
        RenameError::Unknown { .. } | RenameError::BadId | RenameError::Taken => "an id cannot be changed",
    }
}
