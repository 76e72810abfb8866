//! `detente serve`.

use std::path::PathBuf;

use clap::Args;

/// A page on this machine.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The case folder; without one the page begins empty, and makes or opens one beside where it was started
    pub(crate) case: Option<PathBuf>,
    /// A folder with texts of sources, to show statements where they stand
    #[arg(long, value_name = "DIR")]
    pub(crate) texts: Option<PathBuf>,
    /// The port of this machine; any that is free unless said otherwise
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// Only print the address, without opening it
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Megabytes of memory beyond which a question is ended
    #[arg(long, value_name = "MB", default_value_t = 4096, value_parser = clap::value_parser!(u64).range(64..))]
    pub(crate) memory: u64,
    /// Print the description of the interface (`OpenAPI`) instead
    #[arg(long, hide = true)]
    pub(crate) openapi: bool,
}
