//! `detente offer`.

use detente::base::Diagnostic;
use detente::case::{Case, DraftIdx, DraftStatus, Wording};
use detente::casefile::{NewDraft, NewWording, add_draft, read};
use detente::process::history;
use detente::{Opened, write_file};
use detente_api as api;

use super::case::{opened, sound};
use crate::args::{Offer, OfferStatus};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::{say, say_line};

/// Where drafts stand in a case's folder.
const FILE: &str = "drafts.toml";

pub(super) fn run(args: &Offer) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let added = match (&args.add, &args.package) {
        (Some(id), Some(package)) => Some(add(&opened, case, id, package, args)?),
        _ => None,
    };
    let opened = added.as_ref().unwrap_or(&opened);
    let case = opened.reading.case.as_ref().unwrap_or(case);
    let only = args.draft.as_ref().map(|id| named(case, id)).transpose()?;
    let history = history(case);
    if args.json {
        return super::print_json(&api::offer(opened, case, &history, only)).map(|()| Exit::Answer);
    }
    if added.is_some() {
        say_line(FILE);
    }
    let shown = only.or_else(|| args.add.as_ref().and_then(|id| case.draft(id)));
    say(&match shown {
        Some(draft) => render::draft(opened, case, &history, draft),
        None => render::offers(opened, case, &history),
    });
    Ok(Exit::Answer)
}

fn named(case: &Case, id: &str) -> Result<DraftIdx, Failure> {
    case.draft(id).ok_or_else(|| {
        let known: Vec<&str> = case.drafts.rows().map(|draft| draft.id.as_str()).collect();
        let hint = match known.as_slice() {
            [] => "this case has no drafts yet; --add ID --package … writes one".to_owned(),
            known => format!("drafts of this case: {}", known.join(", ")),
        };
        Failure::argument(format!("there is no draft \"{id}\""), hint)
    })
}

/// Writes a draft, whole or not at all, and returns the folder as it is then.
fn add(opened: &Opened, case: &Case, id: &str, package: &str, args: &Offer) -> Result<Opened, Failure> {
    let draft = NewDraft {
        id: id.to_owned(),
        title: args.title.clone(),
        by: args.by.clone(),
        to: args.to.clone(),
        date: args.on,
        status: args.status.map(status),
        binding: args.binding,
        supersedes: args.supersedes.clone(),
        wording: wording(case, package)?,
        only_if: args.only_if.clone(),
        evidence: args.evidence.clone(),
    };
    let text = add_draft(opened.folder.at(FILE).map_or("", |(_, file)| file.text()), &draft);
    let folder = opened.folder.with_file(FILE, text.clone());
    let reading = read(&folder);
    let after = Opened { root: opened.root.clone(), folder, reading };
    let errors: Vec<Diagnostic> = after.reading.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    if !errors.is_empty() {
        eprint!("{}", render::diagnostics(&after, &errors));
        let hint = "mend the argument that stands above".to_owned();
        return Err(Failure::argument("this draft does not fit the case; nothing was written", hint));
    }
    write_file(&opened.root.join(FILE), &text)?;
    Ok(after)
}

fn status(status: OfferStatus) -> DraftStatus {
    match status {
        OfferStatus::Made => DraftStatus::Made,
        OfferStatus::Accepted => DraftStatus::Accepted,
        OfferStatus::Rejected => DraftStatus::Rejected,
        OfferStatus::Withdrawn => DraftStatus::Withdrawn,
        OfferStatus::Lapsed => DraftStatus::Lapsed,
    }
}

/// `issue=choice`, `issue=[choice|choice]`, `issue=[open]`, or a draft whose wording is taken over; what comes later counts.
fn wording(case: &Case, package: &str) -> Result<Vec<(String, NewWording)>, Failure> {
    let mut wording: Vec<(String, NewWording)> = Vec::new();
    let mut say = |issue: String, said: NewWording| {
        wording.retain(|(known, _)| *known != issue);
        wording.push((issue, said));
    };
    for part in package.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        if let Some((issue, said)) = part.split_once('=') {
            say(issue.trim().to_owned(), read_wording(said.trim()));
        } else if let Some(draft) = case.draft(part) {
            for (&issue, said) in &case.drafts[draft].wording {
                say(case.issues[issue].id.to_string(), taken_over(case, issue, said));
            }
        } else {
            let hint =
                "write issue=choice, issue=[choice|choice] or issue=[open], separated by commas; or name a draft";
            return Err(Failure::argument(format!("\"{part}\" says nothing about an issue"), hint.to_owned()));
        }
    }
    Ok(wording)
}

fn read_wording(said: &str) -> NewWording {
    let Some(inside) = said.strip_prefix('[').and_then(|said| said.strip_suffix(']')) else {
        return NewWording::Settled(said.to_owned());
    };
    match inside.trim() {
        "" | "open" => NewWording::Open,
        choices => NewWording::Bracketed(choices.split('|').map(|choice| choice.trim().to_owned()).collect()),
    }
}

fn taken_over(case: &Case, issue: detente::case::IssueIdx, said: &Wording) -> NewWording {
    let id = |choice| case.issues[issue].choices[choice].id.clone();
    match said {
        Wording::Settled(choice) => NewWording::Settled(id(*choice)),
        Wording::Bracketed(choices) => NewWording::Bracketed(choices.iter().map(|&choice| id(choice)).collect()),
        Wording::Open => NewWording::Open,
    }
}
