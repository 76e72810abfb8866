//! Examples that differ: the package of the zone farthest from those already chosen.

use crate::budget::Budget;
use crate::chosen::greatest_level;
use crate::distance::Distance;
use crate::error::Stopped;
use crate::feasible::{feasible, space};
use detente_base::Watch;
use detente_model::{Ask, Consent, Model, ModelError, Package, Party};

/// A package and how far it is from the nearest of those chosen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farthest {
    /// The package.
    pub package: Package,
    /// The numerator of its least distance; equal to the denominator where none was chosen before.
    pub least: u128,
    /// The denominator, common to all distances of this kind over this model.
    pub denominator: u128,
}

/// The package of the zone whose least distance to those chosen is greatest, the κ-least among ties; `None` if the zone is
/// empty.
///
/// Every package chosen becomes one more party that gains distance from it; what is looked for is the most for whoever gains
/// least.
///
/// # Cost
/// One optimum as in [`principle`](crate::principle), and one [`feasible`] package.
/// # Source
/// DEFINITIONS 18.
pub fn farthest(
    model: &Model,
    ask: &Ask,
    chosen: &[Package],
    distance: &Distance,
    watch: &dyn Watch,
) -> Result<Option<Farthest>, Stopped> {
    model.validate()?;
    distance.validate(model)?;
    chosen.iter().try_for_each(|package| validate_package(model, package))?;
    let whole = distance.denominator(model)?;
    let (mut with, mut asked) = (model.clone(), ask.clone());
    if !ask.bottom_lines {
        with.parties.iter_mut().for_each(|party| party.bottom_line = None);
        asked.bottom_lines = true;
    }
    let own = model.parties.len();
    for package in chosen {
        with.parties.push(gains_distance(distance.from(model, package)?));
    }
    asked.principals = (own..with.parties.len()).collect();
    let budget = Budget::new(watch, ask.effort.max_steps, space(model));
    let least = if chosen.is_empty() { Some(whole) } else { greatest_level(&with, &asked, &budget)? };
    let Some(least) = least else { return Ok(None) };
    with.parties[own..].iter_mut().for_each(|party| party.bottom_line = Some(least));
    let wide = |units: i64| u128::from(units.unsigned_abs());
    let found = feasible(&with, &asked, watch)?;
    Ok(found.map(|package| Farthest { package, least: wide(least), denominator: wide(whole) }))
}

fn gains_distance(values: Vec<Vec<i64>>) -> Party {
    Party { values, tables: Vec::new(), linkages: Vec::new(), bottom_line: Some(0), consent: Consent::Always }
}

fn validate_package(model: &Model, package: &[usize]) -> Result<(), ModelError> {
    if package.len() != model.issues.len() {
        return Err(ModelError::DraftLength { found: package.len(), expected: model.issues.len() });
    }
    match package.iter().zip(&model.issues).position(|(choice, size)| size <= choice) {
        Some(issue) => Err(ModelError::UnknownChoice { issue, choice: package[issue] }),
        None => Ok(()),
    }
}
