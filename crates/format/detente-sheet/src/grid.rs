//! What stands in a file that came back: cells, each with its place.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, FileId, Span};

use crate::{codes, csv, xlsx};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 << 20;
/// The last row that is read; a form has a row per number.
pub(crate) const MAX_ROWS: usize = 20_000;
/// How many columns a form has.
pub(crate) const COLUMNS: usize = 7;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An XLSX workbook.
    Workbook,
    /// A table of comma-separated values; semicolons and tabs are understood too.
    Csv,
}

/// The cells of a sheet.
///
/// A workbook has no text a span could speak of, so its sheet is shown as one: a line per row, so that the line's number is
/// the row's, its cells separated by bars. A CSV file is shown as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The name of the sheet, of a workbook.
    pub sheet: Option<String>,
    /// The text that spans speak of.
    pub text: String,
    /// The cells that are not blank, by row and column, both from 0.
    pub(crate) cells: BTreeMap<(usize, usize), Cell>,
}

/// What a person or a program left in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text, trimmed; of a number, the number as text.
    pub(crate) text: String,
    /// Where it is shown.
    pub(crate) span: Span,
}

impl Grid {
    /// The text of a cell; empty where it is blank.
    pub(crate) fn text(&self, row: usize, column: usize) -> &str {
        self.cells.get(&(row, column)).map_or("", |cell| cell.text.as_str())
    }

    /// Where a cell is shown; the row's first one where it is blank, else the start of the sheet.
    pub(crate) fn span(&self, row: usize, column: usize, file: FileId) -> Span {
        let first = || self.cells.range((row, 0)..).next().filter(|((at, _), _)| *at == row).map(|(_, cell)| cell);
        self.cells.get(&(row, column)).or_else(first).map_or(Span::new(file, 0, 0), |cell| cell.span)
    }

    /// The name of a cell, as spreadsheets write it: `Values!D7`.
    pub(crate) fn name(&self, row: usize, column: usize) -> String {
        let letter =
            u8::try_from(column).ok().filter(|column| *column < 26).map_or('?', |column| char::from(b'A' + column));
        let sheet = self.sheet.as_ref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
        format!("{sheet}{letter}{}", row + 1)
    }

    /// The rows that hold anything in the form's columns.
    pub(crate) fn rows(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }
}

/// Reads the cells of a file. `file` is the id under which the grid will be shown.
///
/// # Cost
/// Linear in the file and in what a workbook unpacks to, both limited.
pub fn read(bytes: &[u8], kind: Kind, file: FileId) -> Result<Grid, Box<Diagnostic>> {
    if MAX_BYTES < bytes.len() {
        return Err(too_large(file, &format!("a file of {} bytes is more than is read", bytes.len())));
    }
    match kind {
        Kind::Workbook => xlsx::read(bytes, file),
        Kind::Csv => csv::read(bytes, COLUMNS, file),
    }
}

#[expect(clippy::unnecessary_box_returns, reason = "it is the error of the readers, which is boxed")]
pub(crate) fn too_large(file: FileId, message: &str) -> Box<Diagnostic> {
    let found = Diagnostic::new(&codes::SHEET_TOO_LARGE, message)
        .at(Span::new(file, 0, 0), "this file")
        .hint("export a new sheet and fill in that one; a form of a case takes some kilobytes");
    Box::new(found)
}

#[expect(clippy::unnecessary_box_returns, reason = "it is the error of the readers, which is boxed")]
pub(crate) fn unreadable(file: FileId, message: &str, hint: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(&codes::SHEET_UNREADABLE, message).at(Span::new(file, 0, 0), "this file").hint(hint))
}
