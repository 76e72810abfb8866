//! How large a unit is, how many live in it, how many places of note it has; each with where the figure is from.

use detente_base::Decimal;

use crate::Named;

/// An area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// In square kilometres.
    pub km2: Decimal,
    /// Where the figure is from.
    pub basis: AreaBasis,
}

/// Where the figure of an area is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaBasis {
    /// A source of the ledger.
    Source(Named),
    /// Computed from the shape, on the WGS84 ellipsoid.
    Geodesic,
    /// Not said.
    Unsaid,
}

/// How many people live in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// How many.
    pub count: u64,
    /// The year the figure is of.
    pub year: Option<i16>,
    /// The source of the ledger it is from.
    pub source: Option<Named>,
}

/// How many places of note a unit has: what counts as one is the source's matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sites {
    /// How many.
    pub count: u64,
    /// The source of the ledger the figure is from.
    pub source: Option<Named>,
}
