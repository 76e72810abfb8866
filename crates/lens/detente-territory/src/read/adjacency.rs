//! The table of neighbours.

use std::collections::BTreeMap;

use detente_base::{Diagnostic, Span, Table};

use super::columns::{Column, Sheet, optional, required};
use super::{Text, unit, values};
use crate::{Adjacency, Border, Unit, UnitIdx, codes};

const COLUMNS: [Column; 3] = [required("a"), required("b"), optional("shared_km")];

pub(super) fn read(text: Text<'_>, units: &Table<UnitIdx, Unit>, diagnostics: &mut Vec<Diagnostic>) -> Adjacency {
    let sheet = Sheet::read(text.file, text.text, &COLUMNS, diagnostics);
    let mut seen: BTreeMap<(UnitIdx, UnitIdx), Span> = BTreeMap::new();
    let mut borders = Vec::new();
    for row in sheet.rows() {
        let a = row.need("a", diagnostics).and_then(|cell| unit(cell, units, diagnostics));
        let b = row.need("b", diagnostics).and_then(|cell| unit(cell, units, diagnostics));
        let shared_km = values::amount(row.get("shared_km"), None, diagnostics);
        let (Some(a), Some(b)) = (a, b) else { continue };
        if a == b {
            diagnostics.push(
                Diagnostic::new(&codes::OWN_NEIGHBOUR, format!("{} is named as its own neighbour", units[a].id))
                    .at(row.span(), "both are the same unit")
                    .hint("name two units that share a border, or take the row out"),
            );
            continue;
        }
        let pair = (a.min(b), a.max(b));
        if let Some(first) = seen.get(&pair) {
            diagnostics.push(
                Diagnostic::new(
                    &codes::BORDER_TWICE,
                    format!("the border of {} and {} is there twice", units[a].id, units[b].id),
                )
                .at(row.span(), "again")
                .at(*first, "first here")
                .hint("a pair of neighbours has one row, in either order; take one out"),
            );
            continue;
        }
        seen.insert(pair, row.span());
        borders.push(Border { a: pair.0, b: pair.1, shared_km, span: Some(row.span()) });
    }
    Adjacency::new(borders)
}
