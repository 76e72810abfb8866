//! Pieces a small model can hold in mind.

use std::ops::Range;

/// The most bytes of a piece; some thousand words of a model's own.
const MOST: usize = 6_000;

/// The text in stretches of at most [`MOST`] bytes that end at empty lines where one is there, else at line ends, else between
/// words, else between characters. Blanks at their ends belong to none.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let length = length(rest);
        let piece = rest.get(..length).unwrap_or(rest);
        let blank = piece.len() - piece.trim_start().len();
        let inside = piece.trim();
        if !inside.is_empty() {
            found.push(from + blank..from + blank + inside.len());
        }
        from += length.max(1);
    }
    found
}

fn length(rest: &str) -> usize {
    if rest.len() <= MOST {
        return rest.len();
    }
    let most = (1..=MOST).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
    let head = rest.get(..most).unwrap_or(rest);
    let late = |at: &usize| MOST / 4 < *at;
    let cut = head.rfind("\n\n").map(|at| at + 2).filter(late);
    let cut = cut.or_else(|| head.rfind('\n').map(|at| at + 1).filter(late));
    let cut = cut.or_else(|| head.rfind(char::is_whitespace).filter(late));
    cut.unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::{MOST, pieces};

    fn together(text: &str) -> String {
        pieces(text).into_iter().flat_map(|piece| text[piece].split_whitespace()).collect()
    }

    #[test]
    fn pieces_are_short_end_at_paragraphs_and_lose_nothing() {
        let paragraph = format!("{}end.", "word ".repeat(300));
        let text = [paragraph.as_str(); 9].join("\n\n");
        let found = pieces(&text);
        assert_eq!(found.len(), 3);
        for piece in &found {
            assert!(piece.len() <= MOST && text[piece.clone()].ends_with("end."));
        }
        assert_eq!(together(&text), text.split_whitespace().collect::<String>());
    }

    #[test]
    fn what_has_no_blank_is_cut_between_characters() {
        let text = "é".repeat(MOST);
        assert_eq!(together(&text), text);
        assert!(pieces(&text).iter().all(|piece| piece.len() <= MOST));
        assert_eq!(pieces(" \n\n "), []);
        assert_eq!(pieces(&" ".repeat(3 * MOST)), []);
    }
}
