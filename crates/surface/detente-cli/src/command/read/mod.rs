//! `detente read`: what a report is read as, and what a person accepts of it.

mod accept;
mod dialog;
mod edit;
mod model;

use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;

use detente::read_document;
use detente::reading::{Reader, mark_coded, merge};
use detente_api as api;

pub(crate) use model::Heard;

use super::case::{opened, sound};
use crate::args::Read;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::{say, say_line};
use dialog::{Dialog, Outcome};

/// Runs `work` without the report of a panic it contains itself: a broken PDF is a diagnostic, and that is enough to read.
fn quietly<T>(work: impl FnOnce() -> T) -> T {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = work();
    std::panic::set_hook(hook);
    result
}

pub(super) fn run(args: &Read) -> Result<Exit, Failure> {
    let address = model::address(&args.model)?;
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let file = quietly(|| read_document(&args.file))?;
    let document = match file.document {
        Ok(document) => document,
        Err(diagnostic) => {
            eprint!("{}", render::document_diagnostic(&file.folder, &diagnostic));
            return Ok(Exit::Mistake);
        }
    };
    let reader = Reader::new(case);
    let mut proposals = reader.read(&document.text);
    let mut heard = None;
    if let Some(address) = &address {
        let (found, asked) = model::ask(&args.model, address, &reader, &document.text)?;
        proposals = merge(proposals, found);
        heard = Some(asked);
    }
    mark_coded(&document.text, &opened.reading.ledger, &mut proposals);
    if args.json {
        let read = match &heard {
            Some(heard) => api::read_with_model(case, &proposals, heard.on_the_wire()),
            None => api::read(case, &proposals),
        };
        super::print_json(&read)?;
        return Ok(Exit::Answer);
    }
    let groups = render::grouped(&proposals);
    let name = args.file.file_name().unwrap_or_else(|| Path::new("document").as_os_str()).to_string_lossy();
    if groups.is_empty() || !stdin().is_terminal() || !stdout().is_terminal() {
        say(&render::listing(case, &name, &groups, heard.as_ref()));
        return Ok(Exit::Answer);
    }
    heard.iter().for_each(|heard| say(&render::heard(heard)));
    let dialog = Dialog { case, text: &document.text, groups: &groups, coder: args.coder.clone() };
    let unheard = |error: std::io::Error| Failure::argument(format!("the terminal cannot be read: {error}"), None);
    match dialog.hold(&mut stdin().lock(), &mut stdout().lock()).map_err(unheard)? {
        Outcome::Leave => say_line("Nothing was written."),
        Outcome::Write(statements) => say(&accept::write(&opened, &document, &args.kind, &statements)?),
    }
    Ok(Exit::Answer)
}
