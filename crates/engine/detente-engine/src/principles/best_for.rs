//! Best for one party within everybody's limits.

use super::answer::{Answer, Value, answer, greatest};
use super::stakes::Stakes;

/// The points of the frontier at which one principal gets the most that it gets anywhere in the zone; `None` if the frontier
/// is not drawn over the party. It needs no bottom line.
///
/// # Units
/// Points of the party's own scale.
/// # Source
/// DEFINITIONS 10; what of the zone leaves the party its most and is not on the frontier leaves every principal at most as
/// much as some point listed.
pub fn best_for(stakes: &Stakes<'_>, party: usize) -> Option<Answer> {
    if !stakes.is_principal(party) {
        return None;
    }
    let best = greatest(0..stakes.len(), |point| stakes.utility(point, party));
    let best = best.map(|(points, units)| (points, Value::Number(stakes.points(party, units))));
    Some(answer(best, vec![party], Vec::new()))
}
