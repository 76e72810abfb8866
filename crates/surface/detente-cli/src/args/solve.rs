//! `detente solve`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use detente::solve::Question;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum QuestionName {
    Frontier,
    Nash,
    KalaiSmorodinsky,
    Egalitarian,
    Leximin,
    Utilitarian,
    LeastMovement,
    Conflicts,
    Relaxations,
    Count,
}

impl QuestionName {
    pub(crate) fn question(self) -> Question {
        match self {
            Self::Frontier => Question::Frontier,
            Self::Nash => Question::Nash,
            Self::KalaiSmorodinsky => Question::KalaiSmorodinsky,
            Self::Egalitarian => Question::Egalitarian,
            Self::Leximin => Question::Leximin,
            Self::Utilitarian => Question::Utilitarian,
            Self::LeastMovement => Question::LeastMovement,
            Self::Conflicts => Question::Conflicts,
            Self::Relaxations => Question::Relaxations,
            Self::Count => Question::Count,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Solve {
    /// The file of a numeric model, JSON
    pub(crate) model: PathBuf,
    /// Only these questions; all unless said otherwise
    #[arg(long, value_enum, value_delimiter = ',', value_name = "QUESTION,…")]
    pub(crate) only: Vec<QuestionName>,
    /// Seconds for all questions together, such as 20 or 0.5
    #[arg(long, default_value = "20", value_name = "SECONDS")]
    pub(crate) time_limit: String,
    /// How many threads to use; as many as there are cores unless said otherwise
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Print the frontier's points on the page too; JSON always has them
    #[arg(long)]
    pub(crate) points: bool,
    /// How much a point of the frontier may stand for: one number of units, or one per principal
    #[arg(long, value_delimiter = ',', value_name = "E,…", allow_negative_numbers = true)]
    pub(crate) epsilon: Vec<i64>,
    /// The most points the frontier may have
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_points: Option<u32>,
    /// The parties between whom frontier and principles are drawn, by number; their consent is then always needed
    #[arg(long, value_delimiter = ',', value_name = "J,…")]
    pub(crate) over: Vec<usize>,
    /// Write a proof of what was answered to this file; `detente verify-proof` checks it
    #[arg(long, value_name = "FILE")]
    pub(crate) proof: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
