//! Scenarios of automated negotiation.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// How GENIUS files are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Semantics {
    /// As GENIUS evaluates: each issue divided by its largest evaluation, reservation values on that scale
    Genius,
    /// Weighted sums as written
    Raw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    Genius,
    Negmas,
    Geniusweb,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Import {
    /// The scenario's folder, or one of its files
    pub(crate) path: PathBuf,
    /// The case folder to make
    #[arg(short, long, value_name = "CASEDIR")]
    pub(crate) output: PathBuf,
    /// How GENIUS files are meant
    #[arg(long, value_enum, default_value = "genius")]
    pub(crate) semantics: Semantics,
    /// How many values stand for an issue that can be any number within bounds
    #[arg(long, default_value_t = 11, value_parser = clap::value_parser!(u16).range(2..=10_000))]
    pub(crate) levels: u16,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Export {
    /// The case folder
    pub(crate) case: PathBuf,
    /// The set of estimates, by name or path, where the case has several
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Option<String>,
    /// The format to write
    #[arg(long, value_enum)]
    pub(crate) format: FormatName,
    /// How GENIUS files shall be meant
    #[arg(long, value_enum, default_value = "genius")]
    pub(crate) semantics: Semantics,
    /// The folder to make
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Scenario {
    #[command(subcommand)]
    pub(crate) command: ScenarioCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ScenarioCommand {
    /// Outcomes, frontier, principles and measures of one scenario or of all in a tree of folders
    Stats(ScenarioStats),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ScenarioStats {
    /// A scenario's folder, or a folder of folders
    pub(crate) dir: PathBuf,
    /// Only these parties, counted from 1 in order of file name
    #[arg(long, value_name = "N,…", value_delimiter = ',')]
    pub(crate) parties: Vec<usize>,
    /// How GENIUS files are meant
    #[arg(long, value_enum, default_value = "genius")]
    pub(crate) semantics: Semantics,
    /// How many values stand for an issue that can be any number within bounds
    #[arg(long, default_value_t = 11, value_parser = clap::value_parser!(u16).range(2..=10_000))]
    pub(crate) levels: u16,
    /// How many points of a frontier to list in JSON
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    pub(crate) max_points: usize,
    /// On how many threads
    #[arg(long)]
    pub(crate) threads: Option<u16>,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV, a line per scenario
    #[arg(long)]
    pub(crate) csv: bool,
    /// Write a Parquet file, a row per scenario
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "FILE", conflicts_with_all = ["csv", "json"])]
    pub(crate) parquet: Option<PathBuf>,
    /// Say on stderr how long it took
    #[arg(long)]
    pub(crate) timing: bool,
}
