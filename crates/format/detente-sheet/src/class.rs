//! The packages of a class: a table with a column `pair` and one for every issue, a pair in each line.
//!
//! Everything that is wrong is said at once, each with its place; then nothing is made of the table.

use std::collections::BTreeMap;

use detente_base::{Code, Decimal, Diagnostic, FileId, Span, Table};
use detente_case::{Case, ChoiceIdx, IssueIdx};

use crate::fill::short;
use crate::grid::{Grid, MAX_BYTES};
use crate::{codes, csv};

/// The heading of the pairs' names.
const PAIR: &str = "pair";

/// The most columns that are read; a case with so many issues is read by nobody.
const MAX_COLUMNS: usize = 1_000;

/// As many choices as a hint lists.
const MOST_LISTED: usize = 24;

/// What one pair agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What the pair is called.
    pub name: String,
    /// A choice for every issue.
    pub package: Table<IssueIdx, ChoiceIdx>,
}

/// A table of a class, as text and as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The text that spans speak of.
    pub text: String,
    /// The pairs in the order of the table, or everything that is wrong with it.
    pub pairs: Result<Vec<Pair>, Vec<Diagnostic>>,
}

/// Reads a table of comma-, semicolon- or tab-separated values, whose first line that is not blank holds the headings. `file` is the id
/// under which the text will be shown.
///
/// # Cost
/// Linear in the table times the choices of an issue.
pub fn class(case: &Case, bytes: &[u8], file: FileId) -> Class {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let grid = match grid(bytes, file) {
        Ok(grid) => grid,
        Err(found) => return Class { text, pairs: Err(vec![found]) },
    };
    let mut reader = Reader { case, grid: &grid, file, diagnostics: Vec::new() };
    let pairs = reader.pairs();
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|found| found.labels.first().map(|label| label.span.start));
    Class { text, pairs: if diagnostics.is_empty() { Ok(pairs) } else { Err(diagnostics) } }
}

fn grid(bytes: &[u8], file: FileId) -> Result<Grid, Diagnostic> {
    let unreadable = |message: &str, at: usize| {
        Diagnostic::new(&codes::CLASS_UNREADABLE, message)
            .at(Span::new(file, at, at), "here")
            .hint("save the class's table alone as \"CSV UTF-8\"")
    };
    if MAX_BYTES < bytes.len() {
        return Err(unreadable("this table is larger than 4 MiB, more than is read", 0));
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(unreadable("this table is not in UTF-8", error.valid_up_to()));
    }
    csv::read(bytes, MAX_COLUMNS, file).map_err(|_too_many| unreadable("this table has more than 20,000 rows", 0))
}

/// What stands in a column.
#[derive(Clone, Copy)]
enum Column {
    Pair,
    Issue(IssueIdx),
}

struct Reader<'r> {
    case: &'r Case,
    grid: &'r Grid,
    file: FileId,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, code: &'static Code, (row, column): (usize, usize), message: String, hint: &str) {
        let span = self.grid.span(row, column, self.file);
        self.diagnostics.push(Diagnostic::new(code, message).at(span, "here").hint(hint));
    }

    fn pairs(&mut self) -> Vec<Pair> {
        let rows = self.grid.rows();
        let Some((&heading, lines)) = rows.split_first() else {
            self.report(&codes::CLASS_NO_PAIR, (0, 0), "the table is empty".to_owned(), &self.headings());
            return Vec::new();
        };
        let columns = self.columns(heading);
        if lines.is_empty() {
            let hint = "write a line for every pair: its name and a choice for every issue";
            self.report(&codes::CLASS_NO_PAIR, (heading, 0), "no pair stands below the headings".to_owned(), hint);
        }
        let mut named = BTreeMap::new();
        lines.iter().filter_map(|&row| self.pair(row, &columns, &mut named)).collect()
    }

    /// What the first line should be.
    fn headings(&self) -> String {
        let ids: Vec<&str> = self.case.issues.rows().map(|issue| issue.id.as_str()).collect();
        format!("the first line names the columns, in any order: {PAIR},{}", ids.join(","))
    }

    /// The columns by place; those of no use are reported and left out.
    fn columns(&mut self, heading: usize) -> BTreeMap<usize, Column> {
        let cells: Vec<(usize, String)> = self.row(heading);
        let mut columns = BTreeMap::new();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (place, title) in cells {
            let column = match (title.as_str(), self.case.issue(&title)) {
                (PAIR, _) => Some(Column::Pair),
                (_, issue) => issue.map(Column::Issue),
            };
            match (column, first.contains_key(&title)) {
                (_, true) => {
                    let hint = "take one of the two away";
                    let message = format!("there is a column \"{title}\" already");
                    self.report(&codes::CLASS_COLUMN_TWICE, (heading, place), message, hint);
                }
                (None, false) => {
                    let message = format!("there is no issue \"{title}\"");
                    self.report(&codes::CLASS_UNKNOWN_COLUMN, (heading, place), message, &self.headings());
                }
                (Some(column), false) => {
                    columns.insert(place, column);
                }
            }
            first.insert(title, place);
        }
        let issues = self.case.issues.rows().map(|issue| issue.id.to_string());
        for missing in std::iter::once(PAIR.to_owned()).chain(issues).filter(|needed| !first.contains_key(needed)) {
            let message = format!("there is no column \"{missing}\"");
            self.report(&codes::CLASS_MISSING_COLUMN, (heading, 0), message, &self.headings());
        }
        columns
    }

    /// The cells of a row that are not blank.
    fn row(&self, row: usize) -> Vec<(usize, String)> {
        let cells = self.grid.cells.range((row, 0)..=(row, MAX_COLUMNS));
        cells.map(|((_, column), cell)| (*column, cell.text.clone())).collect()
    }

    /// A pair with its package; `None` where it is not whole.
    fn pair(
        &mut self,
        row: usize,
        columns: &BTreeMap<usize, Column>,
        named: &mut BTreeMap<String, usize>,
    ) -> Option<Pair> {
        if self.reaches_outside(row) {
            return None;
        }
        let mut name = None;
        let mut package = BTreeMap::new();
        for (&place, &column) in columns {
            let cell = self.grid.text(row, place).to_owned();
            match column {
                Column::Pair => name = self.name((row, place), &cell, named),
                Column::Issue(issue) => {
                    package.extend(self.choice((row, place), issue, &cell).map(|choice| (issue, choice)));
                }
            }
        }
        let is_whole = package.len() == self.case.issues.len();
        name.filter(|_| is_whole).map(|name| Pair { name, package: package.into_values().collect() })
    }

    /// Reports a cell that stands below no heading: the others of its line may stand below a wrong one.
    fn reaches_outside(&mut self, row: usize) -> bool {
        let heading = self.grid.rows().first().copied().unwrap_or_default();
        let last = self.row(heading).last().map_or(0, |(place, _)| *place);
        let outside = self.row(row).into_iter().find(|(place, _)| last < *place);
        if let Some((place, text)) = &outside {
            let message = format!("\"{}\" stands below no heading", short(text));
            let hint = "a text that holds the separator stands in quotes: \"Anna, Ben\"";
            self.report(&codes::CLASS_NO_HEADING, (row, *place), message, hint);
        }
        outside.is_some()
    }

    fn name(&mut self, at: (usize, usize), cell: &str, named: &mut BTreeMap<String, usize>) -> Option<String> {
        if cell.is_empty() {
            let hint = "give it a name or a number of its own";
            self.report(&codes::CLASS_UNNAMED_PAIR, at, "this pair has no name".to_owned(), hint);
            return None;
        }
        if let Some(first) = named.insert(cell.to_owned(), at.0) {
            let message = format!("there is a pair \"{}\" already", short(cell));
            let first = self.grid.span(first, at.1, self.file);
            self.report(&codes::CLASS_PAIR_TWICE, at, message, "give each pair a name of its own");
            if let Some(found) = self.diagnostics.pop() {
                self.diagnostics.push(found.at(first, "the other one"));
            }
            return None;
        }
        Some(cell.to_owned())
    }

    fn choice(&mut self, at: (usize, usize), issue: IssueIdx, cell: &str) -> Option<ChoiceIdx> {
        let row = &self.case.issues[issue];
        let by_amount = || row.choice_at(cell.parse::<Decimal>().ok()?);
        let found = row.choice(cell).or_else(by_amount);
        if found.is_none() {
            let known: Vec<&str> = row.choices.rows().map(|choice| choice.id.as_str()).collect();
            let more = if MOST_LISTED < known.len() { ", …" } else { "" };
            let listed = known.get(..MOST_LISTED.min(known.len())).unwrap_or_default().join(", ");
            let hint = format!("choices of {}: {listed}{more}", row.id);
            let (code, message) = if cell.is_empty() {
                (&codes::CLASS_NO_CHOICE, format!("this pair has no choice for {}", row.id))
            } else {
                (&codes::CLASS_UNKNOWN_CHOICE, format!("{} has no choice \"{}\"", row.id, short(cell)))
            };
            self.report(code, at, message, &hint);
        }
        found
    }
}
