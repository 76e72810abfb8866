//! Where there is common ground already: agreed, not opposed, contested, unknown.

use detente_evidence::{Accepted, Ground, GroundKind, Record};
use detente_ledger::PositionIdx;

use super::about::About;
use super::document::{Block, NOTHING, Sheet, cell};
use super::words::{choice, listed};

/// The sheet of common ground, issues by id.
pub fn common_ground(about: &About<'_>, record: &Record) -> Sheet {
    let of = |kind: GroundKind| record.ground.iter().filter(move |ground| ground.kind == kind);
    let with_choices = |kind: GroundKind| -> Vec<Vec<String>> {
        let rows = of(kind)
            .flat_map(|ground| ground.choices.iter().map(|found| (ground.issue, accepted(about, ground, found))));
        about.alike(rows)
    };
    let every_position = |kind: GroundKind| -> Vec<Vec<String>> {
        about.alike(of(kind).map(|ground| (ground.issue, positions(about, ground))))
    };
    let blocks = vec![
        Block::heading("Agreed"),
        Block::Note("One choice, accepted by all whose consent a package with it may need.".to_owned()),
        Block::table(&["Issue", "Choice", "Accepted by, on which evidence"], with_choices(GroundKind::Agreed)),
        Block::heading("Not opposed"),
        Block::Note("Accepted by some, no statement by others. Never counted as agreed.".to_owned()),
        Block::table(
            &["Issue", "Choice", "Accepted by, on which evidence", "No statement by"],
            with_choices(GroundKind::NotOpposed),
        ),
        Block::heading("Contested"),
        Block::table(&["Issue", "Each party's position"], every_position(GroundKind::Contested)),
        Block::heading("Unknown"),
        Block::Note("The record holds too little to tell.".to_owned()),
        Block::table(&["Issue", "Each party's position"], every_position(GroundKind::Unknown)),
    ];
    about.sheet("Common ground", blocks)
}

fn accepted(about: &About<'_>, ground: &Ground, found: &Accepted) -> Vec<String> {
    let mut lines = Vec::new();
    for party in about.alphabetical() {
        if let Some(positions) = found.by.get(&party) {
            lines.extend(said(about, &about.name(party), positions));
        }
    }
    let silent = about.case.parties.indices().filter(|party| !ground.positions.contains_key(party));
    let silent = about.names(silent);
    vec![
        about.case.issues[ground.issue].title.clone(),
        choice(about.case, ground.issue, found.choice),
        cell(&lines),
        if silent.is_empty() { "none: every party has one".to_owned() } else { listed(&silent) },
    ]
}

/// Every party's positions on an issue; those without are named at the end.
fn positions(about: &About<'_>, ground: &Ground) -> Vec<String> {
    let mut lines = Vec::new();
    for party in about.alphabetical() {
        if let Some(positions) = ground.positions.get(&party) {
            lines.extend(said(about, &about.name(party), positions));
        }
    }
    let silent = about.names(about.case.parties.indices().filter(|party| !ground.positions.contains_key(party)));
    if !silent.is_empty() {
        lines.push(format!("{}: {NOTHING}", listed(&silent)));
    }
    vec![about.case.issues[ground.issue].title.clone(), cell(&lines)]
}

fn said(about: &About<'_>, who: &str, positions: &[PositionIdx]) -> Vec<String> {
    let mut lines = Vec::new();
    for &idx in positions {
        lines.push(format!("{who}: {}", about.position(idx)));
        lines.extend(about.some_quotes(&about.ledger.positions[idx].evidence, 1));
    }
    lines
}
