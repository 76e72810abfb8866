//! Orders as ranges, for whoever reads a set of estimates number by number.

use std::borrow::Cow;

use detente_base::Decimal;
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_estimate::{Answers, Estimate, EstimateSet, Order, PartyEstimates, Range, Utility, Values};

/// `set` with a range for every weight and value that is only ordered or compared: 0 to 100, but 100 for the choices liked most and 0
/// for those liked least; without orders and comparisons. Which numbers of these ranges go together is for
/// [`preferences`](crate::preferences) to say.
pub fn in_points<'s>(case: &Case, set: &'s EstimateSet) -> Cow<'s, EstimateSet> {
    let is_plain = |of: &Option<PartyEstimates>| of.as_ref().is_none_or(|of| of.answers.is_empty());
    if set.utility == Utility::Payoffs || set.parties.rows().all(is_plain) {
        return Cow::Borrowed(set);
    }
    let parties = set.parties.rows().map(|of| of.as_ref().map(|of| party(case, of))).collect();
    Cow::Owned(EstimateSet { parties, ..set.clone() })
}

fn party(case: &Case, of: &PartyEstimates) -> PartyEstimates {
    let mut points = of.clone();
    if of.weights.is_empty() {
        let weight = |issue: IssueIdx| (issue, estimate(Decimal::ZERO, Decimal::HUNDRED, of));
        points.weights = of.answers.weighed().into_iter().map(weight).collect();
    }
    for (&issue, order) in &of.answers.values {
        if let Some(Values::ByChoice(values)) = points.values.get_mut(&issue) {
            for choice in case.issues[issue].choices.indices() {
                if values[choice].is_none() {
                    let (low, high) = ends(order, choice);
                    values[choice] =
                        Some(Estimate { why: order.why.clone(), span: order.span, ..estimate(low, high, of) });
                }
            }
        }
    }
    points.answers = Answers::default();
    points
}

fn estimate(low: Decimal, high: Decimal, of: &PartyEstimates) -> Estimate {
    let range = Range::uniform(low, high).unwrap_or(Range::single(low));
    let why = of.answers.weights.as_ref().map(|order| order.why.clone()).unwrap_or_default();
    Estimate { range, why, moves: None, span: of.span }
}

/// The least and the most a choice without points can be worth.
pub(super) fn ends(order: &Order<ChoiceIdx>, choice: ChoiceIdx) -> (Decimal, Decimal) {
    let is_in = |class: Option<&Vec<detente_estimate::Ranked<ChoiceIdx>>>| {
        class.is_some_and(|class| class.iter().any(|ranked| ranked.of == choice))
    };
    if is_in(order.classes.first()) {
        (Decimal::HUNDRED, Decimal::HUNDRED)
    } else if is_in(order.classes.last()) {
        (Decimal::ZERO, Decimal::ZERO)
    } else {
        (Decimal::ZERO, Decimal::HUNDRED)
    }
}
