//! A fund's cash flow.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Fund {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// What is agreed: issue=choice,… (twice to compare two packages); what is left open is as fund.toml shows it
    #[arg(long, value_name = "ISSUE=CHOICE,…")]
    pub(crate) package: Vec<String>,
    /// Named terms of fund.toml instead of the fund's own
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<String>,
    /// How many draws from the bands; 9604 unless said otherwise
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) draws: Option<String>,
    /// Which draws; the same seed draws the same numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many threads may work; no answer depends on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Also show the flows as a picture
    #[arg(long, conflicts_with = "json")]
    pub(crate) plot: bool,
    /// Write to this file: the picture where it ends in .svg, else what would be printed
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
