//! Maps: the sheet, the table, the document, two packages beside each other, and maps of other countries.

use crate::common::Demo;
use serde_json::Value;

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog");

fn island() -> String {
    format!("{CATALOG}/textbook/divided-island")
}

/// The case of the first page, which has people, dates and sources.
fn first() -> String {
    let first = std::fs::read_to_string(format!("{CATALOG}/FIRST")).expect("the first case");
    format!("{CATALOG}/{}", first.trim())
}

fn json(arguments: &[&str]) -> Value {
    let demo = Demo::of(&[]);
    let ran = demo.detente(arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn the_sheet_stands_alone_and_says_what_it_is() {
    let demo = Demo::of(&[]);
    let ran = demo.detente(&["map", &first()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in [
        "working paper, not a proposal",
        "Case hash",
        "binding nothing",
        "18.6% of 603,540 km²",
        "20% (date not given)",
        "200 km",
    ] {
        assert!(ran.out.contains(said), "{said}");
    }
    assert!(ran.out.starts_with("<?xml") && ran.out.ends_with("</svg>\n"));
    for elsewhere in ["href", "url(http", "@import", "<image", "<script", "<style"] {
        assert!(!ran.out.contains(elsewhere), "{elsewhere}: nothing is fetched");
    }
    assert!(ran.err.contains("On record"), "the table is told beside it");
    assert_eq!(demo.detente(&["map", &first()]).out, ran.out, "the same bytes");
}

#[test]
fn figures_are_those_of_the_tables_with_their_sources() {
    let map = json(&["map", &first(), "--json"]);
    assert_eq!((map["schema"].as_str(), map["units"].as_array().map(Vec::len)), (Some("detente.map/1"), Some(27)));
    assert_eq!((&map["control_on"], &map["after_as_of"]), (&Value::from("2025-02-28"), &Value::from(true)));
    let control = &map["control"][0];
    assert_eq!((control["km2"].as_f64(), control["percent"].as_f64()), (Some(112_396.0), Some(18.6)));
    assert_eq!(map["whole"][0]["percent"].as_f64(), Some(20.0));
    let unit = |id: &str| {
        let units = map["units"].as_array().expect("units");
        units.iter().find(|unit| unit["id"] == id).cloned().expect("there")
    };
    assert_eq!(unit("ua-43")["people"], Value::Null, "no public figure with a source is not zero");
    assert_eq!(unit("ua-14")["control"][0]["source"], "src-02");
    assert_eq!(map["all"]["without_people"], 2);
}

#[test]
fn two_packages_are_drawn_and_tabled() {
    let demo = Demo::of(&[]);
    let all = "land=joint";
    let one = "land.north-cape=westland,land.harbour=eastland,land.high-moor=joint,land.river-mouth=eastland,land.salt-coast=westland";
    let case = island();
    let ran = demo.detente(&["map", &case, "--package", one, "--package", all]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for said in ["Where A and B differ", "North Cape", "Administration by Westland", "[open]", "Line: "] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let map = json(&["map", &case, "--json", "--package", one, "--package", all]);
    let differ: Vec<&str> = map["differ_on"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!(differ, ["harbour", "north-cape", "river-mouth", "salt-coast", "south-point"]);
    let line = |package: usize| map["packages"][package]["line_km"].as_f64().expect("a length");
    assert!(line(1).abs() < 1e-9);
    let adjacency = std::fs::read_to_string(format!("{case}/territory/adjacency.csv")).expect("a table");
    let known: f64 = [
        "harbour,high-moor",
        "harbour,north-cape",
        "high-moor,north-cape",
        "high-moor,river-mouth",
        "high-moor,salt-coast",
    ]
    .iter()
    .map(|pair| {
        let row = adjacency.lines().find_map(|line| line.strip_prefix(pair)).expect("neighbours");
        row.trim_start_matches(',').parse::<f64>().expect("a length")
    })
    .sum();
    assert!((line(0) - known).abs() < 0.001, "{} instead of {known}", line(0));
}

#[test]
fn a_case_without_a_territory_or_with_a_broken_map_says_so() {
    let demo = Demo::new();
    let ran = demo.detente(&["map", "case"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no territory") && ran.err.contains("import-map"), "{}", ran.err);
    demo.write("territory/units.csv", "id,name,area_km2,area_source\nnorth,North,,\n");
    demo.write("territory/units.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{}]}");
    let ran = demo.detente(&["map", "case"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("map-syntax") && ran.err.contains("territory/units.geojson:1:"), "{}", ran.err);
    let ran = demo.detente(&["check", "case"]);
    assert!(ran.out.contains("map-syntax") && ran.out.contains("territory-no-area"), "{}", ran.out);
}

#[test]
fn a_map_of_any_country_becomes_a_territory_or_nothing() {
    let demo = Demo::new();
    let drawing = format!("{}/drawing.geojson", island());
    let ran = demo.detente(&["import-map", &drawing, "-o", "case/territory", "--id", "CODE"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("6 units, 9 pairs of neighbours"), "{}", ran.out);
    assert_eq!(demo.detente(&["map", "case", "--table"]).code, 0);
    let again = demo.detente(&["import-map", &drawing, "-o", "case/territory"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("not empty"), "{}", again.err);
    demo.write("not-a-map.txt", "1, 2");
    let ran = demo.detente(&["import-map", "case/not-a-map.txt", "-o", "case/elsewhere"]);
    assert_eq!(ran.code, 2);
    assert!(!demo.path("elsewhere").exists(), "nothing is left behind");
    let ran = demo.detente(&["import-map", "case/nowhere.geojson", "-o", "case/elsewhere"]);
    assert_eq!((ran.code, demo.path("elsewhere").exists()), (2, false));
    assert!(ran.err.contains("GeoJSON"), "{}", ran.err);
}

#[test]
fn where_a_part_is_in_question_sums_count_that_part() {
    let map = json(&["map", &first(), "--json", "--package", "territory=deferred"]);
    let status = &map["packages"][0]["statuses"][0];
    assert_eq!((status["status"].as_str(), status["units"].as_u64()), (Some("deferred"), Some(8)));
    assert_eq!(status["km2"].as_f64(), map["control"][0]["km2"].as_f64(), "what is in question is what is controlled");
    let demo = Demo::of(&[]);
    let ran = demo.detente(&["map", &first(), "--package", "territory=deferred"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("only that part is in question") && ran.err.contains("only that part is in question"));
}
