//! Why a question is refused or stopped.

use thiserror::Error;

/// A model, an [`Ask`](crate::Ask) or another argument that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// An issue with nothing to choose.
    #[error("issue {issue} has no choice")]
    NoChoice {
        /// Which issue.
        issue: usize,
    },
    /// A party values another number of issues than there are.
    #[error("party {party} values {found} issues where the model has {expected}")]
    ValuedIssues {
        /// Which party.
        party: usize,
        /// How many it values.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// A list per choice has another length than its issue has choices.
    #[error("issue {issue} has {expected} choices, but a list about it has {found} entries")]
    PerChoice {
        /// Which issue.
        issue: usize,
        /// The length of the list.
        found: usize,
        /// The number of choices.
        expected: usize,
    },
    /// There is no issue of that number.
    #[error("there is no issue {issue}")]
    UnknownIssue {
        /// The number.
        issue: usize,
    },
    /// There is no choice of that number.
    #[error("issue {issue} has no choice {choice}")]
    UnknownChoice {
        /// Which issue.
        issue: usize,
        /// The number.
        choice: usize,
    },
    /// There is no party of that number.
    #[error("there is no party {party}")]
    UnknownParty {
        /// The number.
        party: usize,
    },
    /// There is no rule of that number.
    #[error("there is no rule {rule}")]
    UnknownRule {
        /// The number.
        rule: usize,
    },
    /// There is no limit of that number.
    #[error("there is no limit {limit}")]
    UnknownLimit {
        /// The number.
        limit: usize,
    },
    /// A sum names an issue more than once.
    #[error("a sum names issue {issue} twice")]
    IssueTwice {
        /// Which issue.
        issue: usize,
    },
    /// A party is named more than once.
    #[error("party {party} is named twice")]
    PartyTwice {
        /// Which party.
        party: usize,
    },
    /// More parties than fit a set of bits.
    #[error("{parties} parties, {most} at most")]
    TooManyParties {
        /// How many there are.
        parties: usize,
        /// How many there may be.
        most: usize,
    },
    /// More issues than the engine searches over.
    #[error("{issues} issues, {most} at most")]
    TooManyIssues {
        /// How many there are.
        issues: usize,
        /// How many there may be.
        most: usize,
    },
    /// A formula nested deeper than the engine follows.
    #[error("a formula is nested more than {most} deep")]
    TooDeep {
        /// The deepest nesting followed.
        most: usize,
    },
    /// A party's utility could leave the range of integers.
    #[error("the units of party {party} can exceed the range of 64-bit integers")]
    UtilityOverflow {
        /// Which party.
        party: usize,
    },
    /// A sum in a formula could leave the range of integers.
    #[error("a sum in a formula can exceed the range of 64-bit integers")]
    SumOverflow,
    /// The draft, or a package, speaks of another number of issues than there are.
    #[error("a package or draft speaks of {found} issues where the model has {expected}")]
    DraftLength {
        /// How many it speaks of.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// The list of limits in force has another length than there are limits.
    #[error("{found} limits are switched where the model has {expected}")]
    SwitchedLimits {
        /// How many are switched.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// A distance, of whatever unit, does not fit the integers it is computed in.
    #[error("distances over these scales exceed the range of 64-bit integers")]
    DistanceOverflow,
    /// The spacings or groups of a distance have another length than there are issues.
    #[error("a distance speaks of {found} issues where the model has {expected}")]
    DistanceLength {
        /// How many it speaks of.
        found: usize,
        /// How many there are.
        expected: usize,
    },
}

/// Why a search gave no answer. An empty zone is an answer and never one of these.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Stopped {
    /// The question itself does not hold together.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The space cannot even be counted in 128 bits.
    #[error("the space has more packages than 128 bits can count")]
    SpaceTooLarge,
    /// The allowed number of steps was used up. This verdict does not depend on the number of threads.
    #[error("no answer within {max_steps} steps")]
    OutOfReach {
        /// The number of steps that was allowed.
        max_steps: u64,
        /// The number of packages of the space, where 128 bits can count them.
        space: Option<u128>,
    },
    /// The frontier, or a list on the way to it, is longer than was allowed.
    #[error("more than {max_points} points on the frontier or on the way to it")]
    TooManyPoints {
        /// The number of points that was allowed.
        max_points: usize,
    },
    /// The one who watches asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl Stopped {
    /// Of two stops the one to report, so that the report does not depend on which thread came first.
    pub(crate) fn weightier(self, other: Self) -> Self {
        if self.weight() < other.weight() { other } else { self }
    }

    fn weight(&self) -> u8 {
        match self {
            Self::TooManyPoints { .. } => 0,
            Self::OutOfReach { .. } => 1,
            Self::Cancelled => 2,
            Self::SpaceTooLarge => 3,
            Self::Model(_) => 4,
        }
    }
}
