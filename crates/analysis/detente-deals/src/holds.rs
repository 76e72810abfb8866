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
    let open: Vec<&&EstimatedAnswer> = answers.iter().filter(|answer| 0 < answer.counts[0]).collect();
    let mut held = Held::default();
    if open.is_empty() {
        return held;
    }
    for (issue, row) in case.issues.iter() {
        for choice in row.choices.indices() {
            let count = |answer: &&&EstimatedAnswer| answer.remaining[0][issue][choice];
            if open.iter().all(|answer| count(answer) == 0) {
                held.excluded.push((issue, choice));
            }
            if open.iter().all(|answer| count(answer) == answer.counts[0]) {
                held.always.push((issue, choice));
            }
        }
    }
    held
}
