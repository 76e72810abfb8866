//! What is wrong with a scenario's file.

use detente_base::{Code, Diagnostic, Span};

/// Something that keeps a file from being read; already said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unreadable;

/// Says what is wrong, where, and the way out.
pub(crate) fn mistake(
    code: &'static Code,
    span: Span,
    message: impl Into<String>,
    hint: impl Into<String>,
    found: &mut Vec<Diagnostic>,
) -> Unreadable {
    // A file can be wrong in every line; a person reads the first ones.
    if found.len() < MOST {
        found.push(Diagnostic::new(code, message).at(span, "here").hint(hint));
    }
    Unreadable
}

/// The most diagnostics of one reading.
const MOST: usize = 200;
