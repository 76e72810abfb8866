//! Words and marks.

use unicode_segmentation::UnicodeSegmentation;

/// A word or a mark of punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte, in the document.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// In lower case, with straight apostrophes and without a possessive ending.
    pub(crate) form: String,
    /// The form without a plural ending.
    pub(crate) stem: String,
    /// Whether a possessive ending was there.
    pub(crate) is_possessive: bool,
    /// Whether it begins with a capital.
    pub(crate) is_capital: bool,
    /// Whether it is a word or number, and no mark.
    pub(crate) is_word: bool,
}

/// The tokens of `text`, which begins at byte `offset` of the document. A hyphen inside a word divides it and is no token.
///
/// # Source
/// Word boundaries are those of \[UAX29\].
pub(crate) fn tokens(text: &str, offset: usize) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut is_joined = false;
    let mut pieces = text.split_word_bound_indices().peekable();
    while let Some((at, piece)) = pieces.next() {
        if piece.chars().all(char::is_whitespace) {
            is_joined = false;
            continue;
        }
        let is_word = piece.chars().any(char::is_alphanumeric) || piece == "%";
        let before_word = pieces.peek().is_some_and(|(_, next)| next.chars().any(char::is_alphanumeric));
        let is_hyphen = matches!(piece, "-" | "\u{2010}" | "\u{2011}") && is_joined && before_word;
        is_joined = is_word || is_hyphen;
        if !is_hyphen {
            found.push(token(piece, offset + at, is_word));
        }
    }
    found
}

fn token(piece: &str, start: usize, is_word: bool) -> Token {
    let lower = piece.to_lowercase().replace('\u{2019}', "'");
    let (form, is_possessive) = match lower.strip_suffix("'s") {
        Some(owner) if !owner.is_empty() => (owner.to_owned(), true),
        _ => (lower, false),
    };
    Token {
        start,
        end: start + piece.len(),
        stem: stem(&form),
        form,
        is_possessive,
        is_capital: piece.starts_with(char::is_uppercase),
        is_word,
    }
}

/// A word without its plural ending; enough to hold "monitor" against "monitors".
pub(crate) fn stem(form: &str) -> String {
    let long = 4 <= form.chars().count();
    if let Some(stem) = form.strip_suffix("ies").filter(|_| long) {
        return format!("{stem}y");
    }
    let keeps = ["ss", "us", "is"].iter().any(|end| form.ends_with(end));
    match form.strip_suffix('s').filter(|_| long && !keeps) {
        Some(stem) => stem.to_owned(),
        None => form.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, wanted: &[&str]) {
        let found = tokens(text, 0);
        let forms: Vec<&str> = found.iter().map(|token| token.form.as_str()).collect();
        assert_eq!(forms, wanted, "{text}");
        for token in &found {
            assert!(text.get(token.start..token.end).is_some(), "{token:?}");
        }
    }

    #[test]
    fn words_are_apart_from_marks() {
        check("Eastland’s cease-fire, at 50%.", &["eastland", "cease", "fire", ",", "at", "50", "%", "."]);
        check("the U.N.- led talks – no", &["the", "u.n", ".", "-", "led", "talks", "–", "no"]);
        check("", &[]);
    }

    #[test]
    fn plurals_have_the_stem_of_their_singular() {
        let stem = |text: &str| tokens(text, 0).into_iter().map(|token| token.stem).collect::<String>();
        assert_eq!(
            [stem("monitors"), stem("parties"), stem("status"), stem("gas")],
            ["monitor", "party", "status", "gas"]
        );
    }
}
