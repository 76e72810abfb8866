//! `detente report` in the forms that are no plain text: what never reaches the room does not in these either.

use std::io::{Cursor, Read};

use crate::common::Demo;

const SHEETS: [&str; 12] = [
    "red-lines",
    "common-ground",
    "changes",
    "process",
    "why",
    "deal",
    "gives",
    "compare",
    "text",
    "map",
    "fund",
    "briefing",
];
/// A file's ending, and how the words of such a file are read.
type Form = (&'static str, fn(&[u8]) -> String);

const FORMS: &[Form] = &[
    ("docx", parts),
    #[cfg(feature = "pdf")]
    ("pdf", pages),
];
/// Estimates with a canary in every text and a number nobody else has in every number.
const CANARIES: &str = r#"
[estimates]
author = "canary author"
note = "canary note"

[eastland]
because = "canary because"
bottom_line = { points = [31.337, 41.337], because = "canary bottom line" }
weights.crossing = { points = [51.337, 61.337], because = "canary weight" }
values.crossing = { closed = 0, daytime = [13.371, 23.371], open = 100 }
[[eastland.red_lines]]
id = "canary-red-line"
never = "crossing = daytime"
firmness = "strong"
probability = 0.337
because = "canary red line"
"#;

/// The text of every part of a DOCX.
fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let mut text = String::new();
    for rank in 0..archive.len() {
        archive.by_index(rank).expect("a part").read_to_string(&mut text).expect("text");
    }
    text
}

/// The text of every page of a PDF, a space between words.
#[cfg(feature = "pdf")]
fn pages(bytes: &[u8]) -> String {
    let read = detente::reading::document(bytes, detente::base::FileId(0)).expect("a PDF with text");
    read.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn written(demo: &Demo, sheet: &str, form: &str, more: &[&str]) -> Vec<u8> {
    let file = format!("sheet.{form}");
    let ran = demo.run("report", &[&["--sheet", sheet, "-o", &file], more].concat());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{sheet} {form}");
    std::fs::read(demo.outside().join(file)).expect("a sheet")
}

#[test]
fn no_estimate_reaches_the_room() {
    let (example, canaries) = (Demo::new(), Demo::new());
    std::fs::remove_file(canaries.path("estimates/example.toml")).expect("a set to take away");
    canaries.write("estimates/canary-set.toml", CANARIES);
    for sheet in SHEETS {
        for (form, text) in FORMS {
            let room = |demo: &Demo| written(demo, sheet, form, &["--for", "room"]);
            assert_eq!(room(&example), room(&canaries), "{sheet} {form}: the same bytes whatever is estimated");
            let said = text(&room(&canaries));
            let lower = said.to_lowercase();
            for word in ["canary", ".337", "3371", "3.371", "estimate", "bottom line", " gain"] {
                assert!(!lower.contains(word), "{word}:\n{said}");
            }
            assert!(said.contains("for room") && said.contains("working paper, not a proposal"), "{said}");
        }
    }
}

#[test]
fn the_canaries_are_read_where_they_may_be() {
    let demo = Demo::new();
    demo.write("estimates/canary-set.toml", CANARIES);
    for (form, text) in FORMS {
        let said = text(&written(&demo, "red-lines", form, &["--estimates", "canary-set"]));
        for word in ["canary red line", "canary author", "canary-set", "for team"] {
            assert!(said.contains(word), "{form} {word}:\n{said}");
        }
    }
}

#[test]
fn the_paper_is_that_asked_for_and_a_sheet_is_the_same_bytes_twice() {
    let demo = Demo::new();
    for (form, _) in FORMS {
        let [a4, letter, unsaid] =
            [&["--paper", "a4"][..], &["--paper", "letter"], &[]].map(|paper| written(&demo, "process", form, paper));
        assert_eq!(a4, unsaid, "A4 unless said otherwise");
        assert_ne!(a4, letter);
    }
}
