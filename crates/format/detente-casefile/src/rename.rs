//! An id changed everywhere it stands: in keys, lists and expressions, and nowhere else.

use detente_base::{FileId, Span};
use detente_case::Id;

use crate::folder::Folder;
use crate::keys::written_keys;
use crate::read::{Kind, Place, Reading, is_reserved};
use crate::suggest::did_you_mean;

/// Why an id cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenameError {
    /// Nothing has the old id.
    Unknown {
        /// A hint at what was meant.
        hint: Option<String>,
    },
    /// The new id is not kebab-case.
    BadId,
    /// Something has the new id already.
    Taken,
    /// The id stands in a text with escapes and cannot be changed there safely.
    Escaped(Span),
}

/// The files of `folder` that change when `old` becomes `new`, with their new texts. A choice is `issue.choice`; its new id
/// is written with or without the issue.
///
/// # Errors
/// See [`RenameError`]; then nothing changes.
pub fn rename(folder: &Folder, reading: &Reading, old: &str, new: &str) -> Result<Vec<(FileId, String)>, RenameError> {
    let kind = kind_of(reading, old)?;
    let issue = old.split_once('.').map(|(issue, _)| issue);
    let new = issue.and_then(|issue| new.strip_prefix(issue)?.strip_prefix('.')).unwrap_or(new);
    if Id::new(new).is_err() || is_reserved(new) {
        return Err(RenameError::BadId);
    }
    if is_taken(reading, issue, new) {
        return Err(RenameError::Taken);
    }
    let old_text = old.rsplit('.').next().unwrap_or(old);
    let mut changed = Vec::new();
    for (file, found) in folder.files() {
        let spans = spans_in(file, found.text(), reading, kind, old);
        if let Some(escaped) = spans.iter().find(|span| !stands_there(found.text(), **span, old_text)) {
            return Err(RenameError::Escaped(*escaped));
        }
        if !spans.is_empty() {
            changed.push((file, replaced(found.text(), &spans, new)));
        }
    }
    Ok(changed)
}

fn kind_of(reading: &Reading, old: &str) -> Result<Kind, RenameError> {
    let found = reading.occurrences.iter().find(|occurrence| occurrence.id == old);
    found.map(|occurrence| occurrence.kind).ok_or_else(|| RenameError::Unknown {
        hint: did_you_mean(old, reading.occurrences.iter().map(|occurrence| occurrence.id.as_str())),
    })
}

fn is_taken(reading: &Reading, issue: Option<&str>, new: &str) -> bool {
    let taken = issue.map_or_else(|| new.to_owned(), |issue| format!("{issue}.{new}"));
    reading.occurrences.iter().any(|occurrence| occurrence.id == taken)
}

/// The places in one file, in order, each once.
fn spans_in(file: FileId, text: &str, reading: &Reading, kind: Kind, old: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut paths = Vec::new();
    for occurrence in reading.occurrences.iter().filter(|found| found.kind == kind && found.id == old) {
        match &occurrence.place {
            Place::Value(span) if span.file == file => spans.push(*span),
            Place::Key(found, path) if *found == file => paths.push(path),
            _ => {}
        }
    }
    if !paths.is_empty() {
        let keys = written_keys(file, text).into_iter();
        spans.extend(keys.filter(|key| paths.contains(&&key.path)).map(|key| key.span));
    }
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn stands_there(text: &str, span: Span, old: &str) -> bool {
    text.get(span.start..span.end).is_some_and(|found| found.trim_matches(['"', '\'']) == old)
}

fn replaced(text: &str, spans: &[Span], new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        out.push_str(&text[from..span.start]);
        out.push_str(new);
        from = span.end;
    }
    out.push_str(&text[from..]);
    out
}
