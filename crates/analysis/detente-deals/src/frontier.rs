//! The efficient results, as far as they are listed.

use detente_base::Watch;
use detente_engine::{Cover, forgiven};

use crate::principle::from_point;
use crate::ready::Ready;
use crate::{Answer, DealsError, Lowered};

/// How much of a frontier is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FrontierWanted {
    /// All of it.
    #[default]
    Whole,
    /// At most so many points; more are thinned to a cover.
    AtMost(usize),
    /// None of it.
    Unasked,
}

/// The efficient utility vectors over the principals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frontier {
    /// The points, descending over the principals.
    pub points: Vec<Answer>,
    /// What they are of the frontier.
    pub listed: Listed,
}

/// What listed points are of a frontier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// All of it.
    All,
    /// A cover: every package of the zone is matched by one of them up to this, per principal in its units.
    Cover(Vec<i64>),
    /// Nothing, because it was not asked for.
    Unasked,
    /// Nothing, because it is out of reach.
    OutOfReach,
}

/// Points a cover is limited to where the whole frontier is out of reach.
const COVERED: usize = 5_000;

impl Frontier {
    /// Whether all points are listed.
    pub fn is_complete(&self) -> bool {
        self.listed == Listed::All
    }

    fn none(listed: Listed) -> Self {
        Self { points: Vec::new(), listed }
    }

    /// The frontier of a zone without a package.
    pub(crate) fn of_nothing(wanted: FrontierWanted) -> Self {
        Self::none(if wanted == FrontierWanted::Unasked { Listed::Unasked } else { Listed::All })
    }
}

/// The frontier of a zone; a cover where all of it is out of reach.
pub(crate) fn frontier(
    lowered: &Lowered,
    zone: &mut Ready<'_>,
    wanted: FrontierWanted,
    watch: &dyn Watch,
) -> Result<Frontier, DealsError> {
    let few = |most| Cover { epsilon: None, max_points: Some(most) };
    let attempts = match wanted {
        FrontierWanted::Unasked => return Ok(Frontier::none(Listed::Unasked)),
        FrontierWanted::Whole => vec![Cover::default(), few(COVERED)],
        FrontierWanted::AtMost(most) => vec![few(most)],
    };
    for cover in attempts {
        if let Some(found) = forgiven(zone.frontier(&cover, watch))? {
            let points = found.points.iter().map(|point| from_point(lowered, point)).collect();
            let listed = match &found.epsilon {
                None => Listed::All,
                Some(epsilon) => Listed::Cover(epsilon.clone()),
            };
            return Ok(Frontier { points, listed });
        }
    }
    Ok(Frontier::none(Listed::OutOfReach))
}
