//! What is wrong with a numeric model. Programs write such files on one line, so each mistake shows a clipping, not its line.

use detente::base::{Diagnostic, Span};
use detente::casefile::{File, Folder};

/// How many mistakes are shown; a slip in one place often makes hundreds.
const MOST_SHOWN: usize = 40;

/// How many characters are shown before a place and after it.
const AROUND: usize = 24;

/// The diagnostics, in order, as a person reads them.
pub(crate) fn model_diagnostics(folder: &Folder, diagnostics: &[Diagnostic]) -> String {
    let mut text: String = diagnostics.iter().take(MOST_SHOWN).map(|diagnostic| one(folder, diagnostic)).collect();
    if MOST_SHOWN < diagnostics.len() {
        text.push_str(&format!("… and {} more like these\n", diagnostics.len() - MOST_SHOWN));
    }
    text
}

fn one(folder: &Folder, diagnostic: &Diagnostic) -> String {
    let mut text = format!("{} {}: {}\n", diagnostic.code.severity, diagnostic.code.name, diagnostic.message);
    for label in &diagnostic.labels {
        if let Some(file) = folder.file(label.span.file) {
            text.push_str(&place(file, label.span, &label.text));
        }
    }
    if let Some(hint) = &diagnostic.hint {
        text.push_str(&format!("  help: {hint}\n"));
    }
    text
}

/// Line and column, what stands there, and what to see in it.
fn place(file: &File, span: Span, label: &str) -> String {
    let text = file.text();
    let before = text.get(..span.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let lead = &before[line_start..];
    let (row, column) = (before.matches('\n').count() + 1, lead.chars().count() + 1);
    let rest = text.get(span.start..).unwrap_or_default().lines().next().unwrap_or_default();
    let length = span.end - span.start;
    let marked: String =
        rest.chars().take(text.get(span.start..span.end).map_or(0, |own| own.chars().count())).collect();
    let marked = if 2 * AROUND < marked.chars().count() { clipped_end(&marked, 2 * AROUND) } else { marked };
    let lead = clipped_start(lead, AROUND);
    let tail = clipped_end(rest.get(length..).unwrap_or_default(), AROUND);
    let marks = "^".repeat(marked.chars().count().max(1));
    let position = format!("  {}:{row}:{column}: ", file.path);
    let blanks = " ".repeat(position.chars().count() + lead.chars().count());
    format!("{position}{lead}{marked}{tail}\n{blanks}{marks} {label}\n")
}

fn clipped_start(text: &str, most: usize) -> String {
    let length = text.chars().count();
    let kept: String = text.chars().skip(length.saturating_sub(most)).collect();
    if most < length { format!("…{kept}") } else { kept }
}

fn clipped_end(text: &str, most: usize) -> String {
    let kept: String = text.chars().take(most).collect();
    if most < text.chars().count() { format!("{kept}…") } else { kept }
}
