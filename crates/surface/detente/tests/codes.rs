//! Every diagnostic's page shows an example; every example yields its diagnostic, and no other error.

use std::path::PathBuf;

use detente::Opened;
use detente::base::{Code, Diagnostic, Severity, Silent};
use detente::case::Resolution;
use detente::casefile::{Content, File, Folder, codes, read, read_at};

/// A fenced block of a page: its path in the folder and its text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(path) = line.strip_prefix("```toml ").or_else(|| line.strip_prefix("```text ")) else { continue };
        let text: String = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        blocks.push((path.trim().to_owned(), text));
    }
    blocks
}

fn folder(code: &Code) -> Folder {
    match code.name {
        "missing-file" => return Folder::default(),
        "not-utf8" => return one_file(Content::NotUtf8 { before: "format = 1\n".to_owned() }),
        "file-too-large" => return one_file(Content::TooLarge),
        _ => {}
    }
    let (texts, files): (Vec<_>, Vec<_>) =
        blocks(code.page).into_iter().partition(|(path, _)| path.starts_with("texts/"));
    assert!(!files.is_empty(), "{}: the page shows no file", code.name);
    let mut folder = Folder::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for (path, text) in texts {
        let id = path.trim_start_matches("texts/").trim_end_matches(".txt").to_owned();
        folder.texts.push((id, text.into_bytes()));
    }
    folder
}

fn one_file(content: Content) -> Folder {
    Folder::new(vec![File { path: "case.toml".to_owned(), content }])
}

fn diagnostics(code: &Code) -> Vec<Diagnostic> {
    let folder = folder(code);
    let reading = match code.name {
        // Blocs are few; this can only happen unit by unit.
        "lens-out-of-reach" => read_at(&folder, Resolution::Units),
        _ => read(&folder),
    };
    let opened = Opened { root: PathBuf::new(), folder, reading };
    opened.diagnostics(&Silent).expect("the examples are small")
}

#[test]
fn every_example_yields_its_diagnostic_and_no_other_error() {
    let mut wrong = Vec::new();
    for code in codes::ALL {
        let found = diagnostics(code);
        let names: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code.name).collect();
        let errors = found.iter().filter(|diagnostic| diagnostic.is_error() && diagnostic.code != *code).count();
        if !names.contains(&code.name) || 0 < errors {
            wrong.push(format!("{}: {names:?} {:?}", code.name, found.iter().map(|d| &d.message).collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_diagnostic_has_a_way_out_and_a_place() {
    for code in codes::ALL {
        for diagnostic in diagnostics(code).iter().filter(|diagnostic| diagnostic.code == *code) {
            assert!(diagnostic.hint.is_some(), "{} has no hint", code.name);
            assert!(!diagnostic.labels.is_empty() || code.name == "missing-file", "{} has no place", code.name);
            assert!(!diagnostic.message.ends_with('.'), "{} ends with a period", code.name);
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
    }
}

#[test]
fn a_warning_never_stops_an_analysis() {
    for code in codes::ALL.iter().filter(|code| code.severity == Severity::Warning) {
        let folder = folder(code);
        let reading = read(&folder);
        assert!(reading.is_sound(), "{}", code.name);
    }
}

#[test]
fn names_are_unique() {
    let mut names: Vec<&str> = codes::ALL.iter().map(|code| code.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), codes::ALL.len());
    let pages = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../format/detente-casefile/codes"));
    assert_eq!(pages.expect("the pages").count(), names.len(), "a page without a code, or a code without a page");
}
