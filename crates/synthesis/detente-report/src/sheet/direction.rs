//! Which way words are read, and where a stretch read from right to left stands among others.
//!
//! A name in Arabic or Hebrew letters inside a sentence of ours must not pull the figures and brackets after it to its own side, and
//! a cell that is such a name alone stands at its right edge.

/// Whether most letters are read from right to left.
pub(super) fn reads_left(words: &str) -> bool {
    let count = |wanted: fn(char) -> bool| words.chars().filter(|&letter| wanted(letter)).count();
    count(is_rightward) < count(is_leftward)
}

/// Whether any letter is read from right to left.
pub(super) fn has_leftward(words: &str) -> bool {
    words.chars().any(is_leftward)
}

/// A stretch of words that is read one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch<'a> {
    pub(super) words: &'a str,
    /// From right to left.
    pub(super) leftward: bool,
}

/// The words, cut where the direction changes. What has no direction of its own, figures among it, belongs to a stretch from right to
/// left only between two letters of it.
pub(super) fn stretches(words: &str) -> Vec<Stretch<'_>> {
    let mut out = Vec::new();
    let mut rest = words;
    while let Some(from) = rest.find(is_leftward) {
        let (before, inner) = rest.split_at(from);
        let until = inner.find(is_rightward).unwrap_or(inner.len());
        let (reach, _) = inner.split_at(until);
        let end =
            reach.char_indices().filter(|(_, letter)| is_leftward(*letter)).map(|(at, letter)| at + letter.len_utf8());
        let (stretch, after) = inner.split_at(end.last().unwrap_or(until));
        out.extend((!before.is_empty()).then_some(Stretch { words: before, leftward: false }));
        out.push(Stretch { words: stretch, leftward: true });
        rest = after;
    }
    out.extend((!rest.is_empty()).then_some(Stretch { words: rest, leftward: false }));
    out
}

/// The words with each stretch from right to left closed off from its surroundings (U+2067 and U+2069), where most is read from left
/// to right.
pub(super) fn isolated(words: &str) -> String {
    if !has_leftward(words) || reads_left(words) {
        return words.to_owned();
    }
    let closed = |stretch: Stretch<'_>| match stretch.leftward {
        true => format!("\u{2067}{}\u{2069}", stretch.words),
        false => stretch.words.to_owned(),
    };
    stretches(words).into_iter().map(closed).collect()
}

/// A letter, or a mark on one, that is read from right to left.
pub(super) fn is_leftward(letter: char) -> bool {
    let strong = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    strong && !matches!(letter, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}' | '\u{60c}')
}

fn is_rightward(letter: char) -> bool {
    letter.is_alphabetic() && !is_leftward(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{isolated, reads_left, stretches};

    #[test]
    fn a_name_is_closed_off_and_what_follows_stays_outside() {
        assert_eq!(isolated("Voices: שלום 3 (two)"), "Voices: \u{2067}שלום\u{2069} 3 (two)");
        assert_eq!(isolated("the שלום 3 שלום line of it"), "the \u{2067}שלום 3 שלום\u{2069} line of it");
        assert_eq!(isolated("مرحبا"), "مرحبا", "alone it has a paragraph of its own direction");
        assert!(reads_left("مرحبا 12 (a)") && !reads_left("12 abc مر"));
    }

    proptest! {
        #[test]
        fn nothing_is_lost(words in "[a-z 0-9אבגمرح\u{301}()\\[\\]]{0,40}") {
            let joined: String = stretches(&words).iter().map(|stretch| stretch.words).collect();
            prop_assert_eq!(joined, words);
        }
    }
}
