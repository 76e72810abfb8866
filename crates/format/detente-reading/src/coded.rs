//! What is coded already: proposals whose words a statement of the ledger quotes.

use std::ops::Range;

use detente_ledger::{Ledger, Quote};

use crate::proposal::Proposal;

/// Marks each proposal at least half of whose words, or of a quote's, a statement quotes already.
pub fn mark_coded(text: &str, ledger: &Ledger, proposals: &mut [Proposal]) {
    let statements = ledger.statements.rows();
    let quotes: Vec<(Range<usize>, &str)> =
        statements.filter_map(|row| Some((place(text, row.quote.as_ref()?)?, row.id.as_str()))).collect();
    for proposal in proposals {
        let covers = |range: &Range<usize>| overlap_of_shorter(range, &proposal.bytes);
        proposal.coded = quotes.iter().find(|(range, _)| covers(range)).map(|(_, id)| (*id).to_owned());
    }
}

fn place(text: &str, quote: &Quote) -> Option<Range<usize>> {
    let prefix = quote.prefix.as_deref().unwrap_or_default();
    let suffix = quote.suffix.as_deref().unwrap_or_default();
    if quote.exact.is_empty() {
        return None;
    }
    let at = text.find(&format!("{prefix}{}{suffix}", quote.exact))? + prefix.len();
    Some(at..at + quote.exact.len())
}

/// Whether two stretches share at least half of the shorter one.
pub fn overlap_of_shorter(a: &Range<usize>, b: &Range<usize>) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    0 < shared && a.len().min(b.len()) <= 2 * shared
}
