//! `detente delay`: what waiting does.

use detente::case::{Case, PartyIdx};
use detente::deals::{DealsError, Settings, lower, stated};
use detente::estimate::EstimateSet;
use detente::ledger::Ledger;
use detente::robustness::delay::{Delay as Found, MOST_MONTHS, Timeline, Wanted, delay};
use detente::robustness::{Answered, Plan};
use detente::write_file;
use detente_api::{self as api, About};

use super::asked::{bound, party, whole_package};
use super::case::{opened, sets, sound};
use super::robust::draws;
use super::solve::on_threads;
use crate::args::Delay;
use crate::exit::{Exit, Failure};
use crate::render::{self, Page};
use crate::say::say;
use crate::watch::Progress;

pub(super) fn run(args: &Delay) -> Result<Exit, Failure> {
    let progress = Progress::new();
    let result = answer(args, &progress);
    progress.finish();
    result
}

fn answer(args: &Delay, progress: &Progress) -> Result<Exit, Failure> {
    let months = months(&args.months)?;
    let draws = draws(args.draws.as_deref(), None)?;
    let opened = opened(&args.folder, &args.estimates)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let sets = sets(&opened, &args.estimates)?;
    let settings = bound(case, &sets, &args.binding, args.draft.as_deref(), &args.brackets)?;
    let case = settings.apply(case);
    let named = args.package.iter().map(|text| whole_package(&case, text)).collect::<Result<_, _>>()?;
    let wanted = Wanted { draws, seed: args.seed, named, walked_out: walked_out(&case, &args.walk_out)? };
    let first = stated(&case, &settings, progress)?;
    let asked = Asked { case: &case, ledger: &opened.reading.ledger, settings: &settings, months, wanted: &wanted };
    let found =
        on_threads(args.threads, || sets.iter().map(|&set| asked.of(set, progress)).collect::<Result<Vec<_>, _>>())??;
    progress.finish();
    let about = About { opened: &opened, case: &case, draft: &settings.draft, open: &settings.open };
    let found = api::Waited { about, stated: &first, months, wanted: &wanted, found: &found };
    let lowered = lower(&case, None).map_err(DealsError::from)?;
    let in_force = lowered.ask(&case, &settings).limits;
    let page = Page { about, limits: lowered.limits.into_iter().zip(in_force).collect() };
    if let Some(folder) = &args.svg {
        for (set, of) in found.found {
            for (name, picture) in render::delay_pictures(&page, &found, set, of) {
                write_file(&folder.join(format!("{}-{name}.svg", set.id)), picture.svg())?;
            }
        }
    }
    if args.json {
        super::print_json(&api::delay(&found))?;
    } else {
        say(&render::delay(&page, &found, args.plot));
    }
    Ok(Exit::Answer)
}

struct Asked<'a> {
    case: &'a Case,
    ledger: &'a Ledger,
    settings: &'a Settings,
    months: u32,
    wanted: &'a Wanted,
}

impl Asked<'_> {
    fn of<'s>(&self, set: &'s EstimateSet, progress: &Progress) -> Result<(&'s EstimateSet, Found), DealsError> {
        let plan = Plan::new(self.case, set, self.settings)?;
        let source = Answered::new(self.case, set, plan.inputs(), self.wanted.seed)?;
        let timeline = Timeline::new(self.case, self.ledger, set, self.months);
        Ok((set, delay(&plan, &source, timeline, self.wanted, progress)?))
    }
}

fn walked_out(case: &Case, ids: &[String]) -> Result<Vec<PartyIdx>, Failure> {
    let mut parties = ids.iter().map(|id| party(case, id)).collect::<Result<Vec<_>, _>>()?;
    parties.sort_unstable();
    parties.dedup();
    Ok(parties)
}

fn months(text: &str) -> Result<u32, Failure> {
    let months = text.trim().parse().ok().filter(|months| (1..=MOST_MONTHS).contains(months));
    months.ok_or_else(|| {
        let hint = format!("write a whole number from 1 to {MOST_MONTHS}: --months 12");
        Failure::argument(format!("\"{text}\" is no number of months"), hint)
    })
}
