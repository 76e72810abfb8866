//! What is at least as good for every principal as a package, and better for one (DEFINITIONS 18).

use detente_base::{Index, Watch};
use detente_case::{Case, PartyIdx};
use detente_engine::{self as engine, Ask, Model};
use detente_estimate::EstimateSet;

use crate::compare::{in_zone, whole_zone};
use crate::frontier::{Frontier, Listed, frontier};
use crate::principle::principles;
use crate::ready::Ready;
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
    /// Whether there is an improvement; always proved.
    pub improvable: bool,
    /// The efficient improvements, one per utility vector of the principals.
    pub efficient: Frontier,
    /// Per principle, the largest improvement, gains counted from the package or, where that is higher, from the bottom line.
    pub principles: Vec<PrincipleAnswer>,
}

/// The packages of the zone at the centres that no principal finds worse than `package` and one finds better. The package may
/// lie outside the zone.
///
/// # Cost
/// A search per principal and principle, and one frontier, of the part of the zone above the package.
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
    let mut found = Improvements {
        principals: asked.principals.iter().map(|&party| PartyIdx::new(party)).collect(),
        in_zone: in_zone(&lowered, &asked, package),
        improvable: is_improvable(&above, &asked, &units, watch)?,
        efficient: Frontier { points: Vec::new(), listed: Listed::All },
        principles: Vec::new(),
        units,
        lowered,
    };
    if found.improvable {
        let mut ready = Ready::new(&above, &asked, None, watch)?;
        found.efficient = frontier(&found.lowered, &mut ready, settings.frontier, watch)?;
        found.principles = principles(&found.lowered, &ready, watch)?;
    }
    Ok(found)
}

/// Whether some package gives a principal more than it has and none less.
fn is_improvable(above: &Model, asked: &Ask, units: &[i64], watch: &dyn Watch) -> Result<bool, DealsError> {
    for &party in &asked.principals {
        let mut better = above.clone();
        better.parties[party].bottom_line = above.parties[party].bottom_line.max(units[party].checked_add(1));
        if engine::any_package(&better, asked, watch)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
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
