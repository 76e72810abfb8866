//! Texts of sources, with the places of what they are quoted for.

use axum::extract::{Path, State};
use detente::Opened;
use detente::ledger::Statement;
use detente_api::workbench::{Quote, SourceText};

use super::{Answered, Held, aside};
use crate::failure::Failure;
use crate::reply::{bytes, json};

pub(super) async fn source(State(bench): Held, Path(id): Path<String>) -> Answered {
    aside(move || {
        let (read, _) = bench.current()?;
        let ledger = &read.opened.reading.ledger;
        if ledger.sources.find(|source| source.id == *id.as_str()).is_none() {
            return Err(Failure::NotFound(format!("source \"{id}\"")));
        }
        Ok(json(&bytes(&text(&read.opened, &id))?))
    })
    .await
}

fn text(opened: &Opened, id: &str) -> SourceText {
    let held = opened.folder.texts.iter().find(|(source, _)| source == id);
    let text = held.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let ledger = &opened.reading.ledger;
    let of_source = |statement: &&Statement| statement.source.is_some_and(|source| ledger.sources[source].id == *id);
    let quotes = text.as_deref().map_or_else(Vec::new, |text| {
        ledger.statements.rows().filter(of_source).filter_map(|statement| quote(text, statement)).collect()
    });
    SourceText { schema: "detente.source/1", id: id.to_owned(), text, quotes }
}

/// Where a statement's words stand: at the place its surroundings name, else where they stand first.
fn quote(text: &str, statement: &Statement) -> Option<Quote> {
    let quoted = statement.quote.as_ref()?;
    let (prefix, suffix) = (quoted.prefix.as_deref().unwrap_or(""), quoted.suffix.as_deref().unwrap_or(""));
    let whole = format!("{prefix}{}{suffix}", quoted.exact);
    let first = text.find(&whole).map(|at| at + prefix.len()).or_else(|| text.find(&quoted.exact))?;
    let start = text.get(..first)?.chars().count();
    Some(Quote { statement: statement.id.to_string(), start, end: start + quoted.exact.chars().count() })
}
