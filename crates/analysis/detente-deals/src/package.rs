//! What a package does to each party: which limits it crosses and where it leaves each against its bottom line.

use detente_base::{Index, Table};
use detente_case::{ChoiceIdx, IssueIdx, PartyIdx};

use crate::{LimitRef, Lowered};

/// The choice of each issue.
pub type Choices = Table<IssueIdx, ChoiceIdx>;

/// A limit that a package crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Whose.
    pub party: PartyIdx,
    /// Which limit.
    pub limit: LimitRef,
    /// Whether the limit binds here: it is in force and its owner's consent is needed. Else its owner "would object".
    pub binds: bool,
}

/// The limits that a package crosses, in order of the model.
pub fn objections(lowered: &Lowered, in_force: &[bool], choices: &Choices) -> Vec<Objection> {
    let package = lowered.package(choices);
    let limits = lowered.model.limits.iter().zip(&lowered.limits).zip(in_force);
    limits
        .filter(|((limit, _), _)| limit.forbids.holds(&package))
        .map(|((limit, &of), &in_force)| Objection {
            party: PartyIdx::new(limit.owner),
            limit: of,
            binds: in_force && lowered.model.parties[limit.owner].is_asked_in(&package),
        })
        .collect()
}

/// Where a package leaves a party against its bottom line (DEFINITIONS 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// At least the high end of the bottom line.
    Met,
    /// Exactly a bottom line that is one number.
    AtLimit,
    /// Between the low and the high end.
    WithinDoubt,
    /// Under the low end.
    Exceeded,
    /// The party has no bottom line.
    NoBottomLine,
}

impl Standing {
    /// In words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::AtLimit => "at limit",
            Self::WithinDoubt => "within doubt",
            Self::Exceeded => "exceeded",
            Self::NoBottomLine => "no bottom line",
        }
    }
}

/// Where `units` leave a party whose bottom line is `line`.
pub fn standing(units: i64, line: Option<[i64; 3]>) -> Standing {
    match line {
        None => Standing::NoBottomLine,
        Some([low, _, high]) if low == high && units == low => Standing::AtLimit,
        Some([low, _, _]) if units < low => Standing::Exceeded,
        Some([_, _, high]) if units < high => Standing::WithinDoubt,
        Some(_) => Standing::Met,
    }
}
