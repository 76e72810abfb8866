//! What can keep a sheet from being written.

use thiserror::Error;

/// Why a sheet cannot be written in a form.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The fonts of a PDF have no shape for letters that the sheet holds.
    #[error("the fonts of a PDF have no shape for {}", named(letters))]
    NoShape {
        /// The letters, each once.
        letters: Vec<char>,
    },
    /// A page was not typeset, which nothing in a case should bring about.
    #[error("the page was not typeset: {}", reasons.join("; "))]
    Typeset {
        /// Why, in the typesetter's words.
        reasons: Vec<String>,
    },
    /// The parts of a document were not packed into one file.
    #[error("the document was not packed")]
    Packed(#[from] zip::result::ZipError),
    /// As [`PrintError::Packed`], while a part was written.
    #[error("a part of the document was not packed")]
    Part(#[from] std::io::Error),
}

fn named(letters: &[char]) -> String {
    const MOST: usize = 8;
    let more = if MOST < letters.len() { " and others" } else { "" };
    let named: Vec<String> =
        letters.iter().take(MOST).map(|&letter| format!("“{letter}” (U+{:04X})", u32::from(letter))).collect();
    format!("{}{more}", named.join(", "))
}
