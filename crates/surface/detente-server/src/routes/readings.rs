//! Reports read: what is proposed, and what a person accepts of it.

use axum::body::Bytes;
use axum::extract::State;
use detente::Opened;
use detente::case::Case;
use detente::casefile::{NewSource, NewStatement, append};
use detente::reading::{Proposal, Reader, mark_coded, selector};
use detente_api::workbench::{AcceptReadings, Accepted, ReadText};

use super::{Answered, Held, aside, stamped};
use crate::failure::Failure;
use crate::reply::{body, bytes, json};
use crate::store::{Seen, Wanted};

pub(super) async fn propose(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let asked: ReadText = body(&sent)?;
        let (read, _) = bench.current()?;
        let (opened, case) = read.sound(false)?;
        Ok(json(&bytes(&detente_api::read(case, &proposals(opened, case, &asked.text)))?))
    })
    .await
}

fn proposals(opened: &Opened, case: &Case, text: &str) -> Vec<Proposal> {
    let mut proposals = Reader::new(case).read(text);
    mark_coded(text, &opened.reading.ledger, &mut proposals);
    proposals
}

pub(super) async fn accept(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let asked: AcceptReadings = body(&sent)?;
        if asked.accepted.is_empty() {
            return Err(Failure::argument("nothing is accepted", "accept at least one proposal"));
        }
        let (read, _) = bench.current()?;
        read.sound(false)?;
        let label = format!("Accepted {} statements", asked.accepted.len());
        let saved = bench.change(&Seen::Folder(&read.hash), &label, true, |now| wanted(now, &asked))?;
        Ok(stamped(&bench, &bytes(&saved)?))
    })
    .await
}

/// The ledger with what was accepted, and the text it stands in.
fn wanted(now: &Opened, asked: &AcceptReadings) -> Result<Wanted, Failure> {
    let case = now.reading.case.as_ref().ok_or(Failure::Broken)?;
    let found = proposals(now, case, &asked.text);
    let statements = asked
        .accepted
        .iter()
        .map(|accepted| statement(case, &found, asked, accepted))
        .collect::<Result<Vec<NewStatement>, _>>()?;
    let kind = asked.kind.as_deref().unwrap_or("other");
    let source = NewSource { kind, title: asked.title.as_deref(), text: &asked.text };
    let appended = append(&now.folder, &now.reading, &source, &statements);
    let mut wanted = vec![("ledger.toml".to_owned(), Some(appended.text))];
    if !now.folder.texts.iter().any(|(_, text)| text.as_slice() == asked.text.as_bytes()) {
        wanted.push((format!("texts/{}.txt", appended.source), Some(asked.text.clone())));
    }
    Ok(wanted)
}

/// The statement that proposals about the same words become.
fn statement(
    case: &Case,
    found: &[Proposal],
    asked: &AcceptReadings,
    accepted: &Accepted,
) -> Result<NewStatement, Failure> {
    let meant: Vec<&Proposal> =
        found.iter().filter(|of| of.scalars.start == accepted.start && of.scalars.end == accepted.end).collect();
    let first = meant.first().ok_or_else(|| {
        Failure::argument("this proposal is not made any more", "read the text again; the case has changed meanwhile")
    })?;
    let words = selector(&asked.text, &first.bytes).ok_or(Failure::Broken)?;
    Ok(NewStatement {
        read_as: meant.iter().map(|of| read_as(case, of)).collect(),
        person: first.speaker.person.map(|person| case.people[person].id.to_string()),
        name: Some(first.speaker.name.clone()),
        party: first.speaker.party.map(|party| case.parties[party].id.to_string()),
        is_named: first.speaker.is_named,
        via: first.via.name().to_owned(),
        chain: first.chain.clone(),
        said_on: first.date,
        exact: words.exact,
        prefix: words.prefix,
        suffix: words.suffix,
        paraphrase: accepted.paraphrase.clone(),
        coder: asked.coder.clone(),
    })
}

/// "eastland oppose monitors", in ids.
fn read_as(case: &Case, of: &Proposal) -> String {
    let party = of.party.map_or("somebody", |party| case.parties[party].id.as_str());
    let issue = of.issue.map_or("unspecified", |issue| case.matter(issue).0.as_str());
    let not = if of.is_negated { "not " } else { "" };
    let condition = of.condition.as_ref().map_or_else(String::new, |words| format!(", {words}"));
    format!("{party} {not}{} {issue}{condition}", of.stance.name())
}
