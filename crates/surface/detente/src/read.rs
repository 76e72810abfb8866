//! A document from disk, and what is proposed from it.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;

use detente_base::{Diagnostic, FileId, Span};
use detente_casefile::{Content, File, Folder};
use detente_reading::{Document, MAX_BYTES, codes, document};

use crate::OpenError;

/// A document, as found and as read.
#[derive(Debug)]
pub struct DocumentFile {
    /// The file alone, for those who show its places.
    pub folder: Folder,
    /// The document, or why there is no text.
    pub document: Result<Document, Box<Diagnostic>>,
}

/// Reads the document at `path`: plain text, HTML or PDF.
///
/// # Errors
/// Only where the file cannot be read from disk; a document without text is a diagnostic.
pub fn read_document(path: &Path) -> Result<DocumentFile, OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    if !path.exists() {
        return Err(OpenError::NoFile { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if usize::try_from(size).is_ok_and(|size| size <= MAX_BYTES) {
        let bytes = fs::read(path).map_err(unreadable)?;
        let before = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let before = String::from_utf8_lossy(&bytes[..before]).into_owned();
        let folder = Folder::new(vec![File { path: name, content: Content::Text(before) }]);
        return Ok(DocumentFile { folder, document: document(&bytes, FileId(0)) });
    }
    let found = Diagnostic::new(&codes::DOCUMENT_TOO_LARGE, format!("a document of {size} bytes is more than is read"))
        .at(Span::new(FileId(0), 0, 0), format!("at most {MAX_BYTES} bytes"))
        .hint("save the pages that matter as a document of their own");
    Ok(DocumentFile {
        folder: Folder::new(vec![File { path: name, content: Content::TooLarge }]),
        document: Err(Box::new(found)),
    })
}
