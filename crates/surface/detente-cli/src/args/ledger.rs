//! `detente ledger`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil::Date;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Ledger {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// What to show; all of it unless said otherwise
    pub(crate) sections: Vec<LedgerSection>,
    /// The day on which positions stand; the case's own date unless said otherwise
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Show changes after this day
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    /// Show changes up to this day; the as-of day unless said otherwise
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<Date>,
    /// Only this party; may be given several times
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Vec<String>,
    /// Only this issue; may be given several times
    #[arg(long, value_name = "ISSUE")]
    pub(crate) issue: Vec<String>,
    /// Also write the whole record as PROV-O (JSON-LD) to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) prov: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerSection {
    Matrix,
    Evidence,
    Changes,
    RedLines,
    CommonGround,
    Contradictions,
    Uncoded,
    Coders,
    Sources,
}

impl LedgerSection {
    /// All of them, in the order of the page.
    pub(crate) const ALL: [Self; 9] = [
        Self::Matrix,
        Self::Evidence,
        Self::Changes,
        Self::RedLines,
        Self::CommonGround,
        Self::Contradictions,
        Self::Uncoded,
        Self::Coders,
        Self::Sources,
    ];
}
