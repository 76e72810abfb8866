//! Weights and values where one number is needed (DEFINITIONS 5).

use std::collections::{BTreeMap, BTreeSet};

use detente_base::{Decimal, Table};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_estimate::{Compared, Comparison, EstimateSet, Order, PartyEstimates, Utility, Values, centres_on_grid};
use detente_polytope::{Point, apportion, order_centroid};

use super::{Preferences, Scope, preferences};
use crate::Overflow;

/// The central weights and values of a party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Centres {
    /// Per issue that is weighed.
    pub weights: BTreeMap<IssueIdx, Decimal>,
    /// Per issue that has values.
    pub values: BTreeMap<IssueIdx, Table<ChoiceIdx, Decimal>>,
}

/// The centres of `party`: of ranges the mode or midpoint; of an order of issues the rank-order centroid; where issues or packages
/// are compared, or points are put in order, the analytic centre of what the answers leave, which is both of these where they
/// stand alone.
///
/// # Errors
/// [`Overflow`] where numbers are too large.
pub fn centres(case: &Case, set: &EstimateSet, party: PartyIdx) -> Result<Centres, Overflow> {
    let Some(of) = set.party(party) else { return Ok(Centres::default()) };
    let mut centres = plain(case, of);
    if of.answers.is_empty() || set.utility == Utility::Payoffs {
        return Ok(centres);
    }
    for (&issue, order) in &of.answers.values {
        centres.values.insert(issue, steps(case, issue, order));
    }
    let Some(found) = preferences(case, set, party, Scope::Weighed)? else { return Ok(centres) };
    let order_alone = of.answers.comparisons.is_empty() && of.weights.is_empty();
    let point = match &of.answers.weights {
        Some(order) if order_alone => {
            found.space.centre_of_values().map(|values| Point { weights: by_order(&found, order), values })
        }
        _ => found.space.centre().map(|centre| centre.point),
    };
    // Answers that leave no room are refused before anybody asks; until then the plain centres stand.
    let Some(point) = point else { return Ok(centres) };
    let read = found.read(&point);
    let compared: BTreeSet<IssueIdx> = of.answers.comparisons.iter().flat_map(packaged).collect();
    centres.weights =
        read.weights.into_iter().map(|(issue, weight)| (issue, Decimal::from_thousandths(weight))).collect();
    for (issue, values) in read.values {
        // A curve that no answer moves is rounded once, with its corners.
        let is_curve = matches!(of.values_of(issue), Some(Values::Curve { .. }));
        if !is_curve || compared.contains(&issue) {
            centres.values.insert(issue, values);
        }
    }
    Ok(centres)
}

/// The issues that the packages of a comparison name.
fn packaged(comparison: &Comparison) -> Vec<IssueIdx> {
    match &comparison.of {
        Compared::Packages(more, _) => more.keys().copied().collect(),
        Compared::Issues(..) => Vec::new(),
    }
}

fn plain(case: &Case, of: &PartyEstimates) -> Centres {
    let weights = of.weights.iter().map(|(&issue, weight)| (issue, weight.range.centre()));
    let values = of.values.iter().map(|(&issue, values)| {
        let choices = &case.issues[issue].choices;
        let centres = match values {
            Values::Curve { knots, .. } => {
                let grid = choices.rows().map(|choice| choice.amount.unwrap_or_default());
                centres_on_grid(knots, grid).into_iter().collect()
            }
            Values::ByChoice(values) => {
                let centre = |value: &Option<detente_estimate::Estimate>| {
                    value.as_ref().map_or(Decimal::ZERO, |value| value.range.centre())
                };
                values.rows().map(centre).collect()
            }
        };
        (issue, centres)
    });
    Centres { weights: weights.collect(), values: values.collect() }
}

/// Values at equal steps down an order: the mean of all that it leaves between 100 and 0.
fn steps(case: &Case, issue: IssueIdx, order: &Order<ChoiceIdx>) -> Table<ChoiceIdx, Decimal> {
    let classes = i64::try_from(order.classes.len()).unwrap_or(i64::MAX);
    let last = i128::from((classes - 1).max(1));
    let mut values: Table<ChoiceIdx, Decimal> = case.issues[issue].choices.rows().map(|_| Decimal::ZERO).collect();
    for (from_last, class) in (0_i128..).zip(order.classes.iter().rev()) {
        let value = detente_base::half_even(from_last * 100_000, last);
        for ranked in class {
            values[ranked.of] = Decimal::from_thousandths(i64::try_from(value).unwrap_or(0));
        }
    }
    values
}

/// The rank-order centroid as weights with the sum 100; level issues have the same.
fn by_order(found: &Preferences, order: &Order<IssueIdx>) -> Vec<i64> {
    let sizes: Vec<usize> = order.classes.iter().map(Vec::len).collect();
    let counts: Vec<i64> = sizes.iter().map(|&size| i64::try_from(size).unwrap_or(0)).collect();
    let (parts, _) = order_centroid(&sizes);
    let by_class = apportion(&parts, &counts, found.space.total.unwrap_or(0));
    let mut weights = vec![0; found.space.weights.len()];
    for (class, weight) in order.classes.iter().zip(by_class) {
        for at in class.iter().filter_map(|ranked| found.weights.get(&ranked.of)) {
            if let Some(cell) = weights.get_mut(*at) {
                *cell = weight;
            }
        }
    }
    weights
}
