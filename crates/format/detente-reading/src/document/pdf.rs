//! The characters of a PDF's pages.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use detente_base::{Diagnostic, Span};
use flate2::read::ZlibDecoder;
use lopdf::Document;

use super::page::page;
use crate::codes;

/// The most pages that are read.
const MAX_PAGES: usize = 5000;
/// The most bytes that a PDF's streams may unpack to, so that a small file cannot fill the memory.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;

/// Why a PDF has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// It is broken.
    Unreadable,
    /// It has a password.
    Locked,
    /// It unpacks to more than is read.
    TooLarge,
    /// It has pages, and no characters on them.
    Image,
}

impl Problem {
    pub(super) fn diagnostic(self, span: Span) -> Diagnostic {
        let (code, message, label, hint) = match self {
            Self::Unreadable => (
                &codes::PDF_UNREADABLE,
                "this PDF cannot be read",
                "its structure is broken, or of a kind that is not known here",
                "open it and save its text as a plain text file",
            ),
            Self::Locked => (
                &codes::PDF_UNREADABLE,
                "this PDF is locked",
                "it needs a password",
                "open it with its password and save its text as a plain text file",
            ),
            Self::TooLarge => (
                &codes::DOCUMENT_TOO_LARGE,
                "this PDF unpacks to more than is read",
                "at most 5,000 pages and 256 MB",
                "save the pages that matter as a document of their own",
            ),
            Self::Image => (
                &codes::PDF_IS_IMAGE,
                "this PDF holds pictures of pages and no text",
                "no character on any page",
                "let a program for text recognition read it, check what it read, and give the text",
            ),
        };
        Diagnostic::new(code, message).at(span, label).hint(hint)
    }
}

/// The text of a PDF, a page after the other.
///
/// The library behind it is well kept and still meets, in broken files, states it does not expect; such a file is unreadable
/// and nothing worse.
pub(super) fn text(bytes: &[u8]) -> Result<String, Problem> {
    if unpacks_to_more(bytes) {
        return Err(Problem::TooLarge);
    }
    catch_unwind(AssertUnwindSafe(|| pages(bytes))).unwrap_or(Err(Problem::Unreadable))
}

fn pages(bytes: &[u8]) -> Result<String, Problem> {
    let document = Document::load_mem(bytes).ok().ok_or(Problem::Unreadable)?;
    if document.is_encrypted() {
        return Err(Problem::Locked);
    }
    let pages: Vec<lopdf::ObjectId> = document.get_pages().into_values().collect();
    if MAX_PAGES < pages.len() {
        return Err(Problem::TooLarge);
    }
    let texts: Vec<String> = pages.iter().map(|&of| mended(&page(&document, of))).collect();
    let text = texts.join("\n\n");
    match (pages.is_empty(), text.chars().any(char::is_alphanumeric)) {
        (true, _) => Err(Problem::Unreadable),
        (false, false) => Err(Problem::Image),
        (false, true) => Ok(text.trim().to_owned() + "\n"),
    }
}

/// A page's lines as prose: a word that a line's end divided is whole again, ligatures are letters, control characters gone.
fn mended(page: &str) -> String {
    let mut text = String::new();
    for line in page.lines().map(str::trim_end) {
        let divided = text.strip_suffix("-\n").is_some_and(|before| before.ends_with(char::is_lowercase))
            && line.starts_with(char::is_lowercase);
        if divided {
            text.truncate(text.len() - 2);
        }
        let plain = line.chars().filter(|c| !c.is_control() && *c != '\u{AD}');
        plain.for_each(|c| match c {
            '\u{FB00}' => text.push_str("ff"),
            '\u{FB01}' => text.push_str("fi"),
            '\u{FB02}' => text.push_str("fl"),
            '\u{FB03}' => text.push_str("ffi"),
            '\u{FB04}' => text.push_str("ffl"),
            other => text.push(other),
        });
        text.push('\n');
    }
    text
}

/// Whether the packed streams of a file unpack to more than is read.
fn unpacks_to_more(bytes: &[u8]) -> bool {
    const STREAM: &[u8] = b"stream";
    let mut left = MAX_UNPACKED;
    let mut at = 0;
    while let Some(found) =
        bytes.get(at..).and_then(|rest| rest.windows(STREAM.len()).position(|window| window == STREAM))
    {
        at += found + STREAM.len();
        let rest = bytes.get(at..).unwrap_or_default();
        let line_end = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let packed = rest.get(line_end..).unwrap_or_default();
        if line_end == 0 || packed.first() != Some(&0x78) {
            continue;
        }
        let mut decoder = ZlibDecoder::new(packed);
        let mut buffer = [0_u8; 16 * 1024];
        while let Ok(read @ 1..) = decoder.read(&mut buffer) {
            let read = u64::try_from(read).unwrap_or(u64::MAX);
            if left < read {
                return true;
            }
            left -= read;
        }
        at += usize::try_from(decoder.total_in()).unwrap_or(0).min(packed.len()) + line_end;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn lines_of_a_page_are_mended() {
        assert_eq!(mended("The negoti-\nation of ﬁsh\nends"), "The negotiation of fish\nends\n");
        assert_eq!(mended("Anglo-\nSaxon"), "Anglo-\nSaxon\n");
    }
}
