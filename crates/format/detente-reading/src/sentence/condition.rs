//! Under which condition something is said.

use std::ops::Range;

use super::view::{View, is_break};

/// A condition: "if …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) tokens: Range<usize>,
    /// Whether it says only when, not whether.
    pub(crate) is_weak: bool,
}

/// The conditions of a sentence, in order.
pub(crate) fn conditions(view: &View<'_>) -> Vec<Condition> {
    let mut found = Vec::new();
    let mut at = view.start;
    while at < view.end {
        let marker = view.lexicon.conditions.at(view.tokens(), at);
        // "as if", "even if", "what if" and a question say something else.
        let Some((length, markers)) = marker.filter(|_| !matches!(view.before(at), "as" | "even" | "what" | "asked"))
        else {
            at += 1;
            continue;
        };
        let quotation = view.quotation(at);
        let goes_on = |place: &usize| {
            !is_break(view.form(*place)) && view.form(*place) != "," && view.quotation(*place) == quotation
        };
        let end = (at + length..view.end).take_while(goes_on).last().map_or(at + length, |last| last + 1);
        found.push(Condition { tokens: at..end, is_weak: markers.first().is_some_and(|marker| marker.is_weak) });
        at = end;
    }
    found
}
