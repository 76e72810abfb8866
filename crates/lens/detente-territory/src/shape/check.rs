//! What is wrong with shapes that could be read: rings that cross, units on top of each other, slivers, areas and borders that differ
//! from the tables.
//!
//! A check says how far it lets things go; each limit is a part of the units at hand, so that it fits islands and continents.

use detente_base::{Decimal, Diagnostic};
use geo::{BooleanOps, BoundingRect, Intersects, MultiPolygon, Validation, unary_union};

use super::border::{between, tolerance};
use super::{Shape, Shapes, measure};
use crate::{Area, Territory, UnitIdx, codes};

/// Two units overlap where they share more than this part of the smaller one; what is less is a sliver.
const OVERLAP: f64 = 0.001;
/// Below this part of the smaller one it is rounding.
const ROUNDING: f64 = 0.000_001;
/// A hole between units is a sliver where it is less than this part of a unit's mean area.
const GAP: f64 = 0.01;
/// The area of a shape may differ from the table's by so many percent.
const AREA_PERCENT: i64 = 10;
/// The length of a border may differ from the table's by so many percent.
const LENGTH_PERCENT: i64 = 10;

pub(super) fn check(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    let before = diagnostics.len();
    rings(territory, shapes, diagnostics);
    let crosses = before < diagnostics.len();
    missing(territory, shapes, diagnostics);
    areas(territory, shapes, diagnostics);
    // What a polygon covers that crosses itself is nobody's guess.
    if !crosses {
        overlaps(territory, shapes, diagnostics);
        gaps(shapes, diagnostics);
        borders(territory, shapes, diagnostics);
    }
}

fn rings(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    for (unit, shape) in shapes.iter() {
        if let Err(error) = shape.polygons.check_validation() {
            diagnostics.push(
                Diagnostic::new(
                    &codes::MAP_SELF_CROSSING,
                    format!("the shape of {} is no plain outline: {error}", territory.units[unit].name),
                )
                .at(shape.span(), "this shape")
                .hint(
                    "draw it so that no ring crosses itself or another; `detente import-map` mends most of such shapes",
                ),
            );
        }
    }
}

fn missing(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    for (idx, unit) in territory.units.iter().filter(|(idx, _)| shapes.get(*idx).is_none()) {
        let rejected = diagnostics.iter().any(Diagnostic::is_error);
        if !rejected {
            diagnostics.push(
                Diagnostic::new(&codes::MAP_NO_SHAPE, format!("unit \"{}\" has no shape", territory.units[idx].id))
                    .at(unit.span, "listed here, and not drawn")
                    .hint("add a feature with its id; until then it stands in tables and not on the map"),
            );
        }
    }
}

fn areas(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    for (idx, shape) in shapes.iter() {
        let unit = &territory.units[idx];
        let Some(Area { km2, .. }) = unit.area else { continue };
        let drawn = shape.km2();
        if !within(km2, drawn, AREA_PERCENT) {
            diagnostics.push(
                Diagnostic::new(
                    &codes::MAP_AREA_DIFFERS,
                    format!("{} is {km2} km² in the table and {drawn} km² as drawn", unit.name),
                )
                .at(unit.span, format!("more than {AREA_PERCENT}% apart"))
                .at(shape.span(), "drawn here")
                .hint("check that both mean the same unit; sums use the table, the picture shows the shape"),
            );
        }
    }
}

/// Whether two figures are at most so many percent of the larger apart.
fn within(a: Decimal, b: Decimal, percent: i64) -> bool {
    let (a, b) = (i128::from(a.thousandths()), i128::from(b.thousandths()));
    (a - b).abs() * 100 <= a.max(b) * i128::from(percent)
}

fn overlaps(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    let all: Vec<(UnitIdx, &Shape)> = shapes.iter().collect();
    for (rank, (a, first)) in all.iter().enumerate() {
        for (b, second) in all.iter().skip(rank + 1).filter(|(_, second)| near(first, second)) {
            let shared = measure::km2(&first.polygons.intersection(&second.polygons));
            let least = measure::km2(&first.polygons).min(measure::km2(&second.polygons));
            if shared <= ROUNDING * least {
                continue;
            }
            let (a, b) = (&territory.units[*a].name, &territory.units[*b].name);
            let (code, way_out) = if OVERLAP * least < shared {
                (&codes::MAP_OVERLAP, "cut one of them back to the border; no ground is in two units")
            } else {
                (
                    &codes::MAP_SLIVER,
                    "`detente import-map` lets neighbours share one border; sums do not use the shapes",
                )
            };
            let message = format!("{a} and {b} overlap by {} km²", measure::rounded(shared.max(0.1)));
            diagnostics.push(Diagnostic::new(code, message).at(second.span(), b).at(first.span(), a).hint(way_out));
        }
    }
}

fn near(a: &Shape, b: &Shape) -> bool {
    let boxes = a.polygons.bounding_rect().zip(b.polygons.bounding_rect());
    boxes.is_some_and(|(a, b)| a.intersects(&b))
}

/// Holes between units, too small to be meant.
fn gaps(shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    let areas: Vec<f64> = shapes.iter().map(|(_, shape)| measure::km2(&shape.polygons)).collect();
    let total: f64 = areas.iter().sum();
    let united = unary_union(shapes.iter().map(|(_, shape)| &shape.polygons));
    for hole in united.iter().flat_map(|polygon| polygon.interiors().iter()) {
        let polygon = MultiPolygon::new(vec![geo::Polygon::new(hole.clone(), Vec::new())]);
        let km2 = measure::km2(&polygon);
        // The mean times the number of units is the total: no division, no conversion of a count.
        let small = areas.iter().map(|_| km2).sum::<f64>() < GAP * total;
        let own = shapes.iter().any(|(_, shape)| shape.polygons.iter().any(|part| part.interiors().contains(hole)));
        let beside = shapes.iter().filter(|(_, shape)| shape.polygons.intersects(&polygon));
        let Some(point) = hole.coords().next().filter(|_| small && !own) else { continue };
        let mut found = Diagnostic::new(
            &codes::MAP_GAP,
            format!("a gap of {} km² between units at {:.4} {:.4}", measure::rounded(km2.max(0.1)), point.x, point.y),
        );
        for (_, shape) in beside.take(3) {
            found = found.at(shape.span(), "beside it");
        }
        diagnostics.push(
            found.hint("close it, or leave it if it is a lake or land of nobody here; `detente import-map` closes it"),
        );
    }
}

/// Borders as drawn beside those of the table.
fn borders(territory: &Territory, shapes: &Shapes, diagnostics: &mut Vec<Diagnostic>) {
    let Some(given) = &territory.adjacency else { return };
    let drawn = super::borders(shapes);
    let limit = tolerance(shapes);
    for border in given.borders() {
        let (Some(first), Some(second)) = (shapes.get(border.a), shapes.get(border.b)) else { continue };
        let (a, b) = (&territory.units[border.a].name, &territory.units[border.b].name);
        let Some(span) = border.span else { continue };
        let km = drawn.border(border.a, border.b).and_then(|drawn| drawn.shared_km);
        let found = match (border.shared_km, km) {
            (_, None) => {
                let km = measure::rounded(between(first, second, limit));
                format!("{a} and {b} are neighbours in the table and not as drawn ({km} km shared)")
            }
            (Some(given), Some(drawn)) if !within(given, drawn, LENGTH_PERCENT) => {
                format!("{a} and {b} share {given} km in the table and {drawn} km as drawn")
            }
            _ => continue,
        };
        diagnostics.push(
            Diagnostic::new(&codes::MAP_BORDER_DIFFERS, found)
                .at(span, "said here")
                .hint("mend the one that is wrong; the table counts"),
        );
    }
    for border in drawn.borders().iter().filter(|border| given.border(border.a, border.b).is_none()) {
        let (a, b) = (&territory.units[border.a].name, &territory.units[border.b].name);
        let km = border.shared_km.unwrap_or_default();
        let found = format!("{a} and {b} share {km} km as drawn and are no neighbours in the table");
        let spans = [border.a, border.b].into_iter().filter_map(|unit| Some(shapes.get(unit)?.span()));
        let found =
            spans.fold(Diagnostic::new(&codes::MAP_BORDER_DIFFERS, found), |found, span| found.at(span, "drawn here"));
        diagnostics.push(found.hint("add the pair to the table, or mend the shapes; the table counts"));
    }
}
