//! A numeric model from disk.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;

use detente_base::{Diagnostic, FileId, Span};
use detente_casefile::{Content, File, Folder, MAX_BYTES, codes};
use detente_engine::{MAX_ISSUES, MAX_PARTIES, MAX_TABLE};
use detente_interop::{Bounds, NumericModel, Reading, read_numeric};

use crate::OpenError;

/// A model's file, as found and as read.
#[derive(Debug)]
pub struct ModelFile {
    /// The file alone, for those who show its places.
    pub folder: Folder,
    /// The model, if nothing is wrong with it.
    pub model: Option<NumericModel>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the numeric model at `path`.
///
/// # Errors
/// Only where the file cannot be read from disk; what is wrong in it is in the diagnostics.
pub fn read_model(path: &Path) -> Result<ModelFile, OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    if !path.exists() {
        return Err(OpenError::NoFile { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    if MAX_BYTES < fs::metadata(path).map_err(unreadable)?.len() {
        return Ok(refused(path, Content::TooLarge));
    }
    match String::from_utf8(fs::read(path).map_err(unreadable)?) {
        Ok(text) => Ok(read_text(path, text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.into_bytes()[..valid]).into_owned();
            Ok(refused(path, Content::NotUtf8 { before }))
        }
    }
}

fn read_text(path: &Path, text: String) -> ModelFile {
    let bounds = Bounds { parties: MAX_PARTIES, issues: MAX_ISSUES, cells: MAX_TABLE };
    let Reading { model, diagnostics } = read_numeric(&text, FileId(0), bounds);
    ModelFile { folder: alone(path, Content::Text(text)), model, diagnostics }
}

fn refused(path: &Path, content: Content) -> ModelFile {
    let diagnostic = match &content {
        Content::NotUtf8 { before } => Diagnostic::new(&codes::NOT_UTF8, "the file is not UTF-8 text")
            .at(Span::new(FileId(0), before.len(), before.len()), "from here on")
            .hint("save it as UTF-8"),
        _ => Diagnostic::new(&codes::FILE_TOO_LARGE, "the file is larger than 64 megabytes")
            .hint("write numbers without blanks between them, or split the negotiation"),
    };
    ModelFile { folder: alone(path, content), model: None, diagnostics: vec![diagnostic] }
}

fn alone(path: &Path, content: Content) -> Folder {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Folder::new(vec![File { path: name, content }])
}
