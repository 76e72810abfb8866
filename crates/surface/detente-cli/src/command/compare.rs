//! `detente compare`: packages side by side.

use detente::deals::{Choices, DealsError, compare_estimated, compare_stated};
use detente_api as api;

use super::asked::whole_package;
use super::print_json;
use super::question::ask;
use crate::args::{Brackets, Compare};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

/// As many packages as stand side by side on a page.
const MOST: usize = 6;

pub(super) fn run(args: &Compare) -> Result<Exit, Failure> {
    ask(&args.common, (None, &Brackets::default()), |question| {
        let (case, settings) = (question.case, question.settings);
        let packages: Vec<Choices> =
            args.package.iter().map(|text| whole_package(case, text)).collect::<Result<_, _>>()?;
        if packages.len() < 2 || MOST < packages.len() {
            let hint = format!("name two to {MOST}: --package issue=choice,… --package issue=choice,…");
            return Err(Failure::argument("a comparison needs several packages".to_owned(), hint));
        }
        let stated = compare_stated(case, settings, &packages).map_err(DealsError::from)?;
        let estimated = question.per_set(|set| Ok(compare_estimated(case, set, settings, &packages)?))?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::compare(&question.about(), &packages, &stated, &estimated));
        }
        say(&render::compare(&question.page()?, &packages, &stated, &estimated));
        Ok(())
    })
}
