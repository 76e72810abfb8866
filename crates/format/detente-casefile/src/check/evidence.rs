//! Stated limits rest on a statement of their party, and a party's live positions on an issue agree.

use detente_base::{Diagnostic, Index};
use detente_case::{Case, Id, PartyIdx};
use detente_ledger::{Kind, Ledger, Position, PositionIdx, Statement, Subject};

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
        statement.is_some_and(|statement| party_of(case, statement) == Some(party))
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

fn party_of(case: &Case, statement: &Statement) -> Option<PartyIdx> {
    statement.speaker.party.or_else(|| case.people[statement.speaker.person?].party)
}

/// Live: neither superseded nor ended, and saying something about choices of its own accord.
fn live(ledger: &Ledger) -> Vec<(PositionIdx, &Position)> {
    let superseded: Vec<PositionIdx> = ledger.positions.rows().filter_map(|position| position.supersedes).collect();
    let is_live = |(idx, position): &(PositionIdx, &Position)| {
        !superseded.contains(idx)
            && position.valid_to.is_none()
            && position.condition.is_none()
            && !matches!(position.kind, Kind::Claim | Kind::Assessment)
    };
    ledger.positions.iter().filter(is_live).collect()
}

fn list_contradictions(case: &Case, ledger: &Ledger, diagnostics: &mut Vec<Diagnostic>) {
    let live = live(ledger);
    for (rank, (_, first)) in live.iter().enumerate() {
        for (_, second) in &live[rank + 1..] {
            if let Some(choice) = contradiction(case, first, second) {
                diagnostics.push(
                    Diagnostic::new(
                        &codes::LIVE_CONTRADICTION,
                        format!("two live positions of one party on \"{choice}\""),
                    )
                    .at(second.span, "one accepts it")
                    .at(first.span, "the other rejects it")
                    .hint("if one replaced the other, say so with supersedes; else both stand, side by side"),
                );
            }
        }
    }
}

/// A choice that one position accepts or prefers and the other rejects.
fn contradiction(case: &Case, a: &Position, b: &Position) -> Option<String> {
    if a.subject == Subject::Unspecified {
        return None;
    }
    if a.party.is_none() || a.party != b.party || b.subject != a.subject {
        return None;
    }
    let wants = |x: &Position, y: &Position| {
        let wanted = x.stance.accepts.iter().chain(&x.stance.prefers);
        wanted.copied().find(|choice| y.stance.rejects.contains(choice))
    };
    let choice = wants(a, b).or_else(|| wants(b, a))?;
    match a.subject {
        Subject::Issue(issue) => Some(case.issues[issue].choices[choice].title.clone()),
        Subject::Lens(lens) => Some(case.lenses[lens].statuses.get(choice.position())?.title.clone()),
        Subject::Unspecified => None,
    }
}
