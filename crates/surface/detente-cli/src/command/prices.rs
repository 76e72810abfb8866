//! `detente prices`: what a step of each limit would change.

use detente::deals::{prices, prices_stated};
use detente_api as api;

use super::print_json;
use super::question::ask;
use crate::args::Prices;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Prices) -> Result<Exit, Failure> {
    ask(&args.common, (args.draft.as_deref(), &args.brackets), |question| {
        let (case, settings, watch) = (question.case, question.settings, question.progress);
        let stated = prices_stated(case, settings, watch)?;
        let estimated = question.per_set(|set| prices(case, set, settings, watch))?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::prices(&question.about(), &stated, &estimated));
        }
        say(&render::prices(&question.page()?, &stated, &estimated));
        Ok(())
    })
}
