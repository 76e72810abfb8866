//! The words of a form: headings, instructions, and its table as texts.

use detente_base::Decimal;
use detente_estimate::{Range, Utility};

use crate::grid::COLUMNS;
use crate::{Form, Row};

/// The headings of the table. Column by column: the id, what it belongs to, what is asked, three numbers, the reason.
pub(crate) const HEADINGS: [&str; COLUMNS] =
    ["id (do not change)", "Matter", "What is asked", "Low", "Most likely", "High", "Reason, in your words"];
/// The first number's column.
pub(crate) const LOW: usize = 3;
/// The reason's column; also where author and date are written.
pub(crate) const REASON: usize = 6;
/// The id of the row that asks who fills the form in.
pub(crate) const AUTHOR: &str = "author";
/// The id of the row that asks for a date.
pub(crate) const AS_OF: &str = "as-of";
/// How many rows stand above the first number: headings, form, author, date.
pub(crate) const ABOVE: usize = 4;

/// The whole table as texts: headings, the form's own row, author, date, a row per number.
pub(crate) fn table(form: &Form) -> Vec<[String; COLUMNS]> {
    let text = |cells: [&str; COLUMNS]| cells.map(str::to_owned);
    let as_of = form.as_of.map(|date| date.to_string()).unwrap_or_default();
    let author = form.author.as_deref().unwrap_or_default();
    let mut rows = vec![
        text(HEADINGS),
        text([&form.id(), &form.title, &form.name, "", "", "", ""]),
        text([AUTHOR, "This sheet", "Who fills it in: your name or office", "", "", "", author]),
        text([AS_OF, "This sheet", "The date it speaks of, as 2001-12-31", "", "", "", &as_of]),
    ];
    rows.extend(form.rows.iter().map(row));
    rows
}

fn row(row: &Row) -> [String; COLUMNS] {
    let [low, likely, high] = row.now.map(numbers).unwrap_or_default();
    let number = |number: Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
    let because = row.because.clone().unwrap_or_default();
    [row.field.to_string(), row.matter.clone(), row.asked.clone(), number(low), number(likely), number(high), because]
}

/// A range in three columns: a single number is the most likely one alone, a uniform range has no most likely number.
pub(crate) fn numbers(range: Range) -> [Option<Decimal>; 3] {
    match range.mode() {
        None if range.is_single() => [None, Some(range.low()), None],
        mode => [Some(range.low()), mode, Some(range.high())],
    }
}

/// A line of the first sheet.
pub(crate) enum Line {
    /// The title.
    Title(String),
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(String),
}

/// What stands on the first sheet.
pub(crate) fn instructions(form: &Form) -> Vec<Line> {
    let text = |text: &str| Line::Text(text.to_owned());
    let mut lines = vec![
        Line::Title(format!("Score sheet of {}", form.name)),
        Line::Text(form.title.clone()),
        text(
            "A working paper: it says what an agreement would be worth to you. It is not a proposal and commits nobody.",
        ),
        Line::Heading("How to fill it in"),
        text(
            "Go to the sheet \"Values\". Write only in the light cells; everything else is locked so that the sheet can be read back.",
        ),
        text(
            "A number you know: write it under \"Most likely\" alone. A number you do not know: write \"Low\" and \"High\", and \"Most likely\" between them if you can. A few words of reason help whoever reads it.",
        ),
        text(
            "Leave blank what you cannot or will not say. Blank means \"not estimated\"; it is never read as zero. Zero has to be written.",
        ),
    ];
    if form.utility == Utility::Weighted {
        lines.extend([
            Line::Heading("A value"),
            text("How good each choice is for you within its own matter, from 0 to 100: the choice you like least is 0, the one you like most is 100, the others between. Of amounts, the ends and the middle are asked; between them values follow straight lines."),
            Line::Heading("A weight"),
            text("How much the matter counts: what going from its 0 to its 100 is worth to you, in points. If one matter counts twice as much as another, give it twice the points. All weights often add up to 100, but need not."),
        ]);
    } else {
        lines.extend([
            Line::Heading("A value"),
            text("What each choice is worth to you, in the unit this case uses. Values of different matters are added up as they are."),
        ]);
    }
    lines.extend([
        Line::Heading("A bottom line"),
        text("What no agreement is worth to you, in the same points: an agreement below it would be worse than none."),
        Line::Heading("Who sees this file"),
        text("Whoever gets hold of it. It is a plain file: it is not encrypted and has no password. Locked cells keep the form intact and keep nothing secret."),
    ]);
    lines
}
