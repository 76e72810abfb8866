//! Tables into a territory.
//!
//! Sources are ids of the case's ledger. Units are read first, so that the other tables may speak of them; the order of rows means
//! nothing. What cannot be read is diagnosed and left out.

mod adjacency;
mod canonical;
mod cells;
mod columns;
mod control;
mod units;
mod values;

use detente_base::{Diagnostic, FileId, Table};

use crate::{Territory, Unit, UnitIdx, codes};

pub use canonical::canonical;
use cells::Cell;
pub(crate) use columns::did_you_mean;

/// The path of the table of units in a case folder.
pub const UNITS: &str = "territory/units.csv";
/// The path of the table of reported control.
pub const CONTROL: &str = "territory/control.csv";
/// The path of the table of claims.
pub const CLAIMS: &str = "territory/claims.csv";
/// The path of the table of neighbours.
pub const ADJACENCY: &str = "territory/adjacency.csv";

/// A table as text, and the id by which places in it are named.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The file.
    pub file: FileId,
    /// What is in it.
    pub text: &'t str,
}

/// The tables of a territory, as far as they are there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'t> {
    /// [`UNITS`]; without it there is no territory.
    pub units: Option<Text<'t>>,
    /// [`CONTROL`].
    pub control: Option<Text<'t>>,
    /// [`CLAIMS`].
    pub claims: Option<Text<'t>>,
    /// [`ADJACENCY`].
    pub adjacency: Option<Text<'t>>,
}

/// What the tables hold, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The territory; `None` where there is no table of units.
    pub territory: Option<Territory>,
    /// Everything that is wrong, file by file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the tables: everything in one run.
///
/// # Cost
/// Linear in the texts, but for the search of units by id.
pub fn read(files: &Files<'_>) -> Reading {
    let mut diagnostics = Vec::new();
    let Some(text) = files.units else {
        let others = [(files.control, CONTROL), (files.claims, CLAIMS), (files.adjacency, ADJACENCY)];
        diagnostics.extend(others.into_iter().filter_map(|(text, path)| Some(no_units(text?, path))));
        return Reading { territory: None, diagnostics };
    };
    let mut units = units::read(text, &mut diagnostics);
    let mut whole = Vec::new();
    if let Some(text) = files.control {
        whole = control::read_control(text, &mut units, &mut diagnostics);
    }
    if let Some(text) = files.claims {
        control::read_claims(text, &mut units, &mut diagnostics);
    }
    let adjacency = files.adjacency.map(|text| adjacency::read(text, &units, &mut diagnostics));
    Reading { territory: Some(Territory { units, whole, adjacency }), diagnostics }
}

fn no_units(text: Text<'_>, path: &str) -> Diagnostic {
    Diagnostic::new(&codes::NO_UNITS, format!("{path} speaks of units, and there is no {UNITS}"))
        .at(detente_base::Span::new(text.file, 0, 0), "this table is not read")
        .hint(format!("list the units in {UNITS}; its columns are {}", units::names().join(", ")))
}

/// The unit a cell names.
fn unit(cell: &Cell, units: &Table<UnitIdx, Unit>, diagnostics: &mut Vec<Diagnostic>) -> Option<UnitIdx> {
    let found = units.find(|unit| unit.id == *cell.text.as_str());
    if found.is_none() {
        let known = units.rows().map(|unit| unit.id.as_str());
        let hint = did_you_mean(&cell.text, known).unwrap_or_else(|| format!("units are listed in {UNITS}"));
        diagnostics.push(
            Diagnostic::new(&codes::UNKNOWN_UNIT, format!("there is no unit \"{}\"", cell.text))
                .at(cell.span, "not known")
                .hint(hint),
        );
    }
    found
}
