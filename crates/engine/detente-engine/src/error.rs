//! Why a question is refused or stopped.

use detente_model::ModelError;
use thiserror::Error;

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
    /// Issues are tied to each other so that the part around one of them has more combinations than fit.
    #[error("the issues tied to issue {issue} have at least {size} combinations, more than can be held")]
    TooWide {
        /// The issue, or a number beyond the issues for a sum or a condition over many.
        issue: usize,
        /// How many combinations there are at least.
        size: usize,
    },
    /// More sums over many issues must hold at once than are searched over exactly.
    #[error(
        "exactness is out of reach: {sums} sums over many issues at once, {most} at most; hold some of their issues, merge units \
         into blocs, or set limits aside"
    )]
    TooManySums {
        /// How many there are.
        sums: usize,
        /// How many there may be.
        most: usize,
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

    /// Whether more effort could have led further, so that what is known so far is worth telling.
    pub(crate) fn is_a_limit(&self) -> bool {
        !matches!(self, Self::Model(_) | Self::SpaceTooLarge)
    }

    fn weight(&self) -> u8 {
        match self {
            Self::TooManyPoints { .. } | Self::TooWide { .. } | Self::TooManySums { .. } => 0,
            Self::OutOfReach { .. } => 1,
            Self::Cancelled => 2,
            Self::SpaceTooLarge => 3,
            Self::Model(_) => 4,
        }
    }
}

/// Nothing where a question is out of reach; what ends whatever it was part of is passed on.
///
/// # Errors
/// [`Stopped::Cancelled`] and [`Stopped::Model`]: no other question about the model would be answered either.
pub fn forgiven<T>(answer: Result<T, Stopped>) -> Result<Option<T>, Stopped> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(stopped @ (Stopped::Cancelled | Stopped::Model(_))) => Err(stopped),
        Err(_) => Ok(None),
    }
}
