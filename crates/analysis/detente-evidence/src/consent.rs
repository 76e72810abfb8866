//! Whose consent a single choice may need.

use detente_case::{Case, ChoiceIdx, Consent, Formula, IssueIdx, PartyIdx};

/// The parties whose consent some package with this choice needs. A condition that this choice does not decide counts: in some
/// package it may hold. Rules are not looked at, which can only add parties.
pub(crate) fn needed(case: &Case, issue: IssueIdx, choice: ChoiceIdx) -> Vec<PartyIdx> {
    let may = |consent: &Consent| match consent {
        Consent::Always => true,
        Consent::Never => false,
        Consent::OnlyIf(condition) => decided(&condition.formula, issue, choice) != Some(false),
    };
    case.parties.iter().filter(|(_, party)| may(&party.consent)).map(|(idx, _)| idx).collect()
}

/// Whether a formula holds in every package with this choice, or in none; `None` where that is open.
fn decided(formula: &Formula, issue: IssueIdx, choice: ChoiceIdx) -> Option<bool> {
    match formula {
        Formula::Is(of, choices) => (*of == issue).then(|| choices.contains(&choice)),
        Formula::AtMost { terms, bound } => {
            let mut sum = 0_i64;
            for term in terms {
                let amount = (term.issue == issue).then(|| term.amounts[choice])?;
                sum = sum.checked_add(amount)?;
            }
            Some(sum <= *bound)
        }
        Formula::Connected(graph) => graph.holds(|of| (of == issue).then_some(choice)),
        Formula::Not(inner) => decided(inner, issue, choice).map(|holds| !holds),
        Formula::All(parts) => all(parts.iter().map(|part| decided(part, issue, choice))),
        Formula::Any(parts) => {
            all(parts.iter().map(|part| decided(part, issue, choice).map(|holds| !holds))).map(|none| !none)
        }
    }
}

fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}
