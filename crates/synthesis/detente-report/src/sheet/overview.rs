//! What a case is, in a page: parties and whose consent is needed, issues and their choices, what is open, the sources.

use detente_case::expr::describe;
use detente_case::{Consent, Issue};

use super::about::About;
use super::document::{Block, NOTHING, Sheet};
use super::words::day;

/// The sheet.
pub fn overview(about: &About<'_>) -> Sheet {
    let mut blocks = Vec::new();
    blocks.extend(about.case.note.iter().cloned().map(Block::Paragraph));
    blocks.extend([Block::heading("Parties"), parties(about), Block::heading("Issues"), issues(about)]);
    let unclear = about.ledger.unclear.iter().map(|open| format!("{} [{}]", open.what, open.id));
    blocks.extend([Block::heading("What the sources leave open"), Block::list(unclear.collect())]);
    blocks.extend([Block::heading("Sources"), sources(about)]);
    about.sheet("Overview", blocks)
}

fn parties(about: &About<'_>) -> Block {
    let row = |party| {
        let row = &about.case.parties[party];
        let consent = match &row.consent {
            Consent::Always => "always".to_owned(),
            Consent::Never => "never".to_owned(),
            Consent::OnlyIf(condition) => format!("only if {}", describe(&condition.expr, about.case.scope())),
        };
        let kind = row.kind.iter().chain(&row.roles).cloned().collect::<Vec<_>>();
        let kind = if kind.is_empty() { NOTHING.to_owned() } else { kind.join(", ") };
        vec![row.name.clone(), kind, consent]
    };
    Block::table(&["Party", "What it is", "Consent needed"], about.alphabetical().into_iter().map(row).collect())
}

fn issues(about: &About<'_>) -> Block {
    let case = about.case;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for lens in case.lenses.rows() {
        let parts: Vec<&str> = lens.parts.iter().map(|part| part.name.as_str()).collect();
        let statuses: Vec<&str> = lens.statuses.iter().map(|status| status.title.as_str()).collect();
        rows.push(vec![format!("{}, for each of: {}", lens.title, parts.join(", ")), statuses.join("\n")]);
    }
    for (issue, row) in case.issues.iter() {
        if case.part_of(issue).is_none() {
            rows.push(vec![row.title.clone(), choices(row)]);
        }
    }
    rows.sort();
    Block::table(&["Issue", "Possible states"], rows)
}

fn choices(issue: &Issue) -> String {
    let titles: Vec<&str> = issue.choices.rows().map(|choice| choice.title.as_str()).collect();
    match (issue.is_range(), titles.as_slice()) {
        (true, [first, .., last]) => format!("{first} to {last}"),
        _ => titles.join("\n"),
    }
}

fn sources(about: &About<'_>) -> Block {
    let row = |source: &detente_ledger::Source| {
        let known = [source.title.clone(), source.outlet.clone()].into_iter().flatten().chain(source.authors.clone());
        let words: Vec<String> = known.collect();
        let words = if words.is_empty() { "no title, outlet or author given".to_owned() } else { words.join(", ") };
        format!("{}: {words} ({}), {}.", source.id, source.kind, day(source.published, None))
    };
    Block::list(about.ledger.sources.rows().map(row).collect())
}
