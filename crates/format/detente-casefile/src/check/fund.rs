//! What a fund assumes without saying why.

use detente_base::{Diagnostic, Span};
use detente_estimate::Why;
use detente_fund::Fund;

use crate::codes;

pub(super) fn check(fund: &Fund, diagnostics: &mut Vec<Diagnostic>) {
    let decks = fund.prices.rows().map(|deck| (&deck.why, deck.span));
    let streams = fund.streams.rows().map(|stream| (&stream.why, stream.span));
    let all: Vec<(&Why, Span)> = decks.chain(streams).chain([(&fund.terms.why, fund.terms.span)]).collect();
    for (_, span) in all.into_iter().filter(|(why, _)| why.is_missing()) {
        diagnostics.push(
            Diagnostic::new(&codes::UNEXPLAINED_ASSUMPTION, "numbers without a reason")
                .at(span, "whose guess, and why?")
                .hint("add because = \"…\" or basis = [\"…\"]"),
        );
    }
}
