//! The named principles, side by side; none of them is a recommendation.

use detente_base::{Index, Watch};
use detente_case::PartyIdx;
use detente_engine::{self as engine, Ask, Attained, Measure};
use rayon::prelude::*;

use crate::ready::{Led, Ready};
use crate::{Choices, DealsError, Lowered};

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

    fn of_engine(self) -> engine::Principle {
        match self {
            Self::Nash => engine::Principle::Nash,
            Self::KalaiSmorodinsky => engine::Principle::KalaiSmorodinsky,
            Self::Egalitarian => engine::Principle::Egalitarian,
            Self::Leximin => engine::Principle::Leximin,
            Self::Utilitarian => engine::Principle::Utilitarian,
        }
    }

    /// Whether it compares one party's points with another's.
    pub fn compares_parties(self) -> bool {
        matches!(self, Self::Egalitarian | Self::Leximin | Self::Utilitarian)
    }
}

/// What a principle leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleAnswer {
    /// Which principle.
    pub principle: Principle,
    /// The utility vectors that attain it, each with a package; empty where it compares nobody or no principal can gain and,
    /// where it is not proved, where the search ended before it had any.
    pub answers: Vec<Answer>,
    /// Whether all of them are listed.
    pub complete: bool,
    /// Whether no package of the zone is worth more.
    pub proved: bool,
    /// Where it is not proved: what no package exceeds. Under Nash the product of gains in units, under Kalai–Smorodinsky the
    /// smallest share, else points.
    pub bound: Option<f64>,
    /// Where it is not proved: what the answers attain, in the same terms as the bound.
    pub reached: Option<f64>,
    /// Principals that stand outside: without a bottom line, or (in a ratio or product) with nothing to hope for.
    pub left_out: Vec<PartyIdx>,
}

/// A utility vector and the canonical package that attains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The package with the least κ.
    pub choices: Choices,
    /// Units of every party in that package.
    pub units: Vec<i64>,
    /// How many packages have the same units for the principals, where that is known.
    pub packages: Option<u128>,
    /// Under Nash, the principals who gain.
    pub gaining: Vec<PartyIdx>,
}

/// What is best for one party within everybody's limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestFor {
    /// Which party.
    pub party: PartyIdx,
    /// The efficient utility vectors among those that give it the most, descending over the principals.
    pub answers: Vec<Answer>,
    /// Whether all of them are listed.
    pub complete: bool,
    /// Whether no package gives it more.
    pub proved: bool,
}

/// Every principle in a zone. Gains are counted from its model's bottom lines. Searches of few steps go on side by side; longer ones take
/// turns, each with all threads, so that what a watch is told of how far one has come is about one.
///
/// # Cost
/// That of [`Ready::principle`] for each.
pub(crate) fn principles(
    lowered: &Lowered,
    zone: &Ready<'_>,
    watch: &dyn Watch,
) -> Result<Vec<PrincipleAnswer>, DealsError> {
    let answer = |&principle: &Principle| answer(principle, lowered, zone, watch);
    if zone.at_once {
        Principle::ALL.par_iter().map(answer).collect()
    } else {
        Principle::ALL.iter().map(answer).collect()
    }
}

fn answer(
    principle: Principle,
    lowered: &Lowered,
    zone: &Ready<'_>,
    watch: &dyn Watch,
) -> Result<PrincipleAnswer, DealsError> {
    let none = |proved, left_out| PrincipleAnswer {
        principle,
        answers: Vec::new(),
        complete: proved,
        proved,
        bound: None,
        reached: None,
        left_out,
    };
    let parties = |of: &[usize]| of.iter().map(|&party| PartyIdx::new(party)).collect::<Vec<_>>();
    Ok(match zone.principle(principle.of_engine(), &measure(lowered), watch)? {
        Led::Untold => none(false, Vec::new()),
        Led::Nowhere => none(true, parties(&zone.ask.principals)),
        Led::To(chosen) => PrincipleAnswer {
            principle,
            answers: chosen.answers.iter().map(|answer| read_back(lowered, answer)).collect(),
            complete: chosen.complete,
            proved: chosen.proved,
            bound: chosen.bound,
            reached: chosen.reached,
            left_out: parties(&chosen.left_out),
        },
    })
}

/// The most for a principal, and the efficient packages among those that give it.
pub(crate) fn best_for(
    lowered: &Lowered,
    ask: &Ask,
    party: PartyIdx,
    watch: &dyn Watch,
) -> Result<BestFor, DealsError> {
    let which = engine::Principle::BestFor(party.position());
    let found = engine::principle(&lowered.model, ask, which, &measure(lowered), watch)?;
    let Some(chosen) = found else { return Ok(BestFor { party, answers: Vec::new(), complete: true, proved: true }) };
    let mut answers: Vec<Answer> = chosen.answers.iter().map(|answer| read_back(lowered, answer)).collect();
    answers.sort_by_key(|answer| {
        let units = ask.principals.iter().map(|&principal| answer.units[principal]);
        std::cmp::Reverse(units.collect::<Vec<_>>())
    });
    Ok(BestFor { party, answers, complete: chosen.complete, proved: chosen.proved })
}

fn measure(lowered: &Lowered) -> Measure {
    Measure { units_per_point: lowered.units_per_point.clone(), exponents: vec![1; lowered.units_per_point.len()] }
}

fn read_back(lowered: &Lowered, answer: &engine::Answer) -> Answer {
    let gaining = answer.gaining.iter().map(|&party| PartyIdx::new(party)).collect();
    Answer { gaining, ..from_point(lowered, &answer.attained) }
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
