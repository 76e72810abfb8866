//! What stands between quotation marks.

use std::ops::Range;

/// The stretches inside quotation marks of a paragraph, as ranges of its bytes, marks excluded. One that is never closed
/// reaches to the paragraph's end, as newspapers write a quotation of several paragraphs.
pub(crate) fn quotations(paragraph: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, mark) in paragraph.char_indices() {
        match open {
            Some((start, closing)) if mark == closing => {
                found.push(start..at);
                open = None;
            }
            Some(_) => {}
            None => open = closing(mark).map(|closing| (at + mark.len_utf8(), closing)),
        }
    }
    if let Some((start, _)) = open {
        found.push(start..paragraph.len());
    }
    found
}

/// The mark that closes what `mark` opens.
fn closing(mark: char) -> Option<char> {
    match mark {
        '"' => Some('"'),
        '\u{201C}' => Some('\u{201D}'),
        '\u{201E}' => Some('\u{201C}'),
        '\u{AB}' => Some('\u{BB}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn quotations_are_found_with_every_kind_of_mark() {
        let check = |text: &str, wanted: &[&str]| {
            let found: Vec<&str> = quotations(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, wanted);
        };
        check("He said \"no\" and “never again”.", &["no", "never again"]);
        check("«Ja», „nein“, it's “open", &["Ja", "nein", "open"]);
        check("none", &[]);
    }
}
