//! The cells of a workbook that came back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx};
use detente_base::{Diagnostic, FileId, Span};
use jiff::ToSpan;
use zip::ZipArchive;

use super::write::VALUES;
use crate::codes;
use crate::grid::{COLUMNS, Cell, Grid, MAX_ROWS, too_large, unreadable};

/// The most that a workbook may unpack to, in bytes: a form of twenty thousand rows stays below.
const MAX_UNPACKED: u64 = 32 << 20;
/// The most files in a workbook.
const MAX_FILES: usize = 200;
/// The most cells, of any kind, that are looked at.
const MAX_CELLS: usize = 400_000;
/// The longest cell that is kept, in bytes; a spreadsheet holds 32,767 characters.
const MAX_TEXT: usize = 1 << 17;

/// Why there are no cells.
enum Problem {
    Unreadable,
    TooLarge,
    NoSheet(Vec<String>),
}

type Cells = BTreeMap<(usize, usize), String>;

/// The cells of the sheet "Values".
pub(crate) fn read(bytes: &[u8], file: FileId) -> Result<Grid, Box<Diagnostic>> {
    // The library behind it answers most damaged files with an error; for those it does not expect, this is the guard.
    let found = catch_unwind(AssertUnwindSafe(|| cells(bytes))).unwrap_or(Err(Problem::Unreadable));
    match found {
        Ok(cells) => Ok(grid(&cells, file)),
        Err(Problem::TooLarge) => Err(too_large(file, "this workbook unpacks to more than is read")),
        Err(Problem::Unreadable) => {
            let hint = "import an .xlsx workbook without a password, or the table saved as CSV (UTF-8)";
            Err(unreadable(file, "this file cannot be read as an XLSX workbook", hint))
        }
        Err(Problem::NoSheet(sheets)) => {
            let sheets: String = sheets.join(", ").chars().take(200).collect();
            let found = Diagnostic::new(&codes::SHEET_NO_TABLE, format!("this workbook has no sheet \"{VALUES}\""))
                .at(Span::new(file, 0, 0), format!("its sheets: {sheets}"))
                .hint("fill in the workbook that `detente sheet export` wrote, and leave its sheets' names");
            Err(Box::new(found))
        }
    }
}

/// Whether everything in the archive stays within bounds, whatever sizes it claims: it is unpacked once to see.
fn is_small(bytes: &[u8]) -> Result<bool, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_error| Problem::Unreadable)?;
    if MAX_FILES < archive.len() {
        return Ok(false);
    }
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_error| Problem::Unreadable)?;
        let read = std::io::copy(&mut entry.take(left), &mut std::io::sink()).map_err(|_error| Problem::Unreadable)?;
        left = left.saturating_sub(read);
        if left == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn cells(bytes: &[u8]) -> Result<Cells, Problem> {
    if !is_small(bytes)? {
        return Err(Problem::TooLarge);
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_error| Problem::Unreadable)?;
    let sheets = workbook.sheet_names();
    if !sheets.iter().any(|name| name == VALUES) {
        return Err(Problem::NoSheet(sheets));
    }
    // Cell by cell: a table from A1 to the last cell could be as large as a sheet can be.
    let mut reader = workbook.worksheet_cells_reader(VALUES).map_err(|_error| Problem::Unreadable)?;
    let (mut cells, mut seen) = (Cells::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(|_error| Problem::Unreadable)? {
        seen += 1;
        let (row, column) = cell.get_position();
        let Some(text) = text(cell.get_value()) else { continue };
        let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else { continue };
        if MAX_CELLS < seen || MAX_ROWS < row {
            return Err(Problem::TooLarge);
        }
        if column < COLUMNS {
            cells.insert((row, column), text);
        }
    }
    // The same long text may stand in many cells: together they may not be more than was unpacked.
    let total: usize = cells.values().map(String::len).sum();
    if u64::try_from(total).is_ok_and(|total| total <= MAX_UNPACKED) { Ok(cells) } else { Err(Problem::TooLarge) }
}

/// A cell as text, trimmed; `None` where it is blank.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shortest(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(date) => day(date.as_f64()),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    };
    let mut text = text.trim().to_owned();
    if MAX_TEXT < text.len() {
        text = text.chars().take(MAX_TEXT / 4).collect();
    }
    (!text.is_empty()).then_some(text)
}

/// A number to three places, the most that estimates hold; others stay as they are and are refused later.
fn shortest(number: f64) -> String {
    let text = format!("{number:.3}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A date as spreadsheets count: days since the end of 1899.
fn day(serial: f64) -> String {
    let days = format!("{:.0}", serial.floor()).parse::<i32>().ok().filter(|days| (1..=2_958_465).contains(days));
    let start = jiff::civil::date(1899, 12, 30);
    let date = days.and_then(|days| start.checked_add(days.days()).ok());
    date.map_or_else(|| shortest(serial), |date| date.to_string())
}

/// The cells with the text that shows them: a line per row.
fn grid(cells: &Cells, file: FileId) -> Grid {
    let mut grid = Grid { sheet: Some(VALUES.to_owned()), ..Grid::default() };
    let mut line = 0;
    for (&(row, column), text) in cells {
        while line < row {
            grid.text.push('\n');
            line += 1;
        }
        if !grid.text.is_empty() && !grid.text.ends_with('\n') {
            grid.text.push_str(" | ");
        }
        let start = grid.text.len();
        let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        grid.text.push_str(&shown);
        let span = Span::new(file, start, grid.text.len());
        grid.cells.insert((row, column), Cell { text: text.clone(), span });
    }
    grid.text.push('\n');
    grid
}
