//! Sheets to print.

use schemars::JsonSchema;
use serde::Serialize;

/// Which sheets there are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sheets {
    /// `detente.sheets/1`.
    pub schema: &'static str,
    /// The sheets.
    pub sheets: Vec<SheetRow>,
}

/// A sheet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SheetRow {
    /// Its id.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// For whom it can be made.
    pub audiences: Vec<&'static str>,
    /// In which forms.
    pub formats: Vec<&'static str>,
}

/// Where a sheet that was made can be seen.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SheetPage {
    /// `detente.sheet-page/1`.
    pub schema: &'static str,
    /// Its address; with `?download=1` it is saved. It needs no header, and is forgotten when others are made.
    pub page: String,
    /// What it is.
    pub media_type: &'static str,
    /// What it is called when it is saved.
    pub filename: String,
}

/// The text of a source, and where statements stand in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SourceText {
    /// `detente.source/1`.
    pub schema: &'static str,
    /// The source.
    pub id: String,
    /// Its text; null where it is not at hand.
    pub text: Option<String>,
    /// Where statements stand in it.
    pub quotes: Vec<Quote>,
}

/// Where a statement stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Quote {
    /// The statement.
    pub statement: String,
    /// Its first character, in Unicode scalar values.
    pub start: usize,
    /// One past its last.
    pub end: usize,
}
