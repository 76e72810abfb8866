//! Improvements on a package.

use detente::base::Index;
use detente::case::PartyIdx;
use detente::deals::{Answer, Choices, Improvements, Principle, StatedComparison};
use detente::estimate::EstimateSet;

use super::compare::{limits, verdicts};
use super::question::{Page, change, compares, worth};
use super::stated::side_by_side;
use super::text::{count, heading, indented, listed, table, wrapped};

/// First how the package stands against the stated limits, then what improves on it under each set of estimates.
pub(crate) fn improve(
    page: &Page<'_>,
    package: &Choices,
    stated: &StatedComparison,
    estimated: &[(&EstimateSet, Improvements)],
) -> String {
    let names = ["This package".to_owned()];
    let mut text = page.head();
    text.push_str(&heading("The package"));
    text.push_str(&side_by_side(page.case(), &names, &[package]));
    text.push_str(&heading("1. Against the stated limits alone, without any number"));
    text.push_str(&verdicts(page, &names, stated));
    text.push_str(&limits(page.case(), None, &names, &stated.limits));
    if estimated.is_empty() {
        text.push_str(&wrapped("Whether something is better for somebody cannot be said without estimates.", 2));
    }
    for (rank, (set, found)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        text.push_str(&answer(page, package, set, found));
    }
    text
}

fn answer(page: &Page<'_>, package: &Choices, set: &EstimateSet, found: &Improvements) -> String {
    let names: Vec<String> = found.principals.iter().map(|&party| page.name(party)).collect();
    let stands = if found.in_zone {
        "This package is within every limit that binds and every bottom line at its centre."
    } else {
        "This package is outside: a rule is broken, a limit that binds is crossed, or a bottom line at its centre is \
         not reached. What follows lies within."
    };
    let mut text = wrapped(stands, 2);
    if !found.improvable {
        let none = format!(
            "No package within the limits is better for one of {} and worse for none of them. Proved.",
            listed(&names)
        );
        text.push_str(&wrapped(&none, 2));
        text.push_str(&parties(page, package, found, &[]));
        text.push_str(&Page::no_common_meaning(set));
        return text;
    }
    let results = match (found.efficient.is_complete(), found.efficient.points.len()) {
        (true, 1) => "1 result is".to_owned(),
        (true, number) => format!("{} results are", count(number)),
        (false, _) => "Results that are too many to list are".to_owned(),
    };
    let words = format!(
        "{results} better for one of {} and worse for none of them, and cannot be bettered in turn. \
         The largest improvement by each principle, counted from this package or, where that is higher, from the bottom line; none \
         is a recommendation:",
        listed(&names)
    );
    text.push_str(&wrapped(&words, 2));
    let columns = columns(found);
    let headers: Vec<String> =
        ["this package".to_owned()].into_iter().chain(columns.iter().map(|(_, names)| title(names))).collect();
    let packages: Vec<&Choices> =
        [package].into_iter().chain(columns.iter().map(|(answer, _)| &answer.choices)).collect();
    text.push_str(&side_by_side(page.case(), &headers, &packages));
    text.push_str(&parties(page, package, found, &columns));
    let shown = found.principles.iter().filter(|of| !of.answers.is_empty());
    text.push_str(&compares(set, shown.map(|of| of.principle)));
    text.push_str(&Page::no_common_meaning(set));
    text
}

/// Results with the principles that lead to them.
fn columns(found: &Improvements) -> Vec<(&Answer, Vec<String>)> {
    let mut columns: Vec<(&Answer, Vec<String>)> = Vec::new();
    for of in &found.principles {
        let Some(answer) = of.answers.first() else { continue };
        let name = format!("{} [{}]", of.principle.in_words(), of.principle.name());
        match columns.iter_mut().find(|(other, _)| other.choices == answer.choices) {
            Some((_, names)) => names.push(name),
            None => columns.push((answer, vec![name])),
        }
    }
    columns
}

/// The principles that lead to a result.
fn title(names: &[String]) -> String {
    if names.len() == Principle::ALL.len() { "by each of the five principles".to_owned() } else { names.join("; ") }
}

fn parties(page: &Page<'_>, package: &Choices, found: &Improvements, columns: &[(&Answer, Vec<String>)]) -> String {
    let names = columns.iter().map(|(_, names)| title(names));
    let mut rows = table(["party".to_owned(), "this package".to_owned()].into_iter().chain(names).collect());
    for party in page.case().parties.indices() {
        let own = worth(&found.lowered, party, found.units[party.position()], package);
        let cells = columns.iter().map(|(answer, _)| cell(found, party, answer));
        rows.add_row([page.name(party), own].into_iter().chain(cells));
    }
    indented(&rows)
}

fn cell(found: &Improvements, party: PartyIdx, answer: &Answer) -> String {
    let units = answer.units[party.position()];
    let beyond = change(&found.lowered, party, found.beyond(party, answer));
    format!("{beyond}; {}", worth(&found.lowered, party, units, &answer.choices))
}
