//! Every page of a document that cannot be read shows an example that yields it.

use detente_base::{Code, Diagnostic, FileId};
use detente_reading::{codes, document};

/// The example: text as it stands, bytes in hexadecimal, or a line many times over.
fn example(code: &Code) -> Vec<u8> {
    let mut lines = code.page.lines().skip_while(|line| !line.starts_with("```text"));
    let kind = lines.next().expect("an example");
    let text: String = lines.take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
    match kind.trim_start_matches("```text").trim().split_once(' ') {
        Some(("repeat", times)) => text.trim_end().repeat(times.parse().expect("a number")).into_bytes(),
        None if kind.ends_with("hex") => {
            text.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).expect("a byte")).collect()
        }
        _ => text.into_bytes(),
    }
}

fn diagnostic(code: &Code) -> Diagnostic {
    *document(&example(code), FileId(0)).expect_err(code.name)
}

#[test]
fn every_example_yields_its_diagnostic_with_a_place_and_a_way_out() {
    for code in codes::ALL {
        let found = diagnostic(code);
        assert_eq!(found.code.name, code.name);
        assert!(found.hint.is_some() && !found.labels.is_empty() && !found.message.ends_with('.'), "{}", code.name);
        assert_eq!(codes::find(code.name), Some(*code));
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
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/codes");
    #[expect(clippy::disallowed_methods, reason = "the pages are what is tested")]
    let pages = std::fs::read_dir(pages).expect("the pages").count();
    assert_eq!(pages, codes::ALL.len(), "a page without a code, or a code without a page");
}
