//! What is asked of a numeric model.

use std::collections::BTreeSet;
use std::time::Duration;

use detente_engine::Principle;

use super::Cover;

/// A question about a numeric model. Whether there is a package is always asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Largest product of gains.
    Nash,
    /// Same share of what each could hope for.
    KalaiSmorodinsky,
    /// Most for whoever gains least.
    Egalitarian,
    /// Most for whoever gains least, then for the next.
    Leximin,
    /// Largest total.
    Utilitarian,
    /// The efficient utility vectors.
    Frontier,
    /// How many packages there are.
    Count,
    /// How far bottom lines would have to move.
    LeastMovement,
    /// What cannot hold together.
    Conflicts,
    /// What would have to be dropped.
    Relaxations,
}

impl Question {
    /// All of them, in the order in which they are answered.
    pub const ALL: [Self; 10] = [
        Self::Nash,
        Self::KalaiSmorodinsky,
        Self::Egalitarian,
        Self::Leximin,
        Self::Utilitarian,
        Self::Frontier,
        Self::Count,
        Self::LeastMovement,
        Self::Conflicts,
        Self::Relaxations,
    ];

    /// Its key in a document.
    pub fn key(self) -> &'static str {
        match self {
            Self::Nash => "nash",
            Self::KalaiSmorodinsky => "kalai_smorodinsky",
            Self::Egalitarian => "egalitarian",
            Self::Leximin => "leximin",
            Self::Utilitarian => "utilitarian",
            Self::Frontier => "frontier",
            Self::Count => "count",
            Self::LeastMovement => "least_movement",
            Self::Conflicts => "conflicts",
            Self::Relaxations => "relaxations",
        }
    }

    /// The principle it asks for, if it asks for one.
    pub fn principle(self) -> Option<Principle> {
        Some(match self {
            Self::Nash => Principle::Nash,
            Self::KalaiSmorodinsky => Principle::KalaiSmorodinsky,
            Self::Egalitarian => Principle::Egalitarian,
            Self::Leximin => Principle::Leximin,
            Self::Utilitarian => Principle::Utilitarian,
            _ => return None,
        })
    }

    /// Whether it asks for a reason why there is no package; with a package its answer is plain.
    pub(super) fn is_about_absence(self) -> bool {
        matches!(self, Self::LeastMovement | Self::Conflicts | Self::Relaxations)
    }
}

/// What is asked, over whom, and for how long.
#[derive(Clone, Debug)]
pub struct Request {
    /// The questions.
    pub questions: BTreeSet<Question>,
    /// The parties the frontier and the principles are over, where not those whose consent is always needed; ascending.
    pub over: Option<Vec<usize>>,
    /// How short the frontier may be.
    pub cover: Cover,
    /// For all questions together.
    pub time_limit: Duration,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            questions: Question::ALL.into_iter().collect(),
            over: None,
            cover: Cover::default(),
            time_limit: Duration::from_secs(20),
        }
    }
}
