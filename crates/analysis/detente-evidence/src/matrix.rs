//! Who holds which position on which issue, as of a date.

use std::collections::BTreeMap;

use detente_base::Table;
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_ledger::{Ledger, PositionIdx, Since, Standing, Subject};
use jiff::civil::Date;

/// Which parties and issues are to be shown; an empty list shows all.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The parties.
    pub parties: Vec<PartyIdx>,
    /// The issues.
    pub issues: Vec<IssueIdx>,
}

/// The positions that stand on a date, by party and issue.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The date; `None` for the end of the record.
    pub as_of: Option<Date>,
    /// The parties shown, by id.
    pub parties: Vec<PartyIdx>,
    /// The issues shown, by id.
    pub issues: Vec<IssueIdx>,
    /// What stands, by party and issue; an absent cell holds nothing on record.
    pub cells: BTreeMap<(PartyIdx, IssueIdx), Cell>,
    /// Positions of parties that no source ties to one issue.
    pub unspecified: Vec<Entry>,
    /// The authors' own assessments, which are nobody's positions.
    pub nobodys: Vec<Entry>,
    /// Positions on record only after the date.
    pub later: Vec<Entry>,
    /// How every position stands.
    pub standing: Table<PositionIdx, Standing>,
}

/// What a party holds on an issue.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its positions, by id.
    pub positions: Vec<Entry>,
}

/// A position in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The position.
    pub position: PositionIdx,
    /// From when it is on record.
    pub since: Since,
    /// Whether a statement of the party itself stands behind it, in its words or reported.
    pub has_voice: bool,
}

impl Shown {
    pub(crate) fn party(&self, party: PartyIdx) -> bool {
        self.parties.is_empty() || self.parties.contains(&party)
    }

    pub(crate) fn issue(&self, issue: IssueIdx) -> bool {
        self.issues.is_empty() || self.issues.contains(&issue)
    }
}

/// The matrix of a record as of a date.
///
/// # Cost
/// Linear in positions and their evidence.
pub fn matrix(case: &Case, ledger: &Ledger, as_of: Option<Date>, shown: &Shown) -> Matrix {
    let mut matrix = Matrix {
        as_of,
        parties: case.parties.indices().filter(|&party| shown.party(party)).collect(),
        issues: case.issues.indices().filter(|&issue| shown.issue(issue)).collect(),
        cells: BTreeMap::new(),
        unspecified: Vec::new(),
        nobodys: Vec::new(),
        later: Vec::new(),
        standing: ledger.standing(as_of),
    };
    for (idx, position) in ledger.positions.iter() {
        let hidden = position.party.is_some_and(|party| !shown.party(party))
            || matches!(position.subject, Subject::Issue(issue) if !shown.issue(issue));
        if hidden {
            continue;
        }
        let has_voice = ledger.has_voice(case, position);
        let entry = Entry { position: idx, since: ledger.since(position), has_voice };
        match (matrix.standing[idx], position.party, position.subject) {
            (Standing::Later, ..) => matrix.later.push(entry),
            (Standing::Stands, Some(party), Subject::Issue(issue)) => {
                matrix.cells.entry((party, issue)).or_default().positions.push(entry);
            }
            // A position on a whole lens stands beside every part that may have all of its statuses.
            (Standing::Stands, Some(party), Subject::Lens(lens)) => {
                let lens = &case.lenses[lens];
                for part in lens.parts.iter().filter(|part| part.statuses.len() == lens.statuses.len()) {
                    matrix.cells.entry((party, part.issue)).or_default().positions.push(entry);
                }
            }
            (Standing::Stands, Some(_), Subject::Unspecified) => matrix.unspecified.push(entry),
            (Standing::Stands, None, _) => matrix.nobodys.push(entry),
            (Standing::Superseded(_) | Standing::Ended(_), ..) => {}
        }
    }
    matrix
}
