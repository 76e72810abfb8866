//! Uncertain numbers in words.

use detente::case::PartyIdx;
use detente::deals::{EstimateRef, LimitRef, limit_id};
use detente::estimate::{EstimateSet, Values};
use detente::robustness::{Input, Quantity};

use super::super::question::Page;
use super::super::words::{choice_words, lens_number};

/// A number nobody knows, as it stands in "knowing …".
pub(super) fn input_words(page: &Page<'_>, set: &EstimateSet, input: &Input) -> String {
    match input.of {
        Quantity::Estimate(of, _) => estimate_words(page, set, of).unwrap_or_else(|| input.id.clone()),
        Quantity::InForce(limit, _) => format!("whether {} is in force", limit_words(page, set, limit)),
    }
}

fn limit_words(page: &Page<'_>, set: &EstimateSet, limit: LimitRef) -> String {
    let id = limit_id(page.case(), Some(set), limit);
    match limit {
        LimitRef::Estimated(party, _) => format!("{} limit {id}", whose(page, party)),
        _ => format!("the limit {id}"),
    }
}

fn estimate_words(page: &Page<'_>, set: &EstimateSet, of: EstimateRef) -> Option<String> {
    let case = page.case();
    Some(match of {
        EstimateRef::BottomLine(party) => format!("{} bottom line", whose(page, party)),
        EstimateRef::Weight(party, issue) => format!("{} weight of {}", whose(page, party), case.issues[issue].title),
        EstimateRef::Value(party, issue, choice) => {
            format!("{} value of {}", whose(page, party), choice_words(case, issue, choice))
        }
        EstimateRef::Knot(party, issue, rank) => {
            let (knots, what) = match set.party(party)?.values_of(issue)? {
                Values::Curve { knots, .. } => (knots, ""),
                Values::Along { knots, .. } => (knots, "a present value of "),
                Values::ByChoice(_) => return None,
            };
            let at = knots.get(rank)?.at;
            format!("{} value of {} at {what}{at}", whose(page, party), case.issues[issue].title)
        }
        EstimateRef::LensWeight(party, lens) => {
            format!("{} weight of {}", whose(page, party), case.lenses[lens].title)
        }
        EstimateRef::LensNumber(party, lens, rank) => {
            let (id, _) = set.party(party)?.lenses.get(&lens)?.values.as_ref()?.numbers.get(rank)?;
            let row = &case.lenses[lens];
            format!("{} value of {}: {}", whose(page, party), row.title, lens_number(row, id))
        }
        EstimateRef::Linkage(party, rank) => {
            let when = &set.party(party)?.linkages.get(rank)?.when.text;
            format!("what “{when}” adds for {}", page.name(party))
        }
        EstimateRef::Probability(party, rank) => {
            format!("the probability of {}", limit_words(page, set, LimitRef::Estimated(party, rank)))
        }
        EstimateRef::Firmness(limit) => format!("the probability of {}", limit_words(page, set, limit)),
    })
}

fn whose(page: &Page<'_>, party: PartyIdx) -> String {
    let name = page.name(party);
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}
