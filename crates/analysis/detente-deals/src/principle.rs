//! The named principles, side by side; none of them is a recommendation.

use detente_base::Index;
use detente_case::PartyIdx;
use detente_engine::{Attained, principles};

use crate::{Choices, Lowered};

/// A principle for choosing among the packages of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Principle {
    /// Largest product of gains.
    Nash,
    /// Same share of what each could hope for.
    KalaiSmorodinsky,
    /// Most for whoever gains least.
    Egalitarian,
    /// Then for the next.
    Leximin,
    /// Largest total of points.
    Utilitarian,
}

impl Principle {
    /// All of them; those that compare points across parties come last.
    pub const ALL: [Self; 5] =
        [Self::Nash, Self::KalaiSmorodinsky, Self::Egalitarian, Self::Leximin, Self::Utilitarian];

    /// Its name in the field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nash => "Nash",
            Self::KalaiSmorodinsky => "Kalai–Smorodinsky",
            Self::Egalitarian => "egalitarian",
            Self::Leximin => "leximin",
            Self::Utilitarian => "utilitarian",
        }
    }

    /// Its name on the command line and in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nash => "nash",
            Self::KalaiSmorodinsky => "kalai-smorodinsky",
            Self::Egalitarian => "egalitarian",
            Self::Leximin => "leximin",
            Self::Utilitarian => "utilitarian",
        }
    }

    /// What it does, in plain words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Nash => "largest product of gains",
            Self::KalaiSmorodinsky => "same share of what each could hope for",
            Self::Egalitarian => "most for whoever gains least",
            Self::Leximin => "most for whoever gains least, then for the next",
            Self::Utilitarian => "largest total of points",
        }
    }

    /// Whether it compares one party's points with another's.
    pub fn compares_parties(self) -> bool {
        matches!(self, Self::Egalitarian | Self::Leximin | Self::Utilitarian)
    }
}

/// What a principle leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrincipleAnswer {
    /// Which principle.
    pub principle: Principle,
    /// The utility vectors that attain it, each with a package; empty where no principal can gain.
    pub answers: Vec<Answer>,
    /// Whether all of them are listed.
    pub complete: bool,
    /// Principals that stand outside: without a bottom line, or (in a ratio) with nothing to hope for.
    pub left_out: Vec<PartyIdx>,
}

/// A utility vector and the canonical package that attains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The package with the least κ.
    pub choices: Choices,
    /// Units of every party in that package.
    pub units: Vec<i64>,
    /// How many packages have the same units for the principals.
    pub packages: u128,
    /// Under Nash, the principals who gain.
    pub gaining: Vec<PartyIdx>,
}

/// What `principle` leads to on the frontier of `stakes`.
pub(crate) fn answer(
    principle: Principle,
    lowered: &Lowered,
    frontier: &[Attained],
    stakes: &principles::Stakes<'_>,
) -> PrincipleAnswer {
    let found = match principle {
        Principle::Nash => principles::nash(stakes, None),
        Principle::KalaiSmorodinsky => vec![principles::kalai_smorodinsky(stakes)],
        Principle::Egalitarian => vec![principles::egalitarian(stakes)],
        Principle::Leximin => vec![principles::leximin(stakes)],
        Principle::Utilitarian => vec![principles::utilitarian(stakes)],
    };
    let stands_outside = |left: &&principles::LeftOut| left.reason != principles::Reason::GainsNothingHere;
    let mut left_out: Vec<PartyIdx> = found
        .iter()
        .flat_map(|answer| answer.left_out.iter().filter(stands_outside))
        .map(|left| PartyIdx::new(left.party))
        .collect();
    left_out.sort_unstable();
    left_out.dedup();
    let mut answers: Vec<Answer> =
        found.iter().flat_map(|answer| read_back(principle, lowered, frontier, answer)).collect();
    answers.sort_by_key(|answer| lowered.package(&answer.choices));
    PrincipleAnswer { principle, answers, complete: found.iter().all(|answer| answer.complete), left_out }
}

fn read_back<'a>(
    principle: Principle,
    lowered: &'a Lowered,
    frontier: &'a [Attained],
    found: &'a principles::Answer,
) -> impl Iterator<Item = Answer> + 'a {
    let gaining: Vec<PartyIdx> = match principle {
        Principle::Nash => found.parties.iter().map(|&party| PartyIdx::new(party)).collect(),
        _ => Vec::new(),
    };
    let point = move |&point: &usize| Answer { gaining: gaining.clone(), ..from_point(lowered, &frontier[point]) };
    found.vectors.iter().map(point)
}

/// A point of the frontier, read back.
pub(crate) fn from_point(lowered: &Lowered, point: &Attained) -> Answer {
    Answer {
        choices: lowered.choices(&point.witness),
        units: point.utilities.clone(),
        packages: point.packages,
        gaining: Vec::new(),
    }
}
