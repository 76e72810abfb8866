//! Units back into points, for reading only: everything is decided in units.

use detente_base::{Decimal, Index, half_even};
use detente_case::PartyIdx;

use crate::Lowered;

impl Lowered {
    /// `units` of `party` as points, rounded half to even to 0.001.
    pub fn points(&self, party: PartyIdx, units: i64) -> Decimal {
        let thousandths = half_even(i128::from(units) * i128::from(Decimal::UNIT), i128::from(self.per_point(party)));
        Decimal::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX))
    }

    /// `units` of `party` as whole points, rounded half to even: how points are shown to people.
    pub fn whole_points(&self, party: PartyIdx, units: i64) -> i64 {
        i64::try_from(half_even(i128::from(units), i128::from(self.per_point(party)))).unwrap_or(i64::MAX)
    }

    /// The units that make one point for `party`.
    pub fn per_point(&self, party: PartyIdx) -> i64 {
        self.units_per_point[party.position()]
    }

    /// The low end, centre and high end of the bottom line of `party`, in units.
    pub fn bottom_line(&self, party: PartyIdx) -> Option<[i64; 3]> {
        self.bottom_lines[party.position()]
    }
}
