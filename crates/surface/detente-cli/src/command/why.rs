//! `detente why`: which limits cannot hold together, and what opens the space.

use detente::deals::{DealsError, Depth, Why as Found, depth, why};
use detente::estimate::EstimateSet;
use detente_api as api;

use super::print_json;
use super::question::{Question, ask};
use crate::args::Why;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Why) -> Result<Exit, Failure> {
    ask(&args.common, (args.package.as_deref(), &args.brackets), |question| {
        let stated = answer(question, None)?;
        let estimated = question.per_set(|set| answer(question, Some(set)))?;
        if !args.common.json && !args.details {
            question.progress.finish();
            say(&render::why(&question.page()?, &stated, &estimated, None));
            return Ok(());
        }
        let stated = with_depth(question, stated)?;
        let estimated = estimated.into_iter().map(|(set, found)| Ok((set, with_depth(question, found)?)));
        let estimated = estimated.collect::<Result<Vec<_>, Failure>>()?;
        question.progress.finish();
        if args.common.json {
            return print_json(&api::why(&question.about(), &stated, &estimated));
        }
        let (sets, (found, mut depths)): (Vec<_>, (Vec<_>, Vec<_>)) = estimated.into_iter().unzip();
        let estimated: Vec<(&EstimateSet, Found)> = sets.into_iter().zip(found).collect();
        depths.insert(0, stated.1);
        say(&render::why(&question.page()?, &stated.0, &estimated, Some(&depths)));
        Ok(())
    })
}

fn answer(question: &Question<'_>, set: Option<&EstimateSet>) -> Result<Found, DealsError> {
    why(question.case, set, question.settings, question.progress)
}

fn with_depth(question: &Question<'_>, found: Found) -> Result<(Found, Depth), Failure> {
    let depth = depth(&found, question.progress)?;
    Ok((found, depth))
}
