//! `detente process` and `detente offer`.

use clap::{Args as ClapArgs, ValueEnum};
use jiff::civil::Date;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Process {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Write into case.toml what became of this step
    #[arg(long, value_name = "STEP", requires = "status")]
    pub(crate) record: Option<String>,
    /// How far the step is now
    #[arg(long, value_enum, requires = "record")]
    pub(crate) status: Option<RecordedStatus>,
    /// The day on which that was so
    #[arg(long, value_name = "DATE", requires = "record")]
    pub(crate) on: Option<Date>,
    /// Why it is recorded before what it requires; stands in case.toml from then on
    #[arg(long = "override", value_name = "REASON", requires = "record")]
    pub(crate) overridden: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RecordedStatus {
    Open,
    Done,
    Blocked,
    Cancelled,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Offer {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Show this one; all of them unless said otherwise
    #[arg(value_name = "DRAFT", conflicts_with = "add")]
    pub(crate) draft: Option<String>,
    /// Write an offer or draft with this new id into drafts.toml
    #[arg(long, value_name = "ID", requires = "package")]
    pub(crate) add: Option<String>,
    /// What it says: issue=choice,… with issue=[choice|choice] or issue=[open] where it has brackets; or the id of a draft
    #[arg(long, visible_alias = "draft", value_name = "ISSUE=CHOICE,…|DRAFT", requires = "add")]
    pub(crate) package: Option<String>,
    /// Its title
    #[arg(long, requires = "add")]
    pub(crate) title: Option<String>,
    /// Which party puts it forward, or which parties
    #[arg(long, value_name = "PARTY,…", value_delimiter = ',', requires = "add")]
    pub(crate) by: Vec<String>,
    /// To which parties
    #[arg(long, value_name = "PARTY,…", value_delimiter = ',', requires = "add")]
    pub(crate) to: Vec<String>,
    /// When
    #[arg(long, value_name = "DATE", requires = "add")]
    pub(crate) on: Option<Date>,
    /// What became of it
    #[arg(long, value_enum, requires = "add")]
    pub(crate) status: Option<OfferStatus>,
    /// Acceptance would bind whoever made it
    #[arg(long, requires = "add")]
    pub(crate) binding: bool,
    /// The draft whose place it takes
    #[arg(long, value_name = "DRAFT", requires = "add")]
    pub(crate) supersedes: Option<String>,
    /// The condition under which it is made
    #[arg(long, value_name = "CONDITION", requires = "add")]
    pub(crate) only_if: Option<String>,
    /// The statements it rests on
    #[arg(long, value_name = "STATEMENT,…", value_delimiter = ',', requires = "add")]
    pub(crate) evidence: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OfferStatus {
    Made,
    Accepted,
    Rejected,
    Withdrawn,
    Lapsed,
}
