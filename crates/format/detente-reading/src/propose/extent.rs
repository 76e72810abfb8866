//! Which words of a sentence belong to a stance.

use std::ops::Range;

use super::Assembly;
use super::holder::Holder;
use crate::issues::Hit;
use crate::lexicon::Form;
use crate::proposal::{MAX_QUOTE_WORDS, Stance};
use crate::sentence::{Condition, Cue};

impl Assembly<'_> {
    /// Where what a cue is about ends: at the next cue's clause, at a condition, at a break.
    pub(super) fn limit(&self, rank: usize, cue: &Cue) -> usize {
        let found = self.found;
        let view = &found.view;
        let mut limit = view.end;
        if let Some(next) = found.cues.get(rank + 1) {
            let subject = found.mentions.iter().rev().find(|mention| {
                let is_after = cue.tokens.end <= mention.tokens.start && mention.tokens.end <= next.tokens.start;
                is_after && !mention.is_object && (mention.opens_clause || self.is_adjacent(mention, next))
            });
            let owner =
                self.owner(next).filter(|owner| next.form == Form::Noun && cue.tokens.end <= owner.tokens.start);
            let start = self.with_adverbs(next.tokens.start);
            limit = subject.or(owner).map_or(start, |mention| mention.tokens.start);
        }
        let frames = found.frames.iter().map(|frame| frame.subject.start.min(frame.verb.start));
        if let Some(start) = frames.filter(|&start| cue.tokens.end < start).min() {
            limit = limit.min(start);
        }
        let condition = found.conditions.iter().find(|condition| cue.tokens.end <= condition.tokens.start);
        if let Some(condition) = condition {
            limit = limit.min(condition.tokens.start);
        }
        if let Some(quotation) = view.quotation(cue.tokens.start).and_then(|rank| view.paragraph.quotations.get(rank)) {
            limit = limit.min(quotation.end);
        }
        let is_end = |at: &usize| matches!(view.form(*at), ";" | "\u{2014}" | "\u{2013}");
        let broken = (cue.tokens.end..limit).find(is_end);
        broken.unwrap_or(limit).max(cue.tokens.end)
    }

    /// The first of the adverbs right before `at`.
    pub(super) fn with_adverbs(&self, at: usize) -> usize {
        let view = &self.found.view;
        let is_adverb = |form: &str| 4 < form.len() && form.ends_with("ly");
        (view.start..at).rev().take_while(|&at| is_adverb(view.form(at))).last().unwrap_or(at)
    }

    /// The condition right after what a cue is about, or at the beginning of its sentence.
    pub(super) fn condition(&self, cue: &Cue, limit: usize) -> Option<&Condition> {
        let counts = |condition: &&Condition| !condition.is_weak || cue.stance == Stance::Offer;
        let after = self
            .found
            .conditions
            .iter()
            .find(|condition| cue.tokens.end <= condition.tokens.start && condition.tokens.start <= limit + 2);
        let opening = || self.found.conditions.iter().find(|condition| condition.tokens.start == self.found.view.start);
        after.or_else(|| opening().filter(|condition| condition.tokens.end <= cue.tokens.start)).filter(counts)
    }

    /// A condition without what its sentence goes on with: "in exchange for X" ends with X where X is an issue.
    pub(super) fn condition_end(&self, condition: &Condition) -> Range<usize> {
        let is_exchange = self.found.view.form(condition.tokens.start) == "in";
        let inside = |hit: &&Hit| condition.tokens.start <= hit.tokens.start && hit.tokens.end <= condition.tokens.end;
        let hit = self.found.hits.iter().filter(|hit| !hit.is_weak).find(inside).filter(|_| is_exchange);
        condition.tokens.start..hit.map_or(condition.tokens.end, |hit| hit.tokens.end)
    }

    /// Where the words of a stance begin: with its holder, where that is in the same clause.
    pub(super) fn start(&self, cue: &Cue, holder: &Holder) -> usize {
        let near = holder
            .tokens
            .as_ref()
            .filter(|tokens| tokens.end <= cue.tokens.start && cue.tokens.start - tokens.end <= 8);
        if let Some(tokens) = near {
            return tokens.start;
        }
        let view = &self.found.view;
        let backwards = cue.is_passive || cue.form == Form::Predicate;
        if !backwards {
            return self.with_adverbs(cue.tokens.start);
        }
        let said = self.found.frames.iter().rev().find(|frame| frame.verb.end <= cue.tokens.start && !frame.is_fronted);
        match view.quotation(cue.tokens.start).and_then(|rank| view.paragraph.quotations.get(rank)) {
            Some(quotation) => quotation.start.max(view.start),
            None => said.map_or(view.start, |frame| frame.verb.end),
        }
    }

    /// The words of a stretch without marks and joining words at its ends, cut at 40 around the cue.
    pub(super) fn quote(&self, tokens: &Range<usize>, cue: &Range<usize>) -> Option<(Range<usize>, String)> {
        let view = &self.found.view;
        let (mut start, mut end) = (tokens.start.max(view.start), tokens.end.min(view.end));
        let last = view.end.saturating_sub(1);
        let is_loose = |at: usize| view.token(at).is_none_or(|token| !token.is_word);
        let joins = |at: usize| {
            let form = view.form(at);
            matches!(form, "and" | "but" | "while" | "that" | "which" | "because" | "although" | "though" | "with")
        };
        let trails = |at: usize| {
            let form = view.form(at);
            let is_thing = form == "that" && view.lexicon.is_preposition(view.before(at));
            let hangs = at + 1 < last && cue.end <= at && view.lexicon.is_preposition(form);
            let dangles = (joins(at) && !is_thing) || hangs;
            dangles
                || matches!(
                    view.form(at),
                    "has" | "have" | "had" | "is" | "are" | "was" | "were" | "will" | "would" | "as" | "now" | "or"
                )
        };
        while start < end && (is_loose(start) || joins(start)) {
            start += 1;
        }
        while start < end && (is_loose(end - 1) || trails(end - 1)) {
            end -= 1;
        }
        if view.words(&(start..end)).split(' ').count() > MAX_QUOTE_WORDS {
            start = start.max(cue.start.saturating_sub(8).min(end));
            while start < end && view.words(&(start..end)).split(' ').count() > MAX_QUOTE_WORDS {
                end -= 1;
            }
        }
        let marks = |of: Range<usize>| of.filter(|&at| matches!(view.form(at), "\"" | "\u{201C}" | "\u{201D}")).count();
        if marks(start..end) % 2 == 1 && marks(end..end + 1) == 1 {
            end += 1;
        }
        let bytes = view.bytes(&(start..end))?;
        let exact = view.text.get(bytes.clone())?.to_owned();
        Some((bytes, exact))
    }
}
