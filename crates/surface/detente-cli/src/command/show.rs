//! `detente show`.

use detente::deals::lower;
use detente_api as api;

use super::case::{opened, sets, sound};
use crate::args::{Section, Show};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Show) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &args.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let chosen = sets(&opened, &args.estimates)?;
    if args.model {
        let lowered = lower(case, if args.estimates.is_empty() { None } else { chosen.first().copied() });
        super::print_json(&api::model(case, &lowered.map_err(detente::deals::DealsError::from)?))?;
    } else if args.json {
        super::print_json(&api::show(&opened, case))?;
    } else {
        let sections = if args.sections.is_empty() { render::DEFAULT_SECTIONS.to_vec() } else { args.sections.clone() };
        let with_sets: &[_] = if sections.contains(&Section::Assumptions) { &chosen } else { &[] };
        say(&render::show(&opened, case, with_sets, &sections));
    }
    Ok(Exit::Answer)
}
