//! Sheets to print.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// What is on it, in a line.
    pub says: &'static str,
    /// What it can be told: `package`, `packages`, `since`, `draws`, `party`, `table`, `swap`.
    pub takes: Vec<&'static str>,
    /// In which forms, by the ending of their files.
    pub formats: Vec<&'static str>,
}

/// What is asked of a sheet. It is made of the case as it is saved: what is supposed on the page does not reach it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SheetAsk {
    /// `team` or `room`; the room unless said otherwise.
    pub audience: Option<String>,
    /// In which form, by the ending of its file; `html` unless said otherwise.
    pub format: Option<String>,
    /// `a4` or `letter`, where the form is laid out for paper; A4 unless said otherwise.
    pub paper: Option<String>,
    /// The set of estimates on a sheet for the team.
    pub estimates: Option<String>,
    /// How negotiated territory is divided: by blocs, or unit by unit.
    pub units: bool,
    /// The packages it is about.
    pub packages: Vec<SheetPackage>,
    /// The day after which changes count.
    pub since: Option<String>,
    /// Over how many draws it says what survives doubt.
    pub draws: Option<u64>,
    /// What is drawn with.
    pub seed: Option<u64>,
    /// Whose brief.
    pub party: Option<String>,
    /// The two parties that are exchanged.
    pub swap: Vec<String>,
    /// What the pairs of a class agreed on: the text of a CSV file with a column `pair` and a column for every issue.
    pub table: Option<String>,
}

/// A package as a sheet names it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SheetPackage {
    /// The id of a draft on record, which says everything else.
    pub draft: Option<String>,
    /// What it is called on the sheet.
    pub title: String,
    /// What is settled: choice by issue.
    pub settles: BTreeMap<String, String>,
    /// What stands in brackets: choices by issue.
    pub brackets: BTreeMap<String, Vec<String>>,
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
