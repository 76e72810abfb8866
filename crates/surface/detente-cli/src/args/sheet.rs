//! `detente sheet`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Sheet {
    #[command(subcommand)]
    pub(crate) command: SheetCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SheetCommand {
    /// Write a workbook or CSV file that a party fills in: a plain file, not encrypted
    Export(SheetExport),
    /// Write what a party filled in as its section of a set of estimates, whole or not at all
    Import(SheetImport),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SheetExport {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// The party that fills it in
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: String,
    /// Fill in what this set of estimates, by name or path, says of the party; blank unless said otherwise
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Option<String>,
    /// The file to make: .xlsx or .csv
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SheetImport {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// The file that came back: .xlsx or .csv
    pub(crate) file: PathBuf,
    /// The party that filled it in
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: String,
    /// The set of estimates to write: estimates/NAME.toml
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// Who filled it in; what the sheet says unless said otherwise
    #[arg(long, value_name = "AUTHOR")]
    pub(crate) author: Option<String>,
    /// Replace what the set says of the party's bottom line, weights and values
    #[arg(long)]
    pub(crate) replace: bool,
}
