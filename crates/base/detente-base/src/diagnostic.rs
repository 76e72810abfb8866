//! What a person wrote wrongly, as data: surfaces choose how it looks and what the exit code is.

use std::fmt;

/// One of the files that were read together; surfaces know its name and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub usize);

/// A stretch of one file, in bytes, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch of `file` from `start` to `end`.
    pub const fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start, end }
    }

    /// The part of this span from `start` to `end`, both counted from its own start, never reaching past its end.
    #[must_use]
    pub fn within(self, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| self.start.saturating_add(offset).min(self.end);
        Self { file: self.file, start: clamp(start), end: clamp(end) }
    }
}

/// Whether a diagnostic stops analyses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The case cannot be analysed until this is mended.
    Error,
    /// The case can be analysed; the reader should know.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// A kind of diagnostic. Its name is stable; its page says what it means, why it matters, shows an example and what to do.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Kebab-case, unique and stable.
    pub name: &'static str,
    /// Whether it stops analyses.
    pub severity: Severity,
    /// The page of the book about it, in Markdown.
    pub page: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

/// A place in a file and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub text: String,
}

/// One thing a person wrote wrongly, with where, why and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind.
    pub code: &'static Code,
    /// One sentence, without a trailing period.
    pub message: String,
    /// The places, the most telling first; empty when a file is missing as a whole.
    pub labels: Vec<Label>,
    /// The way out.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without places or hint yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), labels: Vec::new(), hint: None }
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds the way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether this stops analyses.
    pub fn is_error(&self) -> bool {
        self.code.severity == Severity::Error
    }
}
