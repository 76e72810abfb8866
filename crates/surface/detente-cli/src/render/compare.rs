//! Packages side by side: by limit, by party, by issue.

use detente::base::Index;
use detente::case::{Case, PartyIdx};
use detente::deals::{Choices, EstimatedComparison, LimitRow, StatedComparison, differing_issues};
use detente::estimate::EstimateSet;

use super::question::{Page, change, worth};
use super::stated::{letters, side_by_side};
use super::text::{heading, indented, item, listed, table, wrapped};
use super::words::limit_words;

/// First against the stated limits alone, then under each set of estimates.
pub(crate) fn compare(
    page: &Page<'_>,
    packages: &[Choices],
    stated: &StatedComparison,
    estimated: &[(&EstimateSet, EstimatedComparison)],
) -> String {
    let names = letters(packages.len());
    let mut text = page.head();
    text.push_str(&heading("The packages"));
    text.push_str(&side_by_side(page.case(), &names, &packages.iter().collect::<Vec<_>>()));
    text.push_str(&heading("1. Against the stated limits alone, without any number"));
    text.push_str(&verdicts(page, &names, stated));
    text.push_str(&limits(page.case(), None, &names, &stated.limits));
    for (rank, (set, found)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        text.push_str(&by_party(page, &names, packages, found));
        text.push_str(&limits(page.case(), Some(set), &names, &found.limits));
        for (rank, name) in names.iter().enumerate().skip(1) {
            text.push_str(&by_issue(page, packages, found, rank, &format!("from {} to {name}", names[0])));
        }
        text.push_str(&Page::no_common_meaning(set));
    }
    text
}

/// Whether each package keeps to rules and binding limits.
pub(super) fn verdicts(page: &Page<'_>, names: &[String], stated: &StatedComparison) -> String {
    let mut text = String::new();
    for (rank, name) in names.iter().enumerate() {
        let broken: Vec<String> = stated.broken_rules[rank]
            .iter()
            .map(|&rule| format!("the rule {} ({})", page.case().rules[rule].id, page.case().rules[rule].text))
            .collect();
        let crossed = stated.limits.iter().filter(|row| row.effects[rank] == detente::deals::Effect::Exceeded);
        let crossed: Vec<String> = crossed
            .map(|row| {
                let (who, what, firmness) = limit_words(page.case(), None, row.limit);
                format!("{who}, {what} ({firmness})")
            })
            .collect();
        let words = match (broken.is_empty(), crossed.is_empty()) {
            (true, true) => format!("{name}: within all rules and every stated limit that binds."),
            (true, false) => format!("{name}: crosses {}.", listed(&crossed)),
            (false, true) => format!("{name}: breaks {}.", listed(&broken)),
            (false, false) => format!("{name}: breaks {}; crosses {}.", listed(&broken), listed(&crossed)),
        };
        text.push_str(&item(&words, 2));
    }
    text
}

/// What each package does to each limit.
pub(super) fn limits(case: &Case, set: Option<&EstimateSet>, names: &[String], rows: &[LimitRow]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let header = ["whose", "limit", "in this run"].map(str::to_owned).into_iter().chain(names.iter().cloned());
    let mut shown = table(header.collect());
    for row in rows {
        let (who, what, firmness) = limit_words(case, set, row.limit);
        let binds = if row.in_force { "binds" } else { "reported only" };
        let cells = [who, format!("{what} ({firmness})"), binds.to_owned()];
        let effects = row.effects.iter().map(|effect| effect.in_words().to_owned());
        shown.add_row(cells.into_iter().chain(effects));
    }
    format!("\n{}", indented(&shown))
}

fn by_party(page: &Page<'_>, names: &[String], packages: &[Choices], found: &EstimatedComparison) -> String {
    let mut rows = table(["party".to_owned()].into_iter().chain(names.iter().cloned()).collect());
    for party in page.case().parties.indices() {
        let cell = |(rank, choices): (usize, &Choices)| {
            worth(&found.lowered, party, found.units[rank][party.position()], choices)
        };
        rows.add_row([page.name(party)].into_iter().chain(packages.iter().enumerate().map(cell)));
    }
    let mut text = format!("\n{}", indented(&rows));
    let within = |wanted: bool| -> Vec<String> {
        names
            .iter()
            .zip(&found.in_zone)
            .filter(|(_, within)| **within == wanted)
            .map(|(name, _)| name.clone())
            .collect()
    };
    for (wanted, words) in [
        (true, "within every limit that binds and every bottom line at its centre"),
        (
            false,
            "outside: a rule is broken, a limit that binds is crossed, or a bottom line at its centre is not reached",
        ),
    ] {
        let of = within(wanted);
        if !of.is_empty() {
            text.push_str(&wrapped(&format!("{}: {words}.", listed(&of)), 2));
        }
    }
    text
}

/// Where the difference between the first package and another comes from.
fn by_issue(page: &Page<'_>, packages: &[Choices], found: &EstimatedComparison, rank: usize, title: &str) -> String {
    let pair = [packages[0].clone(), packages[rank].clone()];
    let header = [format!("{title}, in points")].into_iter().chain(page.names());
    let mut rows = table(header.collect());
    let parties: Vec<PartyIdx> = page.case().parties.indices().collect();
    let mut add = |title: String, units: &dyn Fn(PartyIdx) -> i64| {
        let cells = parties.iter().map(|&party| change(&found.lowered, party, units(party)));
        rows.add_row([title].into_iter().chain(cells));
    };
    let part = |of: usize, party: PartyIdx| &found.parts[of][party.position()];
    for issue in differing_issues(page.case(), &pair) {
        let at = issue.position();
        let units = |party: PartyIdx| part(rank, party).issues[at] - part(0, party).issues[at];
        add(page.case().issues[issue].title.clone(), &units);
    }
    let linked = |party: PartyIdx| part(rank, party).linkages - part(0, party).linkages;
    if parties.iter().any(|&party| linked(party) != 0) {
        add("linkages".to_owned(), &linked);
    }
    let total = |party: PartyIdx| found.units[rank][party.position()] - found.units[0][party.position()];
    add("together".to_owned(), &total);
    format!("\n{}{}", indented(&rows), wrapped("Rounded to whole points, so that rows need not add up.", 2))
}
