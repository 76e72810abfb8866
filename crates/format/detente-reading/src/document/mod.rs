//! Bytes of a document to its text.

mod html;
#[cfg(feature = "pdf")]
mod page;
#[cfg(feature = "pdf")]
mod pdf;

use detente_base::{Diagnostic, FileId, Span};

use crate::codes;

/// The largest document that is read, in bytes; about ten thousand pages.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// HTML; its text is what a browser would show as prose.
    Html,
    /// PDF; its text is what its pages hold as characters.
    Pdf,
}

/// A document as text. Quotes are found in it, and its bytes are what a ledger's hash is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it came from.
    pub kind: Kind,
    /// Its text; of a plain text exactly what was in the file.
    pub text: String,
    /// The title it gives itself.
    pub title: Option<String>,
}

/// Reads a document. What it is follows from its bytes, never from its name.
///
/// # Errors
/// One diagnostic that says why there is no text, at the byte where that shows.
pub fn document(bytes: &[u8], file: FileId) -> Result<Document, Box<Diagnostic>> {
    let at = |start: usize, end: usize| Span::new(file, start, end);
    if MAX_BYTES < bytes.len() {
        let message = format!("a document of {} bytes is more than is read", bytes.len());
        let label = format!("at most {MAX_BYTES} bytes");
        let hint = "save the pages that matter as a document of their own";
        return Err(Box::new(Diagnostic::new(&codes::DOCUMENT_TOO_LARGE, message).at(at(0, 0), label).hint(hint)));
    }
    let kind = kind(bytes);
    let (text, title) = match kind {
        Kind::Text => (plain(bytes, file)?, None),
        Kind::Html => html::text(bytes),
        Kind::Pdf => (pdf_text(bytes, at(0, 0))?, None),
    };
    if !text.chars().any(char::is_alphanumeric) {
        let found = Diagnostic::new(&codes::DOCUMENT_EMPTY, "there is no text in this document");
        let hint = "if it shows text on the screen, save it as plain text from there";
        return Err(Box::new(found.at(at(0, 0), "no letter or digit").hint(hint)));
    }
    Ok(Document { kind, text, title })
}

#[cfg(feature = "pdf")]
fn pdf_text(bytes: &[u8], span: Span) -> Result<String, Box<Diagnostic>> {
    pdf::text(bytes).map_err(|problem| Box::new(problem.diagnostic(span)))
}

#[cfg(not(feature = "pdf"))]
fn pdf_text(_bytes: &[u8], span: Span) -> Result<String, Box<Diagnostic>> {
    let found = Diagnostic::new(&codes::PDF_UNREADABLE, "this program was built without the reading of PDF");
    Err(Box::new(found.at(span, "a PDF").hint("save its text as a plain text file")))
}

fn kind(bytes: &[u8]) -> Kind {
    let beginning = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if beginning.windows(5).any(|window| window == b"%PDF-") {
        return Kind::Pdf;
    }
    let beginning = String::from_utf8_lossy(beginning).to_lowercase();
    let beginning = beginning.trim_start_matches('\u{FEFF}').trim_start();
    let opens = ["<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<article", "<div", "<p>"];
    if opens.iter().any(|tag| beginning.starts_with(tag)) { Kind::Html } else { Kind::Text }
}

fn plain(bytes: &[u8], file: FileId) -> Result<String, Box<Diagnostic>> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let start = error.valid_up_to();
        let found = Diagnostic::new(&codes::DOCUMENT_NOT_TEXT, "this document is neither UTF-8 text nor HTML nor PDF");
        let label = format!("byte {start} is not UTF-8");
        Box::new(found.at(Span::new(file, start, start + 1), label).hint("save it as plain text in UTF-8"))
    })
}
