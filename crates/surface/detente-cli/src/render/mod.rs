//! What a person reads on the terminal: words first, numbers second, no colour that could mean good or bad.

mod answers;
mod compare;
mod dates;
mod deals;
mod delay;
mod diagnostics;
mod differ;
mod elicit;
mod estimated;
mod evidence;
mod examples;
mod fund;
mod gives;
mod improve;
mod ledger;
mod lens;
mod map;
mod model;
mod offer;
mod prices;
mod process;
mod proof;
mod question;
mod read;
mod remaining;
mod robust;
mod scenario;
mod show;
mod solve;
mod stated;
mod text;
mod why;
mod words;

use crate::exit::Failure;

pub(crate) use compare::compare;
pub(crate) use deals::deals;
pub(crate) use delay::{delay, pictures as delay_pictures};
pub(crate) use diagnostics::{check_summary, diagnostics};
pub(crate) use differ::differ;
pub(crate) use elicit::elicit;
pub(crate) use fund::fund;
pub(crate) use gives::gives;
pub(crate) use improve::improve;
pub(crate) use ledger::ledger;
pub(crate) use map::{map, map_warnings, note};
pub(crate) use model::model_diagnostics;
pub(crate) use offer::{draft, offers};
pub(crate) use prices::prices;
pub(crate) use process::process;
pub(crate) use proof::proof;
pub(crate) use question::Page;
pub(crate) use read::{Group, document_diagnostic, group, grouped, heard, listing, number};
pub(crate) use remaining::remaining;
pub(crate) use robust::{plots, robust};
pub(crate) use scenario::{listed_item, scenario_stats};
pub(crate) use show::{DEFAULT_SECTIONS, show};
pub(crate) use solve::{solve, unfinished};
pub(crate) use text::count;
pub(crate) use why::why;

/// Why a command ended without its answer, with the way out.
pub(crate) fn failure(failure: &Failure) -> String {
    use detente::OpenError;
    use detente::deals::DealsError;
    use detente::engine::Stopped;
    use detente_report::PrintError;
    let cause = match failure {
        Failure::Open(OpenError::Unreadable { source, .. } | OpenError::Unwritable { source, .. }) => {
            format!(": {source}")
        }
        _ => String::new(),
    };
    let hint = match failure {
        Failure::Argument { hint, .. } => hint.clone(),
        Failure::Limit { hint, .. } => Some(hint.clone()),
        Failure::Print(PrintError::NoShape { .. }) => {
            Some("write .html or .docx, which are set in the fonts of whoever opens them".to_owned())
        }
        Failure::Open(OpenError::NotThere { .. }) => {
            Some("name the folder of a case, or make one with `detente new`".to_owned())
        }
        Failure::Open(OpenError::NoFile { .. }) => Some("name the file of a numeric model, JSON".to_owned()),
        Failure::Open(OpenError::NotAFile { .. }) => {
            Some("name the file of a numeric model; about a case ask `detente deals`".to_owned())
        }
        Failure::Open(OpenError::Occupied { .. }) => Some("name a folder that is empty or not there yet".to_owned()),
        Failure::Deals(DealsError::Stopped(Stopped::OutOfReach { space, .. })) => Some(format!(
            "the space has {} packages; fix some issues with --package, or leave issues out that nobody ties to others",
            space.map_or_else(|| "more than 2^128".to_owned(), text::count)
        )),
        Failure::Deals(DealsError::Stopped(Stopped::SpaceTooLarge)) => {
            Some("fix some issues with --package, or leave issues out that nobody ties to others".to_owned())
        }
        Failure::Deals(DealsError::Stopped(Stopped::TooManyPoints { .. })) => {
            Some("fix some issues with --package, or name fewer parties with --over".to_owned())
        }
        _ => None,
    };
    let hint = hint.map_or_else(String::new, |hint| format!("\n  help: {hint}"));
    format!("error: {failure}{cause}{hint}")
}
