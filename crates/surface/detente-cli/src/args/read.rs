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
    #[command(flatten)]
    pub(crate) model: Model,
    /// Print JSON; never asks and writes nothing
    #[arg(long)]
    pub(crate) json: bool,
}

/// A language model that proposes beside the rules.
#[derive(Debug, ClapArgs)]
pub(crate) struct Model {
    #[arg(
        long = "model",
        value_name = "URL",
        help = "Let a model on this machine propose too: the address of an OpenAI-compatible server, such as \
                http://127.0.0.1:8080/v1"
    )]
    pub(crate) url: Option<String>,
    /// The model's name, where its server has several
    #[arg(long = "model-name", value_name = "NAME", requires = "url")]
    pub(crate) name: Option<String>,
    /// How long the model may take for the whole document
    #[arg(long = "model-seconds", value_name = "SECONDS", default_value_t = 300, requires = "url",
        value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) seconds: u64,
    /// Let the text of the document leave this machine, to the model's address, over https
    #[arg(long = "model-beyond-this-machine", requires = "url")]
    pub(crate) beyond_this_machine: bool,
}
