//! `GeoJSON` as features with their places, and their geometry as polygons that run the right way.

use std::borrow::Cow;

use detente_base::{Diagnostic, Span};
use geo::orient::{Direction, Orient};
use geo::{Coord, LineString, MultiPolygon, Polygon, Winding};
use geojson::{Feature, GeometryValue, Position};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{Text, codes};

/// A feature and where it is written.
pub(crate) struct Found {
    pub(crate) feature: Feature,
    pub(crate) span: Span,
}

#[derive(Deserialize)]
struct Collection<'t> {
    #[serde(rename = "type")]
    kind: Cow<'t, str>,
    #[serde(borrow, default)]
    features: Vec<&'t RawValue>,
}

/// The features of a `GeoJSON` text.
pub(crate) fn features(text: Text<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let trimmed = text.text.strip_prefix('\u{feff}').unwrap_or(text.text);
    let skipped = text.text.len() - trimmed.len();
    let collection: Collection<'_> = match serde_json::from_str(trimmed) {
        Ok(collection) => collection,
        Err(error) => {
            diagnostics.push(broken(text, trimmed, skipped, &error));
            return Vec::new();
        }
    };
    if collection.kind != "FeatureCollection" {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_SYNTAX, format!("a map is a FeatureCollection, not a {}", collection.kind))
                .at(Span::new(text.file, 0, 0), "its type")
                .hint("save the units as one GeoJSON FeatureCollection, a feature each"),
        );
        return Vec::new();
    }
    let mut found = Vec::new();
    for raw in collection.features {
        // The raw text is a part of the whole: where it begins is how far its first byte is from the first of all.
        let from = (raw.get().as_ptr() as usize).saturating_sub(text.text.as_ptr() as usize);
        match raw.get().parse::<Feature>() {
            Ok(feature) => found.push(Found { feature, span: head(text, from, raw.get()) }),
            Err(error) => diagnostics.push(
                Diagnostic::new(&codes::MAP_SYNTAX, format!("this is not a feature: {error}"))
                    .at(head(text, from, raw.get()), "this one")
                    .hint("a feature has \"type\": \"Feature\", an \"id\" and a \"geometry\" (RFC 7946)"),
            ),
        }
    }
    found
}

/// The beginning of a feature, up to its line's end.
fn head(text: Text<'_>, from: usize, raw: &str) -> Span {
    const SHOWN: usize = 60;
    let line = raw.lines().next().unwrap_or_default();
    let end = line.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|&end| end <= SHOWN).last();
    Span::new(text.file, from, from + end.unwrap_or(0))
}

fn broken(text: Text<'_>, trimmed: &str, skipped: usize, error: &serde_json::Error) -> Diagnostic {
    let before: usize = trimmed.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (skipped + before + error.column().saturating_sub(1)).min(text.text.len());
    while !text.text.is_char_boundary(at) {
        at -= 1;
    }
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default().to_owned();
    Diagnostic::new(&codes::MAP_SYNTAX, format!("this cannot be read as GeoJSON: {what}"))
        .at(Span::new(text.file, at, at), "here")
        .hint("a map is a GeoJSON FeatureCollection (RFC 7946); a program that made it can save it again")
}

/// The id a feature carries: its own, else its property `id`.
pub(crate) fn id_of(feature: &Feature) -> Option<String> {
    match &feature.id {
        Some(geojson::feature::Id::String(id)) => Some(id.clone()),
        Some(geojson::feature::Id::Number(id)) => Some(id.to_string()),
        None => feature.property("id")?.as_str().map(str::to_owned),
    }
}

/// The polygons of a feature, wound as RFC 7946 has it; none where it has no area or cannot be understood.
pub(crate) fn polygons(found: &Found, diagnostics: &mut Vec<Diagnostic>) -> Option<MultiPolygon<f64>> {
    let value = found.feature.geometry.as_ref().map(|geometry| &geometry.value);
    let parts: Vec<&Vec<Vec<Position>>> = match value {
        Some(GeometryValue::Polygon { coordinates }) => vec![coordinates],
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.iter().collect(),
        _ => {
            diagnostics.push(
                Diagnostic::new(&codes::MAP_NOT_AN_AREA, "a unit's shape is a Polygon or a MultiPolygon")
                    .at(found.span, "this one is not")
                    .hint("draw the outline of the unit as a polygon; points and lines have no area"),
            );
            return None;
        }
    };
    let polygons: Option<Vec<Polygon<f64>>> =
        parts.into_iter().map(|rings| polygon(rings, found, diagnostics)).collect();
    let polygons = polygons.filter(|polygons| !polygons.is_empty())?;
    let is_wound =
        |polygon: &Polygon<f64>| polygon.exterior().is_ccw() && polygon.interiors().iter().all(Winding::is_cw);
    if !polygons.iter().all(is_wound) {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_WINDING, "a ring of this unit runs the wrong way round")
                .at(found.span, "read as if it ran the right way")
                .hint("outer rings run counter-clockwise, holes clockwise (RFC 7946); `detente import-map` writes them so"),
        );
    }
    Some(MultiPolygon::new(polygons).orient(Direction::Default))
}

fn polygon(rings: &[Vec<Position>], found: &Found, diagnostics: &mut Vec<Diagnostic>) -> Option<Polygon<f64>> {
    let mut read = rings.iter().map(|ring| ring_of(ring, found, diagnostics));
    let exterior = read.next().flatten()?;
    let interiors = read.collect::<Option<Vec<_>>>()?;
    Some(Polygon::new(exterior, interiors))
}

fn ring_of(ring: &[Position], found: &Found, diagnostics: &mut Vec<Diagnostic>) -> Option<LineString<f64>> {
    let points: Option<Vec<Coord<f64>>> = ring
        .iter()
        .map(|position| match position.as_slice() {
            [x, y, ..] => Some(Coord { x: *x, y: *y }),
            _ => None,
        })
        .collect();
    let points = points.filter(|points| 4 <= points.len() && points.first() == points.last());
    let Some(points) = points else {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_OPEN_RING, "a ring of this unit is not closed")
                .at(found.span, "in this unit")
                .hint("a ring has at least four positions, and the last is the same as the first (RFC 7946)"),
        );
        return None;
    };
    let on_earth = |point: &Coord<f64>| point.x.abs() <= 180.0 && point.y.abs() <= 90.0;
    if let Some(off) = points.iter().find(|point| !on_earth(point)) {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_NOT_DEGREES, format!("{} {} is no place in degrees", off.x, off.y))
                .at(found.span, "in this unit")
                .hint("GeoJSON has longitude, then latitude, in degrees (WGS84); save the map again in that system"),
        );
        return None;
    }
    let (west, east) =
        points.iter().fold((180.0_f64, -180.0_f64), |(west, east), point| (west.min(point.x), east.max(point.x)));
    if 180.0 < east - west {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_DATE_LINE, "a ring of this unit spans more than half the globe")
                .at(found.span, "in this unit")
                .hint("cut a unit that crosses the 180th meridian into two polygons there (RFC 7946, 3.1.9)"),
        );
        return None;
    }
    Some(LineString::new(points))
}
