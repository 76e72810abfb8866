//! Offers and drafts on the record: packages, whole or with brackets, that somebody put on the table.

use std::collections::BTreeMap;
use std::fmt;

use detente_base::Span;
use jiff::civil::Date;

use crate::{ChoiceIdx, Condition, DraftIdx, Id, IssueIdx, PartyIdx, Precision};

/// A package or part of one, as somebody put it forward. It binds nothing in an answer; it can be asked about by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: Option<String>,
    /// Who put it forward; empty where the record does not say, or where it is nobody's.
    pub by: Vec<PartyIdx>,
    /// To whom.
    pub to: Vec<PartyIdx>,
    /// When.
    pub date: Option<Date>,
    /// How exact that date is.
    pub precision: Option<Precision>,
    /// What became of it.
    pub status: DraftStatus,
    /// Whether whoever made it would be bound by its acceptance.
    pub binding: bool,
    /// The one it takes the place of.
    pub supersedes: Option<DraftIdx>,
    /// What it says on each issue it speaks of.
    pub wording: BTreeMap<IssueIdx, Wording>,
    /// The condition under which it is made.
    pub only_if: Option<Condition>,
    /// Statements it rests on.
    pub evidence: Vec<Id>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What a draft says on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// One choice.
    Settled(ChoiceIdx),
    /// Several choices in brackets, none of them agreed.
    Bracketed(Vec<ChoiceIdx>),
    /// Brackets with nothing in them.
    Open,
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStatus {
    /// It lies on the table.
    Made,
    /// Those to whom it was made accepted it.
    Accepted,
    /// They turned it down.
    Rejected,
    /// Whoever made it took it back.
    Withdrawn,
    /// Its time ran out.
    Lapsed,
}

impl DraftStatus {
    /// Every status, with the word a case file uses.
    pub const ALL: [Self; 5] = [Self::Made, Self::Accepted, Self::Rejected, Self::Withdrawn, Self::Lapsed];

    /// The status a case file calls so.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// The word of a case file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }
}

impl fmt::Display for DraftStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Draft {
    /// What it settles; every other issue is open.
    pub fn settled(&self) -> BTreeMap<IssueIdx, ChoiceIdx> {
        let settled = |(&issue, wording): (&IssueIdx, &Wording)| match wording {
            Wording::Settled(choice) => Some((issue, *choice)),
            Wording::Bracketed(_) | Wording::Open => None,
        };
        self.wording.iter().filter_map(settled).collect()
    }
}
