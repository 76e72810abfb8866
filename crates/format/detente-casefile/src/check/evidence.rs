//! Stated limits rest on a statement of their party, and a party's live positions on an issue agree.

use detente_base::Diagnostic;
use detente_case::{Case, Id, PartyIdx};
use detente_ledger::Ledger;

use crate::codes;

pub(super) fn check(case: &Case, ledger: &Ledger, diagnostics: &mut Vec<Diagnostic>) {
    for line in case.red_lines.rows() {
        require_voice(case, ledger, line.party, &line.evidence, line.span, diagnostics);
    }
    for offer in case.offers.rows() {
        require_voice(case, ledger, offer.party, &offer.evidence, offer.span, diagnostics);
    }
    list_contradictions(case, ledger, diagnostics);
}

fn require_voice(
    case: &Case,
    ledger: &Ledger,
    party: PartyIdx,
    evidence: &[Id],
    span: detente_base::Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let speaks = |id: &Id| {
        let statement = ledger.statement(id.as_str()).map(|found| &ledger.statements[found]);
        statement.is_some_and(|statement| ledger.spoken_for(case, statement) == Some(party))
    };
    if !evidence.iter().any(speaks) {
        let name = &case.parties[party].name;
        diagnostics.push(
            Diagnostic::new(&codes::NO_EVIDENCE, format!("no statement of {name} stands behind this limit"))
                .at(span, "a stated limit")
                .hint("name a statement of the party as evidence, or move the limit to estimates as an assumption"),
        );
    }
}

fn list_contradictions(case: &Case, ledger: &Ledger, diagnostics: &mut Vec<Diagnostic>) {
    for found in ledger.contradictions(&ledger.standing(None)) {
        let choice = &case.issues[found.issue].choices[found.choice].title;
        diagnostics.push(
            Diagnostic::new(&codes::LIVE_CONTRADICTION, format!("two live positions of one party on \"{choice}\""))
                .at(ledger.positions[found.second].span, "one accepts it")
                .at(ledger.positions[found.first].span, "the other rejects it")
                .hint("if one replaced the other, say so with supersedes; else both stand, side by side"),
        );
    }
}
