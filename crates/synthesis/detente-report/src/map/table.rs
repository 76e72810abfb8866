//! Every figure of a map sheet: per unit, per party on the date, per status of a package, and of lines.

use std::collections::BTreeSet;

use detente_base::{Decimal, Index};
use detente_case::Case;
use detente_ledger::Ledger;
use detente_territory::{Area, AreaBasis, Territory, UnitIdx};
use jiff::civil::Date;

use super::layer::{Layer, Part, Said};
use super::lines::line_length;
use super::sources::sources;

/// What a sheet is about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its ledger.
    pub ledger: &'a Ledger,
    /// Its territory.
    pub territory: &'a Territory,
    /// What packages say: none, one, or two to compare.
    pub layers: &'a [Layer],
}

/// Every figure of a map sheet.
#[derive(Clone, Debug)]
pub struct UnitTable {
    /// The date of which control is shown.
    pub date: Option<Date>,
    /// Whether that is after the date of the case, so that it binds nothing.
    pub after_case: bool,
    /// The parties of whom control is on record on the date: name, by id.
    pub parties: Vec<(String, String)>,
    /// The units, by id.
    pub rows: Vec<Row>,
    /// Everything there is.
    pub all: Sum,
    /// Control on the date, summed over units, by party.
    pub control: Vec<Sum>,
    /// Control of the whole as sources give it.
    pub whole: Vec<Whole>,
    /// What packages say.
    pub layers: Vec<Layer>,
    /// Per package, per status.
    pub per_status: Vec<Vec<PerStatus>>,
    /// Per package, the line that parts units; `None` where nothing says which units are neighbours.
    pub lines: Vec<Option<LineLength>>,
    /// The sources of the figures, in words, by id.
    pub sources: Vec<(String, String)>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The unit.
    pub unit: UnitIdx,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its area, km².
    pub km2: Option<Decimal>,
    /// Where its area is from: the id of a source, or `geodesic`.
    pub area_source: Option<String>,
    /// The people in it.
    pub people: Option<u64>,
    /// The places of note in it.
    pub sites: Option<u64>,
    /// Reported control on the date, by party.
    pub control: Vec<Held>,
    /// What each package says of it.
    pub said: Vec<Said>,
}

/// Reported control of a part of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The party, by place among those of the table.
    pub party: usize,
    /// The part in percent.
    pub percent: Option<Decimal>,
    /// The area, km².
    pub km2: Option<Decimal>,
    /// According to which source.
    pub source: Option<String>,
}

/// A sum over units, and how many of them have no figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many units.
    pub units: usize,
    /// Area, km².
    pub km2: Decimal,
    /// Units without a figure of their area.
    pub without_km2: usize,
    /// People.
    pub people: u64,
    /// Units without a figure of people.
    pub without_people: usize,
    /// Places of note.
    pub sites: u64,
    /// Units without a figure of places of note.
    pub without_sites: usize,
}

/// Of what units a package says something, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerStatus {
    /// What is said.
    pub said: Said,
    /// What has it.
    pub sum: Sum,
}

/// How long a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineLength {
    /// Kilometres.
    pub km: Decimal,
    /// Stretches whose length is not known: the line is longer.
    pub unknown: usize,
}

/// Control of the whole as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The party.
    pub party: String,
    /// The part in percent.
    pub percent: Option<Decimal>,
    /// The area, km².
    pub km2: Option<Decimal>,
    /// As of when.
    pub on: Option<Date>,
    /// According to which source.
    pub source: Option<String>,
    /// Its words.
    pub quote: Option<String>,
}

impl UnitTable {
    /// Adds everything up.
    pub fn new(asked: &Asked<'_>) -> Self {
        let Asked { case, ledger, territory, layers } = *asked;
        let date = territory.control_date(case.as_of);
        let parties = parties(case, territory, date);
        let rows: Vec<Row> = territory.units.indices().map(|unit| row(asked, unit, date, &parties)).collect();
        let control = (0..parties.len()).map(|party| held_by(&rows, party)).collect();
        let per_status = layers.iter().enumerate().map(|(rank, layer)| per_status(&rows, rank, layer)).collect();
        let lines = layers.iter().map(|layer| Some(line_length(territory.adjacency.as_ref()?, layer))).collect();
        Self {
            date,
            after_case: date.zip(case.as_of).is_some_and(|(date, as_of)| as_of < date),
            parties,
            all: rows.iter().fold(Sum::default(), Sum::with),
            control,
            whole: whole(case, ledger, territory),
            layers: layers.to_vec(),
            per_status,
            lines,
            sources: sources(ledger, territory, date),
            rows,
        }
    }

    /// Whether any unit has a figure of places of note.
    pub fn has_sites(&self) -> bool {
        self.rows.iter().any(|row| row.sites.is_some())
    }

    /// The units of which two packages say different things.
    pub fn differing(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| matches!(row.said.as_slice(), [a, b] if a != b))
    }

    /// Whether of some unit only a part is in question.
    pub fn only_parts(&self) -> bool {
        let part = |row: &Row, layer: &Layer| layer.part(row.unit.position()).is_some_and(|part| part.km2 != row.km2);
        self.layers.iter().any(|layer| self.rows.iter().any(|row| part(row, layer)))
    }

    /// Where a party's sum is from, in brief: the sources of its control and those of the areas.
    pub fn figures_of(&self, party: usize) -> String {
        let held = self.rows.iter().flat_map(|row| row.control.iter().filter(move |held| held.party == party));
        let control: BTreeSet<&str> = held.map(|held| held.source.as_deref().unwrap_or("no source")).collect();
        let areas: BTreeSet<&str> = self.rows.iter().filter_map(|row| row.area_source.as_deref()).collect();
        let list = |names: BTreeSet<&str>| names.into_iter().collect::<Vec<_>>().join(", ");
        format!("control: {}; areas: {}", list(control), list(areas))
    }

    /// The name of a party, by place.
    pub fn party(&self, party: usize) -> &str {
        self.parties.get(party).map_or("", |(_, name)| name)
    }
}

impl Sum {
    fn with(self, row: &Row) -> Self {
        self.and(row.whole())
    }

    fn and(mut self, part: Part) -> Self {
        self.units += 1;
        self.km2 = self.km2 + part.km2.unwrap_or_default();
        self.without_km2 += usize::from(part.km2.is_none());
        self.people = self.people.saturating_add(part.people.unwrap_or_default());
        self.without_people += usize::from(part.people.is_none());
        self.sites = self.sites.saturating_add(part.sites.unwrap_or_default());
        self.without_sites += usize::from(part.sites.is_none());
        self
    }
}

impl Row {
    /// All of the unit.
    fn whole(&self) -> Part {
        Part { km2: self.km2, people: self.people, sites: self.sites }
    }

    /// What is in question of it on a layer; all of it where nothing is.
    pub fn part(&self, layer: &Layer) -> Part {
        layer.part(self.unit.position()).unwrap_or_else(|| self.whole())
    }
}

fn parties(case: &Case, territory: &Territory, date: Option<Date>) -> Vec<(String, String)> {
    let on_record = |id: &str| {
        let of = |date| territory.units.rows().any(|unit| unit.control_on(date).any(|of| of.party.id == *id));
        date.is_some_and(of)
    };
    let all = case.parties.rows().map(|party| (party.id.to_string(), party.name.clone()));
    let mut all: Vec<(String, String)> = all.filter(|(id, _)| on_record(id)).collect();
    all.sort();
    all
}

fn row(asked: &Asked<'_>, idx: UnitIdx, date: Option<Date>, parties: &[(String, String)]) -> Row {
    let unit = &asked.territory.units[idx];
    let area: Option<&Area> = unit.area.as_ref();
    let held = date.into_iter().flat_map(|date| unit.control_on(date)).filter_map(|of| {
        Some(Held {
            party: parties.iter().position(|(id, _)| of.party.id == *id.as_str())?,
            percent: of.percent_of(area),
            km2: of.km2_of(area),
            source: of.source.as_ref().map(|source| source.id.to_string()),
        })
    });
    Row {
        unit: idx,
        id: unit.id.to_string(),
        name: unit.name.clone(),
        km2: area.map(|area| area.km2),
        area_source: area.map(|area| match &area.basis {
            AreaBasis::Source(source) => source.id.to_string(),
            AreaBasis::Geodesic => "geodesic".to_owned(),
            AreaBasis::Unsaid => "no source".to_owned(),
        }),
        people: unit.people.as_ref().map(|people| people.count),
        sites: unit.sites.as_ref().map(|sites| sites.count),
        control: held.collect(),
        said: asked.layers.iter().map(|layer| layer.said(idx.position())).collect(),
    }
}

/// What a party controls: units in which anything is on record, and the area of the parts.
fn held_by(rows: &[Row], party: usize) -> Sum {
    let held = rows.iter().flat_map(|row| row.control.iter().filter(move |held| held.party == party));
    held.fold(Sum::default(), |mut sum, held| {
        sum.units += 1;
        sum.km2 = sum.km2 + held.km2.unwrap_or_default();
        sum.without_km2 += usize::from(held.km2.is_none());
        sum
    })
}

fn per_status(rows: &[Row], rank: usize, layer: &Layer) -> Vec<PerStatus> {
    let statuses = (0..layer.statuses.len()).map(Said::Status).chain([Said::Open, Said::NotInQuestion]);
    let of = |said: Said| {
        let with = rows.iter().filter(|row| row.said.get(rank) == Some(&said));
        PerStatus { said, sum: with.fold(Sum::default(), |sum, row| sum.and(row.part(layer))) }
    };
    statuses.map(of).filter(|of| 0 < of.sum.units).collect()
}

fn whole(case: &Case, ledger: &Ledger, territory: &Territory) -> Vec<Whole> {
    let name = |id: &str| case.party(id).map_or_else(|| id.to_owned(), |party| case.parties[party].name.clone());
    let quote = |id: &str| {
        let statement = ledger.statement(id)?;
        ledger.statements[statement].quote.as_ref().map(|quote| quote.exact.clone())
    };
    let of = |of: &detente_territory::Overall| Whole {
        party: name(of.party.id.as_str()),
        percent: of.percent,
        km2: of.km2,
        on: of.on,
        source: of.source.as_ref().map(|source| source.id.to_string()),
        quote: of.statement.as_ref().and_then(|statement| quote(statement.id.as_str())),
    };
    territory.whole.iter().map(of).collect()
}
