//! The files of a territory as text.

use geo::orient::{Direction, Orient};
use geo::{LineString, Polygon};
use serde_json::Value;

use super::Unit;
use super::snap::{key, point};
use crate::shape::measure::area;
use crate::{Adjacency, Territory};

/// The units as `GeoJSON`, a line each, in order of id.
pub(super) fn shapes(units: &[Unit]) -> String {
    let features: Vec<String> = units.iter().map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

fn feature(unit: &Unit) -> String {
    let polygons = unit.polygons.orient(Direction::Default);
    let parts: Vec<String> = polygons.iter().map(polygon).collect();
    let (kind, coordinates) = match parts.as_slice() {
        [only] => ("Polygon", only.clone()),
        many => ("MultiPolygon", format!("[{}]", many.join(","))),
    };
    let text = |text: &str| Value::String(text.to_owned()).to_string();
    format!(
        "{{\"type\":\"Feature\",\"id\":{},\"properties\":{{\"name\":{}}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}",
        text(&unit.id),
        text(&unit.name)
    )
}

fn polygon(polygon: &Polygon<f64>) -> String {
    let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring);
    format!("[{}]", rings.collect::<Vec<_>>().join(","))
}

fn ring(ring: &LineString<f64>) -> String {
    let points = ring.coords().map(|at| {
        let at = point(key(*at));
        format!("[{},{}]", at.x, at.y)
    });
    format!("[{}]", points.collect::<Vec<_>>().join(","))
}

/// The table of units: areas are those of the shapes and say so.
pub(super) fn units(units: &[Unit]) -> String {
    let mut out =
        "# Made from a map. Areas are geodesic, computed from the shapes: replace them where a source is known.\n"
            .to_owned();
    out.push_str("id,name,area_km2,area_source\n");
    for unit in units {
        let km2 = area(&unit.polygons);
        out.push_str(&format!("{},{},{km2},geodesic\n", unit.id, cell(&unit.name)));
    }
    out
}

/// The table of neighbours.
pub(super) fn adjacency(territory: &Territory, adjacency: &Adjacency) -> String {
    let mut out =
        "# Found in the shapes. Units across water are no neighbours unless a row says so.\na,b,shared_km\n".to_owned();
    for border in adjacency.borders() {
        let km = border.shared_km.map_or_else(String::new, |km| km.to_string());
        out.push_str(&format!("{},{},{km}\n", territory.units[border.a].id, territory.units[border.b].id));
    }
    out
}

/// A text as a cell.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) || text.starts_with('#') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
