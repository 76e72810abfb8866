//! A map of any country into the files of a territory.
#![expect(clippy::disallowed_methods, reason = "the catalog is what is tested")]

use detente_base::{Decimal, Diagnostic, FileId};
use detente_territory::{Files, ImportOptions, Imported, Territory, Text, import, read, read_shapes};
use proptest::prelude::*;

const DRAWN: &str = include_str!("../../../../catalog/textbook/divided-island/drawing.geojson");

fn of(text: &str, options: &ImportOptions) -> Result<Imported, Vec<Diagnostic>> {
    import(Text { file: FileId(0), text }, options)
}

fn file<'i>(imported: &'i Imported, name: &str) -> &'i str {
    imported.files.iter().find(|(path, _)| *path == name).map(|(_, text)| text.as_str()).expect("written")
}

/// What was written, as a case reads it, and nothing wrong with it.
fn territory(imported: &Imported) -> Territory {
    let text = |id, name| Some(Text { file: FileId(id), text: file(imported, name) });
    let files = Files { units: text(0, "units.csv"), adjacency: text(1, "adjacency.csv"), ..Files::default() };
    let reading = read(&files);
    let territory = reading.territory.expect("units");
    let shapes = read_shapes(Text { file: FileId(2), text: file(imported, "units.geojson") }, &territory);
    let wrong: Vec<_> = reading.diagnostics.iter().chain(&shapes.diagnostics).map(|found| &found.message).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    territory
}

fn area(territory: &Territory) -> i64 {
    territory.units.rows().filter_map(|unit| unit.area.as_ref()).map(|area| area.km2.thousandths()).sum()
}

fn collection(features: &[String]) -> String {
    format!("{{\"type\": \"FeatureCollection\", \"features\": [{}]}}", features.join(","))
}

fn feature(id: &str, ring: &[(f64, f64)]) -> String {
    let points: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"ISO\":\"{id}\",\"NAME_1\":\"Unit {id}\"}},\
         \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}",
        points.join(",")
    )
}

fn square(west: f64, south: f64, east: f64, north: f64) -> [(f64, f64); 5] {
    [(west, south), (east, south), (east, north), (west, north), (west, south)]
}

#[test]
fn the_drawn_island_gives_the_files_of_its_case() {
    let imported =
        of(DRAWN, &ImportOptions { id: Some("CODE".to_owned()), ..ImportOptions::default() }).expect("a map");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog/textbook/divided-island/territory");
    for (name, text) in &imported.files {
        let known = std::fs::read_to_string(format!("{folder}/{name}")).expect("the case's file");
        assert_eq!(&known, text, "{name}: make it again with detente import-map --id CODE");
    }
    let territory = territory(&imported);
    assert_eq!((imported.units, imported.borders), (6, 9));
    let around = territory.unit("high-moor").expect("there");
    let adjacency = territory.adjacency.as_ref().expect("a table");
    let around: Vec<&str> = adjacency.neighbours(around).map(|unit| territory.units[unit].id.as_str()).collect();
    assert_eq!(around, ["harbour", "north-cape", "river-mouth", "salt-coast"], "South Point meets it in a point only");
    assert!(imported.notes.iter().any(|note| note.contains("wrong way round")), "{:?}", imported.notes);
}

#[test]
fn what_was_imported_imports_to_itself() {
    let once = of(DRAWN, &ImportOptions { id: Some("CODE".to_owned()), ..ImportOptions::default() }).expect("a map");
    let twice = of(file(&once, "units.geojson"), &ImportOptions::default()).expect("a map");
    for name in ["units.csv", "adjacency.csv", "units.geojson"] {
        assert_eq!(file(&once, name), file(&twice, name));
    }
}

#[test]
fn simpler_lines_stay_one_border_on_both_sides() {
    let options =
        |km| ImportOptions { id: Some("CODE".to_owned()), simplify_km: Decimal::whole(km), ..ImportOptions::default() };
    let (fine, coarse) = (of(DRAWN, &options(0)).expect("a map"), of(DRAWN, &options(2)).expect("a map"));
    assert!(file(&coarse, "units.geojson").len() * 2 < file(&fine, "units.geojson").len());
    let (fine, coarse) = (territory(&fine), territory(&coarse));
    let pairs = |of: &Territory| {
        of.adjacency
            .iter()
            .flat_map(|of| of.borders().iter().map(|of| (of.a, of.b)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(pairs(&fine), pairs(&coarse));
    assert!((area(&fine) - area(&coarse)).abs() * 50 < area(&fine), "areas change by less than 2%");
}

#[test]
fn overlaps_gaps_and_crossings_are_mended_and_told() {
    let features = [
        feature("AA-1", &square(10.0, 50.0, 11.0, 51.05)),
        feature("AA-2", &square(10.0, 51.0, 11.0, 52.0)),
        // Crosses itself at the end of a thin tail.
        feature(
            "AA-3",
            &[
                (11.0, 50.0),
                (12.0, 50.0),
                (12.0, 51.0),
                (11.4, 51.0),
                (11.6, 51.1),
                (11.4, 51.1),
                (11.6, 51.0),
                (11.0, 51.0),
                (11.0, 50.0),
            ],
        ),
    ];
    let imported = of(&collection(&features), &ImportOptions::default()).expect("a map");
    let territory = territory(&imported);
    assert_eq!(territory.units.rows().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["aa-1", "aa-2", "aa-3"]);
    for told in ["Unit AA-1 and Unit AA-2 overlapped", "the outline of Unit AA-3 crossed itself"] {
        assert!(imported.notes.iter().any(|note| note.contains(told)), "{told}: {:?}", imported.notes);
    }
    let overlap = imported
        .notes
        .iter()
        .find_map(|note| note.split("overlapped by ").nth(1)?.split(" km²").next()?.parse::<f64>().ok());
    assert!(
        (300.0..450.0).contains(&overlap.expect("told")),
        "a strip a degree long and a twentieth wide: {overlap:?}"
    );
}

#[test]
fn a_gap_goes_to_a_neighbour() {
    let notch = [
        (10.0, 51.0),
        (10.4, 51.0),
        (10.5, 51.03),
        (10.6, 51.0),
        (11.0, 51.0),
        (11.0, 52.0),
        (10.0, 52.0),
        (10.0, 51.0),
    ];
    let features = [feature("AA-1", &square(10.0, 50.0, 11.0, 51.0)), feature("AA-2", &notch)];
    let imported = of(&collection(&features), &ImportOptions::default()).expect("a map");
    territory(&imported);
    assert!(imported.notes.iter().any(|note| note.starts_with("a gap of")), "{:?}", imported.notes);
}

#[test]
fn ids_are_made_unique_and_parts_come_together() {
    let features = [
        feature("12", &square(10.0, 50.0, 11.0, 51.0)),
        feature("12", &square(13.0, 50.0, 14.0, 51.0)),
        feature("12", &square(11.0, 50.0, 12.0, 51.0)).replace("Unit 12", "Other, and more"),
        feature("", &square(15.0, 50.0, 16.0, 51.0)).replace("Unit ", ""),
    ];
    let imported = of(&collection(&features), &ImportOptions::default()).expect("a map");
    let territory = territory(&imported);
    let units: Vec<_> = territory.units.rows().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    assert_eq!(units, [("u-12", "Unit 12"), ("u-12-2", "Other, and more"), ("unit-4", "unit-4")]);
    let adjacency = territory.adjacency.as_ref().expect("a table");
    assert_eq!(adjacency.borders().len(), 1, "the part far away has no neighbour");
}

#[test]
fn what_is_no_map_is_refused_with_its_place() {
    let told = |text: &str| -> Vec<&str> {
        of(text, &ImportOptions::default()).expect_err("refused").iter().map(|found| found.code.name).collect()
    };
    assert_eq!(told("{"), ["map-syntax"]);
    assert_eq!(told(&collection(&[])), ["map-syntax"]);
    let metres = feature("1", &square(500_000.0, 0.0, 500_100.0, 100.0));
    let point = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}".to_owned();
    assert_eq!(told(&collection(&[metres, point])), ["map-not-degrees", "map-not-an-area"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A grid of units, each corner drawn anew for each unit up to 9 m off, less than what is taken for one point: neighbours are those of the grid, nothing is lost.
    #[test]
    fn a_grid_drawn_by_a_shaking_hand_is_a_grid(shakes in proptest::collection::vec(-8_i32..=8, 3 * 3 * 8), south in -60_i32..=60) {
        let mut shakes = shakes.into_iter().map(|shake| f64::from(shake) / 100_000.0);
        let mut features = Vec::new();
        for row in 0..3 {
            for column in 0..3 {
                let mut corner = |x: i32, y: i32| {
                    (f64::from(column + x) + shakes.next().unwrap_or_default(), f64::from(south + row + y) + shakes.next().unwrap_or_default())
                };
                let ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
                let closed: Vec<_> = ring.into_iter().chain([ring[0]]).collect();
                features.push(feature(&format!("A{row}{column}"), &closed));
            }
        }
        let imported = of(&collection(&features), &ImportOptions::default()).expect("a map");
        let territory = territory(&imported);
        prop_assert_eq!((imported.units, imported.borders), (9, 12));
        let adjacency = territory.adjacency.as_ref().expect("a table");
        for a in territory.units.indices() {
            for b in adjacency.neighbours(a) {
                prop_assert!(adjacency.neighbours(b).any(|back| back == a));
            }
        }
        let whole = of(&collection(&[feature("A", &square(0.0, f64::from(south), 3.0, f64::from(south + 3)))]), &ImportOptions::default()).expect("a map");
        let whole = area(&crate::import::territory(&whole));
        // Sides of a large square are geodesics that bulge a little; within half a percent nothing is lost or counted twice.
        prop_assert!((area(&territory) - whole).abs() * 200 < whole, "{} instead of {whole}", area(&territory));
    }
}
