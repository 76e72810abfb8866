//! Every page of a mistake shows an example that yields it and no other error.

use detente_base::{Code, Diagnostic, FileId, Severity};
use detente_interop::scenario::{self, Meaning, ScenarioFile};
use detente_interop::{Bounds, codes, read_numeric};

const BOUNDS: Bounds = Bounds { parties: 64, issues: 1000, cells: 1 << 20 };

fn example(code: &Code) -> String {
    let lines = code.page.lines().skip_while(|line| *line != "```json model.json").skip(1);
    lines.take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect()
}

/// The files of a scenario that a page shows: a fence names its language and the file.
fn files(code: &Code) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut lines = code.page.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix("```xml ").or_else(|| line.strip_prefix("```yaml ")) else { continue };
        let text = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        files.push((name.to_owned(), text));
    }
    files
}

fn diagnostics(code: &Code) -> Vec<Diagnostic> {
    let files = files(code);
    if files.is_empty() {
        return read_numeric(&example(code), FileId(0), BOUNDS).diagnostics;
    }
    let file = |(file, (name, text)): (usize, &'_ (String, String))| (name.clone(), text.clone(), FileId(file));
    let named: Vec<_> = files.iter().enumerate().map(file).collect();
    let files: Vec<_> = named.iter().map(|(name, text, file)| ScenarioFile { name, text, file: *file }).collect();
    scenario::read(&files, Meaning::Genius).diagnostics
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
fn a_warning_does_not_keep_a_model_from_being_used() {
    for code in codes::ALL.iter().filter(|code| code.severity == Severity::Warning) {
        assert!(read_numeric(&example(code), FileId(0), BOUNDS).model.is_some(), "{}", code.name);
    }
}
