//! A sheet as DOCX, for people who will edit it: styles, tables whose heads repeat, head and foot with the number of the page.
//!
//! Written by hand, a part per file: a dozen elements of `WordprocessingML` are all it takes, and the same sheet is the same bytes.

mod body;
mod frame;
mod package;
mod parts;

use super::document::Sheet;
use super::paper::Paper;
use crate::PrintError;

impl Sheet {
    /// The sheet as an Office Open XML document.
    ///
    /// # Errors
    /// [`PrintError::Packed`] and [`PrintError::Part`], which nothing in a sheet brings about.
    /// # Source
    /// ECMA-376, part 1, 5th edition.
    pub fn docx(&self, paper: Paper) -> Result<Vec<u8>, PrintError> {
        let dated = self.head.date.map_or_else(|| "1980-01-01".to_owned(), |date| date.to_string());
        package::packed(&[
            ("[Content_Types].xml", parts::TYPES.to_owned()),
            ("_rels/.rels", parts::RELATIONS.to_owned()),
            ("docProps/core.xml", frame::properties(&self.head, &dated)),
            ("word/document.xml", body::document(self, paper)),
            ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
            ("word/styles.xml", parts::STYLES.to_owned()),
            ("word/numbering.xml", parts::NUMBERING.to_owned()),
            ("word/settings.xml", parts::SETTINGS.to_owned()),
            ("word/header1.xml", frame::header(&self.head)),
            ("word/footer1.xml", frame::footer(&self.foot)),
        ])
    }
}
