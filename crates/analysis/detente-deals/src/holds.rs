//! What several sets of estimates agree on.

use detente_case::{Case, ChoiceIdx, IssueIdx};

use crate::EstimatedAnswer;

/// What holds under every set of estimates looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Choices that no package has under any set, even with every bottom line at its low end.
    pub excluded: Vec<(IssueIdx, ChoiceIdx)>,
    /// Choices that every package has under every set, with every bottom line at its low end.
    pub always: Vec<(IssueIdx, ChoiceIdx)>,
}

/// What holds under every one of `answers`, at the low end of the bottom lines, where the zones are largest. A set whose
/// zone is empty even there says nothing about choices and is left aside.
pub fn held_everywhere(case: &Case, answers: &[&EstimatedAnswer]) -> Held {
    let open: Vec<&&EstimatedAnswer> = answers.iter().filter(|answer| answer.zones[0].feasible).collect();
    let mut held = Held::default();
    if open.is_empty() {
        return held;
    }
    for (issue, row) in case.issues.iter() {
        let is_gone =
            |choice: ChoiceIdx| open.iter().all(|answer| answer.remaining[0][issue][choice].possible == Some(false));
        for choice in row.choices.indices() {
            if is_gone(choice) {
                held.excluded.push((issue, choice));
            }
            if row.choices.indices().all(|other| other == choice || is_gone(other)) {
                held.always.push((issue, choice));
            }
        }
    }
    held
}
