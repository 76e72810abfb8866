//! A language model as a second reader: what it is asked, and what of its answer can be checked and therefore stays.
//!
//! This crate sends nothing. It cuts the text into pieces, says what to ask about each, and holds an answer against the text and
//! the case: only words that stand in the document come out, said by somebody of it, on an issue and with a stance that the case
//! and the rules know. Nothing a model writes in words of its own is kept, so a document that gives it orders gains nothing
//! but a worse list. An answer is not reproducible and decides nothing; a person accepts or rejects it.

mod answer;
mod ask;
mod check;
mod folded;
mod merge;
mod pieces;

use std::collections::BTreeMap;
use std::ops::Range;

pub use ask::Question;
pub use merge::merge;

use crate::proposal::Proposal;
use crate::propose::Reader;
use crate::text::{Paragraph, paragraphs};
use check::Named;
use folded::Folded;

/// Why something a model proposed is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// Its answer about a piece is not the JSON that was asked for.
    Unreadable,
    /// A proposal has not the form that was asked for.
    Form,
    /// More proposals about a piece than are looked at.
    TooMany,
    /// The quote is longer than 40 words.
    TooLong,
    /// The quote does not stand in the piece.
    NotInText,
    /// The quote stands in the document more than once, and what stands before it does not say which is meant.
    NotOnce,
    /// The party or speaker is neither of the case nor of the document.
    NotKnown,
    /// The document does not name the speaker.
    NotNamed,
    /// The issue is not one of the case's.
    NoIssue,
    /// The stance is none of those there are.
    NoStance,
    /// The condition does not stand in the piece.
    NoCondition,
}

impl Dropped {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Form => "form",
            Self::TooMany => "too-many",
            Self::TooLong => "too-long",
            Self::NotInText => "not-in-text",
            Self::NotOnce => "not-once",
            Self::NotKnown => "not-known",
            Self::NotNamed => "not-named",
            Self::NoIssue => "no-issue",
            Self::NoStance => "no-stance",
            Self::NoCondition => "no-condition",
        }
    }

    /// What was wrong, after "dropped because".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Unreadable => "the whole answer about a piece is not the JSON asked for",
            Self::Form => "a field is missing or of another kind",
            Self::TooMany => "they come after the two hundredth about one piece",
            Self::TooLong => "the quote has more than 40 words",
            Self::NotInText => "the quote does not stand in what the model was given",
            Self::NotOnce => "the quote stands in the document more than once",
            Self::NotKnown => "party or speaker is not known to the case or the document",
            Self::NotNamed => "the document does not name the speaker",
            Self::NoIssue => "the issue is none of the case",
            Self::NoStance => "there is no such stance",
            Self::NoCondition => "the condition does not stand in what the model was given",
        }
    }
}

/// What an answer left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What could be checked, in order of place.
    pub proposals: Vec<Proposal>,
    /// How many were not kept, by reason.
    pub dropped: BTreeMap<Dropped, usize>,
}

impl Checked {
    /// Adds what another piece left.
    pub fn add(&mut self, other: Self) {
        self.proposals.extend(other.proposals);
        for (reason, count) in other.dropped {
            *self.dropped.entry(reason).or_default() += count;
        }
    }
}

/// One document made ready to be read by a model and to have the model's answers checked.
pub struct ForModel<'r> {
    reader: &'r Reader<'r>,
    text: &'r str,
    paragraphs: Vec<Paragraph>,
    folded: Folded,
    named: Named,
}

impl<'r> ForModel<'r> {
    /// Makes `text` ready.
    ///
    /// # Cost
    /// Linear in the text.
    pub fn new(reader: &'r Reader<'r>, text: &'r str) -> Self {
        let paragraphs = paragraphs(text, &reader.lexicon);
        let named = Named::of(reader, &paragraphs);
        Self { reader, text, folded: Folded::of(text), paragraphs, named }
    }

    /// The stretches, in bytes, about which a model is asked one after the other: whole paragraphs where they fit, together
    /// everything but blanks.
    pub fn pieces(&self) -> Vec<Range<usize>> {
        pieces::pieces(self.text)
    }

    /// What to ask about a piece.
    pub fn question(&self, piece: &Range<usize>) -> Question {
        ask::question(self.reader.case, self.text.get(piece.clone()).unwrap_or_default())
    }

    /// What of a model's answer about `piece` holds against text and case.
    ///
    /// # Cost
    /// Per proposal linear in the text; at most two hundred proposals are looked at.
    pub fn check(&self, piece: &Range<usize>, answer: &str) -> Checked {
        check::checked(self, piece, answer)
    }
}
