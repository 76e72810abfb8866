//! The catalog's cases: clean, canonical, and with the counts that an independent enumeration found.

#![expect(clippy::print_stdout, reason = "a test of the surface")]

use std::path::{Path, PathBuf};

use detente::base::Silent;
use detente::casefile::{QuoteCheck, print};
use detente::deals::{Settings, estimated, stated};
use detente::engine::Count;
use detente::{OpenOptions, Opened, open};
use detente_testkit::catalog::catalog_cases;
use serde_json::Value;

fn catalog() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog")
}

fn open_case(name: &str) -> Opened {
    open(&catalog().join(name), &OpenOptions::default()).expect("a case of the catalog")
}

fn cases() -> Vec<PathBuf> {
    catalog_cases().expect("the catalog")
}

#[test]
fn every_case_is_clean() {
    assert!(3 < cases().len());
    for path in cases() {
        let opened = open(&path, &OpenOptions::default()).expect("a case");
        let diagnostics = opened.diagnostics(&Silent).expect("within reach");
        let messages: Vec<&String> = diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
        assert!(messages.is_empty(), "{}: {messages:?}", path.display());
    }
}

#[test]
fn every_case_is_printed_canonically() {
    for path in cases() {
        let opened = open(&path, &OpenOptions::default()).expect("a case");
        let is_toml = |path: &str| Path::new(path).extension().is_some_and(|ending| ending == "toml");
        for (_, file) in opened.folder.files().filter(|(_, file)| is_toml(&file.path)) {
            let is_canonical = print(file.text()).expect("TOML") == file.text();
            assert!(is_canonical, "{}/{}: run `detente fmt`", path.display(), file.path);
        }
    }
}

#[test]
fn the_first_case_quotes_its_source_exactly() {
    let data = std::env::var("DETENTE_DATA").map_or_else(|_| catalog().join("../../shared/data"), PathBuf::from);
    let texts = data.join("article");
    let first = std::fs::read_to_string(catalog().join("FIRST")).expect("catalog/FIRST");
    if !texts.is_dir() {
        println!("skipped: no shared data");
        return;
    }
    let options = OpenOptions { texts: Some(texts), ..OpenOptions::default() };
    let opened = open(&catalog().join(first.trim()), &options).expect("the first case");
    let QuoteCheck { found, text_not_held } = opened.reading.quotes;
    assert!(10 <= found, "{found} quotes");
    assert_eq!(text_not_held, 0);
    assert!(opened.reading.is_sound());
}

/// Counts as `conformance/catalog_counts.json` has them.
fn counts(values: &Value) -> Vec<Count> {
    values
        .as_array()
        .expect("counts")
        .iter()
        .map(|count| Count::Exact(count.as_u64().expect("a count").into()))
        .collect()
}

fn check(expected: &Value) {
    let name = expected["case"].as_str().expect("a case");
    let opened = open_case(name);
    let case = opened.reading.case.as_ref().expect("a case");
    let settings = Settings::default();
    let first = stated(case, &settings, &Silent).expect("within reach");
    let found = [Count::Exact(first.space), first.within_rules, first.zone.packages];
    assert_eq!(found.to_vec(), counts(&expected["stated"]), "{name}");
    let sets = expected["estimates"].as_object().expect("sets of estimates");
    assert_eq!(sets.len(), opened.reading.estimates.len(), "{name}");
    for set in &opened.reading.estimates {
        let second = estimated(case, set, &settings, &Silent).expect("within reach");
        let found = second.zones.map(|zone| zone.packages);
        assert_eq!(found.to_vec(), counts(&sets[set.id.as_str()]), "{name} {}", set.id);
    }
}

#[test]
fn counts_are_those_of_an_enumeration_written_apart() {
    let text = std::fs::read_to_string(catalog().join("../conformance/catalog_counts.json")).expect("the counts");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let expected = all["cases"].as_array().expect("cases");
    assert_eq!(expected.len(), cases().len(), "a case of the catalog has no counts, or counts have no case");
    expected.iter().for_each(check);
}
