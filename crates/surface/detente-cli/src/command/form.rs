//! The forms a sheet is written in, by the ending of its file.

use std::path::Path;

use detente::write_file;
use detente_report::sheet::{Paper, Sheet};

use crate::args::PaperName;
use crate::exit::Failure;
use crate::say::say;

/// How a sheet is written.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Text,
    Markdown,
    Html,
    Docx(Paper),
    #[cfg(feature = "pdf")]
    Pdf(Paper),
}

impl Form {
    /// The form that the file's ending names; text where there is no file.
    pub(super) fn of(output: Option<&Path>, paper: Option<PaperName>) -> Result<Self, Failure> {
        let size = match paper {
            Some(PaperName::Letter) => Paper::Letter,
            Some(PaperName::A4) | None => Paper::A4,
        };
        let ending = output.map(|path| path.extension().and_then(|ending| ending.to_str()).unwrap_or_default());
        let form = match ending {
            None | Some("txt") => Self::Text,
            Some("md") => Self::Markdown,
            Some("html") => Self::Html,
            Some("docx") => return Ok(Self::Docx(size)),
            Some("pdf") => return pdf(size),
            Some(_) => {
                let hint = "end the file's name in .txt, .md, .html, .docx or .pdf".to_owned();
                return Err(Failure::argument("a sheet is written as text, Markdown, HTML, DOCX or PDF", hint));
            }
        };
        if paper.is_some() {
            let hint = "leave out --paper, or write a .docx or .pdf; a page of HTML prints on either".to_owned();
            return Err(Failure::argument("only DOCX and PDF are made for a size of paper", hint));
        }
        Ok(form)
    }

    /// Writes the sheet to its file, or to standard output.
    pub(super) fn write(self, sheet: &Sheet, output: Option<&Path>) -> Result<(), Failure> {
        let bytes = match self {
            Self::Text => sheet.text().into_bytes(),
            Self::Markdown => sheet.markdown().into_bytes(),
            Self::Html => sheet.html().into_bytes(),
            Self::Docx(paper) => sheet.docx(paper)?,
            #[cfg(feature = "pdf")]
            Self::Pdf(paper) => sheet.pdf(paper)?,
        };
        match output {
            Some(path) => write_file(path, bytes)?,
            None => say(&sheet.text()),
        }
        Ok(())
    }
}

#[cfg(feature = "pdf")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature it fails")]
fn pdf(paper: Paper) -> Result<Form, Failure> {
    Ok(Form::Pdf(paper))
}

#[cfg(not(feature = "pdf"))]
fn pdf(_paper: Paper) -> Result<Form, Failure> {
    let hint = "build it with PDF: cargo build --release -p detente-cli --features pdf (minutes, once); or write .html and print \
                that to PDF"
        .to_owned();
    Err(Failure::argument("this detente was built without PDF", hint))
}
