//! What to ask a party next.

use clap::Args as ClapArgs;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Elicit {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// The set of estimates to go on from, by name or path; may be left out where there is only one
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Option<String>,
    /// Whom to ask
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: String,
    /// How many questions
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) questions: u8,
    /// Another seed gives other draws
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
