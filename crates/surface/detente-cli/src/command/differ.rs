//! `detente differ`: where two sets of estimates differ, and which differences matter.

use detente::deals::{DealsError, lower};
use detente::robustness::differ::differ;
use detente_api::{self as api, About};

use super::asked::bound;
use super::case::{opened, sets, sound};
use crate::args::Differ;
use crate::exit::{Exit, Failure};
use crate::render::{self, Page};
use crate::say::say;
use crate::watch::Progress;

pub(super) fn run(args: &Differ) -> Result<Exit, Failure> {
    let progress = Progress::new();
    let result = answer(args, &progress);
    progress.finish();
    result
}

fn answer(args: &Differ, progress: &Progress) -> Result<Exit, Failure> {
    let names = [args.first.clone(), args.second.clone()];
    let opened = opened(&args.folder, &names)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let one = |name: &String| sets(&opened, std::slice::from_ref(name)).map(|found| found.into_iter().next());
    let (Some(first), Some(second)) = (one(&names[0])?, one(&names[1])?) else {
        return Err(Failure::argument("two sets of estimates are needed", "name both after the case".to_owned()));
    };
    if first.id == second.id {
        let hint = "name two different sets: detente differ CASE FIRST SECOND";
        return Err(Failure::argument(format!("\"{}\" is compared with itself", first.id), hint.to_owned()));
    }
    if first.utility != second.utility {
        let hint = "compare sets that both give weights and values, or both payoffs";
        let message = format!("\"{}\" and \"{}\" count utility in different ways", first.id, second.id);
        return Err(Failure::argument(message, hint.to_owned()));
    }
    let settings = bound(case, &[first, second], &args.binding, args.draft.as_deref(), &args.brackets)?;
    let case = settings.apply(case);
    let found = differ(&case, [first, second], &settings, progress)?;
    progress.finish();
    let about = About { opened: &opened, case: &case, draft: &settings.draft, open: &settings.open };
    let compared = api::Compared { about, sets: [first, second], found: &found };
    if args.json {
        super::print_json(&api::differ(&compared))?;
    } else {
        let lowered = lower(&case, None).map_err(DealsError::from)?;
        let in_force = lowered.ask(&case, &settings).limits;
        let page = Page { about, limits: lowered.limits.into_iter().zip(in_force).collect() };
        say(&render::differ(&page, &compared));
    }
    Ok(Exit::Answer)
}
