//! Which columns a table has, and its rows by name of column.

use detente_base::{Diagnostic, FileId, Span};

use super::cells::{Cell, rows};
use crate::codes;

/// A column of a table.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) required: bool,
}

pub(super) const fn required(name: &'static str) -> Column {
    Column { name, required: true }
}

pub(super) const fn optional(name: &'static str) -> Column {
    Column { name, required: false }
}

/// The rows of a table under a header that was understood.
pub(super) struct Sheet {
    names: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// A row by name of column.
#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    names: &'s [String],
    cells: &'s [Cell],
}

impl Sheet {
    /// Reads a table; columns that are not known, missing or there twice, and rows of another length than the header, are
    /// diagnosed. Rows of another length are left out.
    pub(super) fn read(file: FileId, text: &str, columns: &[Column], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut rows = rows(file, text).into_iter();
        let header = rows.next().unwrap_or_default();
        check_header(file, &header, columns, diagnostics);
        let names: Vec<String> = header.into_iter().map(|cell| cell.text).collect();
        let mut kept = Vec::new();
        for row in rows {
            if row.len() == names.len() {
                kept.push(row);
            } else {
                diagnostics.push(ragged(&row, names.len()));
            }
        }
        Self { names, rows: kept }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { names: &self.names, cells })
    }
}

impl<'s> Row<'s> {
    /// The cell of a column; none where the column is absent or the cell empty.
    pub(super) fn get(self, column: &str) -> Option<&'s Cell> {
        let at = self.names.iter().position(|name| name == column)?;
        self.cells.get(at).filter(|cell| !cell.text.is_empty())
    }

    /// The cell of a column that must not be empty; diagnosed where it is.
    pub(super) fn need(self, column: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<&'s Cell> {
        let found = self.get(column);
        let at = self.names.iter().position(|name| name == column);
        if let (None, Some(at)) = (found, at) {
            let span = self.cells.get(at).map_or_else(|| self.span(), |cell| cell.span);
            diagnostics.push(
                Diagnostic::new(&codes::EMPTY_CELL, format!("this row has no {column}"))
                    .at(span, format!("column {column} is empty"))
                    .hint(format!("write the {column}, or take the row out")),
            );
        }
        found
    }

    /// The whole row.
    pub(super) fn span(self) -> Span {
        match self.cells {
            [first, .., last] => Span::new(first.span.file, first.span.start, last.span.end),
            [only] => only.span,
            [] => Span::new(FileId(0), 0, 0),
        }
    }
}

fn check_header(file: FileId, header: &[Cell], columns: &[Column], diagnostics: &mut Vec<Diagnostic>) {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    for (position, cell) in header.iter().enumerate() {
        let earlier = header.iter().take(position).find(|earlier| earlier.text == cell.text);
        if let Some(earlier) = earlier {
            diagnostics.push(
                Diagnostic::new(&codes::COLUMN_TWICE, format!("column {} is there twice", cell.text))
                    .at(cell.span, "again")
                    .at(earlier.span, "first here")
                    .hint("take one of them out"),
            );
        } else if !names.contains(&cell.text.as_str()) {
            diagnostics.push(
                Diagnostic::new(&codes::UNKNOWN_COLUMN, format!("\"{}\" is not a column of this table", cell.text))
                    .at(cell.span, "not known")
                    .hint(hint_for(&cell.text, &names)),
            );
        }
    }
    let end = header.last().map_or(Span::new(file, 0, 0), |cell| cell.span);
    for column in columns.iter().filter(|column| column.required) {
        if !header.iter().any(|cell| cell.text == column.name) {
            diagnostics.push(
                Diagnostic::new(&codes::MISSING_COLUMN, format!("there is no column {}", column.name))
                    .at(end, "the header ends here")
                    .hint(format!("the first line names the columns; they are {}", names.join(", "))),
            );
        }
    }
}

fn hint_for(written: &str, names: &[&str]) -> String {
    if [';', '\t'].iter().any(|&sign| written.contains(sign)) {
        return "columns are parted by commas; save the table as comma-separated values".to_owned();
    }
    did_you_mean(written, names.iter().copied())
        .unwrap_or_else(|| format!("the columns are {}; a line that begins with # is a comment", names.join(", ")))
}

/// A hint that names the known name nearest to `written`, if one is within a third of its length.
pub(crate) fn did_you_mean<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let reach = (written.chars().count() / 3).max(1);
    known
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|&(distance, _)| distance <= reach)
        .min()
        .map(|(_, name)| format!("did you mean \"{name}\"?"))
}

fn ragged(row: &[Cell], wanted: usize) -> Diagnostic {
    let span = match row {
        [first, .., last] => Span::new(first.span.file, first.span.start, last.span.end),
        [only] => only.span,
        [] => Span::new(FileId(0), 0, 0),
    };
    let cells = if row.len() == 1 { "1 cell".to_owned() } else { format!("{} cells", row.len()) };
    Diagnostic::new(&codes::RAGGED_ROW, format!("this row has {cells}; the header has {wanted}"))
        .at(span, "not read")
        .hint("write a comma for each empty cell, and quotation marks around a text that holds a comma")
}
