//! The command line.

mod brackets;
mod delay;
mod differ;
mod elicit;
mod fund;
mod import_map;
mod ledger;
mod map;
mod process;
mod question;
mod read;
mod report;
mod robust;
mod scenario;
mod serve;
mod sheet;
mod solve;
mod verify_proof;
mod why;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

pub(crate) use brackets::Brackets;
pub(crate) use delay::Delay;
pub(crate) use differ::Differ;
pub(crate) use elicit::Elicit;
pub(crate) use fund::Fund;
pub(crate) use import_map::ImportMap;
pub(crate) use ledger::{Ledger, LedgerSection};
pub(crate) use map::Map;
pub(crate) use process::{Offer, OfferStatus, Process, RecordedStatus};
pub(crate) use question::{Common, Compare, Gives, Improve, Prices, Remaining};
pub(crate) use read::{Model, Read};
pub(crate) use report::{AudienceName, PaperName, Report};
pub(crate) use robust::Robust;
pub(crate) use scenario::{Export, FormatName, Import, Scenario, ScenarioCommand, ScenarioStats, Semantics};
pub(crate) use serve::Serve;
pub(crate) use sheet::{Sheet, SheetCommand, SheetExport, SheetImport};
pub(crate) use solve::Solve;
pub(crate) use verify_proof::VerifyProof;
pub(crate) use why::Why;

/// Which packages all whose consent is needed could live with; or which limits stand in the way.
#[derive(Debug, Parser)]
#[command(name = "detente", version, about, long_about = None)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a small commented case to start from
    New(New),
    /// Say what is wrong with a case, all of it at once
    Check(Check),
    /// Show what a case holds: parties, issues, limits, positions, process, assumptions
    Show(Show),
    /// Read a report: propose who takes which stance on which issue, and write what a person accepts to the ledger
    Read(Read),
    /// Write a score sheet that a party fills in, and read back what it filled in
    Sheet(Sheet),
    /// Say what the record holds: positions by party and issue, changes, red lines, common ground, each with its statements
    Ledger(Ledger),
    /// Say which steps can be taken next and what blocks the others; record what became of one
    Process(Process),
    /// List offers and drafts as they took each other's place; show or add one
    Offer(Offer),
    /// Make a sheet to carry into a room: for the team, or for everybody with nothing estimated on it
    Report(Report),
    /// Print the case's files canonically; comments and order stay
    Fmt(Fmt),
    /// Change an id everywhere it stands (a choice is ISSUE.CHOICE)
    Rename(Rename),
    /// Print the JSON Schema of a case file or of a command's output
    Schema(Schema),
    /// Explain a diagnostic
    Explain(Explain),
    /// Say which packages all whose consent is needed could live with
    Deals(Deals),
    /// Say which limits cannot hold together, and what opens the space
    Why(Why),
    /// Say in words what remains of every choice, given a draft
    Remaining(Remaining),
    /// Put packages side by side: by limit, by party, by issue
    Compare(Compare),
    /// Look for what is better than a package for one principal and worse for none
    Improve(Improve),
    /// Show on which issues each party has how much at stake
    Gives(Gives),
    /// Show what a step of each limit would change, and for whom
    Prices(Prices),
    /// Say which comparisons to put to a party next, and what each answer would leave
    Elicit(Elicit),
    /// Draw every uncertain number many times, and say which conclusions survive
    Robust(Robust),
    /// Say month by month what waiting does: whether there is a package, and when no agreement becomes better for whom
    Delay(Delay),
    /// Say where two sets of estimates differ, and which differences matter for the conclusion
    Differ(Differ),
    /// Draw the map sheet of a case's territory, and list its units
    Map(Map),
    /// Make the files of a territory from a map of any country: ids, shared borders, areas, neighbours
    ImportMap(ImportMap),
    /// Show who pays and gets how much when under a resource fund, and what that is worth
    Fund(Fund),
    /// Open the workbench: the case on a page of this machine, asked and edited by hand
    Serve(Serve),
    /// Answer everything about a plain numeric model
    Solve(Solve),
    /// Make a case of a scenario in GENIUS, NegMAS or GeniusWeb files
    Import(Import),
    /// Write a case and a set of estimates as a scenario for GENIUS, NegMAS or GeniusWeb
    Export(Export),
    /// Answer what researchers ask of scenarios in GENIUS, NegMAS or GeniusWeb files
    Scenario(Scenario),
    /// Check a proof: 0 if what it claims is so, 1 if not, with the first step that fails
    VerifyProof(VerifyProof),
}

/// A case folder and the texts of its sources.
#[derive(Debug, ClapArgs)]
pub(crate) struct Folder {
    /// The case folder
    pub(crate) case: PathBuf,
    /// A folder with texts of sources, to compare quotes with
    #[arg(long, value_name = "DIR")]
    pub(crate) texts: Option<PathBuf>,
    /// How finely territory is negotiated: by the blocs that the case draws, or unit by unit; blocs unless said otherwise
    #[arg(long)]
    pub(crate) resolution: Option<ResolutionName>,
}

/// How finely lenses are negotiated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResolutionName {
    /// The blocs that the case draws.
    #[default]
    Blocs,
    /// Unit by unit.
    Units,
}

impl From<ResolutionName> for detente::case::Resolution {
    fn from(name: ResolutionName) -> Self {
        match name {
            ResolutionName::Blocs => Self::Blocs,
            ResolutionName::Units => Self::Units,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    /// The folder to make
    pub(crate) dir: PathBuf,
    /// The title of the case
    #[arg(long, default_value = "A new case")]
    pub(crate) title: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Section {
    Parties,
    Issues,
    Limits,
    Positions,
    Process,
    Clauses,
    Assumptions,
    Voices,
    Unclear,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// What to show; everything but assumptions unless said otherwise
    pub(crate) sections: Vec<Section>,
    /// Sets of estimates whose assumptions (or model) to show, by name or path
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) estimates: Vec<String>,
    /// Print the integer model instead, as JSON
    #[arg(long)]
    pub(crate) model: bool,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Fmt {
    /// The case folder
    pub(crate) case: PathBuf,
    /// Only say which files would change; exit 2 if any would
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Rename {
    /// The case folder
    pub(crate) case: PathBuf,
    /// The id as it is; a choice is ISSUE.CHOICE
    pub(crate) old: String,
    /// The id as it shall be
    pub(crate) new: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    /// case, ledger, estimates, drafts or fund-file; or the name of a command for its JSON output; or reference for a page in Markdown about all case files
    #[arg(default_value = "case")]
    pub(crate) of: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// The code of a diagnostic; without one, all codes are listed
    pub(crate) code: Option<String>,
    /// Print the pages of all codes, as they stand in the book
    #[arg(long, conflicts_with = "code")]
    pub(crate) all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PrincipleName {
    Nash,
    KalaiSmorodinsky,
    Egalitarian,
    Leximin,
    Utilitarian,
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Deals {
    #[command(flatten)]
    pub(crate) folder: Folder,
    /// Sets of estimates, by name or path; all sets of the case unless said otherwise
    #[arg(long, value_name = "NAME|PATH", conflicts_with = "no_estimates")]
    pub(crate) estimates: Vec<String>,
    /// Only what follows from the stated limits, without any number
    #[arg(long)]
    pub(crate) no_estimates: bool,
    /// Which principles to show; all unless said otherwise
    #[arg(long, value_enum)]
    pub(crate) principle: Vec<PrincipleName>,
    /// Also show the most one party can get within everybody's limits
    #[arg(long, value_name = "PARTY")]
    pub(crate) best_for: Option<String>,
    /// How many different examples to show
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=20))]
    pub(crate) examples: u8,
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// Also show how many packages each choice is in
    #[arg(long)]
    pub(crate) details: bool,
    /// Write a proof of what holds at the centres of the set of estimates, or of the stated limits alone, to this file;
    /// `detente verify-proof` checks it
    #[arg(long, value_name = "FILE")]
    pub(crate) proof: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Say on stderr how long it took
    #[arg(long)]
    pub(crate) timing: bool,
}

/// What binds, and from which draft on.
#[derive(Debug, ClapArgs)]
pub(crate) struct Asked {
    #[command(flatten)]
    pub(crate) binding: Binding,
    /// What is fixed: issue=choice,… or the id of a draft
    #[arg(long, visible_alias = "draft", value_name = "ISSUE=CHOICE,…|DRAFT")]
    pub(crate) package: Option<String>,
    #[command(flatten)]
    pub(crate) brackets: Brackets,
}

/// What binds, and between whom.
#[derive(Debug, ClapArgs)]
pub(crate) struct Binding {
    /// "all": every limit binds, whatever its firmness; or ids of limits that shall bind too
    #[arg(long, value_name = "all|ID,…", value_delimiter = ',')]
    pub(crate) limits: Vec<String>,
    /// A limit that shall bind
    #[arg(long, value_name = "ID")]
    pub(crate) with: Vec<String>,
    /// A limit that shall not bind
    #[arg(long, value_name = "ID")]
    pub(crate) without: Vec<String>,
    /// Where a party's consent is needed: PARTY=always, PARTY=never or PARTY=CONDITION
    #[arg(long, value_name = "PARTY=…")]
    pub(crate) consent: Vec<String>,
    /// The parties between whom frontier and principles are drawn; their consent is then always needed
    #[arg(long, value_name = "PARTY,…", value_delimiter = ',')]
    pub(crate) over: Vec<String>,
}
