//! What the principles choose from: a frontier, and what each principal stands to gain on it.

use super::fraction::Fraction;
use crate::scan::Attained;
use num_bigint::BigInt;
use thiserror::Error;

/// A frontier over principals, with bottom lines and the worth of a unit; checked to fit together.
#[derive(Clone, Debug)]
pub struct Stakes<'a> {
    frontier: &'a [Attained],
    principals: &'a [usize],
    bottom_lines: &'a [Option<i64>],
    units_per_point: &'a [i64],
}

/// Why [`Stakes`] do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StakesError {
    /// A list per party has another length than a point of the frontier.
    #[error("a list about {found} parties where there are {expected}")]
    Parties {
        /// The length of the list.
        found: usize,
        /// The number of parties.
        expected: usize,
    },
    /// There is no party of that number.
    #[error("there is no party {party}")]
    UnknownParty {
        /// The number.
        party: usize,
    },
    /// A point must be worth at least one unit.
    #[error("party {party} has no positive number of units per point")]
    NoUnits {
        /// Which party.
        party: usize,
    },
}

impl<'a> Stakes<'a> {
    /// Puts together what principles are applied to.
    ///
    /// # Shape
    /// `bottom_lines` and `units_per_point` have an entry per party, principal or not, as `utilities` of a point have;
    /// `principals` are those the frontier was drawn over.
    /// # Units
    /// Bottom lines in the party's own units; `units_per_point` how many of them make one point, positive.
    pub fn new(
        frontier: &'a [Attained],
        principals: &'a [usize],
        bottom_lines: &'a [Option<i64>],
        units_per_point: &'a [i64],
    ) -> Result<Self, StakesError> {
        let expected = bottom_lines.len();
        let lengths = frontier.iter().map(|point| point.utilities.len()).chain([units_per_point.len()]);
        if let Some(found) = lengths.into_iter().find(|found| *found != expected) {
            return Err(StakesError::Parties { found, expected });
        }
        if let Some(&party) = principals.iter().find(|party| expected <= **party) {
            return Err(StakesError::UnknownParty { party });
        }
        match units_per_point.iter().position(|units| *units <= 0) {
            Some(party) => Err(StakesError::NoUnits { party }),
            None => Ok(Self { frontier, principals, bottom_lines, units_per_point }),
        }
    }

    /// The number of points.
    pub(super) fn len(&self) -> usize {
        self.frontier.len()
    }

    /// The principals that have a bottom line, each with it.
    pub(super) fn standing(&self) -> Vec<(usize, i64)> {
        self.principals.iter().filter_map(|&party| Some((party, self.bottom_lines[party]?))).collect()
    }

    /// The principals that have none and so stand in no principle.
    pub(super) fn without_bottom_line(&self) -> Vec<usize> {
        self.principals.iter().copied().filter(|&party| self.bottom_lines[party].is_none()).collect()
    }

    /// Whether the frontier is drawn over a party.
    pub(super) fn is_principal(&self, party: usize) -> bool {
        self.principals.contains(&party)
    }

    /// A party's units at a point.
    pub(super) fn utility(&self, point: usize, party: usize) -> i64 {
        self.frontier[point].utilities[party]
    }

    /// What a party gains at a point over its bottom line, in its own units.
    pub(super) fn gain(&self, point: usize, (party, line): (usize, i64)) -> i128 {
        i128::from(self.utility(point, party)) - i128::from(line)
    }

    /// A party's units as points.
    pub(super) fn points(&self, party: usize, units: impl Into<BigInt>) -> Fraction {
        Fraction::new(units, self.units_per_point[party])
    }

    /// The most a party gets anywhere on the frontier, which is the most it gets anywhere in the zone.
    pub(super) fn most(&self, party: usize) -> Option<i64> {
        (0..self.len()).map(|point| self.utility(point, party)).max()
    }
}
