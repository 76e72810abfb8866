//! How far coders agree who read the same statements, each alone.

mod alpha;
mod coefficient;
mod kappa;

use std::collections::{BTreeMap, BTreeSet};

use detente_base::Index;
use detente_case::{Case, Firmness};
use detente_ledger::{Coding, Ledger, StatementIdx};

pub use alpha::{Level, krippendorffs_alpha};
pub use coefficient::{Coefficient, Undefined};
pub use kappa::cohens_kappa;

/// What coders write down of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// Which issue it speaks of.
    Issue,
    /// Which kind of position it shows.
    Kind,
    /// How firm it is; "unclear" is a missing value.
    Firmness,
    /// Its credibility; 6, "cannot be judged", is on no scale and a missing value.
    Credibility,
    /// The amount it names, between readings that name the same issue.
    Amount,
}

impl Variable {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Issue, Self::Kind, Self::Firmness, Self::Credibility, Self::Amount];

    /// What differences between its values mean.
    pub fn level(self) -> Level {
        match self {
            Self::Issue | Self::Kind => Level::Nominal,
            Self::Firmness | Self::Credibility => Level::Ordinal,
            Self::Amount => Level::Interval,
        }
    }

    /// Its name in documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Kind => "kind",
            Self::Firmness => "firmness",
            Self::Credibility => "credibility",
            Self::Amount => "amount",
        }
    }
}

/// How far coders agree on one variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The variable.
    pub variable: Variable,
    /// The coders who wrote it down at least once.
    pub coders: Vec<String>,
    /// Statements with the readings of two coders or more.
    pub statements: usize,
    /// Of these, how many all coders read alike.
    pub alike: usize,
    /// Krippendorff's alpha.
    pub alpha: Result<Coefficient, Undefined>,
    /// Cohen's kappa, for a nominal variable and exactly two coders.
    pub kappa: Option<Result<Coefficient, Undefined>>,
    /// Where they differ, by statement.
    pub disagreements: Vec<Disagreement>,
}

/// A statement that coders read differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The statement.
    pub statement: StatementIdx,
    /// What each coder wrote, by coder.
    pub readings: Vec<(String, String)>,
}

/// A reading: its rank or size for the computation, and its words.
struct Reading {
    value: i64,
    words: String,
}

/// How far the coders of a record agree, per variable that anyone wrote down.
///
/// # Cost
/// Linear in codings, and quadratic in the different values of a variable.
pub fn agreement(case: &Case, ledger: &Ledger) -> Vec<Agreement> {
    Variable::ALL.into_iter().filter_map(|variable| on(case, ledger, variable)).collect()
}

fn on(case: &Case, ledger: &Ledger, variable: Variable) -> Option<Agreement> {
    let mut units: BTreeMap<(StatementIdx, usize), BTreeMap<&str, Reading>> = BTreeMap::new();
    for coding in ledger.codings.rows() {
        if let (Some(statement), Some(reading)) = (coding.statement, reading(case, coding, variable)) {
            let unit = (statement, same_question(coding, variable));
            units.entry(unit).or_default().insert(&coding.coder, reading);
        }
    }
    let coders: BTreeSet<&str> = units.values().flat_map(|unit| unit.keys().copied()).collect();
    if coders.is_empty() {
        return None;
    }
    let values: Vec<Vec<i64>> =
        units.values().map(|unit| unit.values().map(|reading| reading.value).collect()).collect();
    let shared = || units.iter().filter(|(_, unit)| 1 < unit.len());
    let differ = |unit: &BTreeMap<&str, Reading>| {
        let first = unit.values().next().map(|reading| reading.value);
        unit.values().any(|reading| Some(reading.value) != first)
    };
    let pairs: Vec<(i64, i64)> = shared().filter_map(|(_, unit)| pair(unit)).collect();
    let disagreements: Vec<Disagreement> = shared()
        .filter(|(_, unit)| differ(unit))
        .map(|((statement, _), unit)| Disagreement {
            statement: *statement,
            readings: unit.iter().map(|(coder, reading)| ((*coder).to_owned(), reading.words.clone())).collect(),
        })
        .collect();
    Some(Agreement {
        variable,
        statements: shared().count(),
        alike: shared().count() - disagreements.len(),
        alpha: krippendorffs_alpha(&values, variable.level()),
        kappa: (coders.len() == 2 && variable.level() == Level::Nominal).then(|| cohens_kappa(&pairs)),
        coders: coders.into_iter().map(str::to_owned).collect(),
        disagreements,
    })
}

/// Amounts on different issues answer different questions.
fn same_question(coding: &Coding, variable: Variable) -> usize {
    match variable {
        Variable::Amount => coding.issue.map_or(usize::MAX, Index::position),
        _ => 0,
    }
}

fn pair(unit: &BTreeMap<&str, Reading>) -> Option<(i64, i64)> {
    let mut values = unit.values().map(|reading| reading.value);
    Some((values.next()?, values.next()?))
}

fn reading(case: &Case, coding: &Coding, variable: Variable) -> Option<Reading> {
    let ranked = |rank: usize, words: String| Some(Reading { value: i64::try_from(rank).ok()?, words });
    match variable {
        Variable::Issue => {
            let issue = coding.issue?;
            ranked(issue.position(), case.issues[issue].id.to_string())
        }
        Variable::Kind => {
            let kind = coding.kind?;
            Some(Reading { value: kind as i64, words: kind.word().to_owned() })
        }
        Variable::Firmness => {
            let rank = match coding.firmness? {
                Firmness::Negotiable => 1,
                Firmness::Strong => 2,
                Firmness::StatedAbsolute => 3,
                Firmness::Unclear => return None,
            };
            ranked(rank, coding.firmness?.to_string())
        }
        Variable::Credibility => {
            let grade = coding.credibility.filter(|&grade| grade < 6)?;
            Some(Reading { value: i64::from(grade), words: grade.to_string() })
        }
        Variable::Amount => {
            let amount = coding.amount?;
            Some(Reading { value: amount.thousandths(), words: amount.to_string() })
        }
    }
}
