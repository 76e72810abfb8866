//! Why a folder cannot be opened or written.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a folder cannot be opened or written.
#[derive(Debug, Error)]
pub enum OpenError {
    /// There is nothing at this path.
    #[error("there is no folder at {}", path.display())]
    NotThere {
        /// The path.
        path: PathBuf,
    },
    /// There is no file at this path.
    #[error("there is no file at {}", path.display())]
    NoFile {
        /// The path.
        path: PathBuf,
    },
    /// A folder where a file belongs.
    #[error("{} is a folder, not the file of a model", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// A file or folder cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("{} cannot be written", path.display())]
    Unwritable {
        /// The path.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A new case would overwrite what is there.
    #[error("{} is there already and not empty", path.display())]
    Occupied {
        /// The path.
        path: PathBuf,
    },
}
