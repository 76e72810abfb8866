//! Paragraphs: what belongs together on the page.

use std::ops::Range;

use super::quotations::quotations;
use super::sentences::sentences;
use super::tokens::{Token, tokens};
use crate::lexicon::Lexicon;

/// A paragraph. Ranges of bytes are in the document, ranges of tokens in `tokens`.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    /// Its words and marks.
    pub(crate) tokens: Vec<Token>,
    /// Its sentences, none longer than [`MAX_TOKENS`].
    pub(crate) sentences: Vec<Range<usize>>,
    /// What stands between quotation marks.
    pub(crate) quotations: Vec<Range<usize>>,
    /// Whether it is a headline: short, and without a mark at its end.
    pub(crate) is_headline: bool,
    /// Whether it ends with a colon, so that the next one is what was said.
    pub(crate) introduces: bool,
}

/// A longer sentence is divided here, so that no text takes more than linear time.
const MAX_TOKENS: usize = 400;
/// A headline has at most so many words.
const HEADLINE: usize = 16;

/// The paragraphs of a text. Where lines end in the middle of sentences they were broken at a width, and an empty line, or a
/// short one at the end of a sentence, ends a paragraph; else each line is one.
pub(crate) fn paragraphs(text: &str, lexicon: &Lexicon) -> Vec<Paragraph> {
    blocks(text).into_iter().filter_map(|block| paragraph(text, block, lexicon)).collect()
}

fn blocks(text: &str) -> Vec<Range<usize>> {
    let widest = is_broken(text).then(|| text.lines().map(|line| line.chars().count()).max().unwrap_or(0));
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        if line.trim().is_empty() {
            joins = false;
            continue;
        }
        match found.last_mut().filter(|_| joins) {
            Some(last) => last.end = range.end,
            None => found.push(range),
        }
        joins = widest.is_some_and(|widest| !ends_sentence(line) || 3 * widest <= 4 * line.trim().chars().count());
    }
    found
}

/// Whether most lines that another follows end in the middle of a sentence.
fn is_broken(text: &str) -> bool {
    let (mut all, mut open) = (0_usize, 0_usize);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let is_followed = lines.peek().is_some_and(|next| !next.trim().is_empty()) && !line.trim().is_empty();
        all += usize::from(is_followed);
        open += usize::from(is_followed && !ends_sentence(line));
    }
    all < 2 * open
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '!', '?', ':', '"', '\u{201D}', '\u{BB}', ')'])
}

fn paragraph(text: &str, block: Range<usize>, lexicon: &Lexicon) -> Option<Paragraph> {
    let inside = text.get(block.clone())?;
    let tokens = tokens(inside, block.start);
    let to_tokens = |range: Range<usize>| {
        let place = |byte: usize| tokens.partition_point(|token| token.start < block.start + byte);
        place(range.start)..place(range.end)
    };
    let sentences = sentences(inside, lexicon)
        .into_iter()
        .map(to_tokens)
        .flat_map(|sentence| clauses(&tokens, sentence))
        .flat_map(divided)
        .collect();
    let quotations = quotations(inside).into_iter().map(to_tokens).collect();
    let end = inside.trim_end();
    let ends = ends_sentence(end) || end.ends_with([';', ',']);
    let words = tokens.iter().filter(|token| token.is_word).count();
    let introduces = end.ends_with(':');
    Some(Paragraph { is_headline: !ends && words <= HEADLINE, introduces, sentences, quotations, tokens })
}

/// A sentence divided after each semicolon: its parts have subjects and attributions of their own.
fn clauses(tokens: &[Token], sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = sentence.start;
    for at in sentence.clone() {
        if tokens.get(at).is_some_and(|token| token.form == ";") {
            found.push(from..at + 1);
            from = at + 1;
        }
    }
    found.push(from..sentence.end);
    found
}

fn divided(sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = sentence;
    (start..end).step_by(MAX_TOKENS).map(move |from| from..from.saturating_add(MAX_TOKENS).min(end))
}

#[cfg(test)]
mod tests {
    use super::{MAX_TOKENS, paragraphs};
    use crate::lexicon::Lexicon;

    fn of(text: &str) -> Vec<String> {
        super::blocks(text).into_iter().map(|block| text[block].trim().to_owned()).collect()
    }

    #[test]
    fn a_long_line_is_a_paragraph_and_broken_lines_are_one_together() {
        let long = "word ".repeat(40);
        let long = format!("{long}end.");
        assert_eq!(of(&format!("Headline\n{long}\n{long}")).len(), 3);
        assert_eq!(of("One line\nand its rest.\n\nAnother."), ["One line\nand its rest.", "Another."]);
        assert_eq!(of("No empty line.\nSo each is one."), ["No empty line.", "So each is one."]);
        assert_eq!(of("A line that is broken at\nits width.\nAnother that is broken\nas well.").len(), 2);
        assert!(of(" \n\n").is_empty());
    }

    #[test]
    fn no_sentence_is_longer_than_its_limit() {
        let text = "word ".repeat(3 * MAX_TOKENS + 1);
        let found = paragraphs(&text, &Lexicon::english());
        let lengths: Vec<usize> = found[0].sentences.iter().map(ExactSizeIterator::len).collect();
        assert_eq!(lengths, [MAX_TOKENS, MAX_TOKENS, MAX_TOKENS, 1]);
    }

    #[test]
    fn a_headline_is_short_and_open() {
        let found = paragraphs("Talks resume\n\nThey resumed.", &Lexicon::english());
        assert_eq!(found.iter().map(|paragraph| paragraph.is_headline).collect::<Vec<_>>(), [true, false]);
    }
}
