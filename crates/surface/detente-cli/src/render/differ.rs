//! Two sets of estimates side by side, as a page: where they differ, then what hangs on it.

use std::cmp::Ordering;

use detente::base::{Decimal, half_even};
use detente::deals::Verdict;
use detente::robustness::differ::{About as Of, Conclusion, Difference, Ends, Part, Replaced};
use detente_api::Compared;

use super::question::Page;
use super::text::{decimal, heading, indented, item, listed, points, table, wrapped};
use super::words::lens_number;

pub(crate) fn differ(page: &Page<'_>, compared: &Compared<'_>) -> String {
    let [first, second] = compared.sets;
    let mut text = page.head();
    let words = format!(
        "“{}”, assumed by: {}. “{}”, assumed by: {}. What follows from the stated limits alone is the same for both.",
        first.id, first.author, second.id, second.author
    );
    text.push_str(&wrapped(&words, 2));
    text.push_str(&heading("1. Where the estimates differ"));
    text.push_str(&differences(page, compared));
    text.push_str(&heading("2. Which differences matter for the conclusion"));
    text.push_str(&conclusions(compared));
    text
}

fn differences(page: &Page<'_>, compared: &Compared<'_>) -> String {
    if compared.found.differences.is_empty() {
        return wrapped("They give the same numbers.", 2);
    }
    let [first, second] = compared.sets;
    let header = ["whose", "what", first.id.as_str(), second.id.as_str(), "centres apart by", "ranges"];
    let mut rows = table(header.map(str::to_owned).to_vec());
    let mut last = None;
    for of in &compared.found.differences {
        let whose = if last == Some(of.party) { String::new() } else { page.name(of.party) };
        last = Some(of.party);
        let by = of.by().map_or_else(String::new, |by| signed(of, by));
        let [a, b] = of.in_sets.map(|ends| ends.map_or_else(|| "not given".to_owned(), |ends| range(of, ends)));
        rows.add_row([whose, about(page, of), a, b, by, ranges(of)]);
    }
    let note = "Weights in points of the 100 that all weights of a party share at the centres; values from 0 to 100 within their \
                issue; probabilities from 0 to 1. Points are whole here and exact in --json; those of different parties are not compared.";
    format!("{}{}", indented(&rows), wrapped(note, 2))
}

fn about(page: &Page<'_>, of: &Difference) -> String {
    let issues = &page.case().issues;
    match &of.about {
        Of::BottomLine => "bottom line".to_owned(),
        Of::Weight(issue) => format!("weight of {}", issues[*issue].title),
        Of::LensWeight(lens) => format!("weight of {}", page.case().lenses[*lens].title),
        Of::LensNumber(lens, id) => {
            let row = &page.case().lenses[*lens];
            format!("{}: value of {}", row.title, lens_number(row, id))
        }
        Of::Value(issue, choice) => {
            format!("{}: value of “{}”", issues[*issue].title, issues[*issue].choices[*choice].title)
        }
        Of::Linkage(id) => format!("linkage {id}"),
        Of::RedLine(id) => format!("red line {id}, probability"),
    }
}

/// How far the centres are apart: probabilities as they are, everything else in whole points.
fn signed(of: &Difference, by: Decimal) -> String {
    let shown = shown(of, by);
    match by.cmp(&Decimal::ZERO) {
        Ordering::Equal => "0".to_owned(),
        _ if shown == "0" => "less than 1".to_owned(),
        Ordering::Greater => format!("+{shown}"),
        Ordering::Less => shown,
    }
}

fn range(of: &Difference, ends: Ends) -> String {
    let (low, high) = (shown(of, ends.low), shown(of, ends.high));
    if low == high { low } else { format!("{low} to {high}") }
}

fn shown(of: &Difference, number: Decimal) -> String {
    if matches!(of.about, Of::RedLine(_)) {
        return decimal(number);
    }
    let whole = half_even(i128::from(number.thousandths()), i128::from(Decimal::UNIT));
    points(i64::try_from(whole).unwrap_or(i64::MAX))
}

fn ranges(of: &Difference) -> String {
    match of.overlaps() {
        Some(true) => "overlap".to_owned(),
        Some(false) => "are apart".to_owned(),
        None => "only one".to_owned(),
    }
}

fn conclusions(compared: &Compared<'_>) -> String {
    let ([first, second], found) = (compared.sets, compared.found);
    let [own, other] = &found.conclusions;
    let mut text = wrapped(&format!("“{}”: {}", first.id, verdict(own)), 2);
    text.push_str(&wrapped(&format!("“{}”: {}", second.id, verdict(other)), 2));
    if own.feasible && other.feasible {
        text.push_str(&wrapped(&format!("Between the two {}.", led(own, other)), 2));
    }
    if found.replaced.is_empty() {
        return text;
    }
    let words =
        format!("With part of “{}” in the place of “{}”, at the centres and all else as there:", second.id, first.id);
    text.push_str(&format!("\n{}", wrapped(&words, 2)));
    let matters = |of: &&Replaced| of.conclusion.turns(own) || !of.conclusion.led_elsewhere(own).is_empty();
    for of in found.replaced.iter().filter(matters) {
        let turned = if of.conclusion.turns(own) { verdict(&of.conclusion) } else { "The verdict stays.".to_owned() };
        let words =
            format!("{}, {}: {turned} {}.", name(compared, of), part(of.part), capital(&led(own, &of.conclusion)));
        text.push_str(&item(&words, 4));
    }
    let same: Vec<String> = found
        .replaced
        .iter()
        .filter(|of| !matters(of))
        .map(|of| format!("{} ({})", name(compared, of), part(of.part)))
        .collect();
    if !same.is_empty() {
        text.push_str(&wrapped(&format!("Nothing changes with: {}.", listed(&same)), 2));
    }
    text
}

fn name(compared: &Compared<'_>, of: &Replaced) -> String {
    compared.about.case.parties[of.party].name.clone()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn part(part: Part) -> &'static str {
    match part {
        Part::BottomLine => "bottom line",
        Part::Weights => "weights",
        Part::Values => "values",
        Part::Preferences => "weights, values and what is ordered or compared",
        Part::Linkages => "linkages",
        Part::RedLines => "estimated red lines",
        Part::Everything => "everything",
    }
}

fn verdict(of: &Conclusion) -> String {
    let centre = if of.feasible { "there is a package at the centres" } else { "there is no package at the centres" };
    match of.verdict {
        Verdict::Open => "There is a package wherever bottom lines lie in their ranges.".to_owned(),
        Verdict::Closed => "There is no package wherever bottom lines lie in their ranges.".to_owned(),
        Verdict::Depends => format!("Whether there is a package depends on bottom lines not known; {centre}."),
    }
}

/// Where principles lead in another conclusion.
fn led(own: &Conclusion, other: &Conclusion) -> String {
    let elsewhere = other.led_elsewhere(own);
    match (own.feasible, other.feasible) {
        (false, false) => return "no principle leads anywhere, now as before".to_owned(),
        (true, false) => return "no principle leads anywhere then".to_owned(),
        (false, true) => return "the principles lead somewhere then".to_owned(),
        (true, true) if elsewhere.is_empty() => return "every principle leads to the same packages".to_owned(),
        (true, true) => {}
    }
    let names: Vec<String> = elsewhere.iter().map(|principle| principle.name().to_owned()).collect();
    let verb = if names.len() == 1 { "leads" } else { "lead" };
    format!("{} {verb} elsewhere", listed(&names))
}
