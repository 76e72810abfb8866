//! `detente check`.

use detente::base::{Diagnostic, Silent};
use detente_api as api;

use super::case::opened;
use crate::args::Check;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Check) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let mut diagnostics = opened.diagnostics(&Silent)?;
    diagnostics.extend(opened.shapes().diagnostics);
    let found = api::check(&opened, &diagnostics);
    if args.json {
        super::print_json(&found)?;
    } else {
        say(&render::diagnostics(&opened, &diagnostics));
        say(&render::check_summary(&found));
    }
    Ok(if diagnostics.iter().any(Diagnostic::is_error) { Exit::Mistake } else { Exit::Answer })
}
