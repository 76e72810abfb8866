//! `detente robust`: which conclusions survive what nobody knows.

use std::time::Instant;

use detente::base::{Decimal, Watch};
use detente::case::Case;
use detente::deals::{DealsError, Settings, lower, stated};
use detente::estimate::EstimateSet;
use detente::robustness::{Answered, Opening, Plan, Study, Wanted, draws_for, opening, study};
use detente_api::{self as api, About};

use super::asked::{bound, firm, probability, whole_package};
use super::case::{opened, sets, sound};
use super::solve::on_threads;
use crate::args::Robust;
use crate::exit::{Exit, Failure};
use crate::render::{self, Page};
use crate::say::say;
use crate::watch::Progress;

/// The most draws: their numbers are told apart, and a night is long enough for them.
const MOST: u64 = 1_000_000_000;

pub(super) fn run(args: &Robust) -> Result<Exit, Failure> {
    let progress = Progress::new();
    let result = answer(args, &progress);
    progress.finish();
    result
}

#[expect(clippy::disallowed_methods, reason = "--timing goes to stderr and never into an answer")]
fn answer(args: &Robust, progress: &Progress) -> Result<Exit, Failure> {
    let started = Instant::now();
    let draws = draws(args.draws.as_deref(), args.width.as_deref())?;
    let opened = opened(&args.folder.case, args.folder.texts.as_ref(), &args.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let sets = sets(&opened, &args.estimates)?;
    let mut settings = bound(case, &sets, &args.binding, args.draft.as_deref())?;
    settings.firm = firm(case, &sets, &settings, &args.firm)?;
    let open_in = args.open_in.as_deref().map(probability).transpose()?;
    let case = settings.apply(case);
    let named = args.package.iter().map(|text| whole_package(&case, text)).collect::<Result<_, _>>()?;
    let wanted = Wanted { draws, named };
    let first = stated(&case, &settings, progress)?;
    let studies = on_threads(args.threads, || each(&case, &sets, &settings, &wanted, args.seed, progress))??;
    let openings = on_threads(args.threads, || {
        let sets = if open_in.is_some() { &sets[..] } else { &[] };
        opened_in(&case, sets, &settings, (draws, args.seed, open_in.unwrap_or_default()), progress)
    })??;
    progress.finish();
    let about = About { opened: &opened, case: &case, draft: &settings.draft };
    let asked = api::Drawn {
        about,
        stated: &first,
        seed: args.seed,
        wanted: &wanted,
        studies: &studies,
        firm: &settings.firm,
        openings: &openings,
    };
    if args.json {
        super::print_json(&api::robust(&asked))?;
    } else {
        let lowered = lower(&case, None).map_err(DealsError::from)?;
        let in_force = lowered.ask(&case, &settings).limits;
        let page = Page { about, limits: lowered.limits.into_iter().zip(in_force).collect() };
        say(&render::robust(&page, &asked, args.details));
    }
    if args.timing {
        let anew: u64 = studies.iter().map(|(_, _, study)| study.anew).sum();
        eprintln!("answered in {} ms; {anew} questions started anew", started.elapsed().as_millis());
    }
    Ok(Exit::Answer)
}

/// A study per set, with how many numbers are drawn for it.
fn each<'s>(
    case: &Case,
    sets: &[&'s EstimateSet],
    settings: &Settings,
    wanted: &Wanted,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Vec<(&'s EstimateSet, usize, Study)>, DealsError> {
    let one = |&set: &&'s EstimateSet| {
        let plan = Plan::new(case, set, settings)?;
        let source = Answered::new(case, set, plan.inputs(), seed)?;
        Ok((set, plan.inputs().len(), study(&plan, &source, wanted, watch)?))
    };
    sets.iter().map(one).collect()
}

/// Per set what would open the zone in enough draws.
fn opened_in(
    case: &Case,
    sets: &[&EstimateSet],
    settings: &Settings,
    (draws, seed, at_least): (u64, u64, Decimal),
    watch: &dyn Watch,
) -> Result<Vec<Option<Opening>>, DealsError> {
    let one = |&set: &&EstimateSet| {
        let plan = Plan::new(case, set, settings)?;
        let source = Answered::new(case, set, plan.inputs(), seed)?;
        opening(&plan, &source, draws, at_least, watch)
    };
    sets.iter().map(one).collect()
}

pub(super) fn draws(number: Option<&str>, width: Option<&str>) -> Result<u64, Failure> {
    let draws = match (number, width) {
        (Some(text), _) => {
            let draws = text.trim().parse().ok().filter(|draws| 0 < *draws);
            let hint = "write a whole number from 1 on: --draws 9604";
            draws.ok_or_else(|| Failure::argument(format!("\"{text}\" is no number of draws"), hint.to_owned()))?
        }
        (None, Some(text)) => {
            let points = text.trim().parse::<Decimal>().ok().and_then(|width| u64::try_from(width.thousandths()).ok());
            let hint = "write percentage points above 0 and at most 50, with at most three decimals: --width 0.5";
            let points = points.filter(|points| (1..=50_000).contains(points));
            draws_for(
                points.ok_or_else(|| {
                    Failure::argument(format!("\"{text}\" is no width of an interval"), hint.to_owned())
                })?,
            )
        }
        (None, None) => draws_for(1000),
    };
    if MOST < draws {
        let hint = format!(
            "draw at most {}; with that many every share is known to less than 0.004 points",
            render::count(MOST)
        );
        return Err(Failure::argument(format!("{} draws are too many", render::count(draws)), hint));
    }
    Ok(draws)
}
