//! A map sheet.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Map {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// A package to show on the map, issue=choice,…; named twice, two packages are compared. Without one the map shows reported control
    #[arg(long, value_name = "ISSUE=CHOICE,…")]
    pub(crate) package: Vec<String>,
    /// Write the sheet (SVG), or the document with --json, to this file and print the table of units; without it the sheet goes to
    /// standard output and the table to standard error
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Only the table of units
    #[arg(long, conflicts_with_all = ["json", "output"])]
    pub(crate) table: bool,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
