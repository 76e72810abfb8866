//! `detente verify-proof`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::{Asked, ResolutionName};

#[derive(Debug, ClapArgs)]
pub(crate) struct VerifyProof {
    /// The file of a numeric model, or a case folder
    #[arg(value_name = "MODEL|CASE")]
    pub(crate) of: PathBuf,
    /// The file with the proof
    #[arg(value_name = "FILE")]
    pub(crate) proof: PathBuf,
    /// Sets of estimates of the case, by name or path; all of them unless said otherwise
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Vec<String>,
    /// How finely the case's lenses are negotiated: as when the proof was written
    #[arg(long)]
    pub(crate) resolution: Option<ResolutionName>,
    /// As they were when the proof was written; about a numeric model only --over counts
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
