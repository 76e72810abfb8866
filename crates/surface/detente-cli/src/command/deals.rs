//! `detente deals`: the main job.

use std::time::Instant;

use detente::deals::{FrontierWanted, Principle, estimated, held_everywhere, stated};
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
    let opened = opened(&args.folder.case, args.folder.texts.as_ref(), &args.estimates)?;
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
    if args.timing {
        eprintln!("answered in {} ms", started.elapsed().as_millis());
    }
    Ok(Exit::Answer)
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
