//! What is at least as good for every principal as a package, and better for one (DEFINITIONS 18).

use detente_base::{Index, Watch};
use detente_case::{Case, PartyIdx};
use detente_engine::{Attained, Model};
use detente_estimate::EstimateSet;

use crate::ask;
use crate::compare::{in_zone, whole_zone};
use crate::principle::from_point;
use crate::{Answer, Choices, DealsError, Lowered, PrincipleAnswer, Settings, lower};

/// The improvements on a package under a set of estimates.
#[derive(Clone, Debug)]
pub struct Improvements {
    /// The model at the centres.
    pub lowered: Lowered,
    /// The parties whose gains count.
    pub principals: Vec<PartyIdx>,
    /// Whether the package itself lies in the zone at the centre.
    pub in_zone: bool,
    /// Per party, what the package is worth in units.
    pub units: Vec<i64>,
    /// The efficient improvements, one per utility vector of the principals; empty where there is none.
    pub efficient: Vec<Answer>,
    /// Per principle, the largest improvement, gains counted from the package or, where that is higher, from the bottom line.
    pub principles: Vec<PrincipleAnswer>,
}

/// The packages of the zone at the centres that no principal finds worse than `package` and one finds better. The package may
/// lie outside the zone.
///
/// # Cost
/// One frontier, of the part of the zone above the package.
/// # Errors
/// [`DealsError::Overflow`] and [`DealsError::Stopped`] as for the second answer.
pub fn improve(
    case: &Case,
    set: &EstimateSet,
    settings: &Settings,
    package: &Choices,
    watch: &dyn Watch,
) -> Result<Improvements, DealsError> {
    let lowered = lower(case, Some(set))?;
    let asked = whole_zone(&lowered, case, settings);
    let at = lowered.package(package);
    // The model was checked to fit 64-bit integers.
    let units = |party: &detente_engine::Party| i64::try_from(party.utility(&at)).unwrap_or(i64::MAX);
    let units: Vec<i64> = lowered.model.parties.iter().map(units).collect();
    let above = raised(&lowered.model, &asked.principals, &units);
    let found = ask::efficient(&above, &asked, watch)?;
    let differs = |point: &Attained| asked.principals.iter().any(|&party| point.utilities[party] != units[party]);
    // A package that can be improved on is not efficient itself, so its own vector stands alone or not at all.
    let frontier: Vec<Attained> = found.frontier.into_iter().filter(differs).collect();
    Ok(Improvements {
        principals: ask::principals(&asked),
        in_zone: in_zone(&lowered, &asked, package),
        efficient: frontier.iter().map(|point| from_point(&lowered, point)).collect(),
        principles: ask::principles(&lowered, &above, &asked, &frontier)?,
        units,
        lowered,
    })
}

/// The model in which no principal accepts less than it has.
fn raised(model: &Model, principals: &[usize], units: &[i64]) -> Model {
    let mut above = model.clone();
    for &party in principals {
        let line = &mut above.parties[party].bottom_line;
        *line = Some(line.map_or(units[party], |line| line.max(units[party])));
    }
    above
}

impl Improvements {
    /// What a package gives a party beyond the one that was to be improved, in units.
    pub fn beyond(&self, party: PartyIdx, answer: &Answer) -> i64 {
        answer.units[party.position()].saturating_sub(self.units[party.position()])
    }
}
