//! `detente robust`: which conclusions survive what nobody knows.

use std::path::Path;
use std::time::Instant;

use detente::base::{Decimal, Watch};
use detente::case::Case;
use detente::deals::{DealsError, Settings, lower, stated};
use detente::estimate::EstimateSet;
use detente::robustness::{Answered, Opening, PAIRS, Plan, Wanted, draws_for, indices, opening, study, value};
use detente::write_file;
use detente_api::{self as api, About, Studied};

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
    let opened = opened(&args.folder, &args.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let sets = sets(&opened, &args.estimates)?;
    let mut settings = bound(case, &sets, &args.binding, args.draft.as_deref(), &args.brackets)?;
    settings.firm = firm(case, &sets, &settings, &args.firm)?;
    let open_in = args.open_in.as_deref().map(probability).transpose()?;
    let case = settings.apply(case);
    let named = args.package.iter().map(|text| whole_package(&case, text)).collect::<Result<_, _>>()?;
    let wanted = Wanted { draws, named };
    let first = stated(&case, &settings, progress)?;
    let studies = on_threads(args.threads, || each(&case, &sets, &settings, &wanted, args, progress))??;
    let openings = on_threads(args.threads, || {
        let sets = if open_in.is_some() { &sets[..] } else { &[] };
        opened_in(&case, sets, &settings, (draws, args.seed, open_in.unwrap_or_default()), progress)
    })??;
    progress.finish();
    let about = About { opened: &opened, case: &case, draft: &settings.draft, open: &settings.open };
    let asked = api::Drawn {
        about,
        stated: &first,
        seed: args.seed,
        wanted: &wanted,
        studies: &studies,
        firm: &settings.firm,
        openings: &openings,
    };
    let lowered = lower(&case, None).map_err(DealsError::from)?;
    let in_force = lowered.ask(&case, &settings).limits;
    let page = Page { about, limits: lowered.limits.into_iter().zip(in_force).collect() };
    if let Some(folder) = &args.svg {
        write_pictures(&page, &studies, folder)?;
    }
    if args.json {
        super::print_json(&api::robust(&asked))?;
    } else {
        say(&render::robust(&page, &asked, args.details, args.plot));
    }
    if args.timing {
        let anew: u64 = studies.iter().map(|of| of.study.anew).sum();
        eprintln!("answered in {} ms; {anew} questions started anew", started.elapsed().as_millis());
    }
    Ok(Exit::Answer)
}

/// A study per set, and what knowing its numbers would be worth.
fn each<'s>(
    case: &Case,
    sets: &[&'s EstimateSet],
    settings: &Settings,
    wanted: &Wanted,
    args: &Robust,
    watch: &dyn Watch,
) -> Result<Vec<Studied<'s>>, DealsError> {
    let one = |&set: &&'s EstimateSet| {
        let plan = Plan::new(case, set, settings)?;
        let source = Answered::new(case, set, plan.inputs(), args.seed)?;
        let study = study(&plan, &source, wanted, watch)?;
        let value = value(&plan, &source, &study, wanted.draws, args.seed, watch)?;
        let pairs = wanted.draws.min(PAIRS);
        let asked = args.indices.then(|| indices(&plan, &source, &study, pairs, args.seed, watch));
        Ok(Studied { set, inputs: plan.inputs().len(), study, value, indices: asked.transpose()? })
    };
    sets.iter().map(one).collect()
}

/// Writes every picture, each file whole or not at all.
fn write_pictures(page: &Page<'_>, studies: &[Studied<'_>], folder: &Path) -> Result<(), Failure> {
    for of in studies {
        let pictures = render::plots(page, of, true);
        write_file(&folder.join(format!("{}-acceptance.svg", of.set.id)), pictures.acceptance.svg())?;
        if let Some(moves) = &pictures.moves {
            write_file(&folder.join(format!("{}-what-moves-it.svg", of.set.id)), moves.svg())?;
        }
    }
    Ok(())
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
