//! One file per command.

mod asked;
mod case;
mod check;
mod deals;
mod explain;
mod fmt;
mod new;
mod rename;
mod schema;
mod show;
mod solve;

use crate::args::Command;
use crate::exit::{Exit, Failure};
use crate::say::say_line;

pub(crate) fn run(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Rename(args) => rename::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Deals(args) => deals::run(&args),
        Command::Solve(args) => solve::run(&args),
    }
}

/// Prints a document as JSON.
fn print_json(document: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(document)
        .map_err(|error| Failure::argument(format!("this cannot be written as JSON: {error}"), None))?;
    say_line(&text);
    Ok(())
}
