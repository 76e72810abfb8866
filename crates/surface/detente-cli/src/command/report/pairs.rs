//! The packages of a class: a table of comma- or semicolon-separated values with a column `pair` and one for every issue.
//!
//! Everything that is wrong is said at once, each with its line and its column; then nothing is made of the file.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use csv_core::{ReadRecordResult, ReaderBuilder};
use detente::OpenError;
use detente::base::Decimal;
use detente::case::{Case, ChoiceIdx, IssueIdx};
use detente::deals::Choices;

use crate::exit::Failure;

/// The column of the pairs' names.
const PAIR: &str = "pair";

/// The largest table that is read, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// The pairs and their packages, in the order of the table.
pub(super) fn read(case: &Case, path: &Path) -> Result<Vec<(String, Choices)>, Failure> {
    if !path.exists() {
        return Err(OpenError::NoFile { path: path.to_owned() }.into());
    }
    if path.is_dir() {
        return Err(OpenError::NotAFile { path: path.to_owned() }.into());
    }
    let bytes = fs::read(path).map_err(|source| OpenError::Unreadable { path: path.to_owned(), source })?;
    let mut faults = Vec::new();
    let found = table(case, &bytes, &mut faults);
    if faults.is_empty() {
        return Ok(found);
    }
    let message = format!("{}: nothing was made of it:\n  {}", path.display(), faults.join("\n  "));
    let ids: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).collect();
    let hint = format!(
        "the first line names the columns: {PAIR},{}; each further line is a pair with a choice for every issue",
        ids.join(",")
    );
    Err(Failure::argument(message, hint))
}

/// A record, with the line it begins on, from 1.
struct Record {
    line: u64,
    cells: Vec<String>,
}

fn table(case: &Case, bytes: &[u8], faults: &mut Vec<String>) -> Vec<(String, Choices)> {
    let records = match records(bytes) {
        Ok(records) => records,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let mut records = records.into_iter();
    let Some(header) = records.next() else {
        faults.push("line 1: the table is empty".to_owned());
        return Vec::new();
    };
    let columns = columns(case, &header, faults);
    let mut names = BTreeSet::new();
    let mut pairs = Vec::new();
    for record in records {
        if record.cells.len() != header.cells.len() {
            let (has, needs) = (record.cells.len(), header.cells.len());
            faults.push(format!(
                "line {}, column {}: {has} cells where the first line has {needs}",
                record.line,
                has.min(needs) + 1
            ));
        }
        let mut name = String::new();
        let mut package = BTreeMap::new();
        for ((place, column), cell) in columns.iter().enumerate().zip(&record.cells) {
            let at = format!("line {}, column {}", record.line, place + 1);
            match column {
                Column::Unknown => {}
                Column::Pair if cell.is_empty() => faults.push(format!("{at} ({PAIR}): the pair has no name")),
                Column::Pair if !names.insert(cell.clone()) => {
                    faults.push(format!("{at} ({PAIR}): there is a pair \"{cell}\" already"));
                }
                Column::Pair => name.clone_from(cell),
                Column::Issue(issue) => match choice(case, *issue, cell) {
                    Ok(choice) => {
                        package.insert(*issue, choice);
                    }
                    Err(fault) => faults.push(format!("{at} ({}): {fault}", case.issues[*issue].id)),
                },
            }
        }
        if package.len() == case.issues.len() {
            pairs.push((name, package.into_values().collect()));
        }
    }
    if pairs.is_empty() && faults.is_empty() {
        faults.push("line 2: there is no pair".to_owned());
    }
    pairs
}

enum Column {
    Pair,
    Issue(IssueIdx),
    Unknown,
}

fn columns(case: &Case, header: &Record, faults: &mut Vec<String>) -> Vec<Column> {
    let mut seen = BTreeSet::new();
    let mut columns = Vec::new();
    for (place, title) in header.cells.iter().enumerate() {
        let at = format!("line {}, column {}", header.line, place + 1);
        let column = match (title.as_str(), case.issue(title)) {
            (PAIR, _) => Column::Pair,
            (_, Some(issue)) => Column::Issue(issue),
            (_, None) => {
                faults.push(format!("{at}: there is no issue \"{title}\""));
                Column::Unknown
            }
        };
        if !seen.insert(title.clone()) {
            faults.push(format!("{at}: there is a column \"{title}\" already"));
        }
        columns.push(column);
    }
    let needed = std::iter::once(PAIR).chain(case.issues.rows().map(|issue| issue.id.as_str()));
    for missing in needed.filter(|needed| !seen.contains(*needed)) {
        faults.push(format!(
            "line {}, column {}: there is no column \"{missing}\"",
            header.line,
            header.cells.len() + 1
        ));
    }
    columns
}

fn choice(case: &Case, issue: IssueIdx, cell: &str) -> Result<ChoiceIdx, String> {
    let row = &case.issues[issue];
    let by_amount = || row.choice_at(cell.parse::<Decimal>().ok()?);
    row.choice(cell).or_else(by_amount).ok_or_else(|| {
        let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
        format!("there is no choice \"{cell}\"; there are: {}", known.join(", "))
    })
}

/// The records of a table; lines without anything are left out.
fn records(bytes: &[u8]) -> Result<Vec<Record>, String> {
    if MAX_BYTES < bytes.len() {
        return Err(format!("line 1: a table of more than {MAX_BYTES} bytes is no class"));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
        let line = before.matches('\n').count() + 1;
        format!("line {line}: it is not in UTF-8; save it as \"CSV UTF-8\"")
    })?;
    let heading = text.lines().next().unwrap_or_default();
    let separator = if heading.contains(';') && !heading.contains(',') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut records = Vec::new();
    let (mut rest, mut out, mut ends) = (text.as_bytes(), vec![0; text.len() + 1], vec![0; text.len() + 1]);
    loop {
        let line = reader.line() + skipped(rest);
        let (mut written, mut n_ends) = (0, 0);
        let result = loop {
            let (result, read, wrote, ended) = reader.read_record(
                rest,
                out.get_mut(written..).unwrap_or_default(),
                ends.get_mut(n_ends..).unwrap_or_default(),
            );
            rest = rest.get(read..).unwrap_or_default();
            written += wrote;
            n_ends += ended;
            if result != ReadRecordResult::InputEmpty {
                break result;
            }
        };
        if result != ReadRecordResult::Record {
            return Ok(records);
        }
        let mut from = 0;
        let mut cells = Vec::new();
        for &end in ends.get(..n_ends).unwrap_or_default() {
            let cell = out.get(from..end).unwrap_or_default();
            cells.push(String::from_utf8_lossy(cell).trim().to_owned());
            from = end;
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            records.push(Record { line, cells });
        }
    }
}

/// The line breaks before the next record begins.
fn skipped(rest: &[u8]) -> u64 {
    let breaks = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n');
    u64::try_from(breaks.count()).unwrap_or(0)
}
