//! A score sheet, or the table of a class, from disk.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;

use detente_base::{Diagnostic, FileId};
use detente_case::Case;
use detente_casefile::{Content, File, Folder};
use detente_sheet::{Grid, Kind, MAX_BYTES, Pair, class, read};

use crate::OpenError;

/// A score sheet, as found and as read.
#[derive(Debug)]
pub struct SheetFile {
    /// The file alone, as text, for those who show its places; its id is `FileId(0)`.
    pub folder: Folder,
    /// Its cells, or why there are none.
    pub grid: Result<Grid, Box<Diagnostic>>,
}

/// Reads the score sheet at `path`: a workbook, or a CSV file by its name.
///
/// # Errors
/// Only where the file cannot be read from disk; a file that is no sheet is a diagnostic.
pub fn read_sheet(path: &Path) -> Result<SheetFile, OpenError> {
    let bytes = bytes(path)?;
    let is_table = path
        .extension()
        .is_some_and(|extension| ["csv", "tsv", "txt"].iter().any(|table| extension.eq_ignore_ascii_case(table)));
    let kind = if is_table && !bytes.starts_with(b"PK\x03\x04") { Kind::Csv } else { Kind::Workbook };
    let grid = read(&bytes, kind, FileId(0));
    let text = grid.as_ref().map_or_else(|_found| String::new(), |grid| grid.text.clone());
    Ok(SheetFile { folder: alone(path, text), grid })
}

/// The table of a class, as found and as read.
#[derive(Debug)]
pub struct ClassFile {
    /// The file alone, as text, for those who show its places; its id is `FileId(0)`.
    pub folder: Folder,
    /// The pairs, or everything that is wrong.
    pub pairs: Result<Vec<Pair>, Vec<Diagnostic>>,
}

/// Reads the table of a class at `path`.
///
/// # Errors
/// Only where the file cannot be read from disk; what is wrong in it is in the diagnostics.
pub fn read_class(case: &Case, path: &Path) -> Result<ClassFile, OpenError> {
    let found = class(case, &bytes(path)?, FileId(0));
    Ok(ClassFile { folder: alone(path, found.text), pairs: found.pairs })
}

/// What a file holds; of one that is too large, so much that the reader refuses it.
fn bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    if !path.exists() {
        return Err(OpenError::NoFile { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    let size = fs::metadata(path).map_err(unreadable)?.len();
    let is_small = usize::try_from(size).is_ok_and(|size| size <= MAX_BYTES);
    // One byte beyond the limit is enough for the reader to refuse.
    if is_small { fs::read(path).map_err(unreadable) } else { Ok(vec![0; MAX_BYTES + 1]) }
}

/// A folder of one text, under its file's name.
fn alone(path: &Path, text: String) -> Folder {
    let path = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Folder::new(vec![File { path, content: Content::Text(text) }])
}
