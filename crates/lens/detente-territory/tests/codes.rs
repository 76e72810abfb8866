//! Every page of a mistake shows an example that yields it and no other error.

use std::collections::BTreeMap;

use detente_base::{Code, Diagnostic, FileId, Severity};
use detente_territory::{ADJACENCY, CLAIMS, CONTROL, Files, Reading, SHAPES, Text, UNITS, codes, read, read_shapes};

fn example(code: &Code) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut lines = code.page.lines();
    while let Some(line) = lines.next() {
        let Some(path) = line.strip_prefix("```text ").or_else(|| line.strip_prefix("```json ")) else { continue };
        let text = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        files.insert(path.to_owned(), text);
    }
    assert!(!files.is_empty(), "{}: the page shows no file", code.name);
    files
}

fn reading(code: &Code) -> Reading {
    let files = example(code);
    let text = |path: &str| {
        let place = files.keys().position(|known| known == path)?;
        Some(Text { file: FileId(place), text: files[path].as_str() })
    };
    let tables = Files { units: text(UNITS), control: text(CONTROL), claims: text(CLAIMS), adjacency: text(ADJACENCY) };
    let mut reading = read(&tables);
    if let (Some(text), Some(territory)) = (text(SHAPES), &reading.territory) {
        reading.diagnostics.extend(read_shapes(text, territory).diagnostics);
    }
    reading
}

fn diagnostics(code: &Code) -> Vec<Diagnostic> {
    reading(code).diagnostics
}

#[test]
fn every_example_yields_its_diagnostic_and_no_other_error() {
    for code in codes::ALL {
        let found = diagnostics(code);
        let names: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code.name).collect();
        assert!(names.contains(&code.name), "{}: {names:?}", code.name);
        assert!(found.iter().all(|other| other.code == *code || !other.is_error()), "{}: {found:?}", code.name);
    }
}

#[test]
fn every_diagnostic_has_a_place_and_a_way_out() {
    for code in codes::ALL {
        for diagnostic in diagnostics(code) {
            assert!(diagnostic.hint.is_some() && !diagnostic.labels.is_empty(), "{}", code.name);
            assert!(!diagnostic.message.ends_with('.'), "{}", code.name);
        }
    }
}

#[test]
fn every_page_says_what_why_and_what_to_do() {
    for code in codes::ALL {
        assert!(code.page.starts_with(&format!("# `{}`", code.name)), "{}", code.name);
        for section in ["## What it means", "## Why it matters", "## Example", "## What to do"] {
            assert!(code.page.contains(section), "{}: {section}", code.name);
        }
        assert_eq!(codes::find(code.name), Some(*code));
    }
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/codes");
    #[expect(clippy::disallowed_methods, reason = "the pages are what is tested")]
    let pages = std::fs::read_dir(pages).expect("the pages").count();
    assert_eq!(pages, codes::ALL.len(), "a page without a code, or a code without a page");
}

#[test]
fn a_warning_does_not_keep_a_territory_from_being_used() {
    for code in codes::ALL.iter().filter(|code| code.severity == Severity::Warning) {
        let territory = reading(code).territory.expect("units");
        assert!(!territory.units.is_empty(), "{}", code.name);
    }
}
