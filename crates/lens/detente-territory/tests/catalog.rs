//! The territory of a catalog case: figures against the shapes, and the neighbours found against those given.
#![expect(clippy::disallowed_methods, reason = "the catalog is what is tested")]

use detente_base::{Decimal, FileId};
use detente_territory::{Files, ShapesReading, Territory, Text, borders, read, read_shapes};
use jiff::civil::date;

/// Geodesic areas in km², by the last digits of the id, as an independent program (GEOS and PROJ) measured the same shapes.
const MEASURED: [(&str, &str); 27] = [
    ("05", "26663.7"),
    ("07", "19824.1"),
    ("09", "26289.6"),
    ("12", "31745.9"),
    ("14", "26603.7"),
    ("18", "29753.4"),
    ("21", "12965.9"),
    ("23", "27119.1"),
    ("26", "13905.9"),
    ("30", "1648.5"),
    ("32", "27007.5"),
    ("35", "24511.9"),
    ("40", "685.2"),
    ("43", "26329.5"),
    ("46", "21879.3"),
    ("48", "23516"),
    ("51", "33241.4"),
    ("53", "28374.6"),
    ("56", "20302"),
    ("59", "23426.4"),
    ("61", "14021.1"),
    ("63", "31379.3"),
    ("65", "26207.7"),
    ("68", "20447"),
    ("71", "21277.3"),
    ("74", "31783.5"),
    ("77", "8096.5"),
];

fn file(name: &str) -> String {
    let catalog = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog");
    let first = std::fs::read_to_string(format!("{catalog}/FIRST")).expect("the first case");
    std::fs::read_to_string(format!("{catalog}/{}/territory/{name}", first.trim())).expect("a territory")
}

fn territory() -> (Territory, ShapesReading) {
    let [units, control, adjacency, shapes] = ["units.csv", "control.csv", "adjacency.csv", "units.geojson"].map(file);
    let text = |file, text| Some(Text { file: FileId(file), text });
    let files =
        Files { units: text(0, &units), control: text(1, &control), claims: None, adjacency: text(2, &adjacency) };
    let reading = read(&files);
    assert_eq!(reading.diagnostics, Vec::new());
    let territory = reading.territory.expect("units");
    let shapes = read_shapes(Text { file: FileId(3), text: &shapes }, &territory);
    (territory, shapes)
}

#[test]
fn shapes_have_the_areas_an_independent_program_measured() {
    let (territory, reading) = territory();
    assert_eq!(territory.units.len(), MEASURED.len());
    for (idx, shape) in reading.shapes.iter() {
        let id = territory.units[idx].id.as_str();
        let known = MEASURED.iter().find(|(code, _)| id.ends_with(code)).expect("measured");
        let measured: Decimal = known.1.parse().expect("a number");
        let apart = (shape.km2().thousandths() - measured.thousandths()).abs();
        assert!(apart * 1000 <= measured.thousandths(), "{id}: {} instead of {measured}", shape.km2());
    }
}

#[test]
fn neighbours_found_in_the_shapes_are_those_given() {
    let (territory, reading) = territory();
    let given = territory.adjacency.as_ref().expect("a table");
    let found = borders(&reading.shapes);
    let pairs = |of: &detente_territory::Adjacency| of.borders().iter().map(|of| (of.a, of.b)).collect::<Vec<_>>();
    assert_eq!(pairs(&found), pairs(given));
    assert_eq!(found.borders().len(), 54);
    for (found, given) in found.borders().iter().zip(given.borders()) {
        let [found, given] = [found, given].map(|of| of.shared_km.expect("a length").thousandths());
        assert!((found - given).abs() <= given / 100 + 300, "{found} instead of {given}");
    }
}

#[test]
fn only_areas_known_to_differ_are_listed() {
    let (_, reading) = territory();
    let told: Vec<&str> = reading.diagnostics.iter().map(|found| found.code.name).collect();
    assert_eq!(told, ["map-area-differs", "map-area-differs"], "{:?}", reading.diagnostics);
}

#[test]
fn reported_control_adds_up_as_published() {
    let (territory, _) = territory();
    let on = date(2025, 2, 28);
    let km2 = |unit: &detente_territory::Unit| {
        unit.control_on(on).filter_map(|of| of.km2).map(Decimal::thousandths).sum::<i64>()
    };
    assert_eq!(territory.units.rows().map(km2).sum::<i64>(), 112_396_000);
    let area: i64 =
        territory.units.rows().filter_map(|unit| unit.area.as_ref()).map(|area| area.km2.thousandths()).sum();
    assert_eq!(area, 603_540_000);
    assert_eq!((112_396_000_000 + area / 2) / area, 186, "18.6% of the whole");
    let people: u64 = territory.units.rows().filter_map(|unit| unit.people.as_ref()).map(|people| people.count).sum();
    assert_eq!(people, 41_167_335, "the total that the source publishes");
    assert_eq!(territory.whole.iter().map(|of| of.percent).collect::<Vec<_>>(), [Decimal::whole(20)]);
}
