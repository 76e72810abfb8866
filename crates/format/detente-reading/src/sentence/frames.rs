//! Who says something in a sentence, and what of it is said.

use std::ops::Range;

use super::mentions::{Kind, Mention};
use super::view::{View, is_break};
use crate::actors::Actor;

/// Somebody says something.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The verb.
    pub(crate) verb: Range<usize>,
    /// Who; nobody where a pronoun of the first person stands.
    pub(crate) actor: Option<Actor>,
    /// Who, as named.
    pub(crate) subject: Range<usize>,
    /// Whether what is said stands before: "…, Vik said".
    pub(crate) is_fronted: bool,
    /// Whether saying so makes it a claim.
    pub(crate) is_claim: bool,
}

/// The frames of a sentence, in order; those in quotations belong to their speakers.
pub(crate) fn frames(view: &View<'_>, mentions: &[Mention]) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let mut at = view.start;
    while at < view.end {
        let Some((length, claims)) = view.lexicon.says.at(view.tokens(), at) else {
            at += 1;
            continue;
        };
        let verb = at..at + length;
        at = verb.end;
        let from = found.last().map_or(view.start, |frame| frame.verb.end);
        if let Some(mention) = subject(view, mentions, &verb, from) {
            found.push(Frame {
                is_fronted: is_fronted(view, mention, &verb),
                subject: mention.tokens.clone(),
                actor: mention.actor.clone(),
                is_claim: claims.contains(&true),
                verb,
            });
        }
    }
    found
}

/// The most words after a verb of saying whose content stands before it: "told the Gazette on Monday".
const SHORT: usize = 8;

/// The most words between a subject and its verb.
const REACH: usize = 14;

fn subject<'m>(view: &View<'_>, mentions: &'m [Mention], verb: &Range<usize>, from: usize) -> Option<&'m Mention> {
    let inverted = mentions.iter().find(|mention| mention.tokens.start == verb.end && !mention.is_possessive);
    if let Some(mention) = inverted.filter(|_| matches!(view.before(verb.start), "," | "\"" | "\u{201D}")) {
        return Some(mention);
    }
    let quotation = view.quotation(verb.start);
    let fits = |mention: &&Mention| {
        let between = mention.tokens.end..verb.start;
        from <= mention.tokens.start
            && mention.tokens.end <= verb.start
            && between.len() <= REACH
            && !mention.is_object
            && !mention.is_possessive
            && view.quotation(mention.tokens.start) == quotation
            && !between.clone().any(|at| is_break(view.form(at)))
            && !between.clone().any(|at| view.quotation(at) != quotation)
            && (mention.kind != Kind::Pronoun || between.len() <= 4)
    };
    mentions.iter().rev().find(fits)
}

/// Whether the words before the subject are what is said.
fn is_fronted(view: &View<'_>, mention: &Mention, verb: &Range<usize>) -> bool {
    let start = mention.tokens.start.min(verb.start);
    let mut at = start;
    while at > view.start && (view.before(at) == "the" || view.lexicon.is_title(view.before(at))) {
        at -= 1;
    }
    let after_mark = matches!(view.before(at), "," | "\"" | "\u{201D}" | "?" | "!");
    let opens_plainly = !view.lexicon.is_preposition(view.form(view.start));
    let goes_on = view.form(verb.end) == "that";
    let closes = !matches!(view.before(at), ",") || view.before(at.saturating_sub(1)) == "\u{201D}";
    let rest = mention.tokens.end.max(verb.end)..view.end;
    let is_short = rest.clone().filter(|&at| view.token(at).is_some_and(|token| token.is_word)).count() <= SHORT;
    let says_more = rest.clone().any(|at| view.lexicon.cues.at(view.tokens(), at).is_some());
    after_mark && opens_plainly && !goes_on && view.start + 3 < at && (closes || (is_short && !says_more))
}
