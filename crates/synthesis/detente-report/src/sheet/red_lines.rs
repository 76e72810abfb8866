//! The red lines on record: whose, in which words, how firm, who could lift each, how old.

use detente_case::expr::describe;
use detente_case::{ConditionalOffer, RedLine};
use detente_evidence::{Held, Lift, Record, Said};

use super::about::{About, Audience};
use super::document::{Block, NOTHING, Sheet, cell};
use super::words::{by_id, day};

const COLUMNS: [&str; 7] = [
    "Whose, and what it excludes",
    "In which words",
    "Who said it, and how it came",
    "How firm, judged by whom",
    "Who could lift it",
    "First and last said",
    "Against it",
];

/// The sheet of red lines, a row per limit, by party and id.
pub fn red_lines(about: &About<'_>, record: &Record) -> Sheet {
    let mut held: Vec<&Held> = record.register.held.iter().collect();
    held.sort_by_key(|held| about.place(about.case.red_lines[held.line].party));
    let mut blocks = vec![
        Block::heading("Stated red lines"),
        Block::table(&COLUMNS, held.into_iter().map(|held| row(about, held)).collect()),
        Block::heading("Conditional offers: X only if Y"),
        offers(about),
    ];
    if !record.register.only_in_ledger.is_empty() {
        blocks.push(Block::heading("Said to be red lines, and no limit of the case"));
        blocks.push(Block::list(record.register.only_in_ledger.iter().map(|&idx| about.position(idx)).collect()));
    }
    blocks.extend(estimated(about));
    about.sheet("Red lines", blocks)
}

fn row(about: &About<'_>, held: &Held) -> Vec<String> {
    let line = &about.case.red_lines[held.line];
    let mut quotes = about.quotes(&held.evidence);
    if !held.later.is_empty() {
        quotes.push("after the as-of date:".to_owned());
        quotes.extend(about.quotes(&held.later));
    }
    let judged = line.firmness_by.map_or_else(|| "by whom is not recorded".to_owned(), |by| format!("judged by {by}"));
    let own = if held.has_voice { "" } else { "\nno statement of the party itself" };
    vec![
        format!("{}: never {} [{}]", about.name(line.party), describe(&line.never.expr, about.case.scope()), line.id),
        cell(&quotes),
        format!("{}{own}", cell(&about.speakers(&held.evidence))),
        format!("{}, {judged}", line.firmness),
        lift(about, line, held.lift),
        said(held.said),
        cell(&about.quotes(&held.counter_evidence)),
    ]
}

/// An assumption about who could lift a limit is no sourced position: it stays out of the room.
fn lift(about: &About<'_>, line: &RedLine, known: Lift) -> String {
    let who = line.can_lift.as_deref().unwrap_or(NOTHING);
    match known {
        Lift::Unknown => NOTHING.to_owned(),
        Lift::Sourced => {
            let basis: Vec<&str> = line.can_lift_basis.iter().map(detente_case::Id::as_str).collect();
            format!("{who} [{}]", basis.join(", "))
        }
        Lift::Assumed if about.is_for_room() => NOTHING.to_owned(),
        Lift::Assumed => match &line.can_lift_because {
            Some(because) if because.starts_with("assumption") => format!("{who} ({because})"),
            Some(because) => format!("{who} (assumption: {because})"),
            None => format!("{who} (assumption)"),
        },
    }
}

fn said(said: Said) -> String {
    match said {
        Said::Unknown => "date unknown".to_owned(),
        Said::NotAfter(date) => format!("date unknown; on record by {}", day(Some(date), None)),
        Said::Between { first, last, age } => {
            let age = match age {
                None => "age unknown".to_owned(),
                Some(1) => "1 day old".to_owned(),
                Some(days) => format!("{days} days old"),
            };
            format!("first {}\nlast {}\n{age}", day(Some(first), None), day(Some(last), None))
        }
    }
}

fn offers(about: &About<'_>) -> Block {
    let mut offers: Vec<&ConditionalOffer> = about.case.offers.rows().collect();
    offers.sort_by_key(|offer| about.place(offer.party));
    let row = |offer: &ConditionalOffer| {
        let words = |condition: &detente_case::Condition| describe(&condition.expr, about.case.scope());
        let evidence = by_id(about.ledger, &offer.evidence);
        let by = offer.dismissed_by.map_or_else(String::new, |party| format!(" by {}", about.name(party)));
        vec![
            format!(
                "{}: {} only if {} [{}]",
                about.name(offer.party),
                words(&offer.offer),
                words(&offer.only_if),
                offer.id
            ),
            cell(&about.quotes(&evidence)),
            cell(&about.speakers(&evidence)),
            format!("{}{by}", offer.status),
        ]
    };
    let header = ["Whose, and what", "In which words", "Who said it, and how it came", "What became of it"];
    Block::table(&header, offers.into_iter().map(row).collect())
}

/// Estimated limits, in a table of their own, on a sheet for the team.
fn estimated(about: &About<'_>) -> Vec<Block> {
    let Audience::Team(estimates) = &about.audience else { return Vec::new() };
    let heading = Block::heading("Estimated, not stated (for the team only)");
    let Some(set) = estimates.as_ref().map(|estimates| estimates.set) else {
        return vec![heading, Block::Paragraph("No set of estimates was named for this sheet.".to_owned())];
    };
    let mut rows = Vec::new();
    for party in about.alphabetical() {
        let lines = set.party(party).map_or(&[][..], |of| &of.red_lines);
        rows.extend(lines.iter().map(|line| {
            let because = line.why.because.clone().unwrap_or_else(|| "no reason given".to_owned());
            let basis: Vec<&str> = line.why.basis.iter().map(detente_case::Id::as_str).collect();
            let basis = if basis.is_empty() { String::new() } else { format!(" [{}]", basis.join(", ")) };
            vec![
                format!("{}: never {}", about.name(party), describe(&line.never.expr, about.case.scope())),
                "estimated".to_owned(),
                line.firmness.to_string(),
                format!("{because}{basis}"),
            ]
        }));
    }
    vec![heading, Block::table(&["Whose, and what", "Known how", "How firm", "Why assumed"], rows)]
}
