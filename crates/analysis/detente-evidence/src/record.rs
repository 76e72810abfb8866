//! Everything the record says at once, as one question asks it.

use detente_case::{Case, IssueIdx};
use detente_ledger::{Contradiction, Ledger};
use jiff::civil::Date;

use crate::{
    Agreement, Change, Ground, Matrix, Register, Shown, Uncoded, Window, agreement, changes, common_ground, matrix,
    register, uncoded,
};

/// What the record says as of a date and between two.
#[derive(Clone, Debug)]
pub struct Record {
    /// The date positions stand on; `None` for the end of the record.
    pub as_of: Option<Date>,
    /// The dates changes lie between.
    pub window: Window,
    /// Who holds which position on which issue.
    pub matrix: Matrix,
    /// What changed.
    pub changes: Vec<Change>,
    /// Issues shown on which no change is recorded.
    pub unchanged: Vec<IssueIdx>,
    /// The red lines.
    pub register: Register,
    /// What is agreed, not opposed, contested or unknown; all parties count, whichever are shown.
    pub ground: Vec<Ground>,
    /// Where a party contradicts itself.
    pub contradictions: Vec<Contradiction>,
    /// What waits for a coder.
    pub uncoded: Uncoded,
    /// How far coders agree.
    pub agreement: Vec<Agreement>,
}

impl Record {
    /// Asks everything of a record.
    pub fn of(case: &Case, ledger: &Ledger, as_of: Option<Date>, window: Window, shown: &Shown) -> Self {
        let all_parties = Shown { parties: Vec::new(), issues: shown.issues.clone() };
        let matrix = matrix(case, ledger, as_of, shown);
        let changes = changes(case, ledger, window, shown);
        let unchanged = |issue: &IssueIdx| changes.iter().all(|change| change.issue != Some(*issue));
        let contradictions = ledger.contradictions(&matrix.standing).into_iter();
        Self {
            as_of,
            window,
            unchanged: matrix.issues.iter().copied().filter(unchanged).collect(),
            register: register(case, ledger, &matrix, shown),
            ground: common_ground(case, ledger, &crate::matrix::matrix(case, ledger, as_of, &all_parties)),
            contradictions: contradictions
                .filter(|found| shown.party(found.party) && shown.issue(found.issue))
                .collect(),
            uncoded: uncoded(case, ledger),
            agreement: agreement(case, ledger),
            matrix,
            changes,
        }
    }
}
