//! Cells as ids, dates and numbers.

use detente_base::{Decimal, DecimalError, Diagnostic};
use detente_case::Id;
use jiff::civil::Date;

use super::cells::Cell;
use crate::{Named, codes};

pub(super) fn id(cell: &Cell, diagnostics: &mut Vec<Diagnostic>) -> Option<Id> {
    let found = Id::new(&cell.text).ok();
    if found.is_none() {
        diagnostics.push(
            Diagnostic::new(&codes::BAD_ID, format!("\"{}\" is not an id", cell.text))
                .at(cell.span, "not kebab-case")
                .hint("ids are lower-case words and digits joined by hyphens, beginning with a letter, such as ab-43"),
        );
    }
    found
}

/// An id of something that stands elsewhere.
pub(super) fn named(cell: Option<&Cell>, diagnostics: &mut Vec<Diagnostic>) -> Option<Named> {
    let cell = cell?;
    Some(Named { id: id(cell, diagnostics)?, span: cell.span })
}

pub(super) fn date(cell: &Cell, diagnostics: &mut Vec<Diagnostic>) -> Option<Date> {
    let is_plain = cell.text.len() == 10 && cell.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let found = cell.text.parse().ok().filter(|_| is_plain);
    if found.is_none() {
        diagnostics.push(
            Diagnostic::new(&codes::BAD_DATE, format!("\"{}\" is not a date", cell.text))
                .at(cell.span, "no such date")
                .hint("write year-month-day, such as 2025-02-28"),
        );
    }
    found
}

/// An amount that is not negative and at most `most`.
pub(super) fn amount(cell: Option<&Cell>, most: Option<Decimal>, diagnostics: &mut Vec<Diagnostic>) -> Option<Decimal> {
    let cell = cell?;
    let (label, hint) = match cell.text.parse::<Decimal>() {
        Ok(number) if number < Decimal::ZERO => ("less than nothing", "amounts are never negative"),
        Ok(number) if most.is_some_and(|most| most < number) => {
            ("more than the whole", "a part is at most 100 percent")
        }
        Ok(number) => return Some(number),
        Err(DecimalError::TooPrecise) => ("too many places", "at most three places after the point are kept"),
        Err(DecimalError::TooLarge) => ("too large", "nothing on a map is so large; check the unit"),
        Err(DecimalError::Malformed) => {
            ("not a number", "write digits with a point before the decimals, without thousands separators or units")
        }
    };
    diagnostics.push(bad_number(cell, label, hint));
    None
}

/// A whole number that is not negative.
pub(super) fn whole(cell: Option<&Cell>, diagnostics: &mut Vec<Diagnostic>) -> Option<u64> {
    let cell = cell?;
    let is_digits = cell.text.bytes().all(|byte| byte.is_ascii_digit());
    let found = cell.text.parse().ok().filter(|number| is_digits && *number <= MOST);
    if found.is_none() {
        let hint = "write digits only, without thousands separators";
        diagnostics.push(bad_number(cell, "not a whole number", hint));
    }
    found
}

/// More than live on Earth, and few enough that a thousand units add up.
const MOST: u64 = 1_000_000_000_000;

pub(super) fn year(cell: Option<&Cell>, diagnostics: &mut Vec<Diagnostic>) -> Option<i16> {
    let cell = cell?;
    let found = cell.text.parse().ok().filter(|year| (-9999..=9999).contains(year));
    if found.is_none() {
        diagnostics.push(bad_number(cell, "not a year", "write a year, such as 2022"));
    }
    found
}

fn bad_number(cell: &Cell, label: &str, hint: &str) -> Diagnostic {
    Diagnostic::new(&codes::BAD_NUMBER, format!("\"{}\" cannot stand here", cell.text)).at(cell.span, label).hint(hint)
}
