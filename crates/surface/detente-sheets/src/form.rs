//! The forms a sheet is written in.

use detente_report::PrintError;
use detente_report::sheet::{Paper, Sheet};

/// A form a sheet is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of HTML that fetches nothing.
    Html,
    /// A document to edit.
    Docx,
    /// Pages as they print.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Form {
    /// All that this build writes, by ending.
    pub const ALL: &[Self] = &[
        Self::Docx,
        Self::Html,
        Self::Markdown,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Text,
    ];

    /// The form of files with this ending.
    pub fn of(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.ending() == ending)
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// The media type of its files.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            #[cfg(feature = "pdf")]
            Self::Pdf => "application/pdf",
        }
    }

    /// Whether it is laid out for a size of paper.
    pub const fn is_paged(self) -> bool {
        !matches!(self, Self::Text | Self::Markdown | Self::Html)
    }

    /// The sheet in this form; the same bytes each time.
    ///
    /// # Errors
    /// Where a document cannot be put together.
    pub fn write(self, sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, PrintError> {
        Ok(match self {
            Self::Text => sheet.text().into_bytes(),
            Self::Markdown => sheet.markdown().into_bytes(),
            Self::Html => sheet.html().into_bytes(),
            Self::Docx => sheet.docx(paper)?,
            #[cfg(feature = "pdf")]
            Self::Pdf => sheet.pdf(paper)?,
        })
    }
}
