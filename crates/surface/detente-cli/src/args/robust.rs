//! What survives doubt.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::{Binding, Brackets, Folder};

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Robust {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Sets of estimates, by name or path; all sets of the case unless said otherwise
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Vec<String>,
    #[command(flatten)]
    pub(crate) binding: Binding,
    /// A package to look at besides those the principles lead to, with a choice for every issue: issue=choice,… or the id of a draft
    #[arg(long, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Vec<String>,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
    /// A limit of which it is doubted that it is in force, with the probability that it is: ID=0.7
    #[arg(long, value_name = "ID=P")]
    pub(crate) firm: Vec<String>,
    /// Also find the smallest sets of limits and bottom lines that, set aside, leave a package in at least this share of draws
    #[arg(long, value_name = "P", allow_negative_numbers = true)]
    pub(crate) open_in: Option<String>,
    /// How many draws; 9604 unless said otherwise, which tells every share to a point either way
    #[arg(long, value_name = "N", conflicts_with = "width", allow_negative_numbers = true)]
    pub(crate) draws: Option<String>,
    /// As many draws as tell every share to so many percentage points either way, in 95 of 100 repetitions
    #[arg(long, value_name = "POINTS", allow_negative_numbers = true)]
    pub(crate) width: Option<String>,
    /// Which draws; the same seed draws the same numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many threads may work; no answer depends on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Also show what becomes of every choice, and what knowing each number would be worth
    #[arg(long)]
    pub(crate) details: bool,
    /// Also say what part each number has in the spread of the outcome: many more draws
    #[arg(long)]
    pub(crate) indices: bool,
    /// Also show pictures
    #[arg(long, conflicts_with = "json")]
    pub(crate) plot: bool,
    /// Write the pictures as SVG into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) svg: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Say on stderr how long it took
    #[arg(long)]
    pub(crate) timing: bool,
}
