//! Two standing positions of one party that cannot both be meant.

use std::collections::BTreeMap;

use detente_base::Table;
use detente_case::{ChoiceIdx, IssueIdx, PartyIdx};

use crate::{Kind, Ledger, Position, PositionIdx, Standing, Subject};

/// A choice that one position of a party accepts or prefers and another rejects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Whose.
    pub party: PartyIdx,
    /// On which issue.
    pub issue: IssueIdx,
    /// The choice.
    pub choice: ChoiceIdx,
    /// One position, first by id.
    pub first: PositionIdx,
    /// The other.
    pub second: PositionIdx,
}

impl Ledger {
    /// The contradictions among positions that stand and have no condition; claims and assessments aside.
    ///
    /// # Cost
    /// Quadratic in the positions of one party on one issue.
    pub fn contradictions(&self, standing: &Table<PositionIdx, Standing>) -> Vec<Contradiction> {
        let mut groups: BTreeMap<(PartyIdx, IssueIdx), Vec<PositionIdx>> = BTreeMap::new();
        for (idx, position) in self.positions.iter().filter(|&(idx, _)| standing[idx] == Standing::Stands) {
            if let (Some(party), Subject::Issue(issue)) = (position.party, position.subject)
                && says_so(position)
            {
                groups.entry((party, issue)).or_default().push(idx);
            }
        }
        let mut found = Vec::new();
        for ((party, issue), group) in groups {
            for (rank, &first) in group.iter().enumerate() {
                let later = group.iter().skip(rank + 1);
                found.extend(later.filter_map(|&second| {
                    let choice = contradicted(&self.positions[first], &self.positions[second])?;
                    Some(Contradiction { party, issue, choice, first, second })
                }));
            }
        }
        found.sort_by_key(|found| (found.first, found.second));
        found
    }
}

fn says_so(position: &Position) -> bool {
    position.condition.is_none() && !matches!(position.kind, Kind::Claim | Kind::Assessment)
}

fn contradicted(a: &Position, b: &Position) -> Option<ChoiceIdx> {
    let wanted = |x: &Position, y: &Position| x.stance.wanted().find(|choice| y.stance.rejects.contains(choice));
    wanted(a, b).or_else(|| wanted(b, a))
}
