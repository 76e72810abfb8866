//! The smaller questions about a case: `remaining`, `compare`, `improve`, `gives`, `prices`.

use clap::Args as ClapArgs;

use super::{Binding, Brackets, Folder};

/// What all of them take.
#[derive(Debug, ClapArgs)]
pub(crate) struct Common {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Sets of estimates, by name or path; all sets of the case unless said otherwise
    #[arg(long, value_name = "NAME|PATH", conflicts_with = "no_estimates")]
    pub(crate) estimates: Vec<String>,
    /// Only what follows from the stated limits, without any number
    #[arg(long)]
    pub(crate) no_estimates: bool,
    #[command(flatten)]
    pub(crate) binding: Binding,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Remaining {
    #[command(flatten)]
    pub(crate) common: Common,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, visible_alias = "package", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
    /// Also show how many packages have each choice
    #[arg(long)]
    pub(crate) details: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) common: Common,
    /// A package with a choice for every issue: issue=choice,… or the id of a draft; two or more
    #[arg(long, required = true, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Improve {
    #[command(flatten)]
    pub(crate) common: Common,
    /// A package with a choice for every issue: issue=choice,… or the id of a draft
    #[arg(long, value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Gives {
    #[command(flatten)]
    pub(crate) common: Common,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, visible_alias = "package", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Prices {
    #[command(flatten)]
    pub(crate) common: Common,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, visible_alias = "package", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
}
