//! Which choice settles which unit: by blocs as the case draws them, or unit by unit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::bench::{Served, Told};

fn catalog(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog").join(id)
}

fn showing(case: &Path) -> Served {
    let (served, bench) = Served::empty(tempfile::tempdir().expect("a place to write"));
    bench.open_at(case).expect("a case");
    served
}

/// The issues that settle units, and the units each settles.
fn parts(told: &Told) -> Vec<(String, String)> {
    let parts = told.json["parts"].as_object().expect("parts").iter();
    parts.map(|(unit, issue)| (unit.clone(), issue.as_str().expect("an issue").to_owned())).collect()
}

#[tokio::test]
async fn each_unit_of_a_territory_without_blocs_has_an_issue_of_its_own() {
    let served = showing(&catalog("textbook/divided-island"));
    let map = served.post("/api/map", &json!({})).await;
    let units = map.json["units"].as_array().expect("units").len();
    let parts = parts(&map);
    assert_eq!(parts.len(), units);
    assert!(parts.iter().all(|(unit, issue)| *issue == format!("land.{unit}")), "{parts:?}");
}

/// The first case draws blocs: several units hang on one choice, until it is asked unit by unit.
#[tokio::test]
async fn blocs_come_apart_when_it_is_asked_unit_by_unit() {
    let first = fs::read_to_string(catalog("FIRST")).expect("a file");
    let served = showing(&catalog(first.trim().trim_start_matches("catalog/")));
    let drawn = parts(&served.post("/api/map", &json!({})).await);
    let apart = parts(&served.post("/api/map", &json!({ "units": true })).await);
    assert_eq!(
        drawn.iter().map(|(unit, _)| unit).collect::<Vec<_>>(),
        apart.iter().map(|(unit, _)| unit).collect::<Vec<_>>()
    );
    let issues = |parts: &[(String, String)]| parts.iter().map(|(_, issue)| issue.clone()).collect::<BTreeSet<_>>();
    assert!(issues(&drawn).len() < drawn.len(), "{drawn:?}");
    assert_eq!(issues(&apart).len(), apart.len(), "{apart:?}");
    let known = |told: &Told| told.json["issues"].as_object().map(|of| of.keys().cloned().collect::<BTreeSet<_>>());
    let case = served.get("/api/case-by-units").await;
    assert!(issues(&apart).is_subset(&known(&case).expect("issues")));
    assert!(issues(&drawn).is_disjoint(&known(&case).expect("issues")));
    assert!(issues(&drawn).is_subset(&known(&served.get("/api/case").await).expect("issues")));
    assert_ne!(case.json["packages"], Value::Null);
}
