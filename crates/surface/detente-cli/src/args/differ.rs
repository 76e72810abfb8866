//! Two sets of estimates side by side.

use clap::Args as ClapArgs;

use super::{Binding, Brackets, Folder};

#[derive(Debug, ClapArgs)]
pub(crate) struct Differ {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// The first set of estimates, by name or path
    #[arg(value_name = "NAME|PATH")]
    pub(crate) first: String,
    /// The second, whose numbers are put in the place of the first's
    #[arg(value_name = "NAME|PATH")]
    pub(crate) second: String,
    #[command(flatten)]
    pub(crate) binding: Binding,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, visible_alias = "package", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) draft: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
