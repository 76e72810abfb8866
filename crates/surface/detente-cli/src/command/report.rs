//! `detente report`: a sheet on paper or screen, for the team or for the room.

mod brief;
mod compare;
mod debrief;
mod fund;
mod map;
mod pairs;
mod symmetry;

use std::collections::BTreeMap;

use detente::Opened;
use detente::case::{Case, Wording};
use detente::casefile::{Folder, case_hash, estimates_hash, read_at};
use detente::deals::{Choices, DealsError, Settings, compare_estimated, improve, why};
use detente::estimate::EstimateSet;
use detente::evidence::{Record, Shown, Window};
use detente::process::{newest, steps};
use detente::report;
use detente_report::sheet::{self, About, Adds, Audience, Estimates, Proposal, Sheet};

use super::asked::package;
use super::case::{opened, sets, sound};
use super::form::Form;
use super::robust::draws;
use crate::args::{AudienceName, Report, SheetName};
use crate::exit::{Exit, Failure};
use crate::watch::Progress;

pub(super) fn run(args: &Report) -> Result<Exit, Failure> {
    let form = Form::of(args.output.as_deref(), args.paper)?;
    fits(args)?;
    let opened = opened(&args.folder, args.estimates.as_slice())?;
    let opened = match args.audience {
        AudienceName::Team => opened,
        AudienceName::Room => without_estimates(opened, args),
    };
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let set = match &args.estimates {
        Some(name) => sets(&opened, std::slice::from_ref(name))?.first().copied(),
        None => None,
    };
    let sheet = made(args, &opened, case, set)?;
    form.write(&sheet, args.output.as_deref())?;
    Ok(Exit::Answer)
}

/// Whether what was asked is something this sheet can answer.
fn fits(args: &Report) -> Result<(), Failure> {
    if args.audience == AudienceName::Room && args.estimates.is_some() {
        let hint = "leave out --estimates, or make the sheet --for team".to_owned();
        return Err(Failure::argument("a sheet for the room holds nothing estimated", hint));
    }
    if args.swap.is_some() && args.sheet != SheetName::Symmetry {
        let hint = "leave out --swap, or ask for --sheet symmetry".to_owned();
        return Err(Failure::argument("only the sheet of symmetry exchanges parties", hint));
    }
    if args.since.is_some() && !matches!(args.sheet, SheetName::Changes | SheetName::Briefing) {
        let hint = "leave out --since, or ask for --sheet changes".to_owned();
        return Err(Failure::argument("only the sheet of changes begins on a day", hint));
    }
    if args.draws.is_some() && !matches!(args.sheet, SheetName::Deal | SheetName::Briefing | SheetName::Symmetry) {
        let hint = "leave out --draws, or ask for --sheet deal or symmetry".to_owned();
        return Err(Failure::argument("only the sheets of a deal and of symmetry rest on draws", hint));
    }
    if args.party.is_some() && args.sheet != SheetName::Brief {
        let hint = "leave out --party, or ask for --sheet brief".to_owned();
        return Err(Failure::argument("only a brief is for one party", hint));
    }
    if args.packages.is_some() && args.sheet != SheetName::Debrief {
        let hint = "leave out --packages, or ask for --sheet debrief".to_owned();
        return Err(Failure::argument("only a debrief takes a table of packages", hint));
    }
    let most = match args.sheet {
        SheetName::Why | SheetName::Deal | SheetName::Text | SheetName::Fund | SheetName::Briefing => 1,
        SheetName::Compare | SheetName::Map => 2,
        _ => 0,
    };
    if most < args.package.len() {
        let hint = match most {
            0 => "leave out --package",
            1 => "name --package once",
            _ => "name --package twice",
        };
        return Err(Failure::argument("this sheet is not about so many packages", hint.to_owned()));
    }
    Ok(())
}

/// The folder read again as if it had no estimates, so that none can reach the sheet.
fn without_estimates(opened: Opened, args: &Report) -> Opened {
    let files = opened.folder.files().map(|(_, file)| file.clone()).filter(|file| !file.path.starts_with("estimates/"));
    let mut folder = Folder::new(files.collect());
    folder.texts = opened.folder.texts;
    let reading = read_at(&folder, args.folder.resolution.unwrap_or_default().into());
    Opened { root: opened.root, folder, reading }
}

fn made(args: &Report, opened: &Opened, case: &Case, set: Option<&EstimateSet>) -> Result<Sheet, Failure> {
    let estimates = set.map(|set| Estimates { set, hash: estimates_hash(&opened.folder, set.id.as_str()).to_string() });
    let about = About {
        case,
        ledger: &opened.reading.ledger,
        hash: case_hash(&opened.folder).to_string(),
        audience: match args.audience {
            AudienceName::Team => Audience::Team(estimates),
            AudienceName::Room => Audience::Room,
        },
    };
    let record = || {
        let window = Window { from: args.since, to: case.as_of };
        Record::of(case, about.ledger, case.as_of, window, &Shown::default())
    };
    Ok(match args.sheet {
        SheetName::RedLines => sheet::red_lines(&about, &record()),
        SheetName::CommonGround => sheet::common_ground(&about, &record()),
        SheetName::Changes => sheet::changes(&about, &record()),
        SheetName::Process => sheet::process(&about, &steps(case, case.as_of)),
        SheetName::Why => why_sheet(args, &about, set)?,
        SheetName::Deal => deal_sheet(args, &about, &record())?,
        SheetName::Gives => watched(|watch| report::gives(&about, watch))?,
        SheetName::Compare => compare::compare(&about, &args.package)?,
        SheetName::Text => {
            let proposal = proposal(case, args.package.first().map(String::as_str))?;
            sheet::agreement(&about, &proposal, &opened.reading.agreement)
        }
        SheetName::Brief => {
            let party = args.party.as_deref().map(|id| super::asked::party(case, id)).transpose()?;
            brief::brief(&about, party, set, &record(), &steps(case, case.as_of))
        }
        SheetName::Debrief => debrief::debrief(&about, args.packages.as_deref())?,
        SheetName::Map => {
            let named = args.package.iter().map(|text| proposal(case, Some(text)));
            map::map(&about, opened, &named.collect::<Result<Vec<_>, _>>()?)?
        }
        SheetName::Fund => fund::fund(&about, opened, &proposal(case, args.package.first().map(String::as_str))?),
        SheetName::Symmetry => symmetry::symmetry(args, &about, opened)?,
        SheetName::Briefing => briefing(args, &about, &record(), set)?,
    })
}

/// The sheets of a briefing: why there is no package where the stated limits leave none, else the package.
fn briefing(args: &Report, about: &About<'_>, record: &Record, set: Option<&EstimateSet>) -> Result<Sheet, Failure> {
    let progress = Progress::new();
    let stated = why(about.case, None, &Settings::default(), &progress);
    progress.finish();
    let is_open = stated?.is_open;
    let package = if is_open { deal_sheet(args, about, record)? } else { why_sheet(args, about, set)? };
    let parts = vec![
        sheet::overview(about),
        sheet::common_ground(about, record),
        sheet::changes(about, record),
        sheet::red_lines(about, record),
        package,
        sheet::process(about, &steps(about.case, about.case.as_of)),
        sheet::assumptions(about),
    ];
    Ok(sheet::briefing(about, parts))
}

fn why_sheet(args: &Report, about: &About<'_>, set: Option<&EstimateSet>) -> Result<Sheet, Failure> {
    let case = about.case;
    let draft = match args.package.first() {
        Some(text) => package(case, text)?,
        None => BTreeMap::new(),
    };
    let settings = Settings { draft, ..Settings::default() };
    let progress = Progress::new();
    let answer = |set| why(case, set, &settings, &progress);
    let found = answer(None).and_then(|stated| Ok((stated, set.map(|set| answer(Some(set))).transpose()?)));
    progress.finish();
    let (stated, estimated) = found?;
    Ok(sheet::why(about, &settings.draft, &stated, estimated.as_ref()))
}

fn deal_sheet(args: &Report, about: &About<'_>, record: &Record) -> Result<Sheet, Failure> {
    let case = about.case;
    let proposal = proposal(case, args.package.first().map(String::as_str))?;
    let adds = match (&about.audience, compare::whole(case, &proposal)) {
        (Audience::Team(Some(estimates)), Some(package)) => Some(adds(args, case, estimates.set, &package)?),
        _ => None,
    };
    Ok(sheet::deal(about, &proposal, record, &steps(case, case.as_of), adds.as_ref()))
}

/// What was named; else the newest draft that was not withdrawn; else nothing settled. Never a computed package.
fn proposal(case: &Case, named: Option<&str>) -> Result<Proposal, Failure> {
    let draft = match named {
        Some(text) => case.draft(text.trim()),
        None => newest(case),
    };
    if let Some(draft) = draft {
        let row = &case.drafts[draft];
        let title = row.title.as_ref().map_or_else(|| row.id.to_string(), |title| format!("{title} [{}]", row.id));
        return Ok(Proposal { title, wording: row.wording.clone() });
    }
    let Some(text) = named else {
        return Ok(Proposal { title: "no draft on record".to_owned(), wording: BTreeMap::new() });
    };
    let wording = package(case, text)?.into_iter().map(|(issue, choice)| (issue, Wording::Settled(choice)));
    Ok(Proposal { title: "as it was named for this sheet".to_owned(), wording: wording.collect() })
}

fn adds(args: &Report, case: &Case, set: &EstimateSet, package: &Choices) -> Result<Adds, Failure> {
    let settings = Settings::default();
    let progress = Progress::new();
    let found = improve(case, set, &settings, package, &progress);
    progress.finish();
    let comparison =
        compare_estimated(case, set, &settings, std::slice::from_ref(package)).map_err(DealsError::from)?;
    let draws = match &args.draws {
        Some(asked) => draws(Some(asked), None)?,
        None => report::DRAWS,
    };
    let doubt = watched(|watch| report::doubt(case, set, package, draws, args.seed, watch))?;
    Ok(Adds { comparison, improvable: found?.improvable, doubt })
}

/// Shows how far long work has come.
fn watched<T>(work: impl FnOnce(&Progress) -> Result<T, DealsError>) -> Result<T, Failure> {
    let progress = Progress::new();
    let found = work(&progress);
    progress.finish();
    Ok(found?)
}
