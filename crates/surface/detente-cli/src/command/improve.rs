//! `detente improve`: what is better than a package for one principal and worse for none.

use detente::deals::{DealsError, compare_stated, improve};
use detente_api as api;

use super::asked::whole_package;
use super::print_json;
use super::question::ask;
use crate::args::{Brackets, Improve};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Improve) -> Result<Exit, Failure> {
    ask(&args.common, (None, &Brackets::default()), |question| {
        let (case, settings) = (question.case, question.settings);
        let package = whole_package(case, &args.package)?;
        let stated = compare_stated(case, settings, std::slice::from_ref(&package)).map_err(DealsError::from)?;
        let estimated = question.per_set(|set| improve(case, set, settings, &package, question.progress))?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::improve(&question.about(), &package, &stated, &estimated));
        }
        say(&render::improve(&question.page()?, &package, &stated, &estimated));
        Ok(())
    })
}
