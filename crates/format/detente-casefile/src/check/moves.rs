//! Numbers that move together: more than one, not known, and not said otherwise by orders and comparisons.

use std::collections::BTreeMap;

use detente_base::Diagnostic;
use detente_case::{Case, Id};
use detente_estimate::{Estimate, EstimateSet, Moves, PartyEstimates, Values};

use crate::codes;

pub(super) fn check(case: &Case, set: &EstimateSet, diagnostics: &mut Vec<Diagnostic>) {
    let mut named: BTreeMap<&Id, Vec<&Moves>> = BTreeMap::new();
    for party in case.parties.indices() {
        let Some(of) = set.party(party) else { continue };
        for (estimate, is_preference) in numbers(of) {
            let Some(moves) = &estimate.moves else { continue };
            named.entry(&moves.with).or_default().push(moves);
            let problem = if estimate.range.is_single() {
                Some(("a single number moves with nothing", "give it a range, or leave the name out"))
            } else if is_preference && !of.answers.is_empty() {
                Some((
                    "this party's weights and values already hang together through its orders and comparisons",
                    "leave the name out, or the orders and comparisons",
                ))
            } else {
                None
            };
            if let Some((message, hint)) = problem {
                let diagnostic = Diagnostic::new(&codes::BAD_MOVE, message).at(moves.span, "named here");
                diagnostics.push(diagnostic.hint(hint));
            }
        }
    }
    for (name, moves) in named {
        let [alone] = moves[..] else { continue };
        diagnostics.push(
            Diagnostic::new(&codes::BAD_MOVE, format!("no other number of the set is named \"{name}\""))
                .at(alone.span, "moves with nothing")
                .hint("give the same name to the numbers it moves with, or leave it out"),
        );
    }
}

/// Every number that may move with others, and whether it is a weight or a value.
fn numbers(of: &PartyEstimates) -> impl Iterator<Item = (&Estimate, bool)> {
    let values = of.values.values().filter_map(|values| match values {
        Values::ByChoice(values) => Some(values.rows().flatten()),
        Values::Curve { .. } | Values::Along { .. } => None,
    });
    let preferences = of.weights.values().chain(values.flatten()).map(|estimate| (estimate, true));
    let linkages = of.linkages.iter().map(|linkage| (&linkage.points, false));
    of.bottom_line.iter().map(|line| (line, false)).chain(preferences).chain(linkages)
}
