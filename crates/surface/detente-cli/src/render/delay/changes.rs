//! What changes with time, and for whom.

use detente::case::PartyIdx;
use detente::robustness::delay::{Drift, Effect, Timeline, When};

use super::super::question::Page;
use super::super::text::{decimal, indented, item, listed, table, wrapped};

pub(super) fn changes(page: &Page<'_>, timeline: &Timeline) -> String {
    let parties = || page.case().parties.indices();
    let of = |party: PartyIdx| timeline.drifts().iter().filter(move |drift| drift.party == party);
    let still: Vec<String> =
        parties().filter(|&party| of(party).next().is_none()).map(|party| page.name(party)).collect();
    let mut text = String::new();
    if !timeline.drifts().is_empty() {
        let header = ["whose", "a package gains, points a month", "no agreement gains, points a month"];
        let mut rows = table(header.map(str::to_owned).to_vec());
        for party in parties().filter(|&party| of(party).next().is_some()) {
            let rate = |effect: Effect| {
                let drift = of(party).find(|drift| drift.effect == effect && drift.event.is_none());
                drift.map_or_else(|| "0".to_owned(), range)
            };
            rows.add_row([page.name(party), rate(Effect::AgreementPerMonth), rate(Effect::AlternativePerMonth)]);
        }
        text.push_str(&format!("\n{}{}", wrapped("What changes with time:", 2), indented(&rows)));
    }
    text.push_str(&events(page, timeline));
    if !still.is_empty() {
        text.push_str(&wrapped(&format!("Nothing in this set changes with time for {}.", listed(&still)), 2));
    }
    text
}

fn range(drift: &Drift) -> String {
    let (low, high) = (drift.range.low(), drift.range.high());
    if low == high { decimal(low) } else { format!("{} to {}", decimal(low), decimal(high)) }
}

/// What each event adds, and from when on; those that are not counted by name.
fn events(page: &Page<'_>, timeline: &Timeline) -> String {
    let mut lines = String::new();
    let (mut later, mut unknown): (Vec<String>, Vec<String>) = Default::default();
    let mut said: Vec<(PartyIdx, &str)> = Vec::new();
    for placed in timeline.placed() {
        let from = match placed.when {
            When::From(month) => month,
            When::Later => {
                later.push(placed.event.to_string());
                continue;
            }
            When::Unknown => {
                unknown.push(placed.event.to_string());
                continue;
            }
        };
        if said.contains(&(placed.party, placed.event.as_str())) {
            continue;
        }
        said.push((placed.party, placed.event.as_str()));
        let of = timeline.drifts().iter().filter(|drift| drift.party == placed.party);
        let adds: Vec<String> = of.filter(|drift| drift.event.as_ref() == Some(&placed.event)).map(adds).collect();
        let words = format!("{}, from month {from} on: {} ({})", page.name(placed.party), listed(&adds), placed.event);
        lines.push_str(&item(&words, 4));
    }
    if !lines.is_empty() {
        lines = format!("{}{lines}", wrapped("What events add:", 2));
    }
    for (mut events, why) in [
        (later, "they lie after the last month looked at"),
        (unknown, "their dates, or that of the estimates, are not known"),
    ] {
        events.sort();
        events.dedup();
        if !events.is_empty() {
            lines.push_str(&wrapped(&format!("Events not counted, because {why}: {}.", listed(&events)), 2));
        }
    }
    lines
}

fn adds(drift: &Drift) -> String {
    let one = detente::base::Decimal::from_thousandths(detente::base::Decimal::UNIT);
    let points = if drift.range.is_single() && drift.range.low() == one { "point" } else { "points" };
    let of = match drift.effect {
        Effect::BottomLine => "to its bottom line",
        Effect::AlternativePerMonth => "a month to no agreement",
        Effect::AgreementPerMonth => "a month to every package",
    };
    format!("{} {points} {of}", range(drift))
}
