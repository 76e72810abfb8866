//! Numbers of packages and points as the sheet takes them.

use detente::case::PartyIdx;
use detente::deals::Lowered;
use detente::engine::Count;
use detente_report::sheet::symmetry::{Amount, Points};

pub(super) fn amount(count: &Count) -> Amount {
    match count {
        Count::Exact(number) => Amount::Exact(number.to_string()),
        Count::Bounded { least, most } => Amount::Between(least.to_string(), most.to_string()),
        Count::Estimated { least, most, .. } => Amount::Sampled(least.to_string(), most.to_string()),
    }
}

/// What `units` are worth to a party of the case they were found in.
pub(super) fn points(lowered: &Lowered, party: PartyIdx, units: i64) -> Points {
    Points { units, thousandths: lowered.points(party, units).thousandths(), whole: lowered.whole_points(party, units) }
}
