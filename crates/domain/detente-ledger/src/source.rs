//! Where something stands.

use detente_base::Span;
use detente_case::Id;
use jiff::civil::Date;

/// A text. What it does not say of itself stays absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// What it is ("newspaper-report").
    pub kind: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// Its address.
    pub url: Option<String>,
    /// When it was retrieved.
    pub retrieved: Option<Date>,
    /// Its language, as a BCP 47 tag.
    pub lang: Option<String>,
    /// SHA-256 of the text's bytes, in lower-case hexadecimal.
    pub sha256: Option<String>,
    /// What may be done with it.
    pub rights: Option<String>,
    /// Reliability of the source on the Admiralty scale, A to F.
    pub reliability: Option<char>,
    /// How it can be reached.
    pub access: Option<String>,
    /// A note of the coder.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}
