//! The form as one table of comma-separated values.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, FileId, Span};

use crate::grid::{Cell, Grid, MAX_ROWS, too_large, unreadable};
use crate::{Form, words};

/// The form as CSV: a line of headings, a line per row of the workbook's table.
pub fn write(form: &Form) -> String {
    let lines = words::table(form).into_iter().map(|cells| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        cells.join(",") + "\r\n"
    });
    lines.collect()
}

/// A text that no spreadsheet takes for a formula, in quotes where it needs them.
fn quoted(cell: &str) -> String {
    let is_number = cell.parse::<detente_base::Decimal>().is_ok();
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\'']) && !is_number;
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', ';', '"', '\n', '\r', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The cells of a CSV file, whichever of comma, semicolon and tab separates them.
///
/// Of a row the first `columns` cells are kept. Hand-written because every cell has to know where it stands in the file, and its row as a spreadsheet counts it.
pub(crate) fn read(bytes: &[u8], columns: usize, file: FileId) -> Result<Grid, Box<Diagnostic>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let hint = "save it as \"CSV UTF-8\", or import the workbook itself";
        return Err(unreadable(file, "this CSV file is not in UTF-8", hint));
    };
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let heading = text.get(bom..).and_then(|text| text.lines().next()).unwrap_or_default();
    // No separator stands in the first heading.
    let separator = heading.chars().find(|c| matches!(c, ',' | ';' | '\t')).unwrap_or(',');
    let mut grid = Grid { sheet: None, text: text.to_owned(), cells: BTreeMap::new() };
    let (mut row, mut column, mut start) = (0, 0, bom);
    let mut is_quoted = false;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < bom) {
        match c {
            '"' => is_quoted = !is_quoted,
            c if !is_quoted && (c == separator || c == '\n') => {
                grid.put((row, column), columns, start..at, file);
                start = at + c.len_utf8();
                (row, column) = if c == '\n' { (row + 1, 0) } else { (row, column + 1) };
                if MAX_ROWS < row {
                    return Err(too_large(file, &format!("a table of more than {MAX_ROWS} rows is no form")));
                }
            }
            _ => {}
        }
    }
    grid.put((row, column), columns, start..text.len(), file);
    Ok(grid)
}

impl Grid {
    fn put(&mut self, (row, column): (usize, usize), columns: usize, range: std::ops::Range<usize>, file: FileId) {
        let (start, end) = (range.start, range.end);
        let Some(raw) = self.text.get(range).map(str::trim).filter(|raw| !raw.is_empty() && column < columns) else {
            return;
        };
        let inside = raw.strip_prefix('"').map(|rest| rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\""));
        let text = inside.unwrap_or_else(|| raw.to_owned());
        let text = match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@', '\'']) => rest.trim().to_owned(),
            _ => text.trim().to_owned(),
        };
        if !text.is_empty() {
            self.cells.insert((row, column), Cell { text, span: Span::new(file, start, end) });
        }
    }
}
