//! Phrases looked up in a text, the longest first.

use std::collections::BTreeMap;

use crate::text::{Token, tokens};

/// How a word of a phrase is held against a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Letter for letter, case aside.
    Form,
    /// Letter for letter; a capital of the phrase must be one in the text.
    Name,
    /// Plural endings aside.
    Stem,
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word {
        text: String,
        is_capital: bool,
    },
    /// One to [`GAP`] words.
    Gap,
}

/// The most words a `*` stands for.
const GAP: usize = 4;

/// Phrases, each with what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    by: By,
    by_first: BTreeMap<String, Vec<(Vec<Part>, T)>>,
}

impl<T: Clone> Phrases<T> {
    pub(crate) fn new(by: By) -> Self {
        Self { by, by_first: BTreeMap::new() }
    }

    /// Adds `phrase`; one without a word is not added.
    pub(crate) fn add(&mut self, phrase: &str, stands_for: T) {
        let mut parts: Vec<Part> = Vec::new();
        for word in phrase.split_whitespace() {
            if word == "*" {
                parts.push(Part::Gap);
                continue;
            }
            parts.extend(
                tokens(word, 0)
                    .into_iter()
                    .filter(|token| token.is_word)
                    .map(|token| Part::Word { text: self.key(&token).to_owned(), is_capital: token.is_capital }),
            );
        }
        let Some(Part::Word { text, .. }) = parts.first() else { return };
        self.by_first.entry(text.clone()).or_default().push((parts, stands_for));
    }

    /// The longest phrase that begins at token `at`: how many tokens it takes, and everything it stands for.
    pub(crate) fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, Vec<T>)> {
        let first = tokens.get(at)?;
        let mut longest = 0;
        let mut found = Vec::new();
        for (parts, stands_for) in self.by_first.get(self.key(first))? {
            let Some(length) = self.length(parts, tokens.get(at..).unwrap_or_default()) else { continue };
            if longest < length {
                found.clear();
                longest = length;
            }
            if length == longest {
                found.push(stands_for.clone());
            }
        }
        (0 < longest).then_some((longest, found))
    }

    fn key<'t>(&self, token: &'t Token) -> &'t str {
        if self.by == By::Stem { &token.stem } else { &token.form }
    }

    /// How many tokens `parts` take at the beginning of `tokens`; the shortest gap is taken.
    fn length(&self, parts: &[Part], tokens: &[Token]) -> Option<usize> {
        let Some((part, rest)) = parts.split_first() else { return Some(0) };
        match part {
            Part::Word { text, is_capital } => {
                let token = tokens.first()?;
                let fits = self.key(token) == text && (self.by != By::Name || !is_capital || token.is_capital);
                (token.is_word && fits).then(|| self.length(rest, tokens.get(1..)?)).flatten().map(|length| length + 1)
            }
            Part::Gap => (1..=GAP)
                .take_while(|&gap| tokens.get(gap - 1).is_some_and(|token| token.is_word))
                .find_map(|gap| self.length(rest, tokens.get(gap..)?).map(|length| length + gap)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{By, Phrases};
    use crate::text::tokens;

    fn check(by: By, phrases: &[&str], text: &str, wanted: Option<(usize, &[usize])>) {
        let mut index = Phrases::new(by);
        phrases.iter().enumerate().for_each(|(rank, phrase)| index.add(phrase, rank));
        let found = index.at(&tokens(text, 0), 0);
        assert_eq!(found.as_ref().map(|(length, found)| (*length, found.as_slice())), wanted, "{text}");
    }

    #[test]
    fn the_longest_phrase_is_found() {
        check(By::Form, &["rule out", "rule out the"], "rule out the bridge", Some((3, &[1])));
        check(By::Form, &["rule * out"], "rule all this out now", Some((4, &[0])));
        check(By::Form, &["rule * out"], "rule out", None);
        check(By::Stem, &["armed monitor", "armed monitors"], "armed monitors", Some((2, &[0, 1])));
        check(By::Name, &["the Union"], "the union", None);
        check(By::Name, &["the Union"], "The Union", Some((2, &[0])));
    }
}
