//! What waiting does.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::{Binding, Brackets, Folder};

#[derive(Debug, ClapArgs)]
pub(crate) struct Delay {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Sets of estimates, by name or path; all sets of the case unless said otherwise
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Vec<String>,
    #[command(flatten)]
    pub(crate) binding: Binding,
    /// The last month to look at
    #[arg(long, value_name = "N", default_value = "12", allow_negative_numbers = true)]
    pub(crate) months: String,
    /// A package to look at in every month, with a choice for every issue: issue=choice,… or the id of a draft
    #[arg(long, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Vec<String>,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
    /// A party that walks out: its consent is withheld from now on, and the others go on with what does not need it
    #[arg(long, value_name = "PARTY")]
    pub(crate) walk_out: Vec<String>,
    /// How many draws; 9604 unless said otherwise, which tells every share to a point either way
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) draws: Option<String>,
    /// Which draws; the same seed draws the same numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many threads may work; no answer depends on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    /// Also show the zone over time as a picture
    #[arg(long, conflicts_with = "json")]
    pub(crate) plot: bool,
    /// Write the picture as SVG into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) svg: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
