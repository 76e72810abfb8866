//! Dates of the record that cannot be in this order.

use detente_base::Diagnostic;
use detente_case::Precision;
use detente_ledger::{Ledger, Position, Statement};

use crate::codes;

pub(super) fn check(ledger: &Ledger, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(ledger.positions.rows().filter_map(ended_before_it_began));
    diagnostics.extend(ledger.statements.rows().filter_map(|statement| printed_before_said(ledger, statement)));
}

fn ended_before_it_began(position: &Position) -> Option<Diagnostic> {
    let (from, to) = position.valid_from.zip(position.valid_to).filter(|(from, to)| to < from)?;
    let message = format!("\"{}\" ends on {to}, before it begins on {from}", position.id);
    Some(
        Diagnostic::new(&codes::DATES_UPSIDE_DOWN, message)
            .at(position.span, "this position")
            .hint("valid_from is the day from which it holds, valid_to the day on which it no longer does"),
    )
}

/// Only where the day is known to the day: a month may have begun before a source was printed in it.
fn printed_before_said(ledger: &Ledger, statement: &Statement) -> Option<Diagnostic> {
    let source = &ledger.sources[statement.source?];
    let said_on = statement.said_on.filter(|_| matches!(statement.precision, None | Some(Precision::Day)))?;
    let published = source.published.filter(|published| *published < said_on)?;
    let message = format!("\"{}\" was said on {said_on}, after its source was published on {published}", statement.id);
    Some(
        Diagnostic::new(&codes::DATES_UPSIDE_DOWN, message)
            .at(statement.span, "said later")
            .at(source.span, "published earlier")
            .hint("mend the day or its precision, or name the source in which it stands"),
    )
}
