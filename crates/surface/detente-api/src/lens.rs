//! Packages read back into units, areas, people and lines.

use std::collections::BTreeMap;

use detente::case::Case;
use detente::deals::{Choices, LensReading, Tally, readings};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::number;

/// What a package makes of a lens.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Lens {
    /// Per status, what the units in question with it have.
    pub statuses: BTreeMap<String, LensTally>,
    /// Per party for whom units can count.
    pub sides: BTreeMap<String, LensSide>,
}

/// What some units have together.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LensTally {
    /// How many units.
    pub units: usize,
    /// Their area in question, km²; null where one's is not known.
    pub km2: Option<Number>,
    /// The people in the area in question; null where one's are not known.
    pub people: Option<Number>,
}

/// What a package makes of the area and the line of one party.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LensSide {
    /// The area in question under its control on the date, km².
    pub km2_on_date: Number,
    /// The area in question that counts for it, km²; null where one's is not known.
    pub km2: Option<Number>,
    /// The length of the line around the units that count for it, on the date, km; null where a border's is not known.
    pub line_km_on_date: Option<Number>,
    /// The same under the package.
    pub line_km: Option<Number>,
}

/// Every lens of a case by id, as a package makes it.
pub(crate) fn lenses(case: &Case, choices: &Choices) -> BTreeMap<String, Lens> {
    readings(case, choices).iter().map(|of| (case.lenses[of.lens].id.to_string(), lens(case, of))).collect()
}

fn lens(case: &Case, reading: &LensReading) -> Lens {
    let tally = |of: &Tally| LensTally { units: of.units, km2: of.km2.map(number), people: of.people.map(number) };
    let statuses = case.lenses[reading.lens].statuses.iter().zip(&reading.statuses);
    let side = |of: &detente::deals::SideReading| LensSide {
        km2_on_date: number(of.on_date),
        km2: of.km2.map(number),
        line_km_on_date: of.line.map(|[before, _]| number(before)),
        line_km: of.line.map(|[_, now]| number(now)),
    };
    Lens {
        statuses: statuses.map(|(status, of)| (status.id.clone(), tally(of))).collect(),
        sides: reading.sides.iter().map(|of| (of.party.to_string(), side(of))).collect(),
    }
}
