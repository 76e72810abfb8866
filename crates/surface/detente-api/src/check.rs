//! What `check` found.

use detente::Opened;
use detente::base::Diagnostic;
use detente::casefile::{File, Folder, QuoteCheck};
use schemars::JsonSchema;
use serde::Serialize;

/// Everything that is wrong with a case, in order of place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Check {
    /// `detente.check/1`.
    pub schema: &'static str,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// Numbers without a reason.
    pub unexplained_assumptions: usize,
    /// Quotes found in the texts at hand.
    pub quotes_found: usize,
    /// Quotes from texts that are not at hand.
    pub quotes_text_not_held: usize,
    /// All of it.
    pub diagnostics: Vec<Found>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Found {
    /// Which kind; `detente explain CODE` says more.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: String,
    /// What.
    pub message: String,
    /// Where.
    pub labels: Vec<Place>,
    /// The way out.
    pub hint: Option<String>,
}

/// A place in a file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The file, in the folder.
    pub file: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values.
    pub column: usize,
    /// What is to be seen there.
    pub text: String,
}

/// `check` as a document.
pub fn check(opened: &Opened, diagnostics: &[Diagnostic]) -> Check {
    let QuoteCheck { found, text_not_held } = opened.reading.quotes;
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    Check {
        schema: "detente.check/1",
        errors,
        warnings: diagnostics.len() - errors,
        unexplained_assumptions: diagnostics.iter().filter(|found| found.code.name == "unexplained-assumption").count(),
        quotes_found: found,
        quotes_text_not_held: text_not_held,
        diagnostics: diagnostics.iter().map(|diagnostic| found_at(&opened.folder, diagnostic)).collect(),
    }
}

/// What is wrong with files that are no part of a case, such as a table that somebody brings.
pub fn check_alone(folder: &Folder, diagnostics: &[Diagnostic]) -> Check {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    Check {
        schema: "detente.check/1",
        errors,
        warnings: diagnostics.len() - errors,
        unexplained_assumptions: 0,
        quotes_found: 0,
        quotes_text_not_held: 0,
        diagnostics: diagnostics.iter().map(|diagnostic| found_at(folder, diagnostic)).collect(),
    }
}

fn found_at(folder: &Folder, diagnostic: &Diagnostic) -> Found {
    let labels = diagnostic.labels.iter().filter_map(|label| {
        let file = folder.file(label.span.file)?;
        let (line, column) = line_and_column(file, label.span.start);
        let (start, end) = (label.span.start, label.span.end);
        Some(Place { file: file.path.clone(), start, end, line, column, text: label.text.clone() })
    });
    Found {
        code: diagnostic.code.name,
        severity: diagnostic.code.severity.to_string(),
        message: diagnostic.message.clone(),
        labels: labels.collect(),
        hint: diagnostic.hint.clone(),
    }
}

/// The line and column of a byte, both from 1.
pub(crate) fn line_and_column(file: &File, byte: usize) -> (usize, usize) {
    let before = file.text().get(..byte).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
