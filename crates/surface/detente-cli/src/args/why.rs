//! Why there is no deal.

use clap::Args as ClapArgs;

use super::{Brackets, Common};

#[derive(Debug, ClapArgs)]
pub(crate) struct Why {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Choices to ask about: issue=choice,… or the id of a draft; with one for every issue, why not this package
    #[arg(long, visible_alias = "draft", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
    /// Also show how many packages each set opens, and by how much bottom lines would have to fall
    #[arg(long)]
    pub(crate) details: bool,
}
