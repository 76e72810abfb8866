//! A sheet as PDF, typeset in process.
//!
//! The template (`page.typ`) is the same for every page; what a case says reaches it as data and never as markup. The document is
//! PDF/A-2a with its fonts inside, dated by the case, and the same bytes wherever it is made.

mod data;
mod fonts;
mod world;

use std::collections::BTreeSet;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::world::Desk;
use super::document::{Block, Sheet};
use super::paper::Paper;
use crate::PrintError;

/// Sizes of type, in tenths of a point: the largest in which a sheet fits its page is taken, and the first where none does.
const SIZES: [i64; 4] = [95, 90, 85, 80];

impl Sheet {
    /// The sheet as a PDF/A-2a document.
    ///
    /// # Errors
    /// [`PrintError::NoShape`] where the sheet holds letters that the fonts have not.
    pub fn pdf(&self, paper: Paper) -> Result<Vec<u8>, PrintError> {
        let missing = fonts::without_shape(&self.letters());
        if !missing.is_empty() {
            return Err(PrintError::NoShape { letters: missing });
        }
        let document = self.fitting(paper)?;
        let standards = PdfStandards::new(&[PdfStandard::A_2a])
            .map_err(|reason| PrintError::Typeset { reasons: vec![reason.message().to_string()] })?;
        let head = &self.head;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{} {} {}", head.hash, head.title, head.audience)),
            creator: Smart::Custom(Some("Détente".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| reasons(&errors));
        typst::comemo::evict(0);
        bytes
    }

    /// The sheet in the largest type in which it is one page; in the first, where it takes more in all.
    fn fitting(&self, paper: Paper) -> Result<PagedDocument, PrintError> {
        let mut first = None;
        for size in SIZES {
            let document = typeset(self, paper, size)?;
            if document.pages().len() < 2 {
                return Ok(document);
            }
            first.get_or_insert(document);
        }
        first.ok_or(PrintError::Typeset { reasons: Vec::new() })
    }

    /// Every letter that is set.
    fn letters(&self) -> BTreeSet<char> {
        let head = &self.head;
        let mut said: Vec<&str> = vec![&head.title, &head.case, &head.as_of];
        said.extend(self.foot.iter().map(String::as_str));
        for block in &self.blocks {
            match block {
                Block::Heading(words) | Block::Paragraph(words) | Block::Note(words) => said.push(words),
                Block::List(items) => said.extend(items.iter().map(String::as_str)),
                Block::Table(table) => said.extend(table.rows.iter().flatten().map(String::as_str)),
                Block::Figure(figure) => said.push(&figure.caption),
                Block::Picture(picture) => said.push(&picture.caption),
            }
        }
        said.into_iter().flat_map(|words| data::set(words).chars().collect::<Vec<_>>()).collect()
    }
}

fn typeset(sheet: &Sheet, paper: Paper, size: i64) -> Result<PagedDocument, PrintError> {
    typst::compile::<PagedDocument>(&Desk::new(data::inputs(sheet, paper, size)))
        .output
        .map_err(|errors| reasons(&errors))
}

fn reasons(errors: &[typst::diag::SourceDiagnostic]) -> PrintError {
    PrintError::Typeset { reasons: errors.iter().map(|error| error.message.to_string()).collect() }
}
