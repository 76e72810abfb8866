//! One file per command.

mod asked;
mod brackets;
mod case;
mod check;
mod compare;
mod deals;
mod delay;
mod differ;
mod elicit;
mod explain;
mod export;
mod fmt;
mod fund;
mod gives;
mod import;
mod import_map;
mod improve;
mod json;
mod ledger;
mod lens;
mod map;
mod new;
mod offer;
#[cfg(feature = "parquet")]
mod parquet;
mod prices;
mod process;
mod proof;
mod question;
mod read;
mod remaining;
mod rename;
mod report;
mod robust;
mod scenario;
mod schema;
mod serve;
mod sheet;
mod show;
mod solve;
mod verify_proof;
mod why;

pub(crate) use read::Heard;

use crate::args::Command;
use crate::exit::{Exit, Failure};
use json::{json_text, print_json, print_json_lists_in_line};

pub(crate) fn run(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Read(args) => read::run(&args),
        Command::Sheet(args) => sheet::run(&args),
        Command::Ledger(args) => ledger::run(&args),
        Command::Process(args) => process::run(&args),
        Command::Offer(args) => offer::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Rename(args) => rename::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Deals(args) => deals::run(&args),
        Command::Why(args) => why::run(&args),
        Command::Remaining(args) => remaining::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Improve(args) => improve::run(&args),
        Command::Gives(args) => gives::run(&args),
        Command::Prices(args) => prices::run(&args),
        Command::Elicit(args) => elicit::run(&args),
        Command::Robust(args) => robust::run(&args),
        Command::Delay(args) => delay::run(&args),
        Command::Differ(args) => differ::run(&args),
        Command::Map(args) => map::run(&args),
        Command::ImportMap(args) => import_map::run(&args),
        Command::Fund(args) => fund::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Solve(args) => solve::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Scenario(args) => scenario::run(&args),
        Command::VerifyProof(args) => verify_proof::run(&args),
    }
}
