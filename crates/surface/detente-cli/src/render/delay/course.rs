//! Every month, what parties could get in it, and what becomes of the packages named.

use detente::base::Index;
use detente::deals::Choices;
use detente::robustness::delay::{Course, OfPackage, Prospect, Standing};
use detente_api::Waited;

use super::super::question::Page;
use super::super::robust::shares::with_interval;
use super::super::stated::{letters, side_by_side};
use super::super::text::{indented, item, number, table, wrapped};
use super::months::{in_words, last_in_words};

/// Months shown one by one; of more, some are left out.
const SHOWN: usize = 24;

pub(super) fn course(page: &Page<'_>, waited: &Waited<'_>, course: &Course) -> String {
    let mut text = months(course);
    text.push_str(&prospects(page, course));
    text.push_str(&packages(page, waited, course));
    text
}

fn months(course: &Course) -> String {
    let mut rows = table(["month", "packages at the centres", "draws with a package"].map(str::to_owned).to_vec());
    let last = course.months.len().saturating_sub(1);
    let step = last.div_ceil(SHOWN).max(1);
    let mut before = None;
    for (month, of) in course.months.iter().enumerate() {
        let turns = before.is_some_and(|before| before != of.zone.feasible);
        before = Some(of.zone.feasible);
        if turns || month.is_multiple_of(step) || month == last {
            let packages = if of.zone.feasible { number(&of.zone.packages) } else { "none".to_owned() };
            rows.add_row([month.to_string(), packages, with_interval(of.open)]);
        }
    }
    let open: Vec<usize> = (0..course.months.len()).filter(|&month| course.months[month].zone.feasible).collect();
    let verdict = format!("At the centres there is a package {}.", in_words(&open, last));
    format!("\n{}{}", wrapped(&verdict, 2), indented(&rows))
}

/// For whom no agreement is better than anything it could get, and from when on.
fn prospects(page: &Page<'_>, course: &Course) -> String {
    let last = course.months.len().saturating_sub(1);
    let mut text = String::new();
    for party in page.case().parties.indices() {
        let at = |month: usize| course.months[month].prospects.get(party.position()).copied().flatten();
        let Some(of_last) = at(last) else { continue };
        let when = |wanted: Prospect| -> Vec<usize> {
            (0..=last).filter(|&month| at(month).is_some_and(|of| of.centre == wanted)).collect()
        };
        let better = in_words(&when(Prospect::AlternativeBetter), last);
        let nothing = when(Prospect::Nothing);
        let nothing = if nothing.is_empty() {
            String::new()
        } else {
            format!("; {} there is nothing it could get", in_words(&nothing, last))
        };
        let words = format!(
            "{}: {better} at the centres{nothing}; in month {last} in {} of draws from these estimates",
            page.name(party),
            with_interval(of_last.alternative_better)
        );
        text.push_str(&item(&words, 4));
    }
    let none: Vec<String> = page
        .case()
        .parties
        .indices()
        .filter(|party| course.months.iter().all(|of| of.prospects.get(party.position()).copied().flatten().is_none()))
        .map(|party| page.name(party))
        .collect();
    if !none.is_empty() {
        let words = format!("without a bottom line, or walked out, so that nothing is compared: {}", none.join(", "));
        text.push_str(&item(&words, 4));
    }
    let title = "When no agreement is better for a party than any package it could get (within the rules, its own limits, and the \
                 limits and bottom lines of the others):";
    format!("{}{text}", wrapped(title, 2))
}

fn packages(page: &Page<'_>, waited: &Waited<'_>, course: &Course) -> String {
    if course.packages.is_empty() {
        return String::new();
    }
    let number = course.packages.len();
    let names = if number <= 26 { letters(number) } else { (1..=number).map(|name| name.to_string()).collect() };
    let choices: Vec<&Choices> = course.packages.iter().map(|of| &of.choices).collect();
    let mut text = format!("\n{}{}", wrapped("Packages named:", 2), side_by_side(page.case(), &names, &choices));
    let last = waited.months;
    for (name, of) in names.iter().zip(&course.packages) {
        let header = [
            format!("{name} is acceptable to"),
            "last month at the centres".to_owned(),
            "draws, month 0".to_owned(),
            format!("draws, month {last}"),
        ];
        let mut rows = table(header.to_vec());
        for party in page.case().parties.indices() {
            let at = party.position();
            let ends = ends(of, |month| with_interval(month.accepted_in[at]));
            rows.add_row(row(page.name(party), of, |month| month.accepted[at], ends));
        }
        let ends = ends(of, |month| with_interval(month.in_zone_in));
        rows.add_row(row("all whose consent it needs".to_owned(), of, |month| month.in_zone, ends));
        text.push_str(&indented(&rows));
    }
    text
}

fn ends(of: &OfPackage, cell: impl Fn(&Standing) -> String) -> [String; 2] {
    [of.months.first(), of.months.last()].map(|month| month.map_or_else(String::new, &cell))
}

fn row(title: String, of: &OfPackage, holds: impl Fn(&Standing) -> bool, ends: [String; 2]) -> [String; 4] {
    let months: Vec<usize> = (0..of.months.len()).filter(|&month| holds(&of.months[month])).collect();
    let [first, last] = ends;
    [title, last_in_words(&months, of.months.len().saturating_sub(1)), first, last]
}
