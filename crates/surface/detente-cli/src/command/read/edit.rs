//! A statement changed before it is accepted.

use std::io::{BufRead, Result, Write};

use detente::case::Case;
use detente::casefile::NewStatement;
use detente::reading::{MAX_QUOTE_WORDS, selector};

use super::dialog::ask;

const FIELDS: &str = "quote, speaker, party, via, chain, date, sense";
const VIAS: [&str; 6] = ["direct", "reported", "author", "headline", "document", "unnamed-official"];

/// The statement as changed, field by field; `None` at the end of the input.
pub(super) fn changed(
    case: &Case,
    text: &str,
    mut statement: NewStatement,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> Result<Option<NewStatement>> {
    loop {
        let Some(field) = ask(input, out, &format!("change which ({FIELDS}; empty: accept as it is now)? "))? else {
            return Ok(None);
        };
        if field.is_empty() {
            return Ok(Some(statement));
        }
        let Some(value) = ask(input, out, &format!("{field}: "))? else { return Ok(None) };
        if let Err(problem) = set(case, text, &mut statement, &field, &value) {
            writeln!(out, "  {problem}")?;
        }
    }
}

fn set(
    case: &Case,
    text: &str,
    statement: &mut NewStatement,
    field: &str,
    value: &str,
) -> std::result::Result<(), String> {
    match field {
        "quote" => return quote(text, statement, value),
        "speaker" => speaker(case, statement, value),
        "party" => {
            let party =
                case.party(value).ok_or_else(|| unknown("party", case.parties.rows().map(|row| row.id.as_str())))?;
            statement.party = Some(case.parties[party].id.to_string());
        }
        "via" if VIAS.contains(&value) => value.clone_into(&mut statement.via),
        "via" => return Err(format!("one of: {}", VIAS.join(", "))),
        "chain" => {
            let links = value.split(';').map(str::trim).filter(|link| !link.is_empty());
            statement.chain = links.map(str::to_owned).collect();
        }
        "date" if value.is_empty() => statement.said_on = None,
        "date" => {
            let date =
                value.parse().ok().ok_or("not a date of the calendar; write year-month-day, such as 2031-02-03")?;
            statement.said_on = Some(date);
        }
        "sense" => statement.paraphrase = (!value.is_empty()).then(|| value.to_owned()),
        _ => return Err(format!("one of: {FIELDS}")),
    }
    Ok(())
}

fn unknown<'c>(what: &str, known: impl Iterator<Item = &'c str>) -> String {
    format!("no such {what}; one of: {}", known.collect::<Vec<_>>().join(", "))
}

/// A person of the case by id, else a name.
fn speaker(case: &Case, statement: &mut NewStatement, value: &str) {
    let person = case.people.find(|person| person.id == *value);
    statement.person = person.map(|person| case.people[person].id.to_string());
    if person.is_none() {
        statement.name = Some(value.to_owned());
        statement.is_named = true;
    }
}

/// Other words of the text; line breaks of the text count as blanks.
fn quote(text: &str, statement: &mut NewStatement, value: &str) -> std::result::Result<(), String> {
    if value.is_empty() || MAX_QUOTE_WORDS < value.split_whitespace().count() {
        return Err(format!("between 1 and {MAX_QUOTE_WORDS} words"));
    }
    let one_line: String = text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect();
    let before = format!("{}{}", statement.prefix, statement.exact)
        .chars()
        .map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c })
        .collect::<String>();
    let near = one_line.find(&before).unwrap_or(0);
    let inside = one_line.get(near..).and_then(|rest| rest.find(value)).map(|at| near + at);
    let place =
        inside.or_else(|| one_line.find(value)).ok_or("these words do not occur in the text; copy them exactly")?;
    let found = selector(text, &(place..place + value.len())).ok_or("these words do not occur in the text")?;
    statement.exact = found.exact;
    statement.prefix = found.prefix;
    statement.suffix = found.suffix;
    Ok(())
}
