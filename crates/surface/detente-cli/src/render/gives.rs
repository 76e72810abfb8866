//! Who can move what: what is open on each issue, and how much of its own each party has at stake there.

use detente::base::Index;
use detente::case::{ChoiceIdx, IssueIdx, PartyIdx};
use detente::deals::{Gives, Open};
use detente::estimate::EstimateSet;

use super::question::Page;
use super::text::{decimal, heading, indented, item, listed, points, table, wrapped};
use super::words::choices_words;

/// First what is open within the stated limits, then what is at stake under each set of estimates.
pub(crate) fn gives(page: &Page<'_>, stated: &Open, estimated: &[(&EstimateSet, Gives)]) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What is open on each issue within the stated limits alone"));
    text.push_str(&open(page, stated));
    for (rank, (set, found)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        text.push_str(&stakes(page, set, found));
    }
    text
}

fn open(page: &Page<'_>, open: &Open) -> String {
    if open.rows().all(Vec::is_empty) {
        return wrapped("Nothing: there is no package. `detente deals` says which limits cannot hold together.", 2);
    }
    let mut text = String::new();
    for (issue, choices) in open.iter() {
        let row = &page.case().issues[issue];
        let pairs: Vec<(IssueIdx, ChoiceIdx)> = choices.iter().map(|&choice| (issue, choice)).collect();
        let words = match choices.len() {
            1 => format!("{} (settled)", choices_words(page.case(), &pairs).join("; ")),
            all if all == row.choices.len() => format!("{}: every choice", row.title),
            _ => choices_words(page.case(), &pairs).join("; "),
        };
        text.push_str(&item(&words, 4));
    }
    text
}

fn stakes(page: &Page<'_>, set: &EstimateSet, found: &Gives) -> String {
    if found.open.rows().all(Vec::is_empty) {
        return wrapped("There is no package at the centres, so nothing is open.", 2);
    }
    let title = "Points each party has between the open choice worth most to it and the one worth least:";
    let mut text = wrapped(title, 2);
    let mut rows = table(["issue".to_owned()].into_iter().chain(page.names()).collect());
    for (issue, stakes) in found.stakes.iter() {
        let cell = |party: PartyIdx| {
            let units = stakes[party.position()];
            match found.lowered.whole_points(party, units) {
                0 if units == 0 => "–".to_owned(),
                0 => "less than 1".to_owned(),
                whole => points(whole),
            }
        };
        let cells = page.case().parties.indices().map(cell);
        rows.add_row([page.case().issues[issue].title.clone()].into_iter().chain(cells));
    }
    text.push_str(&indented(&rows));
    text.push_str(&linkages(page, found));
    text.push_str(&Page::no_common_meaning(set));
    text
}

fn linkages(page: &Page<'_>, found: &Gives) -> String {
    let of = |party: PartyIdx| {
        let units = found.linkages[party.position()].iter();
        let points: Vec<String> = units.map(|&units| decimal(found.lowered.points(party, units))).collect();
        (!points.is_empty()).then(|| format!("{} {}", page.name(party), listed(&points)))
    };
    let parties: Vec<String> = page.case().parties.indices().filter_map(of).collect();
    if parties.is_empty() {
        return String::new();
    }
    wrapped(&format!("Apart from these, points of linkages between issues — {}.", parties.join("; ")), 2)
}
