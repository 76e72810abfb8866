//! Every page of a mistake shows an example that yields it and no other error.

use crate::shared::{back, blank, case};
use detente_base::{Code, Diagnostic, FileId};
use detente_sheet::{Kind, class, codes};

/// The file that a page shows: a fence names its language and the file.
fn example(code: &Code) -> (String, Kind) {
    let mut lines = code.page.lines().skip_while(|line| !line.starts_with("```csv "));
    let name = lines.next().expect("a fence");
    let mut text = String::new();
    for line in lines.take_while(|line| *line != "```") {
        if line == "(20,000 more lines)" {
            text.push_str(&"weight bridge\n".repeat(20_000));
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    (text, if name == "```csv p.xlsx" { Kind::Workbook } else { Kind::Csv })
}

fn diagnostics(code: &Code) -> Vec<Diagnostic> {
    if code.name.starts_with("class-") {
        let (text, _) = example(code);
        // What no page can show.
        let bytes = text.replace("(bytes of another alphabet)", "\u{1}").into_bytes();
        let bytes: Vec<u8> = bytes.into_iter().map(|byte| if byte == 1 { 0xe9 } else { byte }).collect();
        return class(&case(None).0, &bytes, FileId(0)).pairs.err().unwrap_or_default();
    }
    let (text, kind) = example(code);
    back(&blank("eastland"), text.as_bytes(), kind).1
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
