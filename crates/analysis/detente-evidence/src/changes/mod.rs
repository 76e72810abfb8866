//! What changed between two dates: as sources report it, and as two dated positions show it.

mod compare;

use std::collections::{BTreeMap, BTreeSet};

use detente_base::Table;
use detente_case::{Case, IssueIdx, PartyIdx, Precision};
use detente_ledger::{Kind, Ledger, Position, PositionIdx, Since, Standing, Subject};
use jiff::civil::Date;

use crate::matrix::Shown;
use compare::directions;

/// After `from`, up to and with `to`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Window {
    /// The earlier date; without one, everything up to `to`, and then the first position of a party on an issue is not called new.
    pub from: Option<Date>,
    /// The later date; without one, to the end of the record.
    pub to: Option<Date>,
}

/// How a change is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// A source says so; the earlier date is not known.
    Reported,
    /// Two positions with dates, or one that says which it replaces.
    Derived,
}

/// Which way a position changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// There was none on record.
    New,
    /// It ended, and none took its place.
    Withdrawn,
    /// Accepts more or rejects less, or dropped its condition.
    Widened,
    /// Accepts less or rejects more, or has a condition now.
    Narrowed,
    /// Accepts or rejects other choices than before, neither only more nor only fewer; or has another condition.
    Moved,
    /// Firmer by the coders' judgement.
    Firmer,
    /// Softer by the coders' judgement.
    Softer,
    /// Nothing but the words.
    OnlyWording,
}

impl Direction {
    /// The word for it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Withdrawn => "withdrawn",
            Self::Widened => "widened",
            Self::Narrowed => "narrowed",
            Self::Moved => "moved",
            Self::Firmer => "firmer",
            Self::Softer => "softer",
            Self::OnlyWording => "only wording",
        }
    }
}

/// What there was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// Nothing on record.
    Nothing,
    /// Words of a source about it, without a date.
    Words(String),
    /// These positions.
    Positions(Vec<PositionIdx>),
}

/// A change of one party on one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose.
    pub party: PartyIdx,
    /// On which issue; `None` where the source ties it to none.
    pub issue: Option<IssueIdx>,
    /// How it is known.
    pub basis: Basis,
    /// Which ways; none where a source reports a change without saying which.
    pub directions: Vec<Direction>,
    /// Before.
    pub earlier: Earlier,
    /// After; nothing where it was withdrawn.
    pub later: Vec<PositionIdx>,
    /// The day of the later one, or of the end.
    pub on: Option<Date>,
    /// How exact that day is.
    pub precision: Option<Precision>,
}

/// The changes in a window, by issue, party and date; those tied to no issue last.
///
/// A change without a date is in every window.
///
/// # Cost
/// Linear in positions, but for one pass over them per day on which one ends.
pub fn changes(case: &Case, ledger: &Ledger, window: Window, shown: &Shown) -> Vec<Change> {
    let looked_at = |&(_, position): &(PositionIdx, &Position)| {
        position.party.is_some_and(|party| shown.party(party))
            && !matches!(position.kind, Kind::Claim | Kind::Assessment)
            && match position.subject {
                Subject::Issue(issue) => shown.issue(issue),
                // A position on a whole lens is about no single issue.
                Subject::Lens(_) | Subject::Unspecified => shown.issues.is_empty(),
            }
    };
    let positions: Vec<(PositionIdx, &Position)> = ledger.positions.iter().filter(looked_at).collect();
    let mut found: Vec<Change> =
        positions.iter().filter_map(|&(idx, row)| reported(ledger, window, idx, row)).collect();
    let mut groups: BTreeMap<(PartyIdx, IssueIdx), Vec<PositionIdx>> = BTreeMap::new();
    for &(idx, position) in &positions {
        if let (Some(party), Subject::Issue(issue)) = (position.party, position.subject) {
            groups.entry((party, issue)).or_default().push(idx);
        }
    }
    for (&(party, issue), group) in &groups {
        let history = History { case, ledger, window, party, issue, group };
        found.extend(history.changes());
    }
    found.extend(withdrawn(ledger, window, &groups));
    found.sort_by_key(key);
    found
}

fn key(change: &Change) -> (bool, Option<IssueIdx>, PartyIdx, Option<Date>, Basis, Vec<PositionIdx>) {
    (change.issue.is_none(), change.issue, change.party, change.on, change.basis, change.later.clone())
}

impl Window {
    fn holds(self, on: Date) -> bool {
        self.from.is_none_or(|from| from < on) && self.to.is_none_or(|to| on <= to)
    }

    /// Whether a position is on record in the window; one without a day is.
    fn holds_since(self, since: Since) -> bool {
        match since {
            Since::On(on, _) => self.holds(on),
            Since::NotAfter(on) => self.to.is_none_or(|to| on <= to),
            Since::Unknown => true,
        }
    }
}

fn reported(ledger: &Ledger, window: Window, idx: PositionIdx, position: &Position) -> Option<Change> {
    let since = ledger.since(position);
    let words = position.earlier.clone().filter(|_| window.holds_since(since))?;
    Some(Change {
        party: position.party?,
        issue: match position.subject {
            Subject::Issue(issue) => Some(issue),
            Subject::Lens(_) | Subject::Unspecified => None,
        },
        basis: Basis::Reported,
        directions: Vec::new(),
        earlier: Earlier::Words(words),
        later: vec![idx],
        on: since.day(),
        precision: since.precision(),
    })
}

/// The positions of one party on one issue.
struct History<'a> {
    case: &'a Case,
    ledger: &'a Ledger,
    window: Window,
    party: PartyIdx,
    issue: IssueIdx,
    group: &'a [PositionIdx],
}

impl History<'_> {
    fn changes(&self) -> Vec<Change> {
        let mut days: BTreeMap<Date, Vec<PositionIdx>> = BTreeMap::new();
        let mut undated = Vec::new();
        for &idx in self.group {
            match self.ledger.since(&self.ledger.positions[idx]) {
                Since::On(day, _) => days.entry(day).or_default().push(idx),
                since => undated.push((idx, since)),
            }
        }
        let has_undated = !undated.is_empty();
        let mut found = Vec::new();
        let mut before: Option<Vec<PositionIdx>> = None;
        for (day, later) in days {
            let earlier = self.replaced(&later).or_else(|| before.clone());
            if self.window.holds(day) {
                found.extend(self.derived(earlier, &later, Some(day), has_undated));
            }
            before = Some(later);
        }
        for (idx, since) in undated {
            let later = [idx];
            if let Some(earlier) = self.replaced(&later).filter(|_| self.window.holds_since(since)) {
                found.extend(self.derived(Some(earlier), &later, None, has_undated));
            }
        }
        found
    }

    /// What the record says these replace, of this party on this issue.
    fn replaced(&self, later: &[PositionIdx]) -> Option<Vec<PositionIdx>> {
        let named = later.iter().filter_map(|&idx| self.ledger.positions[idx].supersedes);
        let replaced: BTreeSet<PositionIdx> = named.filter(|idx| self.group.contains(idx)).collect();
        (!replaced.is_empty()).then(|| replaced.into_iter().collect())
    }

    /// Whether a source says that there was another position before.
    fn had_another(&self, later: &[PositionIdx]) -> bool {
        later.iter().any(|&idx| self.ledger.positions[idx].earlier.is_some())
    }

    fn derived(
        &self,
        earlier: Option<Vec<PositionIdx>>,
        later: &[PositionIdx],
        on: Option<Date>,
        has_undated: bool,
    ) -> Option<Change> {
        let (earlier, directions) = match earlier {
            Some(earlier) => {
                let directions = directions(self.case, self.ledger, &earlier, later);
                (Earlier::Positions(earlier), directions)
            }
            None if self.window.from.is_some() && !has_undated && !self.had_another(later) => {
                (Earlier::Nothing, vec![Direction::New])
            }
            None => return None,
        };
        (!directions.is_empty()).then(|| Change {
            party: self.party,
            issue: Some(self.issue),
            basis: Basis::Derived,
            directions,
            earlier,
            later: later.to_vec(),
            on,
            precision: later.first().and_then(|&idx| self.ledger.since(&self.ledger.positions[idx]).precision()),
        })
    }
}

/// Positions that ended in the window while no other of the party on the issue stood.
fn withdrawn(
    ledger: &Ledger,
    window: Window,
    groups: &BTreeMap<(PartyIdx, IssueIdx), Vec<PositionIdx>>,
) -> Vec<Change> {
    let mut standings: BTreeMap<Date, Table<PositionIdx, Standing>> = BTreeMap::new();
    let mut found = Vec::new();
    for (&(party, issue), group) in groups {
        let mut ended: BTreeMap<Date, Vec<PositionIdx>> = BTreeMap::new();
        for &idx in group {
            if let Some(end) = ledger.positions[idx].valid_to.filter(|&end| window.holds(end)) {
                ended.entry(end).or_default().push(idx);
            }
        }
        for (end, positions) in ended {
            let standing = standings.entry(end).or_insert_with(|| ledger.standing(Some(end)));
            let gone: Vec<PositionIdx> =
                positions.into_iter().filter(|&idx| matches!(standing[idx], Standing::Ended(_))).collect();
            if !gone.is_empty() && group.iter().all(|&idx| standing[idx] != Standing::Stands) {
                found.push(Change {
                    party,
                    issue: Some(issue),
                    basis: Basis::Derived,
                    directions: vec![Direction::Withdrawn],
                    earlier: Earlier::Positions(gone),
                    later: Vec::new(),
                    on: Some(end),
                    precision: None,
                });
            }
        }
    }
    found
}
