//! An exchange of two parties really writes and solves another case; an asymmetry planted in it is found.

#![allow(clippy::expect_used, reason = "a test, and what it shares")]

use detente::base::Silent;
use detente::case::Resolution;
use detente::casefile::{Folder, Reading, exchange, read};
use detente::symmetry::{Back, Depth, Findings, findings};

const CASE: &str = r#"format = 1
[case]
id = "toy"
title = "A toy"
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[issues.bridge]
title = "Bridge"
scale = true
choices = { closed = "Closed", toll = "Toll", open = "Open" }
[issues.water]
title = "Water"
range = { from = 0, to = 100, step = 25 }
[[red_lines]]
id = "no-closing"
party = "eastland"
never = "bridge = closed"
firmness = "strong"
"#;
const ESTIMATES: &str = r#"[estimates]
author = "x"
[eastland]
because = "x"
bottom_line = 20
weights = { bridge = 60, water = 40 }
values.bridge = { closed = 0, toll = 30, open = 100 }
values.water.curve = [[0, 0], [100, 100]]
[westland]
because = "x"
bottom_line = 30
weights = { bridge = 25, water = 75 }
values.bridge = { closed = 100, toll = 70, open = 0 }
values.water.curve = [[0, 100], [100, 0]]
"#;

fn solved(folder: &Folder, back: Back<'_>) -> Findings {
    let reading: Reading = read(folder);
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    let case = reading.case.as_ref().expect("a case");
    findings(case, &reading.ledger, reading.estimates.first(), back, Depth::Team, &Silent).expect("within reach")
}

fn folder() -> Folder {
    Folder::of_texts([("case.toml", CASE), ("estimates/s.toml", ESTIMATES)])
}

fn text(folder: &Folder, path: &str) -> String {
    folder.at(path).expect("a file").1.text().to_owned()
}

const BACK: Back<'_> = Back::Exchanged("eastland", "westland");

#[test]
fn ids_and_names_are_exchanged_everywhere() {
    let other = exchange(&folder(), "eastland", "westland", Resolution::Blocs).expect("exchanged");
    let case = text(&other, "case.toml");
    assert!(case.contains("westland = { name = \"Westland\" }\neastland = { name = \"Eastland\" }"), "{case}");
    assert!(case.contains("party = \"westland\""), "{case}");
    let estimates = text(&other, "estimates/s.toml");
    let lines: Vec<&str> =
        estimates.lines().filter(|line| line.starts_with("[east") || line.starts_with("[west")).collect();
    assert_eq!(lines, ["[westland]", "[eastland]"]);
    let again = exchange(&other, "eastland", "westland", Resolution::Blocs).expect("exchanged");
    assert_eq!((text(&again, "case.toml"), text(&again, "estimates/s.toml")), (CASE.to_owned(), ESTIMATES.to_owned()));
}

#[test]
fn the_exchanged_case_gives_the_same_results_and_is_another_case() {
    let stands = solved(&folder(), Back::AsTheyStand);
    let other = exchange(&folder(), "eastland", "westland", Resolution::Blocs).expect("exchanged");
    assert_eq!(stands, solved(&other, BACK));
    assert_ne!(stands, solved(&other, Back::AsTheyStand), "it is the exchange that makes them equal");
    assert!(20 < stands.len());
}

/// What must be found: one party treated otherwise after the exchange, in a number, in a limit, in the record.
#[test]
fn a_planted_asymmetry_is_found() {
    let stands = solved(&folder(), Back::AsTheyStand);
    let other = exchange(&folder(), "eastland", "westland", Resolution::Blocs).expect("exchanged");
    let planted = |path: &str, from: &str, to: &str| {
        let changed = text(&other, path);
        assert_eq!(changed.matches(from).count(), 1, "{from}");
        let folder = other.with_file(path, changed.replace(from, to));
        let found = solved(&folder, BACK);
        let questions: Vec<String> = stands
            .iter()
            .filter(|(question, says)| found.get(*question) != Some(says))
            .map(|(question, _)| question.0.clone())
            .collect();
        questions
    };
    let number = planted("estimates/s.toml", "bottom_line = 20", "bottom_line = 55");
    assert!(number.iter().any(|question| question.contains("packages, bottom lines at their centres")), "{number:?}");
    let limit = planted("case.toml", "party = \"westland\"", "party = \"eastland\"");
    assert!(limit.iter().any(|question| question.contains("what no-closing excludes")), "{limit:?}");
    let worth = planted("estimates/s.toml", "water = 75", "water = 74");
    assert!(worth.iter().any(|question| question.contains("frontier")), "{worth:?}");
}
