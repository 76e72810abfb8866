//! The catalog's cases: clean, canonical, and with the counts that an independent enumeration found.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a test of the surface")]

use std::path::{Path, PathBuf};

use detente::base::Silent;
use detente::casefile::{QuoteCheck, print};
use detente::deals::{Settings, estimated, stated};
use detente::{OpenOptions, Opened, open};

fn catalog() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog")
}

fn open_case(name: &str) -> Opened {
    open(&catalog().join(name), &OpenOptions::default()).expect("a case of the catalog")
}

fn cases() -> Vec<PathBuf> {
    let folders = |path: &Path| {
        let entries = std::fs::read_dir(path).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
        paths.sort();
        paths
    };
    folders(&catalog()).iter().flat_map(|shelf| folders(shelf)).collect()
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
        for (_, file) in opened.folder.files() {
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

/// Counts: space, within rules, within stated limits; then per set of estimates at low, centre and high.
fn check(name: &str, stated_counts: [u128; 3], sets: &[(&str, [u128; 3])]) {
    let opened = open_case(name);
    let case = opened.reading.case.as_ref().expect("a case");
    let settings = Settings::default();
    let first = stated(case, &settings, &Silent).expect("within reach");
    assert_eq!([first.space, first.within_rules, first.zone], stated_counts, "{name}");
    for (id, counts) in sets {
        let set = opened.reading.estimates.iter().find(|set| set.id == **id).expect("a set of estimates");
        let second = estimated(case, set, &settings, &Silent).expect("within reach");
        assert_eq!(second.counts, *counts, "{name} {id}");
    }
}

// The counts were found by an enumeration in another language with fractions, written apart from this code.

#[test]
fn counts_of_the_first_case() {
    let sets = [("wider", [17_328, 2_869, 9]), ("narrower", [9, 0, 0])];
    check("news/2025-02-26-ukraine-talks", [1_306_368, 650_496, 108_416], &sets);
}

#[test]
fn counts_of_the_other_cases() {
    check("history/1962-cuba", [243, 120, 14], &[("illustrative", [13, 12, 9])]);
    check("textbook/nash-1950", [512, 512, 512], &[("nash-1950", [293, 293, 293])]);
    check("textbook/split-surplus", [5_151, 2_601, 2_601], &[]);
    check("textbook/kalai-smorodinsky-ideal-point", [121, 66, 66], &[]);
    check("textbook/kalai-smorodinsky-1975-s1", [68_121, 51_026, 51_026], &[]);
    check("textbook/kalai-smorodinsky-1975-s2", [68_121, 57_825, 57_825], &[]);
}
