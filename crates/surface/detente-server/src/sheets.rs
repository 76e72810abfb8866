//! Sheets of the open case, as `detente report` makes them: of what is saved, not of what is supposed on the page.

use std::collections::BTreeMap;

use detente::base::FileId;
use detente::case::{Case, IssueIdx, PartyIdx, Resolution, Wording};
use detente::casefile::{Content, File, Folder};
use detente::deals::Choices;
use detente::sheet::class;
use detente_api::check_alone;
use detente_api::workbench::{SheetAsk, SheetPackage};
use detente_report::sheet::{Paper, Proposal};
use detente_sheets::{DRAWS, Fault, Form, Name, SEED, Source, Wanted, Whom, for_room, make, on_record};

use crate::ask::{choice, issue, party};
use crate::failure::Failure;
use crate::folder::Read;
use crate::watch::Work;

/// A sheet as the bytes of a file.
pub(crate) struct Made {
    pub(crate) body: Vec<u8>,
    pub(crate) form: Form,
}

/// Makes a sheet.
pub(crate) fn made(read: &Read, name: Name, asked: &SheetAsk, watch: &Work) -> Result<Made, Failure> {
    let form = form(asked)?;
    let paper = paper(asked)?;
    let whom = whom(asked)?;
    let (opened, case) = read.sound(asked.units)?;
    let set = asked.estimates.as_deref().map(|id| {
        opened.reading.estimates.iter().find(|set| set.id == *id).ok_or_else(|| {
            let known: Vec<&str> = opened.reading.estimates.iter().map(|set| set.id.as_str()).collect();
            Failure::argument(
                format!("there is no set of estimates \"{id}\""),
                format!("this case has: {}", known.join(", ")),
            )
        })
    });
    let set = set.transpose()?;
    let wanted = wanted(case, name, whom, asked)?;
    let resolution = if asked.units { Resolution::Units } else { Resolution::default() };
    let sheet = match whom {
        Whom::Team => make(&Source { opened, case, set, resolution }, &wanted, watch)?,
        Whom::Room => {
            let bare = for_room(opened, resolution);
            let case = bare.reading.case.as_ref().ok_or(Failure::Broken)?;
            make(&Source { opened: &bare, case, set, resolution }, &wanted, watch)?
        }
    };
    let body = form.write(&sheet, paper).map_err(|error| {
        Failure::argument(format!("this sheet cannot be written as a document: {error}"), "take html, md or txt")
    })?;
    Ok(Made { body, form })
}

fn form(asked: &SheetAsk) -> Result<Form, Failure> {
    let ending = asked.format.as_deref().unwrap_or("html");
    Form::of(ending).ok_or_else(|| {
        let known: Vec<&str> = Form::ALL.iter().map(|form| form.ending()).collect();
        Failure::argument(format!("a sheet is not written as \"{ending}\""), format!("one of: {}", known.join(", ")))
    })
}

fn paper(asked: &SheetAsk) -> Result<Paper, Failure> {
    match asked.paper.as_deref().unwrap_or("a4") {
        "a4" => Ok(Paper::A4),
        "letter" => Ok(Paper::Letter),
        other => Err(Failure::argument(format!("there is no paper \"{other}\""), "a4 or letter")),
    }
}

fn whom(asked: &SheetAsk) -> Result<Whom, Failure> {
    match asked.audience.as_deref().unwrap_or("room") {
        "room" => Ok(Whom::Room),
        "team" => Ok(Whom::Team),
        other => Err(Failure::argument(format!("a sheet is not for \"{other}\""), "room or team")),
    }
}

fn wanted(case: &Case, name: Name, whom: Whom, asked: &SheetAsk) -> Result<Wanted, Failure> {
    let since = asked.since.as_deref().filter(|day| !day.is_empty()).map(|day| {
        day.parse().map_err(|_malformed| {
            Failure::argument(format!("\"{day}\" is no date"), "write year, month and day: 2025-02-26")
        })
    });
    Ok(Wanted {
        packages: asked.packages.iter().map(|of| proposal(case, of)).collect::<Result<_, _>>()?,
        since: since.transpose()?,
        draws: asked.draws.unwrap_or(DRAWS).clamp(1, MOST_DRAWS),
        seed: asked.seed.unwrap_or(SEED),
        party: asked.party.as_deref().map(|id| party(case, id)).transpose()?,
        pairs: asked.table.as_deref().map(|text| pairs(case, text)).transpose()?,
        swap: swap(case, &asked.swap)?,
        ..Wanted::plain(name, whom)
    })
}

/// As many draws as a page waits for.
const MOST_DRAWS: u64 = 1_000_000;

fn swap(case: &Case, named: &[String]) -> Result<Option<[PartyIdx; 2]>, Failure> {
    match named {
        [] => Ok(None),
        [a, b] => Ok(Some([party(case, a)?, party(case, b)?])),
        _ => Err(Failure::argument("two parties are exchanged", "name two parties")),
    }
}

/// What the pairs of a class agreed on, by the table of them.
fn pairs(case: &Case, text: &str) -> Result<Vec<(String, Choices)>, Failure> {
    let found = class(case, text.as_bytes(), FileId(0));
    match found.pairs {
        Ok(pairs) => Ok(pairs.into_iter().map(|pair| (pair.name, pair.package)).collect()),
        Err(wrong) => {
            let table = File { path: "table".to_owned(), content: Content::Text(found.text) };
            Err(Failure::Table(Box::new(check_alone(&Folder::new(vec![table]), &wrong))))
        }
    }
}

fn proposal(case: &Case, of: &SheetPackage) -> Result<Proposal, Failure> {
    if let Some(id) = &of.draft {
        let draft = case.draft(id).ok_or_else(|| {
            let known: Vec<&str> = case.drafts.rows().map(|draft| draft.id.as_str()).collect();
            Failure::argument(format!("there is no draft \"{id}\""), format!("drafts on record: {}", known.join(", ")))
        })?;
        return Ok(on_record(case, draft));
    }
    let mut wording: BTreeMap<IssueIdx, Wording> = BTreeMap::new();
    for (id, held) in &of.settles {
        let issue = issue(case, id)?;
        wording.insert(issue, Wording::Settled(choice(case, issue, held)?));
    }
    for (id, held) in &of.brackets {
        let issue = issue(case, id)?;
        let choices = held.iter().map(|id| choice(case, issue, id)).collect::<Result<Vec<_>, _>>()?;
        wording.insert(issue, Wording::Bracketed(choices));
    }
    Ok(Proposal { title: of.title.clone(), wording })
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Deals(error) => error.into(),
            Fault::Argument { message, hint } => Self::argument(message, hint),
        }
    }
}
