//! A document to read.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// The document: plain text in UTF-8, HTML, or PDF with text in it
    pub(crate) file: PathBuf,
    /// Who accepts what is proposed, as it shall stand in the ledger
    #[arg(long, value_name = "NAME")]
    pub(crate) coder: Option<String>,
    /// What the document is, as it shall stand in the ledger
    #[arg(long, value_name = "KIND", default_value = "newspaper-report",
        value_parser = ["newspaper-report", "document", "speech", "book", "article", "dataset", "other"])]
    pub(crate) kind: String,
    /// Print JSON; never asks and writes nothing
    #[arg(long)]
    pub(crate) json: bool,
}
