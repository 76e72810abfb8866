//! `detente report`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, ValueEnum};
use detente_sheets::Name;
use jiff::civil::Date;

use super::Folder;

#[derive(Debug, ClapArgs)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Which sheet
    #[arg(long, value_name = "NAME", value_parser = names())]
    pub(crate) sheet: Name,
    /// Where to write it: a file that ends in .txt, .md, .html, .docx or .pdf; without it, text to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The paper of a .docx or .pdf; A4 unless said otherwise
    #[arg(long, value_name = "SIZE")]
    pub(crate) paper: Option<PaperName>,
    /// Whom it is for; a sheet for the room holds nothing estimated
    #[arg(long = "for", value_name = "WHOM", default_value = "team")]
    pub(crate) audience: AudienceName,
    /// The package the sheet is about: issue=choice,… or the id of a draft; of `deal` the newest draft that was not withdrawn, unless
    /// one is named; for `compare` twice
    #[arg(long, visible_alias = "draft", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Vec<String>,
    /// The set of estimates on a sheet for the team, by name or path; none unless one is named
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Option<String>,
    /// For the sheet of symmetry: the ids of the two parties that are exchanged; the two there are, unless a case has more
    #[arg(long, value_name = "A,B")]
    pub(crate) swap: Option<String>,
    /// For the sheet of changes: those after this day; all up to the case's date unless said otherwise
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// For the sheets of a deal and of symmetry with estimates: over how many draws; 1,000 unless said otherwise
    #[arg(long, value_name = "N")]
    pub(crate) draws: Option<String>,
    /// What is drawn with; the same seed gives the same draws; 1 unless said otherwise
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// For a brief: whose
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// For a debrief: a CSV file with a column `pair` and a column for every issue
    #[arg(long, value_name = "FILE")]
    pub(crate) packages: Option<PathBuf>,
}

/// Sizes of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperName {
    /// 210 by 297 millimetres
    A4,
    /// 8.5 by 11 inches
    Letter,
}

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AudienceName {
    /// The team itself.
    Team,
    /// Everybody in the room.
    Room,
}

/// The sheets there are, each with what is on it.
fn names() -> impl TypedValueParser<Value = Name> {
    let all = Name::ALL.map(|name| PossibleValue::new(name.id()).help(name.says()));
    PossibleValuesParser::new(all).try_map(|id| Name::of(&id).ok_or("there is no such sheet"))
}
