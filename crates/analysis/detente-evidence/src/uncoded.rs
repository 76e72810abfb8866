//! Statements that nobody has made anything of.

use std::collections::BTreeSet;

use detente_case::{Case, Id};
use detente_ledger::{Ledger, StatementIdx};

/// Statements that wait for a coder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uncoded {
    /// Stand behind nothing: no position, limit, consent, step, event, draft, open point, and no issue keeps their wording.
    pub unused: Vec<StatementIdx>,
    /// Stand behind something, but behind no position.
    pub without_position: Vec<StatementIdx>,
    /// Name no coder.
    pub without_coder: Vec<StatementIdx>,
}

/// The statements of a record that wait for a coder.
///
/// # Cost
/// Linear in everything that names statements, but for looking up each name of the case.
pub fn uncoded(case: &Case, ledger: &Ledger) -> Uncoded {
    let positions = ledger.positions.rows();
    let coded: BTreeSet<StatementIdx> =
        positions.flat_map(|position| position.evidence.iter().chain(&position.counter_evidence)).copied().collect();
    let events = ledger.events.rows().flat_map(|event| &event.evidence);
    let open = ledger.unclear.iter().flat_map(|open| &open.evidence);
    let mut used: BTreeSet<StatementIdx> = events.chain(open).copied().collect();
    used.extend(named_by(case).filter_map(|id| ledger.statement(id.as_str())));
    let all = || ledger.statements.indices().filter(|statement| !coded.contains(statement));
    Uncoded {
        unused: all().filter(|statement| !used.contains(statement)).collect(),
        without_position: all().filter(|statement| used.contains(statement)).collect(),
        without_coder: ledger.statements.iter().filter(|(_, row)| row.coder.is_none()).map(|(idx, _)| idx).collect(),
    }
}

/// Every statement's id that the case itself names.
fn named_by(case: &Case) -> impl Iterator<Item = &Id> {
    let lines = case.red_lines.rows().flat_map(|line| {
        [&line.evidence, &line.counter_evidence, &line.can_lift_basis, &line.reported_as].into_iter().flatten()
    });
    let offers = case.offers.rows().flat_map(|offer| &offer.evidence);
    let steps = case.process.rows().flat_map(|step| &step.evidence);
    let drafts = case.drafts.rows().flat_map(|draft| &draft.evidence);
    let issues = case.issues.rows().flat_map(|issue| &issue.reported_as);
    let consents = case.parties.rows().flat_map(|party| &party.consent_basis);
    lines.chain(offers).chain(steps).chain(drafts).chain(issues).chain(consents)
}
