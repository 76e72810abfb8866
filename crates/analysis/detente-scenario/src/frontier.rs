//! Which outcomes of a zone no other beats, for any number of parties.

use detente_engine::nondominated;

use crate::bits;
use crate::column::Column;

/// From so many parties on, sets of outcomes as bits are faster than dividing.
pub(crate) const MANY: usize = 16;

/// The outcomes that every party accepts, ascending.
pub(crate) fn zone(columns: &[Column], outcomes: usize) -> Vec<usize> {
    let accepts = |number: &usize| {
        columns.iter().all(|column| column.least_accepted.is_none_or(|least| least <= column.codes[*number]))
    };
    (0..outcomes).filter(accepts).collect()
}

/// Of the zone's outcomes those whose utilities no other beats, the first of those with the same utilities; descending by
/// utilities.
///
/// # Cost
/// The engine's for up to sixteen parties; zone² / 64 at worst beyond.
pub(crate) fn frontier(columns: &[Column], zone: &[usize]) -> Vec<usize> {
    let distinct = distinct(columns, zone);
    let width = distinct.len().max(1);
    let mut rows = Vec::with_capacity(zone.len() * width);
    for &number in zone {
        if distinct.is_empty() {
            rows.push(0);
        }
        rows.extend(distinct.iter().map(|column| column.codes[number]));
    }
    let kept = if width <= MANY { nondominated(&rows, width) } else { bits::nondominated(&rows, width) };
    let mut kept: Vec<usize> = kept.into_iter().filter_map(|at| zone.get(at).copied()).collect();
    descending(columns, &mut kept);
    kept
}

/// Sorts outcomes descending by utilities, equal ones by number.
pub(crate) fn descending(columns: &[Column], outcomes: &mut [usize]) {
    outcomes.sort_by(|&a, &b| {
        columns
            .iter()
            .map(|column| column.codes[b].cmp(&column.codes[a]))
            .find(|order| order.is_ne())
            .unwrap_or(a.cmp(&b))
    });
}

/// The columns that say something others do not: of parties of one mind one is enough, and the indifferent say nothing.
fn distinct<'c>(columns: &'c [Column], zone: &[usize]) -> Vec<&'c Column> {
    let mut kept: Vec<&Column> = Vec::new();
    let differs = |column: &Column| zone.iter().any(|&number| column.codes[number] != column.codes[zone[0]]);
    for column in columns.iter().filter(|column| differs(column)) {
        let is_known = |known: &&Column| zone.iter().all(|&number| known.codes[number] == column.codes[number]);
        if !kept.iter().any(is_known) {
            kept.push(column);
        }
    }
    kept
}
