//! The tables of reported control and of claims.

use detente_base::{Decimal, Diagnostic, Index, Table};
use jiff::civil::Date;

use super::columns::{Column, Row, Sheet, optional, required};
use super::units::unsourced;
use super::{Text, unit, values};
use crate::{Claim, Control, Unit, UnitIdx, codes};

const CONTROL: [Column; 6] =
    [required("unit"), required("party"), optional("percent"), optional("km2"), required("on"), required("source")];

const CLAIMS: [Column; 4] = [required("unit"), required("party"), optional("on"), required("source")];

pub(super) fn read_control(text: Text<'_>, units: &mut Table<UnitIdx, Unit>, diagnostics: &mut Vec<Diagnostic>) {
    let sheet = Sheet::read(text.file, text.text, &CONTROL, diagnostics);
    for row in sheet.rows() {
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

fn control(row: Row<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Control> {
    let party = values::named(row.need("party", diagnostics), diagnostics);
    let on = row.need("on", diagnostics).and_then(|cell| values::date(cell, diagnostics));
    let source = row.get("source");
    let percent = values::amount(row.get("percent"), Some(Decimal::HUNDRED), diagnostics);
    let km2 = values::amount(row.get("km2"), None, diagnostics);
    if row.get("percent").is_none() && row.get("km2").is_none() {
        diagnostics.push(
            Diagnostic::new(&codes::EMPTY_CELL, "this row says neither percent nor km2")
                .at(row.span(), "how much is controlled?")
                .hint("write the part of the unit in percent, the area in square kilometres, or both as the source gives them"),
        );
        return None;
    }
    if source.is_none() {
        unsourced(row.span(), "control", "source", diagnostics);
    }
    let source = values::named(source, diagnostics);
    (percent.is_some() || km2.is_some()).then_some(()).and(Some(Control {
        party: party?,
        percent,
        km2,
        on: on?,
        source,
        span: row.span(),
    }))
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
