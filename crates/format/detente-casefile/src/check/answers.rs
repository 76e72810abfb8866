//! Orders and comparisons that have no reason, or stand beside points that are missing.

use std::collections::BTreeSet;

use detente_base::{Diagnostic, Span};
use detente_case::IssueIdx;
use detente_estimate::{Compared, Utility};

use super::estimates::Checker;
use crate::codes;

impl Checker<'_, '_> {
    pub(super) fn answers(&mut self) {
        let answers = &self.estimates.answers;
        if let Some(order) = &answers.weights {
            self.explained(&order.why, order.span);
        }
        for order in answers.values.values() {
            self.explained(&order.why, order.span);
        }
        for comparison in &answers.comparisons {
            self.explained(&comparison.why, comparison.span.within(0, 1));
        }
        if self.set.utility == Utility::Payoffs {
            return self.answers_beside_payoffs();
        }
        self.answers_without_points();
    }

    /// Where orders and comparisons name issues, each with the first place.
    pub(super) fn named_in_answers(&self) -> Vec<(IssueIdx, Span)> {
        let answers = &self.estimates.answers;
        let ranked = answers.weights.iter().flat_map(|order| order.ranked().map(|ranked| (ranked.of, ranked.span)));
        let valued = answers.values.iter().map(|(&issue, order)| (issue, order.span));
        let compared = answers.comparisons.iter().flat_map(|comparison| {
            let issues = match &comparison.of {
                Compared::Issues(more, less) => vec![*more, *less],
                Compared::Packages(more, _) => more.keys().copied().collect(),
            };
            issues.into_iter().map(|issue| (issue, comparison.span))
        });
        ranked.chain(valued).chain(compared).collect()
    }

    fn answers_beside_payoffs(&mut self) {
        let Some((_, span)) = self.named_in_answers().into_iter().next() else { return };
        self.report(
            Diagnostic::new(
                &codes::BAD_ANSWER,
                "payoffs are numbers already; orders and comparisons add nothing to them",
            )
            .at(span.within(0, 60), "this one")
            .hint("leave it out, or take utility = \"weighted\""),
        );
    }

    /// Weights in points and weights without are not mixed: nobody has said how one scale compares with the other.
    fn answers_without_points(&mut self) {
        let lenses = self.estimates.lenses.values().any(|of| of.weight.is_some());
        if self.estimates.weights.is_empty() && !lenses {
            return;
        }
        let valued: BTreeSet<Span> = self.estimates.answers.values.values().map(|order| order.span).collect();
        let named = self.named_in_answers().into_iter().filter(|(_, span)| !valued.contains(span));
        let mut missing: Vec<(IssueIdx, Span)> =
            named.filter(|(issue, _)| !self.estimates.weights.contains_key(issue)).collect();
        missing.sort_unstable();
        missing.dedup_by_key(|(issue, _)| *issue);
        for (issue, span) in missing {
            let id = &self.case.issues[issue].id;
            let message = format!("\"{id}\" has no weight in points, while other issues of this party have");
            self.report(
                Diagnostic::new(&codes::ANSWER_WITHOUT_POINTS, message)
                    .at(span.within(0, 60), "ordered or compared here")
                    .hint(format!("add weights.{id} = [lo, hi], or give points for no issue of this party")),
            );
        }
    }
}
