//! `detente serve`: the workbench.

use std::path::{Path, PathBuf};

use detente_server::{Options, openapi, serve};

use super::print_json;
use crate::args::Serve;
use crate::exit::{Exit, Failure};
use crate::say::{say, say_line};

pub(super) fn run(args: &Serve) -> Result<Exit, Failure> {
    if args.openapi {
        print_json(&openapi())?;
        return Ok(Exit::Answer);
    }
    let options = Options {
        case: args.case.clone(),
        texts: args.texts.clone(),
        port: args.port,
        open: !args.no_open,
        memory: args.memory,
        home: home(args.case.as_deref()),
    };
    let said = |address: &str, page: bool| {
        let mut text = format!("The workbench is open at\n  {address}\n");
        text.push_str("on this machine alone; the address holds a word that only this start knows. Ctrl-C ends it.\n");
        if !page {
            text.push_str("This program was built without its page: `cargo xtask demo --serve` builds both.\n");
        }
        say(&text);
    };
    serve(&options, said).map_err(|error| Failure::argument(error.to_string(), None))?;
    say_line("The workbench is closed.");
    Ok(Exit::Answer)
}

/// Where cases are made and opened: beside the one that is shown, else where the program was started.
fn home(case: Option<&Path>) -> PathBuf {
    let here = PathBuf::from(".");
    let Some(case) = case else { return here };
    let folder = if case.is_file() { case.parent().unwrap_or(case) } else { case };
    let whole = folder.canonicalize().unwrap_or_else(|_unreadable| folder.to_path_buf());
    whole.parent().map_or(here, Path::to_path_buf)
}
