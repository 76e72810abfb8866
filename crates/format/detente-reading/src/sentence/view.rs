//! A sentence and what it is read with.

use std::ops::Range;

use crate::actors::Actors;
use crate::lexicon::Lexicon;
use crate::text::{Paragraph, Token};

/// A sentence of a paragraph; tokens are counted in the paragraph.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) text: &'a str,
    pub(crate) paragraph: &'a Paragraph,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) actors: &'a Actors<'a>,
}

impl<'a> View<'a> {
    pub(crate) fn tokens(&self) -> &'a [Token] {
        &self.paragraph.tokens
    }

    /// The token at `at`, inside the sentence.
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens().get(at).filter(|_| self.start <= at && at < self.end)
    }

    /// The form of the token at `at`; empty outside the sentence.
    pub(crate) fn form(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.form.as_str())
    }

    /// The form of the token before `at`.
    pub(crate) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.form(at))
    }

    /// The bytes from the first to the last of `tokens`.
    pub(crate) fn bytes(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let first = self.tokens().get(tokens.start)?;
        let last = self.tokens().get(tokens.end.checked_sub(1)?)?;
        (first.start < last.end).then_some(first.start..last.end)
    }

    /// The words of `tokens`, as they stand, on one line.
    pub(crate) fn words(&self, tokens: &Range<usize>) -> String {
        let words = self.bytes(tokens).and_then(|bytes| self.text.get(bytes)).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Which quotation of the paragraph holds token `at`.
    pub(crate) fn quotation(&self, at: usize) -> Option<usize> {
        let quotations = &self.paragraph.quotations;
        let rank = quotations.partition_point(|quotation| quotation.end <= at);
        quotations.get(rank).filter(|quotation| quotation.contains(&at)).map(|_| rank)
    }
}

/// Whether a token ends a clause whatever follows.
pub(crate) fn is_break(form: &str) -> bool {
    matches!(form, ";" | ":" | "." | "?" | "!" | "\u{2014}" | "\u{2013}")
}
