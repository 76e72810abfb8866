//! Reports read: what is proposed, and what a person accepts of it.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use detente::base::FileId;
use detente::case::{Case, PartyIdx};
use detente::casefile::{NewSource, NewStatement};
use detente::reading::{Kind, MAX_QUOTE_WORDS, Proposal, Reader, document, mark_coded, selector};
use detente::{Opened, ReadAs, accepting, statement_of};
use detente_api::workbench::{AcceptReadings, Accepted, ChangedStatement, ReadDocument, ReadText, StatementReadAs};
use jiff::civil::Date;

use super::files::seen;
use super::{Answered, Held, aside, stamped};
use crate::failure::Failure;
use crate::reply::{body, bytes, json};
use crate::store::{Seen, Wanted};

/// How the words of a statement can have come into a source.
const VIAS: [&str; 6] = ["direct", "reported", "author", "headline", "document", "unnamed-official"];

pub(super) async fn propose(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let asked: ReadText = body(&sent)?;
        let (read, _) = bench.current()?;
        let (opened, case) = read.sound(false)?;
        Ok(json(&bytes(&detente_api::read(case, &proposals(opened, case, &asked.text)))?))
    })
    .await
}

/// A whole document, as it is: text, HTML or PDF.
pub(super) async fn read_document(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let (read, _) = bench.current()?;
        let (opened, case) = read.sound(false)?;
        let document = document(&sent, FileId(0))
            .map_err(|found| Failure::Argument { message: found.message.clone(), hint: found.hint.clone() })?;
        let found = proposals(opened, case, &document.text);
        let kind = match document.kind {
            Kind::Text => "text",
            Kind::Html => "html",
            Kind::Pdf => "pdf",
        };
        Ok(json(&bytes(&ReadDocument {
            schema: "detente.document/1",
            kind,
            title: document.title,
            proposals: detente_api::read(case, &found).proposals,
            text: document.text,
        })?))
    })
    .await
}

fn proposals(opened: &Opened, case: &Case, text: &str) -> Vec<Proposal> {
    let mut proposals = Reader::new(case).read(text);
    mark_coded(text, &opened.reading.ledger, &mut proposals);
    proposals
}

pub(super) async fn accept(State(bench): Held, headers: HeaderMap, sent: Bytes) -> Answered {
    aside(move || {
        let (seen, asked): (String, AcceptReadings) = (seen(&headers)?, body(&sent)?);
        if asked.accepted.is_empty() {
            return Err(Failure::argument("nothing is accepted", "accept at least one proposal"));
        }
        let (read, _) = bench.current()?;
        read.sound(false)?;
        let label = asked.label.clone().unwrap_or_else(|| format!("Accepted {} statements", asked.accepted.len()));
        let saved = bench.change(&Seen::Folder(&seen), &label, true, |now| wanted(now, &asked))?;
        Ok(stamped(&bench, &bytes(&saved)?))
    })
    .await
}

/// The ledger with what was accepted, and the text it stands in: what the terminal writes.
fn wanted(now: &Opened, asked: &AcceptReadings) -> Result<Wanted, Failure> {
    let case = now.reading.case.as_ref().ok_or(Failure::Broken)?;
    let found = proposals(now, case, &asked.text);
    let places: Vec<usize> = asked.text.char_indices().map(|(at, _)| at).chain([asked.text.len()]).collect();
    let of = |accepted| statement(case, &found, &places, asked, accepted);
    let statements = asked.accepted.iter().map(of).collect::<Result<Vec<NewStatement>, _>>()?;
    let kind = asked.kind.as_deref().unwrap_or("other");
    let source = NewSource { kind, title: asked.title.as_deref(), text: &asked.text };
    let accepting = accepting(&now.folder, &now.reading, &source, &statements);
    let mut wanted = vec![("ledger.toml".to_owned(), Some(accepting.ledger.text))];
    wanted.extend(accepting.text.map(|(path, text)| (path, Some(text))));
    Ok(wanted)
}

/// The statement a person accepts.
fn statement(
    case: &Case,
    found: &[Proposal],
    places: &[usize],
    asked: &AcceptReadings,
    accepted: &Accepted,
) -> Result<NewStatement, Failure> {
    let mut statement = match &accepted.changed {
        Some(changed) => changed_statement(case, found, places, asked, accepted, changed)?,
        None => as_proposed(case, found, asked, accepted)?,
    };
    statement.paraphrase.clone_from(&accepted.paraphrase);
    Ok(statement)
}

fn as_proposed(
    case: &Case,
    found: &[Proposal],
    asked: &AcceptReadings,
    accepted: &Accepted,
) -> Result<NewStatement, Failure> {
    let here = |of: &&Proposal| of.scalars.start == accepted.start && of.scalars.end == accepted.end;
    let named = |of: &&Proposal| accepted.speaker.as_ref().is_none_or(|name| of.speaker.name == *name);
    let first = found.iter().filter(here).find(named).ok_or_else(|| {
        Failure::argument("this proposal is not made any more", "read the text again; the case has changed meanwhile")
    })?;
    let meant: Vec<&Proposal> = found.iter().filter(here).filter(|of| of.speaker == first.speaker).collect();
    statement_of(case, &asked.text, &meant, asked.coder.as_deref()).ok_or(Failure::Broken)
}

fn changed_statement(
    case: &Case,
    found: &[Proposal],
    places: &[usize],
    asked: &AcceptReadings,
    accepted: &Accepted,
    changed: &ChangedStatement,
) -> Result<NewStatement, Failure> {
    let place = |at: usize| places.get(at).copied();
    let outside = || Failure::argument("these words do not stand in the text", "mark words of the text");
    let words = place(accepted.start).zip(place(accepted.end)).filter(|(start, end)| start < end);
    let words = words.and_then(|(start, end)| selector(&asked.text, &(start..end))).ok_or_else(outside)?;
    if MAX_QUOTE_WORDS < words.exact.split_whitespace().count() {
        let message = format!("a quote has at most {MAX_QUOTE_WORDS} words");
        return Err(Failure::argument(message, "mark the words that take the stance"));
    }
    if !VIAS.contains(&changed.via.as_str()) {
        return Err(Failure::argument(format!("no way is called {}", changed.via), VIAS.join(", ")));
    }
    let name = changed.speaker.trim();
    if name.is_empty() {
        return Err(Failure::argument("nobody speaks", "say who speaks, by name or in the text's words"));
    }
    let person = case.people.find(|person| person.id == *name || person.name == name);
    let party = changed.party.as_deref().map(|id| party(case, id)).transpose()?;
    let date = |text: &str| {
        let problem = |error| Failure::argument(format!("not a date of the calendar: {error}"), "write year-month-day");
        text.parse::<Date>().map_err(problem)
    };
    let said_on = changed.said_on.as_deref().map(date).transpose()?;
    let proposed = found.iter().find(|of| of.speaker.name == name).map(|of| of.speaker.is_named);
    let read_as = changed.read_as.iter().map(|of| Ok(read_as(case, of)?.in_ids(case)));
    Ok(NewStatement {
        read_as: read_as.collect::<Result<Vec<String>, Failure>>()?,
        person: person.map(|person| case.people[person].id.to_string()),
        name: Some(name.to_owned()),
        party: party.map(|party| case.parties[party].id.to_string()),
        is_named: proposed.unwrap_or(changed.via != "unnamed-official"),
        via: changed.via.clone(),
        chain: changed.chain.clone(),
        said_on,
        exact: words.exact,
        prefix: words.prefix,
        suffix: words.suffix,
        paraphrase: None,
        coder: asked.coder.clone(),
    })
}

fn party(case: &Case, id: &str) -> Result<PartyIdx, Failure> {
    let known = || case.parties.rows().map(|party| party.id.as_str()).collect::<Vec<_>>().join(", ");
    case.party(id).ok_or_else(|| Failure::argument(format!("no party is called {id}"), format!("one of: {}", known())))
}

fn read_as(case: &Case, of: &StatementReadAs) -> Result<ReadAs, Failure> {
    let matter = |id: &String| {
        let found = case.issues.iter().map(|(idx, _)| idx).find(|&idx| case.matter(idx).0 == id.as_str());
        found
            .ok_or_else(|| Failure::argument(format!("no issue is called {id}"), "name an issue of the case by its id"))
    };
    Ok(ReadAs {
        party: of.party.as_deref().map(|id| party(case, id)).transpose()?,
        stance: of.stance.into(),
        is_negated: of.negated,
        issue: of.issue.as_ref().map(matter).transpose()?,
        condition: of.condition.clone(),
    })
}
