//! What survives doubt, as a page: shares of draws, in whole percent, each with its interval.

mod candidates;
mod choices;
mod find_out;
mod inputs;
mod opening;
mod plots;
pub(super) mod shares;

use detente::deals::{LimitRef, limit_id, limit_owner};
use detente::estimate::EstimateSet;
use detente::robustness::Share;
use detente_api::{Drawn, Studied};

use super::question::Page;
use super::text::{count, heading, listed, packages, wrapped};
pub(super) use plots::bar;
pub(crate) use plots::plots;
use shares::with_interval;

/// First what follows from the stated limits, then what the draws from each set of estimates say.
pub(crate) fn robust(page: &Page<'_>, drawn: &Drawn<'_>, details: bool, plot: bool) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What follows from the stated limits alone, without any number"));
    let zone = &drawn.stated.zone;
    let first = if zone.feasible {
        format!("Yes: {} meet every stated limit that binds. No draw changes that.", packages(&zone.packages))
    } else {
        "No package meets all stated limits that bind. Proved; no draw changes that.".to_owned()
    };
    text.push_str(&wrapped(&first, 2));
    if drawn.studies.is_empty() {
        text.push_str(&wrapped("This case has no set of estimates, so there is nothing to draw from.", 2));
    }
    for (rank, of) in drawn.studies.iter().enumerate() {
        text.push_str(&page.drawn_head(rank, drawn.studies.len(), of.set));
        text.push_str(&answer(page, drawn, of, details));
        text.push_str(
            &drawn.openings.get(rank).map_or_else(String::new, |opens| opening::opening(page, of.set, opens.as_ref())),
        );
        if plot {
            let pictures = plots(page, of, false);
            text.push_str(&format!("\n{}", pictures.acceptance.text()));
            text.push_str(&pictures.moves.map_or_else(String::new, |moves| format!("\n{}", moves.text())));
        }
    }
    text
}

fn answer(page: &Page<'_>, drawn: &Drawn<'_>, of: &Studied<'_>, details: bool) -> String {
    let (set, inputs, study) = (of.set, of.inputs, &of.study);
    let number = count(drawn.wanted.draws);
    let what = format!(
        "{number} draws of {} numbers, seed {}: every range for itself, every limit with a probability in force that often. \
         Each draw is answered exactly. Shares are shares of these draws, not likelihoods; in brackets the interval that holds \
         the share of all possible draws in 95 of 100 such runs.",
        count(inputs),
        drawn.seed
    );
    let mut text = wrapped(&what, 2);
    if inputs == 0 {
        text.push_str(&wrapped("No number of this set is a range, so that all draws are the same.", 2));
    }
    if set.parties.rows().flatten().any(|of| !of.answers.is_empty()) {
        let answers = "Weights and values that are ordered or compared are drawn together from what the answers leave; such draws \
                       hang together a little, which makes these intervals somewhat narrow.";
        text.push_str(&wrapped(answers, 2));
    }
    text.push_str(&in_doubt(page, drawn, set));
    let verdict = format!(
        "In {} of draws from these estimates there is a package; in {} there is none.",
        with_interval(study.open),
        with_interval(without(study.open))
    );
    text.push('\n');
    text.push_str(&wrapped(&verdict, 2));
    text.push_str(&choices::core(page, study));
    if details {
        text.push_str(&choices::all(page, study));
    }
    text.push_str(&candidates::candidates(page, study));
    text.push_str(&find_out::find_out(page, of, details));
    text.push_str(&Page::no_common_meaning(set));
    text
}

/// All other draws.
fn without(share: Share) -> Share {
    Share { hits: share.draws.saturating_sub(share.hits), draws: share.draws }
}

/// The limits that are in force in some draws only: as the set says, or as this run does.
fn in_doubt(page: &Page<'_>, drawn: &Drawn<'_>, set: &EstimateSet) -> String {
    let case = page.case();
    let mut doubted = drawn.firm.clone();
    for party in case.parties.indices() {
        let lines = set.party(party).map_or(&[][..], |of| &of.red_lines);
        for (rank, line) in lines.iter().enumerate() {
            if let Some(probability) = &line.probability {
                doubted.entry(LimitRef::Estimated(party, rank)).or_insert_with(|| probability.range.centre());
            }
        }
    }
    if doubted.is_empty() {
        return String::new();
    }
    let words = doubted.iter().map(|(&limit, probability)| {
        let owner = page.name(limit_owner(case, limit));
        format!("{} ({owner}, with probability {probability})", limit_id(case, Some(set), limit))
    });
    wrapped(&format!("Limits in force in some draws only: {}.", listed(&words.collect::<Vec<_>>())), 2)
}
