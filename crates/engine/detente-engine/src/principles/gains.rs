//! Gains in points: the one measure in which different parties' units can be compared at all.

use super::fraction::Fraction;
use super::stakes::Stakes;

/// What each party gains at a point of the frontier over its bottom line, in points, ascending.
pub(super) fn ascending(stakes: &Stakes<'_>, parties: &[(usize, i64)], point: usize) -> Vec<Fraction> {
    let gain = |&party: &(usize, i64)| stakes.points(party.0, stakes.gain(point, party));
    let mut gains: Vec<Fraction> = parties.iter().map(gain).collect();
    gains.sort();
    gains
}
