//! Shapes of units out of `GeoJSON`, checked against the tables.

use detente_base::{Diagnostic, Span};

use super::features::{features, id_of, polygons};
use super::{SHAPES, Shape, Shapes, check};
use crate::read::did_you_mean;
use crate::{Territory, Text, UNITS, UnitIdx, codes};

/// The shapes, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct ShapesReading {
    /// The shapes, as far as they could be read.
    pub shapes: Shapes,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the shapes of a territory's units and checks them: against themselves, each other and the tables.
///
/// # Cost
/// Quadratic in the points of units that are near each other, at worst.
pub fn read_shapes(text: Text<'_>, territory: &Territory) -> ShapesReading {
    let mut diagnostics = Vec::new();
    let mut shapes = Shapes::none_of(territory.units.len());
    let found = features(text, &mut diagnostics);
    let is_readable = !found.is_empty();
    for found in &found {
        let Some(unit) = unit(found.span, id_of(&found.feature).as_deref(), territory, &mut diagnostics) else {
            continue;
        };
        if let Some(first) = shapes.get(unit) {
            diagnostics.push(
                Diagnostic::new(&codes::MAP_TWICE, format!("unit \"{}\" has two shapes", territory.units[unit].id))
                    .at(found.span, "again")
                    .at(first.span(), "first here")
                    .hint("a unit of several parts is one feature with a MultiPolygon"),
            );
        } else if let Some(polygons) = polygons(found, &mut diagnostics) {
            shapes.set(unit, Shape::new(polygons, found.span));
        }
    }
    if is_readable {
        check::check(territory, &shapes, &mut diagnostics);
    }
    ShapesReading { shapes, diagnostics }
}

/// The unit a feature is of.
fn unit(span: Span, id: Option<&str>, territory: &Territory, diagnostics: &mut Vec<Diagnostic>) -> Option<UnitIdx> {
    let Some(id) = id else {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_NO_ID, "this feature does not say which unit it is")
                .at(span, "no id")
                .hint(format!("give it \"id\": the id of a unit of {UNITS}")),
        );
        return None;
    };
    let found = territory.unit(id);
    if found.is_none() {
        let known = territory.units.rows().map(|unit| unit.id.as_str());
        let hint = did_you_mean(&id.to_lowercase(), known).unwrap_or_else(|| format!("units are listed in {UNITS}"));
        diagnostics.push(
            Diagnostic::new(&codes::UNKNOWN_UNIT, format!("{SHAPES} draws \"{id}\", and there is no such unit"))
                .at(span, "not known")
                .hint(hint),
        );
    }
    found
}
