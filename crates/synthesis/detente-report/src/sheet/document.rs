//! What a sheet is, before it is written as text, Markdown or HTML.

use jiff::civil::Date;

/// A page somebody carries into a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands at the head.
    pub head: Head,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// What stands at the foot, a paragraph each.
    pub foot: Vec<String>,
}

/// The head of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the sheet is.
    pub title: String,
    /// The case's title.
    pub case: String,
    /// The date it speaks of, in words.
    pub as_of: String,
    /// The same date; what is printed is dated by it.
    pub date: Option<Date>,
    /// `for team` or `for room`.
    pub audience: &'static str,
    /// The case's hash, whole.
    pub hash: String,
}

/// What every sheet says of itself.
pub const STANDING: &str = "working paper, not a proposal";

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A table.
    Table(Table),
    /// Items, in an order that the paragraph before names.
    List(Vec<String>),
    /// Small print.
    Note(String),
    /// A picture that stands for its table.
    Figure(Figure),
    /// A picture of what stands beside it in words and tables.
    Picture(Picture),
}

/// A picture, and what it shows as a table: where pictures can be drawn (HTML, PDF) the picture stands over its caption, elsewhere the
/// caption over the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What the picture shows, a sentence.
    pub caption: String,
    /// The picture: a whole SVG document that fetches nothing and says everything without colour.
    pub svg: String,
    /// The same as rows.
    pub table: Table,
}

/// A picture of what stands beside it: drawn where pictures can be (HTML, PDF), elsewhere left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What the picture shows, a sentence.
    pub caption: String,
    /// The picture: a whole SVG document that fetches nothing and says everything without colour.
    pub svg: String,
}

/// Rows of cells; a line break in a cell starts a new line there.
///
/// # Shape
/// Every row has as many cells as `header`; a shorter one is filled with nothing, a longer one cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands over the columns.
    pub header: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// What is said where the record has nothing.
pub const NOTHING: &str = "nothing on record";

impl Block {
    /// A table, or that there is nothing on record.
    pub(super) fn table(header: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        if rows.is_empty() { Self::nothing() } else { Self::Table(Table { header: header.to_vec(), rows }) }
    }

    /// A list, or that there is nothing on record.
    pub(super) fn list(items: Vec<String>) -> Self {
        if items.is_empty() { Self::nothing() } else { Self::List(items) }
    }

    pub(super) fn nothing() -> Self {
        Self::Paragraph(capitalised(NOTHING) + ".")
    }

    pub(super) fn heading(words: &str) -> Self {
        Self::Heading(words.to_owned())
    }
}

/// With a capital letter at the start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Lines of a cell, or that there is nothing on record.
pub(super) fn cell(lines: &[String]) -> String {
    if lines.is_empty() { NOTHING.to_owned() } else { lines.join("\n") }
}
