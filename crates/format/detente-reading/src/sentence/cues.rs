//! Words that show a stance, after those that only complete another have been merged or dropped.

use std::ops::Range;

use super::mentions::Mention;
use super::view::{View, is_break};
use crate::issues::Hit;
use crate::lexicon::Form;
use crate::proposal::Stance;

/// Words that show a stance.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    pub(crate) tokens: Range<usize>,
    pub(crate) stance: Stance,
    pub(crate) form: Form,
    pub(crate) is_negated: bool,
    /// Whether it is passive, so that its subject is the issue.
    pub(crate) is_passive: bool,
}

/// The cues of a sentence, in order.
pub(crate) fn cues(view: &View<'_>, mentions: &[Mention], hits: &[Hit]) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = view.start;
    while at < view.end {
        let Some(cue) = cue(view, at, mentions, hits) else {
            at += 1;
            continue;
        };
        at = cue.tokens.end;
        match found.last_mut() {
            Some(last) => match joined(view, last, &cue, mentions) {
                Joined::Apart => found.push(cue),
                Joined::Into(merged) => *last = merged,
                Joined::Completes => {}
            },
            None => found.push(cue),
        }
    }
    found
}

fn cue(view: &View<'_>, at: usize, mentions: &[Mention], hits: &[Hit]) -> Option<Cue> {
    let (length, kinds) = view.lexicon.cues.at(view.tokens(), at)?;
    let (stance, form) = kinds.first().copied()?;
    let tokens = at..at + length;
    let inside = |hit: &Hit| hit.tokens.start <= at && tokens.end <= hit.tokens.end;
    if view.end < tokens.end || hits.iter().any(inside) {
        return None;
    }
    let form = if form == Form::Verb { as_used(view, &tokens, mentions)? } else { form };
    let is_passive = form == Form::Verb && is_passive(view, &tokens);
    Some(Cue { is_negated: is_negated(view, &tokens, form), tokens, stance, form, is_passive })
}

/// Words before a verb in its base form.
const BEFORE_A_BASE: &[&str] = &[
    "to",
    "will",
    "would",
    "could",
    "can",
    "may",
    "might",
    "shall",
    "should",
    "must",
    "not",
    "never",
    "do",
    "does",
    "did",
    "and",
    "or",
    "we",
    "i",
    "they",
    "who",
    "that",
    "which",
    "also",
    "both",
    "still",
    "now",
    "cannot",
    "'ll",
    "themselves",
    "itself",
];
/// Words before a noun.
const BEFORE_A_NOUN: &[&str] = &[
    "the", "a", "an", "any", "its", "his", "her", "their", "our", "my", "this", "that", "such", "no", "new", "old",
    "earlier", "of",
];

/// Whether a word that can be a verb is one here, or a noun with what it is about after it; nothing where neither is plain.
fn as_used(view: &View<'_>, tokens: &Range<usize>, mentions: &[Mention]) -> Option<Form> {
    let before = view.before(tokens.start);
    let first = view.form(tokens.start);
    let could_be_noun = matches!(
        first,
        "support"
            | "back"
            | "demand"
            | "demands"
            | "offer"
            | "offers"
            | "call"
            | "calls"
            | "request"
            | "requests"
            | "veto"
            | "promise"
            | "promises"
            | "pledge"
            | "pledges"
            | "block"
            | "favour"
            | "favor"
            | "float"
            | "claim"
            | "claims"
            | "appeal"
            | "decline"
            | "want"
    );
    if !could_be_noun {
        return Some(Form::Verb);
    }
    let owned = tokens.start.checked_sub(1).and_then(|at| view.token(at)).is_some_and(|token| token.is_possessive);
    if owned || BEFORE_A_NOUN.contains(&before) {
        let about = if tokens.len() > 1 { view.before(tokens.end) } else { view.form(tokens.end) };
        return (first != "back" && matches!(about, "to" | "for" | "of" | "that" | "on")).then_some(Form::Noun);
    }
    let after_subject = mentions.iter().any(|mention| mention.tokens.end == tokens.start);
    let is_adverb = before.ends_with("ly") && 4 < before.len();
    (after_subject || is_adverb || BEFORE_A_BASE.contains(&before)).then_some(Form::Verb)
}

fn is_passive(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let first = view.form(tokens.start);
    let is_participle =
        first.ends_with("ed") || matches!(first, "sought" | "put" | "withdrawn" | "held" | "seen" | "given");
    let is_being = |form: &str| matches!(form, "is" | "are" | "was" | "were" | "be" | "been" | "being");
    let skips = |form: &str| form.ends_with("ly") || matches!(form, "not" | "never" | "also" | "so" | "far");
    let before = (view.start..tokens.start).rev().map(|at| view.form(at)).find(|form| !skips(form));
    is_participle && before.is_some_and(is_being)
}

/// How far before its verb a negation stands, and before its noun.
const NEAR: usize = 4;
const FAR: usize = 6;

fn is_negated(view: &View<'_>, tokens: &Range<usize>, form: Form) -> bool {
    if matches!(form, Form::OwnRefusal | Form::Predicate) {
        return false;
    }
    let reach = if form == Form::Noun { FAR } else { NEAR };
    let first = tokens.start.saturating_sub(reach).max(view.start);
    let near = (first..tokens.start).rev().take_while(|&at| !ends_group(view.form(at)));
    let mut count = 0_usize;
    let mut undone = 0_usize;
    for at in near {
        count += usize::from(view.lexicon.negations.at(view.tokens(), at).is_some());
        let undoes = view.lexicon.undoing.at(view.tokens(), at).is_some_and(|(length, _)| at + length <= tokens.start);
        undone += usize::from(form == Form::Noun && undoes);
    }
    (count + undone) % 2 == 1
}

fn ends_group(form: &str) -> bool {
    is_break(form)
        || matches!(form, "," | "and" | "but" | "that" | "which" | "who" | "if" | "\"" | "\u{201C}" | "\u{201D}")
}

/// How a cue goes with the one before it.
enum Joined {
    /// It stands by itself.
    Apart,
    /// Both are one.
    Into(Cue),
    /// It only says what the first is about.
    Completes,
}

fn joined(view: &View<'_>, last: &Cue, next: &Cue, mentions: &[Mention]) -> Joined {
    let between = last.tokens.end..next.tokens.start;
    let words: Vec<&str> = between.clone().map(|at| view.form(at)).collect();
    let is_adverb = |word: &&str| {
        word.ends_with("ly") || matches!(*word, "be" | "also" | "even" | "still" | "then" | "ever" | "to")
    };
    let adjacent = words.iter().all(is_adverb) && words.len() <= 2;
    if adjacent {
        return match (last.form, next.form) {
            (Form::OwnWill | Form::Obligation, _) if next.form != Form::Noun => {
                Joined::Into(merged(last, next, next.stance, next.is_negated))
            }
            (Form::OwnRefusal, _) => match next.stance {
                Stance::Support | Stance::Offer => Joined::Into(merged(last, next, Stance::RuleOut, false)),
                stance => Joined::Into(merged(last, next, stance, true)),
            },
            _ => Joined::Completes,
        };
    }
    let breaks = |word: &&str| {
        is_break(word) || matches!(*word, "," | "and" | "but" | "while" | "because" | "\"" | "\u{201D}" | "\u{201C}")
    };
    if words.iter().any(breaks) {
        return Joined::Apart;
    }
    let completes = words.last() == Some(&"to") && matches!(next.form, Form::Verb | Form::Phrase);
    let is_object = next.form == Form::Noun
        && words.len() <= 3
        && matches!(last.form, Form::Verb | Form::Phrase)
        && !mentions.iter().any(|mention| between.contains(&mention.tokens.start));
    let is_modal = matches!(next.form, Form::OwnWill | Form::Obligation)
        && matches!(last.stance, Stance::Demand | Stance::Offer | Stance::Support | Stance::Oppose | Stance::RuleOut);
    let is_subjunctive = matches!(last.stance, Stance::Demand | Stance::Offer) && words.first() == Some(&"that");
    if completes || is_object || is_modal || is_subjunctive { Joined::Completes } else { Joined::Apart }
}

fn merged(last: &Cue, next: &Cue, stance: Stance, is_negated: bool) -> Cue {
    let tokens = last.tokens.start..next.tokens.end;
    Cue { tokens, stance, form: Form::Verb, is_negated, is_passive: next.is_passive }
}
