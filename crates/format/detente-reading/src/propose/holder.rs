//! Who speaks, and whose stance it is.

use std::ops::Range;

use super::Assembly;
use super::about::About;
use crate::actors::Actor;
use crate::lexicon::Form;
use crate::sentence::{Cue, Frame, Kind, Mention};

/// Who takes a stance, and how plainly the text says so.
pub(super) struct Holder {
    pub(super) actor: Actor,
    /// Where the holder is named, if in the same clause.
    pub(super) tokens: Option<Range<usize>>,
    pub(super) penalty: u8,
}

impl Assembly<'_> {
    /// Who speaks where `at` stands.
    pub(super) fn speaker(&self, at: usize) -> Option<Actor> {
        let found = self.found;
        let view = &found.view;
        let outside = |frame: &&Frame| view.quotation(frame.verb.start).is_none();
        if view.quotation(at).is_some() {
            let frame = found.frames.iter().find(outside).and_then(|frame| frame.actor.clone());
            return frame
                .or_else(|| found.chain.speaker.clone())
                .or_else(|| self.carried.quoted.clone())
                .or_else(|| self.lone_subject());
        }
        let before = found.frames.iter().rev().find(|frame| frame.verb.end <= at && !frame.is_fronted);
        if let Some(frame) = before.filter(|frame| !self.is_coordinated(frame, at)) {
            return frame.actor.clone();
        }
        let fronted =
            found.frames.iter().find(|frame| frame.is_fronted && at < frame.subject.start.min(frame.verb.start));
        fronted
            .and_then(|frame| frame.actor.clone())
            .or_else(|| found.chain.speaker.clone())
            .or_else(|| self.carried.owner.clone())
    }

    /// The only subject of a sentence whose words are quoted without a verb of saying.
    pub(super) fn lone_subject(&self) -> Option<Actor> {
        let view = &self.found.view;
        let outside = |mention: &&Mention| view.quotation(mention.tokens.start).is_none() && !mention.is_object;
        let subject = self.found.mentions.iter().find(outside).and_then(|mention| mention.actor.clone());
        subject.or_else(|| self.carried.owner.clone())
    }

    /// Whether a clause of its own, ", and X …", begins between what is said and `at`.
    pub(super) fn is_coordinated(&self, frame: &Frame, at: usize) -> bool {
        let view = &self.found.view;
        let is_link = |place: usize| matches!(view.form(place), "and" | "but" | "while" | "whereas" | "yet");
        let mut between = self.found.mentions.iter().filter(|mention| {
            frame.verb.end <= mention.tokens.start && mention.tokens.end <= at && mention.kind != Kind::Pronoun
        });
        between.any(|mention| {
            let link = mention.tokens.start.checked_sub(1).filter(|&place| is_link(place));
            link.is_some_and(|link| view.before(link) == ",")
        })
    }

    /// Whose stance a cue shows.
    pub(super) fn holder(&self, cue: &Cue, speaker: Option<&Actor>) -> Option<Holder> {
        let of_speaker = |penalty| speaker.map(|actor| Holder { actor: actor.clone(), tokens: None, penalty });
        match cue.form {
            Form::Predicate | Form::Obligation => return of_speaker(0),
            Form::Noun => {
                if let Some(owner) = self.owner(cue) {
                    return Self::held_by(owner, speaker, 0);
                }
            }
            _ if cue.is_passive => return self.agent(cue).and_then(|mention| Self::held_by(mention, speaker, 0)),
            _ => {}
        }
        let subject = if cue.form == Form::Noun { self.clear_subject(cue) } else { self.subject(cue) };
        match subject {
            Some(mention) => {
                let distance = cue.tokens.start.saturating_sub(mention.tokens.end);
                Self::held_by(mention, speaker, if 10 < distance { 15 } else { 0 })
            }
            None => of_speaker(15),
        }
    }

    pub(super) fn held_by(mention: &Mention, speaker: Option<&Actor>, penalty: u8) -> Option<Holder> {
        let actor = mention.actor.as_ref().or(speaker)?.clone();
        let by_kind = match mention.kind {
            Kind::Name | Kind::Own => 0,
            Kind::Office => 5,
            Kind::Pronoun => 10,
        };
        Some(Holder { actor, tokens: Some(mention.tokens.clone()), penalty: penalty + by_kind })
    }

    /// Whose a noun is: "Eastland's objection to", "their demand for".
    pub(super) fn owner(&self, cue: &Cue) -> Option<&Mention> {
        let near = |mention: &&Mention| {
            let between = mention.tokens.end..cue.tokens.start;
            mention.tokens.end <= cue.tokens.start
                && between.len() <= 3
                && (mention.is_possessive || (mention.kind == Kind::Name && between.len() <= 1))
                && between.clone().all(|at| self.found.view.token(at).is_some_and(|token| token.is_word))
        };
        self.found.mentions.iter().rev().find(near)
    }

    /// By whom something is done.
    pub(super) fn agent(&self, cue: &Cue) -> Option<&Mention> {
        let view = &self.found.view;
        let by = (cue.tokens.end..view.end).take(4).find(|&at| view.form(at) == "by")?;
        self.found.mentions.iter().find(|mention| by < mention.tokens.start && mention.tokens.start <= by + 2)
    }

    /// Whether only auxiliaries and adverbs stand between a name and a cue.
    pub(super) fn is_adjacent(&self, mention: &Mention, cue: &Cue) -> bool {
        let is_small = |form: &str| {
            form.ends_with("ly")
                || [
                    "has",
                    "have",
                    "had",
                    "is",
                    "are",
                    "was",
                    "were",
                    "will",
                    "would",
                    "does",
                    "did",
                    "not",
                    "themselves",
                    "itself",
                    "also",
                ]
                .contains(&form)
        };
        (mention.tokens.end..cue.tokens.start).all(|at| is_small(self.found.view.form(at)))
    }

    /// The nearest subject before a cue: one where a clause begins or right before the cue, else any.
    pub(super) fn subject(&self, cue: &Cue) -> Option<&Mention> {
        self.clear_subject(cue).or_else(|| self.subject_among(cue, |_| true))
    }

    pub(super) fn clear_subject(&self, cue: &Cue) -> Option<&Mention> {
        self.subject_among(cue, |mention| mention.opens_clause || self.is_adjacent(mention, cue))
    }

    pub(super) fn subject_among(&self, cue: &Cue, is_wanted: impl Fn(&Mention) -> bool) -> Option<&Mention> {
        let view = &self.found.view;
        let quotation = view.quotation(cue.tokens.start);
        let fits = |mention: &&Mention| {
            mention.tokens.end <= cue.tokens.start
                && !mention.is_object
                && !mention.is_possessive
                && is_wanted(mention)
                && view.quotation(mention.tokens.start) == quotation
                && !(mention.tokens.end..cue.tokens.start).any(|at| matches!(view.form(at), ";" | "?" | "!"))
        };
        self.found.mentions.iter().rev().find(fits)
    }

    /// "would": only where somebody speaks of the own party, and of an issue by its words.
    pub(super) fn is_own_will(&self, cue: &Cue, holder: &Holder, speaker: Option<&Actor>, about: &About) -> bool {
        let party = speaker.and_then(|actor| actor.party);
        let near = holder.tokens.as_ref().is_some_and(|tokens| cue.tokens.start.saturating_sub(tokens.end) <= 2);
        let is_could = self.found.view.form(cue.tokens.start) == "could";
        let is_conditional = self.found.conditions.iter().any(|condition| cue.tokens.end <= condition.tokens.start);
        party.is_some() && party == holder.actor.party && near && about.penalty < 20 && (!is_could || is_conditional)
    }
}
