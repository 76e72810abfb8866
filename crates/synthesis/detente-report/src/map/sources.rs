//! The sources of the figures on a sheet, in words.

use std::collections::BTreeSet;

use detente_ledger::{Ledger, Source};
use detente_territory::{AreaBasis, Named, Territory};
use jiff::civil::Date;

/// The sources that a sheet's figures name, by id, each in words.
pub(super) fn sources(ledger: &Ledger, territory: &Territory, date: Option<Date>) -> Vec<(String, String)> {
    let named: BTreeSet<&str> = named(territory, date).into_iter().map(|named| named.id.as_str()).collect();
    let known = ledger.sources.rows().filter(|source| named.contains(source.id.as_str()));
    known.map(|source| (source.id.to_string(), in_words(source))).collect()
}

fn named(territory: &Territory, date: Option<Date>) -> Vec<&Named> {
    let mut all: Vec<&Named> = territory.whole.iter().filter_map(|whole| whole.source.as_ref()).collect();
    for unit in territory.units.rows() {
        if let Some(AreaBasis::Source(source)) = unit.area.as_ref().map(|area| &area.basis) {
            all.push(source);
        }
        all.extend(unit.people.iter().filter_map(|people| people.source.as_ref()));
        all.extend(unit.sites.iter().filter_map(|sites| sites.source.as_ref()));
        let control = date.into_iter().flat_map(|date| unit.control_on(date));
        all.extend(control.filter_map(|control| control.source.as_ref()));
    }
    all
}

fn in_words(source: &Source) -> String {
    let mut words: Vec<String> = source.outlet.iter().cloned().collect();
    words.extend(source.title.clone());
    words.extend(source.published.map(|date| format!("published {date}")));
    words.push(
        source.reliability.map_or_else(|| "reliability not coded".to_owned(), |grade| format!("reliability {grade}")),
    );
    words.join(", ")
}
