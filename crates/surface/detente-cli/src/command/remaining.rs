//! `detente remaining`: what remains of every choice, in words.

use detente::deals::{remaining_estimated, remaining_stated};
use detente_api as api;

use super::print_json;
use super::question::ask;
use crate::args::Remaining;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Remaining) -> Result<Exit, Failure> {
    ask(&args.common, (args.draft.as_deref(), &args.brackets), |question| {
        let (case, settings, watch) = (question.case, question.settings, question.progress);
        let stated = remaining_stated(case, settings, watch)?;
        let estimated = question.per_set(|set| remaining_estimated(case, set, settings, watch))?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::remaining(&question.about(), &stated, &estimated));
        }
        say(&render::remaining(&question.page()?, &stated, &estimated, args.details));
        Ok(())
    })
}
