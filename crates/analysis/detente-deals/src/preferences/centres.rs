//! Weights and values where one number is needed (DEFINITIONS 5).

use std::collections::BTreeMap;

use detente_base::half_even;
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_estimate::{EstimateSet, Order, PartyEstimates, Range, Utility};
use detente_polytope::{Point, Value, apportion, order_centroid};

use super::{Preferences, Scope, preferences};
use crate::{Centres, EstimateRef, Numbers, Overflow};

/// The centres of a set with orders and comparisons: of ranges the mode or midpoint; of an order of issues the rank-order centroid;
/// where issues or packages are compared, or points are put in order, the analytic centre of what the answers leave, which is both of
/// these where they stand alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Central(BTreeMap<EstimateRef, i64>);

impl Numbers for Central {
    fn halves(&self, of: EstimateRef, range: Range) -> i64 {
        self.0.get(&of).map_or_else(|| Centres.halves(of, range), |number| number.saturating_mul(2))
    }
}

impl Central {
    /// The centres of `set`, for the numbers of [`in_points`](super::in_points).
    ///
    /// # Errors
    /// [`Overflow`] where numbers are too large.
    pub fn of(case: &Case, set: &EstimateSet) -> Result<Self, Overflow> {
        let mut central = Self::default();
        if set.utility == Utility::Payoffs {
            return Ok(central);
        }
        for party in case.parties.indices() {
            let Some(of) = set.party(party).filter(|of| !of.answers.is_empty()) else { continue };
            let Some(found) = preferences(case, set, party, Scope::Weighed)? else { continue };
            // Answers that leave no room are refused before anybody asks; until then midpoints stand.
            if let Some(point) = centre(&found, of) {
                central.take(party, &found, &point);
            }
        }
        Ok(central)
    }

    fn take(&mut self, party: PartyIdx, found: &Preferences, point: &Point) {
        let weights = found.weights.iter().map(|(&issue, &at)| (EstimateRef::Weight(party, issue), at));
        self.0.extend(weights.filter_map(|(of, at)| Some((of, *point.weights.get(at)?))));
        let said = found.space.values.iter().zip(&point.values).zip(&found.values);
        // A number at the middle of its range stays there before rounding: a curve is rounded once, with its corners.
        let middle = |value: &Value| {
            let midpoint = || half_even(i128::from(value.low) + i128::from(value.high), 2);
            value.mode.map_or_else(midpoint, i128::from)
        };
        let moved = said.filter(|((value, at), _)| middle(value) != i128::from(**at));
        self.0.extend(moved.map(|((_, &at), &of)| (of, at)));
    }
}

fn centre(found: &Preferences, of: &PartyEstimates) -> Option<Point> {
    let order_alone = of.answers.comparisons.is_empty() && of.weights.is_empty();
    match &of.answers.weights {
        Some(order) if order_alone => {
            found.space.centre_of_values().map(|values| Point { weights: by_order(found, order), values })
        }
        _ => found.space.centre().map(|centre| centre.point),
    }
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
