//! `detente explain`.

use detente::base::Code;
use detente::casefile::codes;
use detente::interop::codes as of_models;
use detente::reading::codes as of_documents;
use detente::sheet::codes as of_sheets;
use detente::territory::codes as of_territories;

use crate::args::Explain;
use crate::exit::{Exit, Failure};
use crate::say::{say, say_line};

pub(super) fn run(args: &Explain) -> Result<Exit, Failure> {
    if args.all {
        for code in all() {
            say_line(&below_a_heading(code.page));
        }
        return Ok(Exit::Answer);
    }
    let Some(name) = &args.code else {
        for code in all() {
            say_line(&format!("{:<24} {}", code.name, code.severity));
        }
        return Ok(Exit::Answer);
    };
    let code = all().find(|code| code.name == name).ok_or_else(|| {
        Failure::argument(format!("there is no diagnostic \"{name}\""), "`detente explain` lists them all".to_owned())
    })?;
    say(code.page);
    Ok(Exit::Answer)
}

/// Those of case files, then those of numeric models, of documents, of territories, and of score sheets and tables of classes.
fn all() -> impl Iterator<Item = &'static Code> {
    codes::ALL
        .iter()
        .chain(of_models::ALL)
        .chain(of_documents::ALL)
        .chain(of_territories::ALL)
        .chain(of_sheets::ALL)
        .copied()
}

/// A page one level down, to stand under a heading of its own; what is in fences stays as it is.
fn below_a_heading(page: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in page.lines() {
        fenced ^= line.starts_with("```");
        let deeper = !fenced && line.starts_with('#');
        out.push_str(if deeper { "#" } else { "" });
        out.push_str(line);
        out.push('\n');
    }
    out
}
