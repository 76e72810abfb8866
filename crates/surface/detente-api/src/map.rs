//! A territory: units, control as reported, what packages say.

use detente::base::{Decimal, Index};
use detente::territory::Shapes;
use detente_report::map::{Heading, Held, Layer, PerStatus, Row, Said, Status, Sum, UnitTable, Whole};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::number;

/// A territory: units, control as reported on a date, what packages say of each unit, and what that adds up to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Map {
    /// `detente.map/1`.
    pub schema: &'static str,
    /// The title of the case.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Option<String>,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The date of which control is shown.
    pub control_on: Option<String>,
    /// Whether that is after the date of the case, so that it binds nothing.
    pub after_as_of: bool,
    /// The units, by id.
    pub units: Vec<MapUnit>,
    /// Everything there is.
    pub all: MapSum,
    /// Control on the date, summed over units, by party.
    pub control: Vec<MapControlSum>,
    /// Control of the whole as sources give it: beside the sum, never instead of it.
    pub whole: Vec<MapWhole>,
    /// What packages say: none, one, or two.
    pub packages: Vec<MapPackage>,
    /// The ids of units of which two packages say different things; null where not two were named.
    pub differ_on: Option<Vec<String>>,
    /// The sources that figures name.
    pub sources: Vec<MapSource>,
}

/// A unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapUnit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its area by the table, km².
    pub km2: Option<Number>,
    /// Where that is from: the id of a source, `geodesic` where it was computed, or `no source`.
    pub km2_source: Option<String>,
    /// Its area as drawn, on the WGS84 ellipsoid, km²; null where it has no shape.
    pub drawn_km2: Option<Number>,
    /// The people in it.
    pub people: Option<u64>,
    /// The places of note in it.
    pub sites: Option<u64>,
    /// Reported control on the date, by party.
    pub control: Vec<MapControl>,
    /// Whether it is in question; null where no package was named.
    pub in_question: Option<bool>,
    /// What is in question of it, km²: less than the unit where the case has only a controlled part in question.
    pub in_question_km2: Option<Number>,
    /// Per package the id of its status; null where the package leaves it open or it is not in question.
    pub statuses: Vec<Option<String>>,
}

/// Reported control of a part of a unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapControl {
    /// The party.
    pub party: String,
    /// The part in percent.
    pub percent: Option<Number>,
    /// The area, km².
    pub km2: Option<Number>,
    /// According to which source.
    pub source: Option<String>,
}

/// A sum over units.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapSum {
    /// How many units.
    pub units: usize,
    /// Area, km².
    pub km2: Number,
    /// Units without a figure of their area, which the sum leaves out.
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

/// What is reported as under the control of a party, summed over units.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapControlSum {
    /// The party.
    pub party: String,
    /// Units in which anything is on record.
    pub units: usize,
    /// Area, km².
    pub km2: Number,
    /// Records without an area, which the sum leaves out.
    pub without_km2: usize,
    /// The part of the area of all units, in percent, to 0.1.
    pub percent: Option<Number>,
}

/// Control of the whole as a source gives it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapWhole {
    /// The party's name.
    pub party: String,
    /// The part in percent.
    pub percent: Option<Number>,
    /// The area, km².
    pub km2: Option<Number>,
    /// As of when; null where the source does not say.
    pub on: Option<String>,
    /// According to which source.
    pub source: Option<String>,
    /// Its words.
    pub quote: Option<String>,
}

/// What a package says of units.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapPackage {
    /// The package, as it was named.
    pub package: String,
    /// The matter.
    pub title: String,
    /// Per status what has it, and what is left open.
    pub statuses: Vec<MapStatus>,
    /// The line that parts units by status or party, km along borders of units; null where neighbours are not known.
    pub line_km: Option<Number>,
    /// Stretches of that line whose length is not known: it is longer.
    pub line_unknown: Option<usize>,
}

/// What has a status.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapStatus {
    /// Whether these units are in question.
    pub in_question: bool,
    /// Its id; null for units that the package leaves open or that are not in question.
    pub status: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What has it.
    #[serde(flatten)]
    pub sum: MapSum,
}

/// A source of figures.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MapSource {
    /// Its id in the ledger.
    pub id: String,
    /// What it is, in words.
    pub words: String,
}

/// A territory as a document.
pub fn map(table: &UnitTable, shapes: &Shapes, heading: &Heading) -> Map {
    let two = table.layers.len() == 2;
    Map {
        schema: "detente.map/1",
        title: heading.case.clone(),
        as_of: heading.as_of.clone(),
        hash: heading.hash.clone(),
        control_on: table.date.map(|date| date.to_string()),
        after_as_of: table.after_case,
        units: table.rows.iter().map(|row| unit(table, shapes, row)).collect(),
        all: sum(&table.all),
        control: table.parties.iter().zip(&table.control).map(|((id, _), held)| control_sum(table, id, held)).collect(),
        whole: table.whole.iter().map(whole).collect(),
        packages: (0..table.layers.len()).filter_map(|rank| package(table, heading, rank)).collect(),
        differ_on: two.then(|| table.differing().map(|row| row.id.clone()).collect()),
        sources: table.sources.iter().map(|(id, words)| MapSource { id: id.clone(), words: words.clone() }).collect(),
    }
}

fn some(amount: Option<Decimal>) -> Option<Number> {
    amount.map(number)
}

fn unit(table: &UnitTable, shapes: &Shapes, row: &Row) -> MapUnit {
    let party = |place: usize| table.parties.get(place).map_or_else(String::new, |(id, _)| id.clone());
    let control = |held: &Held| MapControl {
        party: party(held.party),
        percent: some(held.percent),
        km2: some(held.km2),
        source: held.source.clone(),
    };
    let status = |(layer, said): (&Layer, &Said)| Some(status_of(layer, *said)?.id.clone());
    MapUnit {
        id: row.id.clone(),
        name: row.name.clone(),
        km2: some(row.km2),
        km2_source: row.area_source.clone(),
        drawn_km2: shapes.get(row.unit).map(|shape| number(shape.km2())),
        people: row.people,
        sites: row.sites,
        control: row.control.iter().map(control).collect(),
        in_question: row.said.first().map(|said| *said != Said::NotInQuestion),
        in_question_km2: table.layers.first().and_then(|layer| some(layer.part(row.unit.position())?.km2)),
        statuses: table.layers.iter().zip(&row.said).map(status).collect(),
    }
}

fn status_of(layer: &Layer, said: Said) -> Option<&Status> {
    match said {
        Said::Status(status) => layer.statuses.get(status),
        Said::Open | Said::NotInQuestion => None,
    }
}

fn sum(of: &Sum) -> MapSum {
    MapSum {
        units: of.units,
        km2: number(of.km2),
        without_km2: of.without_km2,
        people: of.people,
        without_people: of.without_people,
        sites: of.sites,
        without_sites: of.without_sites,
    }
}

fn control_sum(table: &UnitTable, party: &str, held: &Sum) -> MapControlSum {
    MapControlSum {
        party: party.to_owned(),
        units: held.units,
        km2: number(held.km2),
        without_km2: held.without_km2,
        percent: some(detente_report::map::percent_of(held.km2, table.all.km2)),
    }
}

fn whole(of: &Whole) -> MapWhole {
    MapWhole {
        party: of.party.clone(),
        percent: some(of.percent),
        km2: some(of.km2),
        on: of.on.map(|date| date.to_string()),
        source: of.source.clone(),
        quote: of.quote.clone(),
    }
}

fn package(table: &UnitTable, heading: &Heading, rank: usize) -> Option<MapPackage> {
    let layer = table.layers.get(rank)?;
    let line = table.lines.get(rank).copied().flatten();
    let status = |of: &PerStatus| {
        let known = status_of(layer, of.said);
        MapStatus {
            in_question: of.said != Said::NotInQuestion,
            status: known.map(|status| status.id.clone()),
            title: known.map(|status| status.title.clone()),
            sum: sum(&of.sum),
        }
    };
    Some(MapPackage {
        package: heading.packages.get(rank)?.clone(),
        title: layer.title.clone(),
        statuses: table.per_status.get(rank)?.iter().map(status).collect(),
        line_km: line.map(|line| number(line.km)),
        line_unknown: line.map(|line| line.unknown),
    })
}
