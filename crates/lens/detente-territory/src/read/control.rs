//! The tables of reported control and of claims.

use detente_base::{Decimal, Diagnostic, Index, Table};
use jiff::civil::Date;

use super::columns::{Column, Row, Sheet, optional, required};
use super::units::unsourced;
use super::{Text, unit, values};
use crate::{Claim, Control, Named, Overall, Unit, UnitIdx, codes};

const CONTROL: [Column; 7] = [
    required("unit"),
    required("party"),
    optional("percent"),
    optional("km2"),
    required("on"),
    required("source"),
    optional("statement"),
];

/// What stands in place of a unit where a source gives a figure for the whole territory.
pub(super) const ALL: &str = "all";

const CLAIMS: [Column; 4] = [required("unit"), required("party"), optional("on"), required("source")];

/// Gives units their control; returns what is said of the whole.
pub(super) fn read_control(
    text: Text<'_>,
    units: &mut Table<UnitIdx, Unit>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Overall> {
    let sheet = Sheet::read(text.file, text.text, &CONTROL, diagnostics);
    let mut whole = Vec::new();
    for row in sheet.rows() {
        if row.get("unit").is_some_and(|cell| cell.text == ALL) {
            whole.extend(overall(row, diagnostics));
            continue;
        }
        let of = row.need("unit", diagnostics).and_then(|cell| unit(cell, units, diagnostics));
        let control = control(row, diagnostics);
        if let (Some(of), Some(control)) = (of, control) {
            add_control(&mut units[of], control, diagnostics);
        }
    }
    for unit in units.indices().collect::<Vec<_>>() {
        units[unit].control.sort_by(|a, b| (a.on, &a.party.id).cmp(&(b.on, &b.party.id)));
        over_whole(&units[unit], diagnostics);
    }
    let key = |of: &Overall| (of.on, of.party.id.clone(), of.source.as_ref().map(|source| source.id.clone()));
    whole.sort_by_key(key);
    whole
}

fn add_control(unit: &mut Unit, control: Control, diagnostics: &mut Vec<Diagnostic>) {
    let same = |known: &&Control| known.on == control.on && known.party.id == control.party.id;
    match unit.control.iter().find(same) {
        None => unit.control.push(control),
        Some(first) => diagnostics.push(
            Diagnostic::new(
                &codes::CONTROL_TWICE,
                format!("control of {} by \"{}\" on {} is there twice", unit.id, control.party.id, control.on),
            )
            .at(control.span, "again")
            .at(first.span, "first here")
            .hint("keep one figure; another source's stands with its own date, or in a note of the ledger"),
        ),
    }
}

/// How much is under whose control, as a row gives it.
struct Said {
    party: Option<Named>,
    percent: Option<Decimal>,
    km2: Option<Decimal>,
    source: Option<Named>,
    statement: Option<Named>,
}

fn said(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Said {
    let party = values::named(row.need("party", diagnostics), diagnostics);
    let percent = values::amount(row.get("percent"), Some(Decimal::HUNDRED), diagnostics);
    let km2 = values::amount(row.get("km2"), None, diagnostics);
    if row.get("percent").is_none() && row.get("km2").is_none() {
        diagnostics.push(
            Diagnostic::new(&codes::EMPTY_CELL, "this row says neither percent nor km2")
                .at(row.span(), "how much is controlled?")
                .hint("write the part in percent, the area in square kilometres, or both as the source gives them"),
        );
    }
    if row.get("source").is_none() {
        unsourced(row.span(), "control", "source", diagnostics);
    }
    let source = values::named(row.get("source"), diagnostics);
    let statement = values::named(row.get("statement"), diagnostics);
    Said { party, percent, km2, source, statement }
}

fn control(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Control> {
    let on = row.need("on", diagnostics).and_then(|cell| values::date(cell, diagnostics));
    let Said { party, percent, km2, source, statement } = said(row, diagnostics);
    let is_said = percent.is_some() || km2.is_some();
    is_said.then_some(Control { party: party?, percent, km2, on: on?, source, statement, span: row.span() })
}

fn overall(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Overall> {
    let on = row.get("on").and_then(|cell| values::date(cell, diagnostics));
    let Said { party, percent, km2, source, statement } = said(row, diagnostics);
    let is_said = percent.is_some() || km2.is_some();
    is_said.then_some(Overall { party: party?, percent, km2, on, source, statement, span: row.span() })
}

/// Parts of a unit that add up to more than it.
fn over_whole(unit: &Unit, diagnostics: &mut Vec<Diagnostic>) {
    let mut dates: Vec<Date> = unit.control.iter().map(|control| control.on).collect();
    dates.dedup();
    for date in dates {
        let parts = || unit.control_on(date).filter_map(|control| control.percent_of(unit.area.as_ref()));
        let sum = parts().fold(Decimal::ZERO, |sum, part| sum + part);
        if sum <= Decimal::HUNDRED {
            continue;
        }
        let mut found = Diagnostic::new(
            &codes::OVER_WHOLE,
            format!("control of {} on {date} adds up to {sum} percent of it", unit.id),
        );
        for control in unit.control_on(date) {
            let part = control.percent_of(unit.area.as_ref()).unwrap_or_default();
            found = found.at(control.span, format!("{part} percent"));
        }
        diagnostics.push(
            found.hint("parts of a unit on one date add up to at most 100 percent; mend one, or date them apart"),
        );
    }
}

pub(super) fn read_claims(text: Text<'_>, units: &mut Table<UnitIdx, Unit>, diagnostics: &mut Vec<Diagnostic>) {
    let sheet = Sheet::read(text.file, text.text, &CLAIMS, diagnostics);
    for row in sheet.rows() {
        let of = row.need("unit", diagnostics).and_then(|cell| unit(cell, units, diagnostics));
        let party = values::named(row.need("party", diagnostics), diagnostics);
        let on = row.get("on").and_then(|cell| values::date(cell, diagnostics));
        let source = row.get("source");
        if source.is_none() {
            unsourced(row.span(), "claim", "source", diagnostics);
        }
        let source = values::named(source, diagnostics);
        if let (Some(of), Some(party)) = (of, party) {
            units[of].claims.push(Claim { party, on, source, span: row.span() });
        }
    }
    for unit in 0..units.len() {
        units[UnitIdx::new(unit)].claims.sort_by(|a, b| (&a.party.id, a.on).cmp(&(&b.party.id, b.on)));
    }
}
