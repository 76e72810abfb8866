//! "Same share of what each could hope for."

use super::answer::{Answer, LeftOut, Reason, Value, by_worth, without_bottom_line};
use super::fraction::Fraction;
use super::stakes::Stakes;

/// The points of the frontier whose ratios (u − b) / (I − b), in ascending order, are lexicographically greatest; I is the
/// most the party gets anywhere in the zone. Parties with I ≤ b have no ratio and are named.
///
/// # Units
/// Ratios have none: the answer does not depend on any party's scale.
/// # Source
/// DEFINITIONS 12; the ideal point is taken over the zone, not over all packages.
pub fn kalai_smorodinsky(stakes: &Stakes<'_>) -> Answer {
    let (hopeful, idle): (Vec<_>, Vec<_>) = stakes.standing().into_iter().partition(|&party| 0 < hope(stakes, party));
    let hopes: Vec<i128> = hopeful.iter().map(|&party| hope(stakes, party)).collect();
    let ratios = |point: usize| {
        let parties = hopeful.iter().zip(&hopes);
        let mut ratios: Vec<Fraction> =
            parties.map(|(&party, &hope)| Fraction::new(stakes.gain(point, party), hope)).collect();
        ratios.sort();
        ratios
    };
    let idle = idle.into_iter().map(|(party, _)| LeftOut { party, reason: Reason::NothingToGain });
    let left_out = without_bottom_line(stakes).into_iter().chain(idle).collect();
    by_worth(stakes, &hopeful, left_out, ratios, Value::Ascending)
}

/// The most a party gains over its bottom line anywhere in the zone.
fn hope(stakes: &Stakes<'_>, (party, line): (usize, i64)) -> i128 {
    stakes.most(party).map_or(0, |most| i128::from(most) - i128::from(line))
}
