//! What waiting does, as a page: month by month, at the centres and over draws.

mod changes;
mod course;
mod months;
mod plots;

use detente::case::{Consent, PartyIdx};
use detente::estimate::EstimateSet;
use detente::robustness::delay::Delay;
use detente_api::Waited;
use detente_report::Bars;

use super::question::Page;
use super::text::{count, heading, listed, packages, wrapped};
use plots::over_time;

/// First what follows from the stated limits, then what each set of estimates says of every month.
pub(crate) fn delay(page: &Page<'_>, waited: &Waited<'_>, plot: bool) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What follows from the stated limits alone, without any number"));
    let zone = &waited.stated.zone;
    let first = if zone.feasible {
        format!("Yes: {} meet every stated limit that binds. No month changes that.", packages(&zone.packages))
    } else {
        "No package meets all stated limits that bind. Proved; no month changes that.".to_owned()
    };
    text.push_str(&wrapped(&first, 2));
    if waited.found.is_empty() {
        let words = "This case has no set of estimates, so nothing is known of what waiting does.";
        text.push_str(&wrapped(words, 2));
    }
    for (rank, (set, found)) in waited.found.iter().enumerate() {
        text.push_str(&page.waited_head(rank, waited.found.len(), set));
        text.push_str(&answer(page, waited, set, found));
        if plot {
            for (_, picture) in pictures(page, waited, set, found) {
                text.push_str(&format!("\n{}", picture.text()));
            }
        }
    }
    text
}

/// The pictures of a set, each with what its file is named for.
pub(crate) fn pictures(
    page: &Page<'_>,
    waited: &Waited<'_>,
    set: &EstimateSet,
    found: &Delay,
) -> Vec<(&'static str, Bars)> {
    let draws = waited.wanted.draws;
    let names: Vec<String> = waited.wanted.walked_out.iter().map(|&party| page.name(party)).collect();
    let left = format!(", without {}", listed(&names));
    let without =
        found.without.as_ref().map(|course| ("over-time-after-walk-out", over_time(set, course, draws, &left)));
    [("over-time", over_time(set, &found.together, draws, ""))].into_iter().chain(without).collect()
}

fn answer(page: &Page<'_>, waited: &Waited<'_>, set: &EstimateSet, found: &Delay) -> String {
    let from = found.timeline.from().map_or_else(|| "an unknown date".to_owned(), |date| date.to_string());
    let what = format!(
        "Months are counted from {from}. In each, a package is acceptable to a party where what it is worth, and what waiting has \
         done to that, reaches what no agreement is worth, and what waiting has done to that. What was spent before never \
         enters. {} draws, seed {}; shares are shares of these draws, not likelihoods, in brackets the interval that holds the \
         share of all possible draws in 95 of 100 such runs.",
        count(waited.wanted.draws),
        waited.wanted.seed
    );
    let mut text = wrapped(&what, 2);
    text.push_str(&changes::changes(page, &found.timeline));
    text.push_str(&course::course(page, waited, &found.together));
    if let Some(without) = &found.without {
        text.push_str(&walk_out(page, &waited.wanted.walked_out));
        text.push_str(&course::course(page, waited, without));
    }
    text.push_str(&Page::no_common_meaning(set));
    text
}

fn walk_out(page: &Page<'_>, parties: &[PartyIdx]) -> String {
    let names: Vec<String> = parties.iter().map(|&party| page.name(party)).collect();
    let (verb, whose) = if names.len() == 1 { ("walks", "its") } else { ("walk", "their") };
    let title = format!("If {} {verb} out from now on", listed(&names));
    let words = format!("The others go on with the packages that do not need {whose} consent.");
    let always = |party: &&PartyIdx| page.case().parties[**party].consent == Consent::Always;
    let needed: Vec<String> = parties.iter().filter(always).map(|&party| page.name(party)).collect();
    let mut text = format!("\n  {title}\n{}", wrapped(&words, 2));
    if !needed.is_empty() {
        let words = format!(
            "Every package needs the consent of {}, so that none is left. Where it is needed is said by the case, or for one \
             run by --consent PARTY=\"issue = choice\".",
            listed(&needed)
        );
        text.push_str(&wrapped(&words, 2));
    }
    text
}
