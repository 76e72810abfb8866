//! Why there are no more examples.

use detente::deals;
use schemars::JsonSchema;
use serde::Serialize;

/// Why examples end where they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExamplesEnd {
    /// As many were found as were wanted.
    AsWanted,
    /// The zone has no package that differs from them.
    NoOther,
    /// The zone has no other package without an offer about a person's own office.
    OnlyPersonalOffers,
    /// Whether there is another was not decided.
    OutOfReach,
}

impl From<deals::ExamplesEnd> for ExamplesEnd {
    fn from(end: deals::ExamplesEnd) -> Self {
        match end {
            deals::ExamplesEnd::AsWanted => Self::AsWanted,
            deals::ExamplesEnd::NoOther => Self::NoOther,
            deals::ExamplesEnd::OnlyPersonalOffers => Self::OnlyPersonalOffers,
            deals::ExamplesEnd::OutOfReach => Self::OutOfReach,
        }
    }
}
