//! What was filled in: numbers by row, and everything that is wrong, cell by cell.

use std::collections::BTreeMap;

use detente_base::{Code, Decimal, Diagnostic, FileId};
use detente_estimate::{Range, Utility};
use jiff::civil::Date;

use crate::grid::Grid;
use crate::words::{AS_OF, AUTHOR, HEADINGS, LOW, REASON};
use crate::{Field, Form, Scale, codes};

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub range: Range,
    /// Why.
    pub because: Option<String>,
}

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Who filled it in, where it says.
    pub author: Option<String>,
    /// The date it speaks of, where it says.
    pub as_of: Option<Date>,
    /// How values make a utility, as the form was exported.
    pub utility: Utility,
    /// What is estimated; what was left blank is absent.
    pub numbers: BTreeMap<Field, Number>,
}

/// Reads what was filled in. `form` is the blank form of the case as it is now; `file` the id under which the grid is shown.
///
/// Nothing is returned where anything is wrong: a sheet is read whole or not at all. Warnings alone do not stop it.
///
/// # Cost
/// Quadratic in the form's rows at most.
pub fn fill(form: &Form, grid: &Grid, file: FileId) -> (Option<Filled>, Vec<Diagnostic>) {
    let mut reader = Reader { form: form.clone(), grid, file, found: BTreeMap::new(), diagnostics: Vec::new() };
    let filled = reader.is_this_form().then(|| reader.read());
    let mut diagnostics = reader.diagnostics;
    // In order of the sheet, whatever was looked at first.
    diagnostics.sort_by_key(|found| found.labels.first().map(|label| label.span.start));
    let is_sound = !diagnostics.iter().any(Diagnostic::is_error);
    (filled.filter(|_| is_sound), diagnostics)
}

struct Reader<'g> {
    form: Form,
    grid: &'g Grid,
    file: FileId,
    /// The rows found, by id.
    found: BTreeMap<String, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reports what is wrong with a cell, whose name opens the message.
    fn report(&mut self, code: &'static Code, at: (usize, usize), message: &str, label: &str, hint: &str) {
        let (row, column) = at;
        let message = format!("{}: {message}", self.grid.name(row, column));
        let span = self.grid.span(row, column, self.file);
        self.diagnostics.push(Diagnostic::new(code, message).at(span, label).hint(hint));
    }

    /// Whether the table is there, and is about this case and party.
    fn is_this_form(&mut self) -> bool {
        let wrong =
            (0..HEADINGS.len()).find(|&column| HEADINGS.get(column).is_none_or(|is| *is != self.grid.text(0, column)));
        if let Some(column) = wrong {
            let heading = HEADINGS.get(column).copied().unwrap_or_default();
            let message = format!("the heading here should be \"{heading}\"");
            let hint =
                "fill in the sheet that `detente sheet export` wrote, with its first line and its columns as they are";
            self.report(&codes::SHEET_NO_TABLE, (0, column), &message, "the first line", hint);
            return false;
        }
        let id = |row: &usize| self.grid.text(*row, 0).to_owned();
        let row = self.grid.rows().into_iter().find(|row| id(row).starts_with("form ")).unwrap_or(1);
        let id = id(&row);
        for utility in [Utility::Weighted, Utility::Payoffs] {
            let form = self.form.clone().with_utility(utility);
            if form.id() == id {
                self.form = form;
                return true;
            }
        }
        let message = format!("this sheet is not a form of {} in the case \"{}\"", self.form.name, self.form.case);
        let label = if id.is_empty() { "no form is named".to_owned() } else { format!("it says \"{}\"", short(&id)) };
        let hint = "name the party and the case the sheet was exported for, or export a new one";
        self.report(&codes::SHEET_OTHER_FORM, (row, 0), &message, &label, hint);
        false
    }

    fn read(&mut self) -> Filled {
        let mut numbers = BTreeMap::new();
        for row in self.grid.rows().into_iter().skip(1) {
            let id = self.grid.text(row, 0).to_owned();
            let is_head = id == AUTHOR || id == AS_OF || id == self.form.id();
            let field = Field::read(&id);
            let scale = field.as_ref().and_then(|field| self.form.scale(field));
            if !is_head && scale.is_none() && !self.unknown(row, &id) {
                continue;
            }
            if let Some(first) = self.found.get(&id).copied() {
                let message = format!("the row \"{}\" stands here a second time", short(&id));
                let hint = format!("delete this row or row {}", first + 1);
                self.report(&codes::SHEET_ROW_TWICE, (row, 0), &message, "a second time", &hint);
                continue;
            }
            self.found.insert(id, row);
            if let (Some(field), Some(scale)) = (field, scale)
                && let Some(number) = self.number(row, scale)
            {
                numbers.insert(field, number);
            }
        }
        self.curves(&numbers);
        self.missing();
        Filled { author: self.head(AUTHOR), as_of: self.as_of(), utility: self.form.utility, numbers }
    }

    /// Reports a row this form does not have, if it says anything; whether it can be passed over is always "no".
    fn unknown(&mut self, row: usize, id: &str) -> bool {
        let says = (LOW..=REASON).find(|&column| !self.grid.text(row, column).is_empty());
        if id.is_empty() && says.is_none() {
            return false;
        }
        let message = if id.is_empty() {
            "this row has no id, so that nobody knows what it speaks of".to_owned()
        } else {
            format!("\"{}\" is nothing this form asks", short(id))
        };
        let hint = "clear the row, or export a new sheet: issues or choices of the case may have changed since";
        self.report(&codes::SHEET_UNKNOWN_ROW, (row, 0), &message, "this row", hint);
        false
    }

    fn number(&mut self, row: usize, scale: Scale) -> Option<Number> {
        let cells = [LOW, LOW + 1, LOW + 2].map(|column| (column, self.cell(row, column, scale)));
        let because = Some(self.grid.text(row, REASON).to_owned()).filter(|reason| !reason.is_empty());
        let is_blank = cells.iter().all(|(column, _)| self.grid.text(row, *column).is_empty());
        if is_blank {
            if because.is_some() {
                let hint = "write a number beside it, or a range as wide as the doubt; or clear the reason";
                let message = "a reason without a number is not kept";
                self.report(&codes::SHEET_REASON_ALONE, (row, REASON), message, "not imported", hint);
            }
            return None;
        }
        let is_read =
            |(column, number): &(usize, Option<Decimal>)| number.is_some() || self.grid.text(row, *column).is_empty();
        if !cells.iter().all(is_read) {
            return None;
        }
        self.in_order(row, &cells);
        let range = match cells.map(|(_, number)| number) {
            [None, Some(likely), None] => Range::single(likely),
            [Some(low), None, Some(high)] => Range::uniform(low, high).ok()?,
            [Some(low), Some(likely), Some(high)] => Range::triangular(low, likely, high).ok()?,
            half => {
                let lacking = if half[0].is_none() { LOW } else { LOW + 2 };
                let message = "a range needs its low and its high end";
                let hint = "write both ends; a number that is known goes under \"Most likely\" alone";
                self.report(
                    &codes::SHEET_HALF_A_RANGE,
                    (row, lacking),
                    message,
                    "the other end of this is blank",
                    hint,
                );
                return None;
            }
        };
        Some(Number { range, because })
    }

    /// The number in a cell, if it is one and within its bounds.
    fn cell(&mut self, row: usize, column: usize, scale: Scale) -> Option<Decimal> {
        let text = self.grid.text(row, column).to_owned();
        if text.is_empty() {
            return None;
        }
        let Some(number) = decimal(&text) else {
            let message = format!("\"{}\" is not a number", short(&text));
            let hint =
                "write digits, with a point and at most three places after it; leave blank what is not estimated";
            self.report(&codes::SHEET_NOT_A_NUMBER, (row, column), &message, "this cell", hint);
            return None;
        };
        let (low, high) = scale.bounds();
        let off = match (low.filter(|low| number < *low), high.filter(|high| *high < number)) {
            (Some(low), _) => Some(format!("{number} is below {low}")),
            (_, Some(high)) => Some(format!("{number} is above {high}")),
            _ => None,
        };
        if let Some(message) = off {
            let hint = match scale {
                Scale::Value => {
                    "a value within a matter is between 0 and 100; how much the matter counts is its weight"
                }
                _ => "a weight is zero or more; which choice is liked more is said by the values",
            };
            self.report(&codes::SHEET_OFF_SCALE, (row, column), &message, "this cell", hint);
            return None;
        }
        Some(number)
    }

    /// Reports numbers of a row that do not rise from left to right, each neighbouring pair by itself.
    fn in_order(&mut self, row: usize, cells: &[(usize, Option<Decimal>); 3]) {
        let filled: Vec<(usize, Decimal)> =
            cells.iter().filter_map(|(column, number)| Some((*column, (*number)?))).collect();
        for (left, right) in filled.iter().zip(filled.iter().skip(1)) {
            if right.1 < left.1 {
                let names = ["low", "most likely", "high"];
                let name = |column: usize| names.get(column - LOW).copied().unwrap_or_default();
                let message =
                    format!("the {} number {} is below the {} number {}", name(right.0), right.1, name(left.0), left.1);
                let hint = "low, most likely and high rise from left to right";
                self.report(&codes::SHEET_OUT_OF_ORDER, (row, right.0), &message, "this cell", hint);
            }
        }
    }

    /// A curve that says anything says what both ends of the range are worth.
    fn curves(&mut self, numbers: &BTreeMap<Field, Number>) {
        for (issue, (low, high)) in self.form.ranges.clone() {
            let said = |amount: Decimal| numbers.contains_key(&Field::Corner(issue.clone(), amount));
            let any = numbers.keys().any(|field| matches!(field, Field::Corner(of, _) if *of == issue));
            for amount in [low, high].into_iter().filter(|&amount| any && !said(amount)) {
                let id = Field::Corner(issue.clone(), amount).to_string();
                let row = self.found.get(&id).copied();
                // A number that could not be read has been reported.
                let is_reported =
                    row.is_some_and(|row| (LOW..REASON).any(|column| !self.grid.text(row, column).is_empty()));
                if !is_reported {
                    let message = format!("the value of {amount} on \"{issue}\" is blank, and others are not");
                    let hint = "give a value to both ends of the amounts, or to none of them";
                    let at = (row.unwrap_or(0), LOW + 1);
                    self.report(&codes::SHEET_CURVE_ENDS, at, &message, "an end of the range", hint);
                }
            }
        }
    }

    /// Rows that were deleted: of amounts only the ends matter, and those are missed above.
    fn missing(&mut self) {
        let asked = self.form.rows.iter().filter(|row| !matches!(row.field, Field::Corner(..)));
        let ids = asked.map(|row| row.field.to_string()).filter(|id| !self.found.contains_key(id));
        for id in ids.collect::<Vec<_>>() {
            let message = format!("the row \"{id}\" is not in the sheet; it stays not estimated");
            let hint = "nothing, if that is meant; else export a new sheet";
            self.report(&codes::SHEET_MISSING_ROW, (0, 0), &message, "this table", hint);
        }
    }

    fn head(&self, id: &str) -> Option<String> {
        let text = self.grid.text(*self.found.get(id)?, REASON);
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn as_of(&mut self) -> Option<Date> {
        let text = self.head(AS_OF)?;
        let date = text
            .get(..10)
            .filter(|_| text.len() == 10 || text.get(10..11) == Some("T"))
            .and_then(|day| day.parse().ok());
        if date.is_none() {
            let row = self.found.get(AS_OF).copied().unwrap_or(0);
            let message = format!("\"{}\" is not a date", short(&text));
            let hint = "write year, month and day, such as 2001-12-31, or leave it blank";
            self.report(&codes::SHEET_NO_DATE, (row, REASON), &message, "this cell", hint);
        }
        date
    }
}

/// A number as people write it: a decimal comma is one where no more than two digits follow it.
fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim().replace('\u{2212}', "-");
    let Some((whole, places)) = text.split_once(',') else { return text.parse().ok() };
    (places.len() <= 2).then(|| format!("{whole}.{places}").parse().ok())?
}

/// A text short enough for a message.
pub(crate) fn short(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(60).map(plain).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}
