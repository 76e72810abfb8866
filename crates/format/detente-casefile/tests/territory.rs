//! A territory beside a case: what it names must be there, renaming reaches it, and the hash covers it.

use detente_casefile::{Folder, case_hash, read, rename};

const CASE: &str = "\
format = 1
[case]
id = \"isle\"
title = \"An island\"
[parties.eastland]
name = \"Eastland\"
[parties.westland]
name = \"Westland\"
[issues.port]
title = \"The port\"
choices = { closed = \"Closed\", open = \"Open\" }
";
const LEDGER: &str = "format = 1\n[[sources]]\nid = \"survey\"\nkind = \"dataset\"\n";
const UNITS: &str = "id,name,area_km2,area_source\nnorth,North,120,survey\nsouth,South,80,survey\n";
const CONTROL: &str = "unit,party,percent,on,source\nnorth,eastland,100,2025-02-28,survey\n";

fn folder(units: &str, control: &str) -> Folder {
    Folder::of_texts([
        ("case.toml", CASE),
        ("ledger.toml", LEDGER),
        ("territory/control.csv", control),
        ("territory/units.csv", units),
    ])
}

#[test]
fn a_territory_is_read_beside_the_case() {
    let reading = read(&folder(UNITS, CONTROL));
    assert_eq!(reading.diagnostics, Vec::new());
    assert_eq!(reading.territory.expect("units").units.len(), 2);
    assert_eq!(read(&Folder::of_texts([("case.toml", CASE)])).territory, None);
}

#[test]
fn parties_and_sources_must_be_there() {
    let control = CONTROL.replace("eastland", "eastlund").replace("survey", "servey");
    let reading = read(&folder(UNITS, &control));
    let told: Vec<String> =
        reading.diagnostics.iter().map(|found| format!("{}: {:?}", found.message, found.hint.as_deref())).collect();
    assert_eq!(
        told,
        [
            "no party has the id \"eastlund\": Some(\"did you mean \\\"eastland\\\"?\")",
            "no source has the id \"servey\": Some(\"did you mean \\\"survey\\\"?\")"
        ]
    );
    let span = reading.diagnostics[0].labels[0].span;
    assert_eq!(&control[span.start..span.end], "eastlund");
}

#[test]
fn renaming_reaches_the_tables() {
    let folder = folder(UNITS, CONTROL);
    let reading = read(&folder);
    let changed = |old: &str, new: &str| -> Vec<String> {
        let files = rename(&folder, &reading, old, new).expect("can be renamed");
        let is_table = |text: &String| text.starts_with("unit,") || text.starts_with("id,");
        files.into_iter().map(|(_, text)| text).filter(is_table).collect()
    };
    assert_eq!(changed("eastland", "far-east"), [CONTROL.replace("eastland", "far-east")]);
    assert_eq!(changed("survey", "registry").len(), 2);
}

#[test]
fn shapes_say_who_is_a_neighbour_where_no_table_does() {
    let square = |id: &str, south: u8| {
        let north = south + 1;
        format!(
            r#"{{"type": "Feature", "id": "{id}", "properties": null, "geometry": {{"type": "Polygon",
            "coordinates": [[[0, {south}], [1, {south}], [1, {north}], [0, {north}], [0, {south}]]]}}}}"#
        )
    };
    let shapes =
        format!(r#"{{"type": "FeatureCollection", "features": [{}, {}]}}"#, square("south", 0), square("north", 1));
    let files = [("case.toml", CASE), ("ledger.toml", LEDGER), ("territory/units.csv", UNITS)];
    let with = |more: &[(&'static str, &'static str)]| {
        let all = files.iter().chain(more).copied().chain([("territory/units.geojson", shapes.as_str())]);
        let territory = read(&Folder::of_texts(all)).territory.expect("units");
        territory.adjacency.expect("of the shapes").borders().len()
    };
    assert_eq!(with(&[]), 1);
    assert_eq!(with(&[("territory/adjacency.csv", "a,b\n")]), 0, "a table that is there counts");
}

#[test]
fn the_hash_covers_what_the_tables_say_and_not_their_layout() {
    let hash = |units: &str, control: &str| case_hash(&folder(units, control)).to_string();
    let swapped = "# registry\nid,name,area_km2,area_source\nsouth,South,80,survey\nnorth,North,120,survey\n";
    assert_eq!(hash(UNITS, CONTROL), hash(swapped, CONTROL));
    assert_ne!(hash(UNITS, CONTROL), hash(&UNITS.replace("120", "121"), CONTROL));
    assert_ne!(hash(UNITS, CONTROL), hash(UNITS, &CONTROL.replace("100", "90")));
    let shapes = |shapes: &str| {
        let folder = Folder::of_texts([("case.toml", CASE), ("territory/units.geojson", shapes)]);
        case_hash(&folder).to_string()
    };
    let a = r#"{"type": "x", "features": [{"id": "a"}, {"id": "b"}]}"#;
    assert_eq!(shapes(a), shapes(r#"{"features":[{"id":"b"},{"id":"a"}],"type":"x"}"#));
    assert_ne!(shapes(a), shapes(&a.replace("\"b\"", "\"c\"")));
}
