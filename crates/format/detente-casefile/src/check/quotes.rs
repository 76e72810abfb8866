//! A quote occurs in the text the ledger names, and is short.

use detente_base::Diagnostic;
use detente_ledger::{Ledger, Quote, Source};

use crate::codes;
use crate::folder::Folder;
use crate::hash::sha256;

/// How far quotes were compared with the texts they come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuoteCheck {
    /// Quotes found in a text with the hash the ledger names.
    pub found: usize,
    /// Quotes from texts that are not at hand.
    pub text_not_held: usize,
}

/// The most words a quote may have.
const MAX_WORDS: usize = 40;

pub(super) fn check(folder: &Folder, ledger: &Ledger, diagnostics: &mut Vec<Diagnostic>) -> QuoteCheck {
    let mut tally = QuoteCheck::default();
    let texts: Vec<Option<&[u8]>> = ledger.sources.rows().map(|source| text_of(folder, source, diagnostics)).collect();
    let texts: detente_base::Table<detente_ledger::SourceIdx, Option<&[u8]>> = texts.into_iter().collect();
    for statement in ledger.statements.rows() {
        let Some(quote) = &statement.quote else { continue };
        refuse_long(quote, diagnostics);
        match statement.source.and_then(|source| texts[source]) {
            None => tally.text_not_held += 1,
            Some(text) => match occurrences(quote, text) {
                0 => diagnostics.push(
                    Diagnostic::new(&codes::QUOTE_NOT_IN_SOURCE, "this quote does not occur in its source")
                        .at(quote.span, "not found, with its prefix and suffix around it")
                        .hint("copy the words exactly, with their punctuation and capitals"),
                ),
                1 => tally.found += 1,
                several => diagnostics.push(twice(quote, several)),
            },
        }
    }
    tally
}

/// The text of a source, if it is at hand: the one with its id, else any with the hash the ledger names.
fn text_of<'f>(folder: &'f Folder, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<&'f [u8]> {
    let wanted = source.sha256.as_deref()?;
    if let Some((_, text)) = folder.texts.iter().find(|(_, text)| sha256(text) == wanted) {
        return Some(text);
    }
    let (_, other) = folder.texts.iter().find(|(id, _)| source.id == **id)?;
    diagnostics.push(
        Diagnostic::new(&codes::TEXT_DIFFERS, format!("the text at hand is not the one \"{}\" names", source.id))
            .at(source.span, format!("the text at hand has sha256 {}", sha256(other)))
            .hint("bring the text that was coded, or code the new one as a source of its own"),
    );
    None
}

/// Whether the text that a source names by its hash is at hand.
pub fn text_is_held(folder: &Folder, source: &Source) -> bool {
    source.sha256.as_deref().is_some_and(|wanted| folder.texts.iter().any(|(_, text)| sha256(text) == wanted))
}

fn refuse_long(quote: &Quote, diagnostics: &mut Vec<Diagnostic>) {
    let words = quote.exact.split_whitespace().count();
    if MAX_WORDS < words {
        diagnostics.push(
            Diagnostic::new(&codes::QUOTE_TOO_LONG, format!("a quote of {words} words"))
                .at(quote.span, format!("at most {MAX_WORDS} words"))
                .hint("quote the words that carry the point, and paraphrase the rest"),
        );
    }
}

/// How often the quote, with its prefix and suffix right around it, occurs in the text.
fn occurrences(quote: &Quote, text: &[u8]) -> usize {
    let Ok(text) = std::str::from_utf8(text) else { return 0 };
    let prefix = quote.prefix.as_deref().unwrap_or("");
    let suffix = quote.suffix.as_deref().unwrap_or("");
    text.matches(&format!("{prefix}{}{suffix}", quote.exact)).count()
}

fn twice(quote: &Quote, times: usize) -> Diagnostic {
    let around = if quote.prefix.is_none() && quote.suffix.is_none() { "" } else { ", with what stands around it" };
    Diagnostic::new(&codes::QUOTE_TWICE, format!("this quote occurs {times} times in its source{around}"))
        .at(quote.span, "which of them?")
        .hint("add a prefix, the words that stand right before it, or a suffix, until only one place is left")
}
