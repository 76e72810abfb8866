//! Units and which are neighbours.

use detente_base::{Decimal, Index, Span, Table, define_index};
use jiff::civil::Date;

use crate::{Overall, Unit};

define_index!(
    /// A unit of one territory.
    pub struct UnitIdx
);

/// Units of territory, by id, and which are neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Territory {
    /// The units, by id.
    pub units: Table<UnitIdx, Unit>,
    /// Control of the whole as sources give it, by date, then party: beside the sum over units, never instead of it.
    pub whole: Vec<Overall>,
    /// Which are neighbours; `None` where no table says so.
    pub adjacency: Option<Adjacency>,
}

/// Which units are neighbours on land: each pair once, the lesser index first, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjacency {
    borders: Vec<Border>,
}

/// Two units that are neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Border {
    /// The one with the lesser index.
    pub a: UnitIdx,
    /// The other.
    pub b: UnitIdx,
    /// How long the border they share is, in kilometres.
    pub shared_km: Option<Decimal>,
    /// Where it is written; `None` where it was computed.
    pub span: Option<Span>,
}

impl Territory {
    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<UnitIdx> {
        self.units.find(|unit| unit.id == *id)
    }

    /// The dates of which control is on record, each once, in order.
    pub fn control_dates(&self) -> Vec<Date> {
        let mut dates: Vec<Date> =
            self.units.rows().flat_map(|unit| unit.control.iter().map(|control| control.on)).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The date whose control a reader of a case as of `as_of` is shown: the last one on record up to then; where there is none, the
    /// first one after, which binds nothing and must be called later than the case.
    pub fn control_date(&self, as_of: Option<Date>) -> Option<Date> {
        let dates = self.control_dates();
        let Some(as_of) = as_of else { return dates.last().copied() };
        dates.iter().rev().find(|date| **date <= as_of).or_else(|| dates.first()).copied()
    }
}

impl Adjacency {
    /// The pairs, each once and in order whatever order they come in; of a pair that comes twice the first is kept, and pairs of a
    /// unit with itself are left out.
    pub fn new(borders: impl IntoIterator<Item = Border>) -> Self {
        let in_order = |mut border: Border| {
            if border.b < border.a {
                std::mem::swap(&mut border.a, &mut border.b);
            }
            border
        };
        let mut borders: Vec<Border> =
            borders.into_iter().filter(|border| border.a != border.b).map(in_order).collect();
        borders.sort_by_key(|border| (border.a, border.b));
        borders.dedup_by_key(|border| (border.a, border.b));
        Self { borders }
    }

    /// The pairs, in order.
    pub fn borders(&self) -> &[Border] {
        &self.borders
    }

    /// The border of two units, in whichever order they are named.
    pub fn border(&self, a: UnitIdx, b: UnitIdx) -> Option<&Border> {
        let key = (a.min(b), a.max(b));
        let found = self.borders.binary_search_by_key(&key, |border| (border.a, border.b)).ok()?;
        self.borders.get(found)
    }

    /// The neighbours of a unit, in order.
    pub fn neighbours(&self, unit: UnitIdx) -> impl Iterator<Item = UnitIdx> {
        let mut found: Vec<UnitIdx> = self
            .borders
            .iter()
            .filter_map(|border| match (border.a == unit, border.b == unit) {
                (true, _) => Some(border.b),
                (_, true) => Some(border.a),
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.into_iter()
    }

    /// The connected parts of the units for which `is_in` holds: each in order, by their first unit.
    pub fn parts(&self, units: &Table<UnitIdx, Unit>, is_in: impl Fn(UnitIdx) -> bool) -> Vec<Vec<UnitIdx>> {
        let mut seen = vec![false; units.len()];
        let mut parts = Vec::new();
        for start in units.indices().filter(|&unit| is_in(unit)) {
            let mut part = Vec::new();
            let mut open = vec![start];
            while let Some(unit) = open.pop() {
                let Some(seen) = seen.get_mut(unit.position()).filter(|seen| !**seen) else { continue };
                *seen = true;
                part.push(unit);
                open.extend(self.neighbours(unit).filter(|&next| is_in(next)));
            }
            part.sort_unstable();
            parts.extend((!part.is_empty()).then_some(part));
        }
        parts
    }
}
