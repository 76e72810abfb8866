//! The table of units.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, Span, Table};
use detente_case::Id;

use super::columns::{Column, Row, Sheet, optional, required};
use super::control::ALL;
use super::{Text, values};
use crate::{Area, AreaBasis, People, Sites, Unit, UnitIdx, codes};

/// What stands for a source where an area was computed from the shape.
const GEODESIC: &str = "geodesic";

const COLUMNS: [Column; 9] = [
    required("id"),
    required("name"),
    required("area_km2"),
    optional("area_source"),
    optional("people"),
    optional("people_year"),
    optional("people_source"),
    optional("sites"),
    optional("sites_source"),
];

pub(super) fn names() -> Vec<&'static str> {
    COLUMNS.iter().map(|column| column.name).collect()
}

pub(super) fn read(text: Text<'_>, diagnostics: &mut Vec<Diagnostic>) -> Table<UnitIdx, Unit> {
    let sheet = Sheet::read(text.file, text.text, &COLUMNS, diagnostics);
    let mut seen: BTreeMap<Id, Span> = BTreeMap::new();
    let mut units: Vec<Unit> = Vec::new();
    for row in sheet.rows() {
        if let Some(cell) = row.get("id").filter(|cell| cell.text == ALL) {
            diagnostics.push(
                Diagnostic::new(&codes::BAD_ID, format!("\"{ALL}\" means the whole territory, not a unit"))
                    .at(cell.span, "this id")
                    .hint("give the unit another id"),
            );
            continue;
        }
        let Some(unit) = unit(row, diagnostics) else { continue };
        if let Some(first) = seen.get(&unit.id) {
            diagnostics.push(
                Diagnostic::new(&codes::UNIT_TWICE, format!("unit \"{}\" is there twice", unit.id))
                    .at(unit.span, "again")
                    .at(*first, "first here")
                    .hint("give one of them another id, or take it out"),
            );
            continue;
        }
        seen.insert(unit.id.clone(), unit.span);
        units.push(unit);
    }
    units.sort_by(|a, b| a.id.cmp(&b.id));
    units.into_iter().collect()
}

fn unit(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Unit> {
    let id_cell = row.need("id", diagnostics);
    let name = row.need("name", diagnostics).map(|cell| cell.text.clone());
    let id = id_cell.and_then(|cell| values::id(cell, diagnostics));
    let area = area(row, diagnostics);
    let people = people(row, diagnostics);
    let sites = values::whole(row.get("sites"), diagnostics)
        .map(|count| Sites { count, source: values::named(row.get("sites_source"), diagnostics) });
    let (id, cell) = (id?, id_cell?);
    if area.is_none() && row.get("area_km2").is_none() {
        diagnostics.push(
            Diagnostic::new(&codes::NO_AREA, format!("unit \"{id}\" has no area"))
                .at(cell.span, "its area_km2 is empty")
                .hint(
                    "write its area in square kilometres; sums that need it leave the unit out until then and say so",
                ),
        );
    }
    let name = name.unwrap_or_else(|| id.to_string());
    Some(Unit { id, name, area, people, sites, control: Vec::new(), claims: Vec::new(), span: cell.span })
}

fn area(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Area> {
    let cell = row.get("area_km2")?;
    let km2 = values::amount(Some(cell), None, diagnostics)?;
    let source = row.get("area_source");
    let basis = match source {
        Some(cell) if cell.text == GEODESIC => AreaBasis::Geodesic,
        Some(_) => values::named(source, diagnostics).map_or(AreaBasis::Unsaid, AreaBasis::Source),
        None => AreaBasis::Unsaid,
    };
    if source.is_none() {
        unsourced(cell.span, "area", "area_source", diagnostics);
    }
    Some(Area { km2, basis })
}

fn people(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<People> {
    let cell = row.get("people")?;
    let count = values::whole(Some(cell), diagnostics)?;
    let year = values::year(row.get("people_year"), diagnostics);
    let source = row.get("people_source");
    if source.is_none() {
        unsourced(cell.span, "number of people", "people_source", diagnostics);
    }
    Some(People { count, year, source: values::named(source, diagnostics) })
}

/// A figure without a source.
pub(super) fn unsourced(span: Span, what: &str, column: &str, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.push(
        Diagnostic::new(&codes::NO_SOURCE, format!("this {what} has no source"))
            .at(span, "who says so?")
            .hint(format!("name a source of the ledger in column {column}")),
    );
}
