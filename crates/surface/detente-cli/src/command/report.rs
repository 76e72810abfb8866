//! `detente report`: a sheet on paper or screen, for the team or for the room.

use std::collections::BTreeSet;
use std::path::Path;

use detente::case::{Case, PartyIdx, Wording};
use detente::deals::Choices;
use detente::read_class;
use detente_report::sheet::{Paper, Proposal, Sheet};
use detente_sheets::{DRAWS, Form, SEED, Source, Takes, Wanted, Whom, for_room, make, on_record, settling};

use super::asked::{package, party};
use super::brackets::of_drafts;
use super::case::{opened, sets, sound};
use super::robust::draws;
use crate::args::{AudienceName, PaperName, Report};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;
use crate::watch::Progress;

pub(super) fn run(args: &Report) -> Result<Exit, Failure> {
    let form = form(args)?;
    fits(args)?;
    let resolution = args.folder.resolution.unwrap_or_default().into();
    let opened = opened(&args.folder, args.estimates.as_slice())?;
    let opened = match args.audience {
        AudienceName::Team => opened,
        AudienceName::Room => for_room(&opened, resolution),
    };
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let set = match &args.estimates {
        Some(name) => sets(&opened, std::slice::from_ref(name))?.first().copied(),
        None => None,
    };
    let pairs = match args.packages.as_deref().map(|file| pairs(case, file)).transpose()? {
        Some(Err(exit)) => return Ok(exit),
        found => found.and_then(Result::ok),
    };
    let wanted = Wanted { pairs, ..wanted(args, case)? };
    let progress = Progress::new();
    let sheet = make(&Source { opened: &opened, case, set, resolution }, &wanted, &progress);
    progress.finish();
    write(&sheet?, form, args)?;
    Ok(Exit::Answer)
}

/// Whether what was asked is something this sheet can answer.
fn fits(args: &Report) -> Result<(), Failure> {
    if args.audience == AudienceName::Room && args.estimates.is_some() {
        let hint = "leave out --estimates, or make the sheet --for team".to_owned();
        return Err(Failure::argument("a sheet for the room holds nothing estimated", hint));
    }
    let flags = [
        (args.swap.is_some(), Takes::Swap, "only the sheet of symmetry exchanges parties", "--swap", "symmetry"),
        (args.since.is_some(), Takes::Since, "only the sheet of changes begins on a day", "--since", "changes"),
        (
            args.draws.is_some(),
            Takes::Draws,
            "only the sheets of a deal and of symmetry rest on draws",
            "--draws",
            "deal",
        ),
        (args.party.is_some(), Takes::Party, "only a brief is for one party", "--party", "brief"),
        (args.packages.is_some(), Takes::Table, "only a debrief takes a table of packages", "--packages", "debrief"),
    ];
    for (is_given, takes, message, flag, sheet) in flags {
        if is_given && !args.sheet.takes().contains(&takes) {
            return Err(Failure::argument(message, format!("leave out {flag}, or ask for --sheet {sheet}")));
        }
    }
    let most = args.sheet.most_packages();
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

fn wanted(args: &Report, case: &Case) -> Result<Wanted, Failure> {
    Ok(Wanted {
        packages: args.package.iter().map(|text| proposal(case, text)).collect::<Result<_, _>>()?,
        since: args.since,
        draws: args.draws.as_ref().map_or(Ok(DRAWS), |asked| draws(Some(asked), None))?,
        seed: args.seed.unwrap_or(SEED),
        party: args.party.as_deref().map(|id| party(case, id)).transpose()?,
        swap: args.swap.as_deref().map(|text| swap(case, text)).transpose()?,
        ..Wanted::plain(args.sheet, whom(args.audience))
    })
}

/// What the pairs of a class agreed on; where the table has mistakes, these are said and nothing is made.
fn pairs(case: &Case, file: &Path) -> Result<Result<Vec<(String, Choices)>, Exit>, Failure> {
    let class = read_class(case, file)?;
    Ok(match class.pairs {
        Ok(pairs) => Ok(pairs.into_iter().map(|pair| (pair.name, pair.package)).collect()),
        Err(wrong) => {
            eprint!("{}", render::model_diagnostics(&class.folder, &wrong));
            eprintln!("no sheet was made");
            Err(Exit::Mistake)
        }
    })
}

const fn whom(audience: AudienceName) -> Whom {
    match audience {
        AudienceName::Team => Whom::Team,
        AudienceName::Room => Whom::Room,
    }
}

/// A draft on record, with its brackets; or what the text settles and the drafts it names leave in brackets.
fn proposal(case: &Case, text: &str) -> Result<Proposal, Failure> {
    if let Some(draft) = case.draft(text.trim()) {
        return Ok(on_record(case, draft));
    }
    let settled = package(case, text)?;
    let open = of_drafts(case, text, &settled);
    let mut proposal = settling("as it was named for this sheet", settled);
    let bracketed = |(issue, choices): (_, BTreeSet<_>)| (issue, Wording::Bracketed(choices.into_iter().collect()));
    proposal.wording.extend(open.into_iter().map(bracketed));
    Ok(proposal)
}

/// The two parties of `--swap A,B`.
fn swap(case: &Case, text: &str) -> Result<[PartyIdx; 2], Failure> {
    let ids: Vec<&str> = text.split(',').map(str::trim).collect();
    match ids.as_slice() {
        [a, b] if a != b => Ok([party(case, a)?, party(case, b)?]),
        _ => {
            let hint = "write --swap A,B with the ids of two parties".to_owned();
            Err(Failure::argument("two different parties are exchanged", hint))
        }
    }
}

/// The form that the file's ending names; text where there is no file.
fn form(args: &Report) -> Result<Form, Failure> {
    let ending = match &args.output {
        None => "txt",
        Some(path) => path.extension().and_then(|ending| ending.to_str()).unwrap_or_default(),
    };
    let form = Form::of(ending).ok_or_else(|| unwritten(ending))?;
    if args.paper.is_some() && !form.is_paged() {
        let hint = "leave out --paper, or write a .docx or .pdf; a page of HTML prints on either".to_owned();
        return Err(Failure::argument("only DOCX and PDF are made for a size of paper", hint));
    }
    Ok(form)
}

fn unwritten(ending: &str) -> Failure {
    if ending == "pdf" {
        let hint = "build it with PDF: cargo build --release -p detente-cli --features pdf (minutes, once); or write .html and \
                    print that to PDF";
        return Failure::argument("this detente was built without PDF", hint.to_owned());
    }
    let hint = "end the file's name in .txt, .md, .html, .docx or .pdf".to_owned();
    Failure::argument("a sheet is written as text, Markdown, HTML, DOCX or PDF", hint)
}

/// Writes the sheet to its file, or to standard output.
fn write(sheet: &Sheet, form: Form, args: &Report) -> Result<(), Failure> {
    let paper = match args.paper {
        Some(PaperName::Letter) => Paper::Letter,
        Some(PaperName::A4) | None => Paper::A4,
    };
    match &args.output {
        Some(path) => detente::write_file(path, form.write(sheet, paper)?)?,
        None => say(&sheet.text()),
    }
    Ok(())
}
