//! What every month says.

use detente_deals::{Choices, Zone};

use crate::share::Share;

/// The months, from 0 on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What each month says.
    pub months: Vec<Month>,
    /// What becomes of the packages named.
    pub packages: Vec<OfPackage>,
}

/// What a month says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The zone at the centres.
    pub zone: Zone,
    /// In how many draws there is a package.
    pub open: Share,
    /// Per party what it could get; `None` where it has no bottom line or has walked out.
    pub prospects: Vec<Option<Prospects>>,
}

/// What a party could get in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospects {
    /// At the centres.
    pub centre: Prospect,
    /// In how many draws its alternative is better than any package it could get.
    pub alternative_better: Share,
    /// In how many draws there is no package it could get.
    pub nothing: Share,
}

/// What a party could get: packages within rules, its own limits, and the limits and bottom lines of the others whose consent
/// they need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prospect {
    /// Some package it could get is worth at least as much to it as its alternative.
    Package,
    /// There are packages it could get, and its alternative is better than any of them.
    AlternativeBetter,
    /// There is no package it could get, whatever its bottom line.
    Nothing,
}

/// What becomes of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPackage {
    /// The package.
    pub choices: Choices,
    /// Per month.
    pub months: Vec<Standing>,
}

/// How a package stands in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// At the centres, per party, whether it can accept the package or is not asked.
    pub accepted: Vec<bool>,
    /// At the centres, whether it meets all rules and everybody can accept it.
    pub in_zone: bool,
    /// In how many draws each party can accept it, or is not asked.
    pub accepted_in: Vec<Share>,
    /// In how many draws it is in the zone.
    pub in_zone_in: Share,
}

impl OfPackage {
    /// The last month in which a party can accept it at the centres; `None` where it never can.
    pub fn last_for(&self, party: usize) -> Option<usize> {
        self.months.iter().rposition(|month| month.accepted.get(party).copied().unwrap_or(false))
    }

    /// The last month in which it is in the zone at the centres.
    pub fn last(&self) -> Option<usize> {
        self.months.iter().rposition(|month| month.in_zone)
    }
}

impl Course {
    /// The first month in which a party could get no package that is worth its alternative, at the centres.
    pub fn first_better(&self, party: usize) -> Option<usize> {
        let is_so = |month: &Month| {
            let prospects = month.prospects.get(party).copied().flatten();
            prospects.is_some_and(|of| of.centre == Prospect::AlternativeBetter)
        };
        self.months.iter().position(is_so)
    }
}
