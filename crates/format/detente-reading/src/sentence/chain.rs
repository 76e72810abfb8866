//! Through whom or what the words of a sentence came.

use std::ops::Range;

use super::mentions::Mention;
use super::view::View;
use crate::actors::Actor;
use crate::lexicon::Via;

/// The outlets and documents of a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    /// Their names, in order.
    pub(crate) links: Vec<String>,
    /// Whether one is a document.
    pub(crate) has_document: bool,
    /// Somebody of the case to whom the sentence is attributed: "according to the ministry".
    pub(crate) speaker: Option<Actor>,
    /// The words that say so.
    pub(crate) tokens: Vec<Range<usize>>,
}

/// The longest name of an outlet or document, in words.
const LONGEST: usize = 12;

/// The attributions of a sentence.
pub(crate) fn chain(view: &View<'_>, mentions: &[Mention]) -> Chain {
    let mut chain = Chain::default();
    let mut at = view.start;
    while at < view.end {
        let Some((length, via)) = view.lexicon.chains.at(view.tokens(), at) else {
            at += 1;
            continue;
        };
        let marker = at;
        at += length;
        let Some(via) = via.first().copied() else { continue };
        let from = at + usize::from(matches!(view.form(at), "the" | "a" | "an"));
        let somebody = mentions.iter().find(|mention| mention.tokens.start == at || mention.tokens.start == from);
        if let Some(mention) = somebody {
            if via == Via::According {
                chain.speaker.clone_from(&mention.actor);
                chain.tokens.push(marker..mention.tokens.end);
            }
            continue;
        }
        let end = name_end(view, from, via);
        if end == from || (via == Via::Outlet && !is_outlet(view, from)) {
            continue;
        }
        chain.links.push(view.words(&(from..end)));
        chain.has_document |= via == Via::Document;
        chain.tokens.push(marker..end);
        at = end;
    }
    chain
}

fn is_outlet(view: &View<'_>, from: usize) -> bool {
    view.token(from).is_some_and(|token| token.is_capital && !view.lexicon.pronouns.own.contains(&token.form))
}

/// Where a name that begins at `from` ends: at a mark; a capitalised one before an unrelated word.
fn name_end(view: &View<'_>, from: usize, via: Via) -> usize {
    let limit = view.end.min(from.saturating_add(LONGEST));
    let is_part = |at: &usize| view.token(*at).is_some_and(|token| token.is_word || token.form == "-");
    let whole = (from..limit).take_while(is_part).last().map_or(from, |last| last + 1);
    let is_name = |at: &usize| {
        view.token(*at)
            .is_some_and(|token| token.is_capital || matches!(token.form.as_str(), "of" | "the" | "and" | "for" | "in"))
    };
    let starts_as_name = view.token(from).is_some_and(|token| token.is_capital);
    if !starts_as_name {
        return if via == Via::Outlet { from } else { whole };
    }
    let mut name = (from..whole).take_while(is_name).last().map_or(from, |last| last + 1);
    while name > from && matches!(view.before(name), "of" | "the" | "and" | "for" | "in") {
        name -= 1;
    }
    // "Harbour Gazette reporting,": one or two plain words before a mark belong to the name.
    if via != Via::Outlet && whole <= name + 2 { whole } else { name }
}
