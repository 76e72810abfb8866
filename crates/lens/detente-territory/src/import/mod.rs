//! A map of units of any country into the files of a territory: ids, one border between neighbours, areas, who is a neighbour.
//!
//! A file of administrative units is rarely clean: neighbours draw their common border twice and a little apart, rings run the wrong
//! way or cross themselves. Everything that is changed is told. What the file says of status or of whose a unit is, is not taken over.

mod arcs;
mod clean;
mod names;
mod snap;
mod write;

use detente_base::{Decimal, Diagnostic, FileId, Span};
use geo::MultiPolygon;

use crate::shape::features::{features, polygons};
use crate::{Files, Text, codes, read, read_shapes};

/// What the user says of a file.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The property that holds the id of a unit; looked for under usual names unless said.
    pub id: Option<String>,
    /// The property that holds its name; looked for under usual names unless said.
    pub name: Option<String>,
    /// Lines may be simplified by so many kilometres.
    pub simplify_km: Option<Decimal>,
}

/// The files of a territory, and what was done to get them.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Paths in the folder `territory` and texts.
    pub files: Vec<(&'static str, String)>,
    /// What was changed, in sentences.
    pub notes: Vec<String>,
    /// How many units there are.
    pub units: usize,
    /// How many pairs of neighbours.
    pub borders: usize,
}

/// A unit on its way.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) polygons: MultiPolygon<f64>,
}

/// Reads a map and cleans it.
///
/// # Errors
/// Everything that keeps the map from being taken over; then nothing is.
/// # Cost
/// Quadratic in the points of units that are near each other, at worst.
pub fn import(text: Text<'_>, options: &ImportOptions) -> Result<Imported, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let found = features(text, &mut diagnostics);
    let mut notes = Vec::new();
    let mut read: Vec<(String, String, MultiPolygon<f64>)> = Vec::new();
    for found in &found {
        let (id, name) = names::of(&found.feature, options, read.len());
        if let Some(polygons) = polygons(found, &mut diagnostics) {
            read.push((id, name, polygons));
        }
    }
    let turned = diagnostics.iter().filter(|found| *found.code == codes::MAP_WINDING).count();
    if 0 < turned {
        notes.push(format!("rings that ran the wrong way round, in units: {turned}; they were turned"));
    }
    diagnostics.retain(Diagnostic::is_error);
    if diagnostics.is_empty() && read.is_empty() {
        diagnostics.push(
            Diagnostic::new(&codes::MAP_SYNTAX, "there is no unit on this map")
                .at(Span::new(text.file, 0, 0), "no features")
                .hint("name a GeoJSON file with a feature for each unit"),
        );
    }
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let mut units = names::united(read, &mut notes);
    clean::clean(&mut units, &mut notes);
    if let Some(km) = options.simplify_km.filter(|km| Decimal::ZERO < *km) {
        arcs::simplify(&mut units, km, &mut notes);
    }
    written(&units, notes)
}

/// The files, read back as a case would read them: what would be wrong there is wrong here.
fn written(units: &[Unit], notes: Vec<String>) -> Result<Imported, Vec<Diagnostic>> {
    let shapes = write::shapes(units);
    let listed = write::units(units);
    let file = FileId(0);
    let files = Files { units: Some(Text { file, text: &listed }), ..Files::default() };
    let reading = read(&files);
    let territory = reading.territory.unwrap_or_default();
    let read = read_shapes(Text { file, text: &shapes }, &territory);
    let wrong: Vec<Diagnostic> = reading.diagnostics.into_iter().chain(read.diagnostics).collect();
    if wrong.iter().any(Diagnostic::is_error) {
        // Places in files that were never written say nothing to anybody.
        let errors = wrong.into_iter().filter(Diagnostic::is_error);
        return Err(errors.map(|error| Diagnostic { labels: Vec::new(), ..error }).collect());
    }
    let adjacency = crate::borders(&read.shapes);
    let mut notes = notes;
    notes.extend(wrong.into_iter().map(|warning| format!("still: {}", warning.message)));
    let borders = adjacency.borders().len();
    let adjacency = write::adjacency(&territory, &adjacency);
    let files = vec![("adjacency.csv", adjacency), ("units.csv", listed), ("units.geojson", shapes)];
    Ok(Imported { files, notes, units: units.len(), borders })
}
