//! The proposals of one sentence.

use std::ops::Range;

use super::about::About;
use super::{Carried, Found, Reader};
use crate::actors::Actor;
use crate::lexicon::Form;
use crate::proposal::{By, Proposal, Speaker, Stance, Via};
use crate::sentence::{Cue, Frame, date};

/// Makes proposals of one sentence.
pub(super) struct Assembly<'s> {
    pub(super) reader: &'s Reader<'s>,
    pub(super) found: &'s Found<'s>,
    pub(super) carried: &'s Carried,
}

impl Assembly<'_> {
    pub(super) fn proposals(&self, into: &mut Vec<Proposal>) {
        let found = self.found;
        let mut shown: Vec<usize> = Vec::new();
        for (rank, cue) in found.cues.iter().enumerate() {
            let before = into.len();
            self.of_cue(rank, cue, into);
            if before < into.len() || cue.form != Form::OwnWill {
                shown.push(cue.tokens.start);
            }
        }
        for (rank, frame) in found.frames.iter().enumerate().filter(|(_, frame)| frame.is_claim) {
            self.of_claim(rank, frame, &shown, into);
        }
    }

    fn of_cue(&self, rank: usize, cue: &Cue, into: &mut Vec<Proposal>) {
        let limit = self.limit(rank, cue);
        let speaker = self.speaker(cue.tokens.start);
        let Some(holder) = self.holder(cue, speaker.as_ref()) else { return };
        let Some(about) = self.about(cue, limit) else { return };
        if cue.form == Form::OwnWill && !self.is_own_will(cue, &holder, speaker.as_ref(), &about) {
            return;
        }
        let base = match cue.form {
            Form::Verb | Form::Phrase | Form::Predicate => 85,
            Form::Noun => 75,
            Form::OwnRefusal | Form::Obligation => 70,
            Form::OwnWill => 60,
        };
        let confidence = base - (holder.penalty + about.penalty).min(70);
        let condition = self.condition(cue, limit);
        let start = self.start(cue, &holder);
        let condition = condition.map(|condition| self.condition_end(condition));
        let end = condition
            .as_ref()
            .map_or(limit, |condition| condition.end.max(limit.min(condition.end)))
            .max(cue.tokens.end);
        let speaker = speaker.unwrap_or_else(|| holder.actor.clone());
        let draft = Draft {
            tokens: start..end.max(about.end),
            cue: cue.tokens.clone(),
            speaker,
            party: holder.actor.party,
            holder: holder.actor.name,
            stance: cue.stance,
            is_negated: cue.is_negated,
            condition: condition.map(|condition| self.found.view.words(&condition)),
            confidence,
        };
        self.push(&draft, &about, into);
    }

    /// A claim about an issue, where nothing after the verb shows a stance.
    fn of_claim(&self, rank: usize, frame: &Frame, shown: &[usize], into: &mut Vec<Proposal>) {
        let found = self.found;
        let next = found.frames.get(rank + 1).map_or(found.view.end, |next| next.subject.start.max(frame.verb.end));
        let after = frame.verb.end..next;
        let shows_stance = shown.iter().any(|&cue| after.contains(&cue) || frame.verb.contains(&cue));
        let Some(actor) = frame.actor.clone().filter(|_| !shows_stance && !frame.is_fronted) else { return };
        let Some(about) = self.hit_in(after.clone(), false) else { return };
        let is_long = after.clone().filter(|&at| found.view.token(at).is_some_and(|token| token.is_word)).count() >= 3;
        if !is_long {
            return;
        }
        let draft = Draft {
            tokens: if frame.verb.start <= frame.subject.end + 8 {
                frame.subject.start.min(frame.verb.start)
            } else {
                frame.verb.start
            }..after.end,
            cue: frame.verb.clone(),
            party: actor.party,
            holder: actor.name.clone(),
            speaker: actor,
            stance: Stance::Report,
            is_negated: false,
            condition: None,
            confidence: 45,
        };
        self.push(&draft, &about, into);
    }

    fn push(&self, draft: &Draft, about: &About, into: &mut Vec<Proposal>) {
        let Some((bytes, exact)) = self.quote(&draft.tokens, &draft.cue) else { return };
        let view = &self.found.view;
        let quoted = draft.tokens.clone().filter(|&at| view.quotation(at).is_some()).count();
        let owned =
            self.carried.owner.is_some() && draft.speaker == *self.carried.owner.as_ref().unwrap_or(&draft.speaker);
        let via = match () {
            () if view.paragraph.is_headline => Via::Headline,
            () if draft.speaker.is_unnamed => Via::UnnamedOfficial,
            () if draft.tokens.len() < 2 * quoted || owned => Via::Direct,
            () if self.found.chain.has_document => Via::Document,
            () => Via::Reported,
        };
        let why = self.why(draft, about);
        for &issue in &about.issues {
            into.push(Proposal {
                bytes: bytes.clone(),
                scalars: 0..0,
                exact: exact.clone(),
                speaker: Speaker {
                    name: draft.speaker.name.clone(),
                    person: draft.speaker.person,
                    party: draft.speaker.party,
                    is_named: draft.speaker.is_named,
                },
                party: draft.party,
                via,
                chain: self.found.chain.links.clone(),
                issue: Some(issue),
                stance: draft.stance,
                is_negated: draft.is_negated,
                condition: draft.condition.clone(),
                date: date(view),
                confidence: draft.confidence,
                why: why.clone(),
                by: By::Rules,
                coded: None,
            });
        }
    }

    fn why(&self, draft: &Draft, about: &About) -> String {
        let view = &self.found.view;
        let not = if draft.is_negated { "not " } else { "" };
        let mut why = format!("“{}” read as {not}{} by {}", view.words(&draft.cue), draft.stance.name(), draft.holder);
        why.push_str(&format!(", about “{}”", about.words));
        if let [_, _, ..] = about.issues[..] {
            let titles: Vec<&str> =
                about.issues.iter().map(|&issue| self.reader.case.matter(issue).0.as_str()).collect();
            why.push_str(&format!(" (which stands for {})", titles.join(", ")));
        }
        if draft.speaker.name != draft.holder {
            why.push_str(&format!("; said by {}", draft.speaker.name));
        }
        if !self.found.chain.links.is_empty() {
            why.push_str(&format!("; through {}", self.found.chain.links.join(", ")));
        }
        why
    }
}

/// A proposal before its issues.
struct Draft {
    tokens: Range<usize>,
    cue: Range<usize>,
    speaker: Actor,
    party: Option<detente_case::PartyIdx>,
    holder: String,
    stance: Stance,
    is_negated: bool,
    condition: Option<String>,
    confidence: u8,
}
