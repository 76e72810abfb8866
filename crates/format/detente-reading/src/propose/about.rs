//! What a stance is about.

use std::ops::Range;

use detente_case::IssueIdx;

use super::Assembly;
use crate::issues::Hit;
use crate::lexicon::Form;
use crate::proposal::Stance;
use crate::sentence::Cue;

/// What a stance is about.
pub(super) struct About {
    pub(super) issues: Vec<IssueIdx>,
    pub(super) words: String,
    pub(super) penalty: u8,
    pub(super) end: usize,
}

impl Assembly<'_> {
    /// The issues a cue is about.
    pub(super) fn about(&self, cue: &Cue, limit: usize) -> Option<About> {
        let view = &self.found.view;
        let inside = cue.tokens.start + 1..limit;
        let before = view.start..cue.tokens.start;
        let backwards = cue.is_passive || cue.form == Form::Predicate;
        if let Some(about) = self.hit_in(before.clone(), true).filter(|_| backwards) {
            return Some(about);
        }
        if let Some(about) = self.hit_in(inside.clone(), false) {
            return Some(about);
        }
        let taken_up = (cue.tokens.end..limit).take(3).any(|at| view.lexicon.taken_up.at(view.tokens(), at).is_some())
            || cue.tokens.clone().skip(1).any(|at| view.lexicon.taken_up.at(view.tokens(), at).is_some());
        if taken_up {
            if let Some(about) = self.hit_in(before.clone(), true).map(|about| About { penalty: 15, ..about }) {
                return Some(about);
            }
            if !self.carried.issues.is_empty() {
                let issues = self.carried.issues.clone();
                return Some(About { issues, words: "what was spoken of before".to_owned(), penalty: 20, end: limit });
            }
        }
        let weak = self.weak_in(inside);
        let words_after =
            (cue.tokens.end..limit).filter(|&at| view.token(at).is_some_and(|token| token.is_word)).count();
        weak.or_else(|| {
            let is_bare = words_after <= 1 && matches!(cue.form, Form::Verb | Form::Phrase);
            self.hit_in(before, true)
                .filter(|_| is_bare || cue.stance == Stance::Condition)
                .map(|about| About { penalty: 15, ..about })
        })
    }

    /// The nearest words of an issue in a stretch: its first, or its last where it is looked at backwards; with those that
    /// "and" or "or" joins to them.
    pub(super) fn hit_in(&self, stretch: Range<usize>, backwards: bool) -> Option<About> {
        let fits = |hit: &&Hit| !hit.is_weak && stretch.start <= hit.tokens.start && hit.tokens.end <= stretch.end;
        let mut hits = self.found.hits.iter().filter(fits);
        let first = if backwards { hits.next_back() } else { hits.next() }?;
        let mut issues = first.issues.clone();
        let mut end = first.tokens.end;
        for hit in self.found.hits.iter().filter(fits).filter(|hit| first.tokens.end <= hit.tokens.start) {
            let link = end..hit.tokens.start;
            let joins = link.len() <= 2 && link.clone().any(|at| matches!(self.found.view.form(at), "and" | "or"));
            if !joins {
                break;
            }
            issues.extend(hit.issues.iter().filter(|issue| !first.issues.contains(issue)));
            end = hit.tokens.end;
        }
        Some(About { issues, words: self.found.view.words(&first.tokens), penalty: 0, end })
    }

    pub(super) fn weak_in(&self, stretch: Range<usize>) -> Option<About> {
        let fits = |hit: &&Hit| hit.is_weak && stretch.start <= hit.tokens.start && hit.tokens.end <= stretch.end;
        let hit = self.found.hits.iter().find(fits)?;
        let words = self.found.view.words(&hit.tokens);
        Some(About { issues: hit.issues.clone(), words, penalty: 20, end: hit.tokens.end })
    }
}
