//! `detente gives`: who can move what.

use detente::deals::{gives, open_stated};
use detente_api as api;

use super::print_json;
use super::question::ask;
use crate::args::Gives;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Gives) -> Result<Exit, Failure> {
    ask(&args.common, (args.draft.as_deref(), &args.brackets), |question| {
        let (case, settings, watch) = (question.case, question.settings, question.progress);
        let stated = open_stated(case, settings, watch)?;
        let estimated = question.per_set(|set| gives(case, set, settings, watch))?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::gives(&question.about(), &stated, &estimated));
        }
        say(&render::gives(&question.page()?, &stated, &estimated));
        Ok(())
    })
}
