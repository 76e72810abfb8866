//! A package, whole or with brackets, and what is already decided by it.

use std::collections::BTreeMap;

use detente_base::Index;
use detente_case::{Case, ChoiceIdx, Consent, Formula, IssueIdx, PartyIdx, Wording};

/// What a sheet is about: what is settled, what stands in brackets; an issue it does not name is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What it is called on the sheet.
    pub title: String,
    /// What it says, by issue.
    pub wording: BTreeMap<IssueIdx, Wording>,
}

impl Proposal {
    /// Whether every issue is settled.
    pub fn is_whole(&self, case: &Case) -> bool {
        case.issues.indices().all(|issue| self.settled(issue).is_some())
    }

    /// The choice of an issue, where it is settled.
    pub fn settled(&self, issue: IssueIdx) -> Option<ChoiceIdx> {
        match self.wording.get(&issue) {
            Some(&Wording::Settled(choice)) => Some(choice),
            _ => None,
        }
    }

    /// The choices an issue can still have.
    pub(super) fn left(&self, case: &Case, issue: IssueIdx) -> Vec<ChoiceIdx> {
        match self.wording.get(&issue) {
            Some(&Wording::Settled(choice)) => vec![choice],
            Some(Wording::Bracketed(choices)) => choices.clone(),
            Some(Wording::Open) | None => case.issues[issue].choices.indices().collect(),
        }
    }

    /// Whether a condition holds however the brackets are filled (`Some(true)`), fails however (`Some(false)`), or `None`: it depends
    /// on them, or that could not be told part by part.
    pub(super) fn decides(&self, case: &Case, formula: &Formula) -> Option<bool> {
        formula.decided(&|issue| self.left(case, issue))
    }

    /// Whether a party's consent is needed; `None` where that depends on the brackets.
    pub(super) fn asks(&self, case: &Case, party: PartyIdx) -> Option<bool> {
        match &case.parties[party].consent {
            Consent::Always => Some(true),
            Consent::Never => Some(false),
            Consent::OnlyIf(condition) => self.decides(case, &condition.formula),
        }
    }

    /// Whether one step on an issue of amounts would make `formula` hold, which does not hold now.
    pub(super) fn is_at_limit(&self, case: &Case, formula: &Formula) -> bool {
        formula.issues().into_iter().filter(|&issue| case.issues[issue].is_range()).any(|issue| {
            let Some(choice) = self.settled(issue) else { return false };
            let at = choice.position();
            let steps = [at.checked_sub(1), Some(at + 1).filter(|&next| next < case.issues[issue].choices.len())];
            steps.into_iter().flatten().any(|next| {
                let mut moved = self.clone();
                moved.wording.insert(issue, Wording::Settled(ChoiceIdx::new(next)));
                moved.decides(case, formula) == Some(true)
            })
        })
    }
}
