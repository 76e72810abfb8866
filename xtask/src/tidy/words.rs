//! Whole words and phrases in text.

/// Whether `phrase` stands in `text` with no letter or digit touching either end.
pub(super) fn contains_phrase(text: &str, phrase: &str) -> bool {
    phrases(text, phrase).next().is_some()
}

/// Every place in `text` where `phrase` stands as whole words: what is before it and what is after.
pub(super) fn phrases<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    text.match_indices(phrase).filter_map(move |(start, _)| {
        let (before, after) = (&text[..start], &text[start + phrase.len()..]);
        let touches = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
        let whole = !touches(before.chars().next_back()) && !touches(after.chars().next());
        (whole && !phrase.is_empty()).then_some((before, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_only() {
        assert!(contains_phrase("in Westland, today", "Westland"));
        assert!(contains_phrase("id = \"west-land\"", "west-land"));
        assert!(!contains_phrase("Westlanders", "Westland"));
        assert!(!contains_phrase("anything", ""));
    }
}
