//! Where sentences end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::Lexicon;

/// The sentences of a paragraph, as ranges of bytes in it. A line break ends none: paragraphs are found before.
///
/// # Source
/// Sentence boundaries are those of \[UAX29\], joined again after abbreviations and initials.
pub(crate) fn sentences(paragraph: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let one_line: String = paragraph.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (start, piece) in one_line.split_sentence_bound_indices() {
        let end = start + piece.len();
        match found.last_mut().filter(|_| joins) {
            Some(last) => last.end = end,
            None => found.push(start..end),
        }
        joins = ends_in_abbreviation(piece, lexicon);
    }
    found
}

fn ends_in_abbreviation(piece: &str, lexicon: &Lexicon) -> bool {
    let Some(before) = piece.trim_end().strip_suffix('.') else { return false };
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    is_initial || lexicon.is_abbreviation(&last.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::lexicon::Lexicon;

    fn check(text: &str, wanted: &[&str]) {
        let found = sentences(text, &Lexicon::english());
        let found: Vec<&str> = found.into_iter().map(|range| text[range].trim()).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn sentences_end_at_full_stops_and_not_at_abbreviations() {
        check("Mr. Dorne agreed. Gen. A. Vik did not.", &["Mr. Dorne agreed.", "Gen. A. Vik did not."]);
        check("The U.N. Secretary left.\nNobody\nstayed!", &["The U.N. Secretary left.", "Nobody\nstayed!"]);
        check("\"No.\" He left.", &["\"No.\"", "He left."]);
    }
}
