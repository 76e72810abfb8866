//! `detente deals`: the main job.

use std::path::Path;
use std::time::Instant;

use detente::base::Index;
use detente::case::Case;
use detente::deals::{DealsError, FrontierWanted, Principle, Settings, estimated, held_everywhere, stated};
use detente::engine::Principle as Asked;
use detente::estimate::EstimateSet;
use detente::proof::{of_case, of_subject};
use detente_api as api;

use super::asked::{party, settings};
use super::case::{opened, sets, sound};
use crate::args::{Deals, PrincipleName};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;
use crate::watch::Progress;

/// Points of a frontier that a page lists (DEFINITIONS 9).
const PAGE: usize = 5_000;

pub(super) fn run(args: &Deals) -> Result<Exit, Failure> {
    let progress = Progress::new();
    let result = answer(args, &progress);
    progress.finish();
    result
}

#[expect(clippy::disallowed_methods, reason = "--timing goes to stderr and never into an answer")]
fn answer(args: &Deals, progress: &Progress) -> Result<Exit, Failure> {
    let started = Instant::now();
    let opened = opened(&args.folder, &args.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let chosen = if args.no_estimates { Vec::new() } else { sets(&opened, &args.estimates)? };
    let mut settings = settings(case, &chosen, &args.asked)?;
    settings.frontier = match (args.json, args.details) {
        (true, _) => FrontierWanted::Whole,
        (false, true) => FrontierWanted::AtMost(PAGE),
        (false, false) => FrontierWanted::Unasked,
    };
    settings.examples = usize::from(args.examples);
    settings.best_for = args.best_for.as_deref().map(|id| party(case, id)).transpose()?;
    let case = settings.apply(case);
    if args.proof.is_some() && 1 < chosen.len() {
        let hint = "name one with --estimates, or leave all out with --no-estimates";
        return Err(Failure::argument("a proof is about one set of estimates".to_owned(), hint.to_owned()));
    }
    let sets = chosen.clone();
    let first = stated(&case, &settings, progress)?;
    let mut answers = Vec::new();
    for set in chosen {
        answers.push((set, estimated(&case, set, &settings, progress)?));
    }
    let several = 1 < answers.len();
    let held = several.then(|| held_everywhere(&case, &answers.iter().map(|(_, answer)| answer).collect::<Vec<_>>()));
    let asked = api::Asked {
        opened: &opened,
        case: &case,
        draft: settings.draft.clone(),
        open: settings.open.clone(),
        stated: &first,
        estimated: &answers,
        held,
        principles: &principles(&args.principle),
    };
    progress.finish();
    if args.json {
        super::print_json(&api::deals(&asked))?;
    } else {
        say(&render::deals(&asked, args.details));
    }
    if let Some(path) = &args.proof {
        prove(path, &case, &sets, &settings, &principles(&args.principle), progress)?;
    }
    if args.timing {
        eprintln!("answered in {} ms", started.elapsed().as_millis());
    }
    Ok(Exit::Answer)
}

/// The proof is about the centres of the one set, or about the stated limits alone.
fn prove(
    path: &Path,
    case: &Case,
    sets: &[&EstimateSet],
    settings: &Settings,
    principles: &[Principle],
    progress: &Progress,
) -> Result<(), Failure> {
    let subjects = of_case(case, sets, settings)?;
    let Some(subject) = subjects.last() else { return Ok(()) };
    let mut asked: Vec<(&'static str, Asked)> = principles.iter().map(|principle| named(*principle)).collect();
    asked.extend(settings.best_for.map(|party| ("best_for", Asked::BestFor(party.position()))));
    let written = of_subject(subject, &asked, progress).map_err(DealsError::from)?;
    super::proof::write(path, written)
}

fn named(principle: Principle) -> (&'static str, Asked) {
    match principle {
        Principle::Nash => ("nash", Asked::Nash),
        Principle::KalaiSmorodinsky => ("kalai_smorodinsky", Asked::KalaiSmorodinsky),
        Principle::Egalitarian => ("egalitarian", Asked::Egalitarian),
        Principle::Leximin => ("leximin", Asked::Leximin),
        Principle::Utilitarian => ("utilitarian", Asked::Utilitarian),
    }
}

fn principles(names: &[PrincipleName]) -> Vec<Principle> {
    let read = |name: &PrincipleName| match name {
        PrincipleName::Nash => Principle::Nash,
        PrincipleName::KalaiSmorodinsky => Principle::KalaiSmorodinsky,
        PrincipleName::Egalitarian => Principle::Egalitarian,
        PrincipleName::Leximin => Principle::Leximin,
        PrincipleName::Utilitarian => Principle::Utilitarian,
    };
    if names.is_empty() { Principle::ALL.to_vec() } else { names.iter().map(read).collect() }
}
