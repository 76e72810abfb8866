//! What a step of each limit would change, and for whom.

use detente::base::Index;
use detente::case::PartyIdx;
use detente::deals::{Lowered, Member, Outlook, Price, Prices, Principle, StatedPrices};
use detente::engine::Count;
use detente::estimate::EstimateSet;

use super::question::{Page, compares};
use super::text::{decimal, heading, indented, item, number, packages, table, wrapped};
use super::words::{choices_words, member_words};

/// First what setting each stated limit aside would open, then what a step of each limit changes under each set of estimates.
pub(crate) fn prices(page: &Page<'_>, stated: &StatedPrices, estimated: &[(&EstimateSet, Prices)]) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What each stated limit keeps closed, without any number"));
    text.push_str(&opens(page, stated));
    for (rank, (set, found)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        text.push_str(&steps(page, set, found));
        if found.now.is_open() {
            text.push_str(&compares(set, Principle::ALL.into_iter()));
        }
        text.push_str(&Page::no_common_meaning(set));
    }
    text.push_str(&wrapped("That a limit is listed does not mean that it should move.", 2));
    text
}

fn opens(page: &Page<'_>, stated: &StatedPrices) -> String {
    if stated.rows.is_empty() {
        return wrapped("No stated limit binds in this run.", 2);
    }
    let mut rows =
        table(["if this were set aside", "choices that some package would have"].map(str::to_owned).to_vec());
    for row in &stated.rows {
        let opened = choices_words(page.case(), &row.opens);
        let words = if !opened.is_empty() {
            opened.join("; ")
        } else {
            match is_same(&row.packages, &stated.packages) {
                Some(true) => "nothing changes".to_owned(),
                Some(false) => "no further choice, but further combinations".to_owned(),
                None => "no further choice; further combinations were not counted exactly".to_owned(),
            }
        };
        rows.add_row([member_words(page.case(), None, row.member), words]);
    }
    format!("\n{}", indented(&rows))
}

/// Whether two numbers of packages are the same, where both are exact.
fn is_same(one: &Count, other: &Count) -> Option<bool> {
    Some(one.exact()? == other.exact()?)
}

fn steps(page: &Page<'_>, set: &EstimateSet, found: &Prices) -> String {
    let mut text = wrapped(&format!("As things are: {}.", packages(&found.now.zone.packages)), 2);
    for price in &found.rows {
        let step = if matches!(price.member, Member::BottomLine(_)) { "one point lower" } else { "set aside" };
        text.push_str(&item(&format!("{}, {step}:", member_words(page.case(), Some(set), price.member)), 2));
        for line in changes(page, found, price) {
            text.push_str(&wrapped(&line, 6));
        }
    }
    text
}

/// What changes, a line each.
fn changes(page: &Page<'_>, found: &Prices, price: &Price) -> Vec<String> {
    let (now, then) = (&found.now, &price.then);
    let (before, after) = (&now.zone.packages, &then.zone.packages);
    if is_same(before, after) == Some(true) {
        return vec!["nothing changes".to_owned()];
    }
    let mut lines = vec![format!("packages: {} → {}", number(before), number(after))];
    if !now.is_open() {
        return lines;
    }
    let most: Vec<String> = page.case().parties.indices().filter_map(|party| most(page, found, then, party)).collect();
    if !most.is_empty() {
        lines.push(format!("the most it could get: {}", most.join("; ")));
    }
    let before = lines.len();
    for principle in Principle::ALL {
        let changed = vectors(page, &found.lowered, principle, now, then);
        if !changed.is_empty() {
            lines.push(format!("{}: {}", principle.name(), changed.join("; ")));
        }
    }
    if before == lines.len() {
        lines.push("no principle leads elsewhere".to_owned());
    }
    lines
}

fn most(page: &Page<'_>, found: &Prices, then: &Outlook, party: PartyIdx) -> Option<String> {
    let (now, then) = (found.now.most_for(party)?, then.most_for(party)?);
    let points = |units| decimal(found.lowered.points(party, units));
    (now != then).then(|| format!("{} {} → {}", page.name(party), points(now), points(then)))
}

/// The parties whose points at a principle's first answer change.
fn vectors(page: &Page<'_>, lowered: &Lowered, principle: Principle, now: &Outlook, then: &Outlook) -> Vec<String> {
    let first = |outlook: &Outlook| {
        let of = outlook.principles.iter().find(|found| found.principle == principle)?;
        of.answers.first().map(|answer| answer.units.clone())
    };
    let points = |party, units: &Option<Vec<i64>>| {
        units.as_ref().map_or_else(|| "–".to_owned(), |units| decimal(lowered.points(party, units[party.position()])))
    };
    let (now, then) = (first(now), first(then));
    let parties = page.case().parties.indices().filter(|party| points(*party, &now) != points(*party, &then));
    parties.map(|party| format!("{} {} → {}", page.name(party), points(party, &now), points(party, &then))).collect()
}
