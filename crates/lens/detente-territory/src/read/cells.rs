//! A table of comma-separated values as cells, each with its place.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use detente_base::{FileId, Span};

/// What stands between two commas, without blanks and quotation marks around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) span: Span,
}

/// The rows of a table, as cells: RFC 4180, with lines that begin with `#` and empty lines passed over. A quotation mark left open
/// takes everything after it, which then shows as a row that is too short or a cell that is too long.
///
/// # Cost
/// Linear in the text.
pub(super) fn rows(file: FileId, text: &str) -> Vec<Vec<Cell>> {
    let bytes = text.as_bytes();
    let mut reader: Reader = ReaderBuilder::new().comment(Some(b'#')).build();
    let mut out = vec![0; bytes.len() + 1];
    let (mut at, mut from, mut written) = (0, 0, 0);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let room = out.get_mut(written..).unwrap_or_default();
        let (result, read, wrote) = reader.read_field(rest, room);
        at += read;
        written += wrote;
        match result {
            ReadFieldResult::InputEmpty => {}
            // The room is as long as the text, and a cell is never longer than it is written.
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
            ReadFieldResult::Field { record_end } => {
                let value = String::from_utf8_lossy(out.get(..written).unwrap_or_default());
                let span = place(bytes, from, at, row.is_empty());
                row.push(Cell { text: value.trim().to_owned(), span: Span::new(file, span.0, span.1) });
                (from, written) = (at, 0);
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
        }
    }
    rows
}

/// Where the value lies in what was read for it: without the lines passed over before it, the comma or line end after it, blanks
/// and quotation marks.
fn place(bytes: &[u8], from: usize, to: usize, begins_row: bool) -> (usize, usize) {
    let raw = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    let (mut from, mut to) = (from, to);
    if from == 0 && bytes.starts_with(b"\xef\xbb\xbf") {
        from = 3;
    }
    while begins_row && from < to {
        match raw(from, to) {
            [b'\n' | b'\r', ..] => from += 1,
            [b'#', ..] => from += raw(from, to).iter().take_while(|byte| **byte != b'\n').count(),
            _ => break,
        }
    }
    if let [.., b',' | b'\n' | b'\r'] = raw(from, to) {
        to -= 1;
    }
    while let [.., b' ' | b'\t' | b'\r'] = raw(from, to) {
        to -= 1;
    }
    while let [b' ' | b'\t', ..] = raw(from, to) {
        from += 1;
    }
    if let [b'"', ..] = raw(from, to) {
        from += 1;
        to -= usize::from(matches!(raw(from, to), [.., b'"']));
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let found = rows(FileId(0), text);
        let texts: Vec<Vec<&str>> =
            found.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(texts, expected, "{text:?}");
        for cell in found.iter().flatten().filter(|cell| !cell.text.contains('"')) {
            assert_eq!(text[cell.span.start..cell.span.end].trim(), cell.text, "{text:?}");
        }
    }

    #[test]
    fn cells_are_read_with_their_place() {
        check("id,name\na,b\n", &[&["id", "name"], &["a", "b"]]);
        check("id , name\r\n\r\n# said so\r\n a,\"b, c\"", &[&["id", "name"], &["a", "b, c"]]);
        check("#a\n\n#b\nx,,\n", &[&["x", "", ""]]);
        check("\u{feff}id,name\nь,é", &[&["id", "name"], &["ь", "é"]]);
        check("a,\"say \"\"b\"\"\"\n", &[&["a", "say \"b\""]]);
        check("", &[]);
        check("a,\"b\nc", &[&["a", "b\nc"]]);
    }

    proptest! {
        #[test]
        fn every_place_is_in_the_text(text in "[a,\"\n\r #é]{0,40}") {
            for cell in rows(FileId(0), &text).iter().flatten() {
                prop_assert!(cell.span.start <= cell.span.end && cell.span.end <= text.len());
                prop_assert!(text.is_char_boundary(cell.span.start) && text.is_char_boundary(cell.span.end));
            }
        }
    }
}
