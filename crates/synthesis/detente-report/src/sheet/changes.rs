//! What changed: earlier and later position, dates no more exact than they are, a quote each, how the change is known.

use detente_evidence::{Basis, Change, Earlier, Record};
use detente_ledger::PositionIdx;

use super::about::About;
use super::document::{Block, NOTHING, Sheet, capitalised, cell};
use super::words::{coders, day, listed};

const COLUMNS: [&str; 7] = ["Issue", "Party", "Earlier", "Later", "Date", "How it is known, and which way", "Coder"];

/// The sheet of changes in the record's window, by issue, party and date.
pub fn changes(about: &About<'_>, record: &Record) -> Sheet {
    let between = match (record.window.from, record.window.to) {
        (Some(from), Some(to)) => format!("after {}, up to {}", day(Some(from), None), day(Some(to), None)),
        (Some(from), None) => format!("after {}", day(Some(from), None)),
        (None, Some(to)) => format!("up to {}", day(Some(to), None)),
        (None, None) => "in the whole record".to_owned(),
    };
    let unchanged: Vec<String> = record.unchanged.iter().map(|&issue| about.case.issues[issue].title.clone()).collect();
    let blocks = vec![
        Block::heading("Changes of position"),
        Block::Note(format!(
            "{}. Reported: a source says so, the earlier date unknown. Derived: two dated positions, or one that names what it replaces.",
            capitalised(&between)
        )),
        Block::table(&COLUMNS, record.changes.iter().map(|change| row(about, change)).collect()),
        Block::heading("Issues without a recorded change"),
        Block::list(unchanged),
    ];
    about.sheet("What changed", blocks)
}

fn row(about: &About<'_>, change: &Change) -> Vec<String> {
    let issue =
        change.issue.map_or_else(|| "no single issue".to_owned(), |issue| about.case.issues[issue].title.clone());
    let directions: Vec<String> = change.directions.iter().map(|way| way.in_words().to_owned()).collect();
    let known = match change.basis {
        Basis::Reported => "reported; which way is not coded".to_owned(),
        Basis::Derived => format!("derived; {}", listed(&directions)),
    };
    let earlier = match &change.earlier {
        Earlier::Nothing => NOTHING.to_owned(),
        Earlier::Words(words) => format!("{words}\nas the source of the later one reports it; date unknown"),
        Earlier::Positions(positions) => said(about, positions),
    };
    let evidence: Vec<_> = change
        .later
        .iter()
        .chain(match &change.earlier {
            Earlier::Positions(positions) => positions.as_slice(),
            Earlier::Nothing | Earlier::Words(_) => &[],
        })
        .flat_map(|&idx| about.ledger.positions[idx].evidence.iter().copied())
        .collect();
    vec![
        issue,
        about.name(change.party),
        earlier,
        said(about, &change.later),
        day(change.on, change.precision),
        known,
        cell(&coders(about.ledger, &evidence)),
    ]
}

fn said(about: &About<'_>, positions: &[PositionIdx]) -> String {
    cell(&positions.iter().flat_map(|&idx| about.position_with_quotes(idx)).collect::<Vec<_>>())
}
