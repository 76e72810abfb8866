//! An exchange of two parties really writes and solves another case; an asymmetry planted in it is found and said.

#![allow(clippy::expect_used, reason = "a test, and what it shares")]

use std::path::PathBuf;

use detente::Opened;
use detente::base::Silent;
use detente::case::Resolution;
use detente::casefile::{Folder, Reading, exchange, read};
use detente_report::sheet::symmetry::{Exchanged, Question, Topic};
use detente_report::sheet::{self, About, Audience, Estimates};
use detente_sheets::symmetry::{Depth, Findings, Solved, findings};
use detente_sheets::{Name, Source, Wanted, Whom, make};

const CASE: &str = r#"format = 1
[case]
id = "toy"
title = "A toy"
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[issues.bridge]
title = "The bridge"
scale = true
choices = { closed = "Closed", toll = "Toll", open = "Open" }
[issues.water]
title = "The water"
range = { from = 0, to = 100, step = 25 }
[[red_lines]]
id = "no-closing"
party = "eastland"
never = "bridge = closed"
firmness = "strong"
"#;
const ESTIMATES: &str = r#"[estimates]
author = "x"
as_of = 2020-01-01
[eastland]
because = "x"
bottom_line = [10, 30]
weights = { bridge = [50, 70], water = 40 }
values.bridge = { closed = 0, toll = [20, 40], open = 100 }
values.water.curve = [[0, 0], [100, 100]]
[eastland.alternative]
description = "x"
alternative_per_month = [6, 10]
[westland]
because = "x"
bottom_line = [20, 40]
weights = { bridge = 25, water = 75 }
values.bridge = { closed = 100, toll = [60, 80], open = 0 }
values.water.curve = [[0, 100], [100, 0]]
[westland.alternative]
description = "x"
alternative_per_month = 0.5
"#;

const DRAWING: [u64; 2] = [300, 7];

/// A case solved, read back as one in which the two are exchanged where `stands` is the case as it stands.
fn solved(folder: &Folder, stands: Option<&Reading>) -> Findings {
    let reading: Reading = read(folder);
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    let case = reading.case.as_ref().expect("a case");
    let back = stands.and_then(|stands| stands.case.as_ref()).map(|stands| {
        let party = |id: &str| stands.party(id).expect("a party");
        (stands, [party("eastland"), party("westland")])
    });
    let of = Solved { case, ledger: &reading.ledger, set: reading.estimates.first(), back };
    findings(&of, Depth::Team, DRAWING, &Silent).expect("within reach")
}

fn folder() -> Folder {
    Folder::of_texts([("case.toml", CASE), ("estimates/s.toml", ESTIMATES)])
}

fn exchanged() -> Folder {
    exchange(&folder(), "eastland", "westland", Resolution::Blocs).expect("exchanged")
}

fn text(folder: &Folder, path: &str) -> String {
    folder.at(path).expect("a file").1.text().to_owned()
}

/// The exchanged case with one piece of it replaced.
fn planted(path: &str, from: &str, to: &str) -> Folder {
    let text = text(&exchanged(), path);
    assert_eq!(text.matches(from).count(), 1, "{from}");
    exchanged().with_file(path, text.replace(from, to))
}

#[test]
fn ids_and_names_are_exchanged_everywhere() {
    let other = exchanged();
    let case = text(&other, "case.toml");
    assert!(case.contains("westland = { name = \"Westland\" }\neastland = { name = \"Eastland\" }"), "{case}");
    assert!(case.contains("party = \"westland\""), "{case}");
    let estimates = text(&other, "estimates/s.toml");
    let lines: Vec<&str> =
        estimates.lines().filter(|line| line.starts_with("[east") || line.starts_with("[west")).collect();
    assert_eq!(lines, ["[westland]", "[westland.alternative]", "[eastland]", "[eastland.alternative]"]);
    let again = exchange(&other, "eastland", "westland", Resolution::Blocs).expect("exchanged");
    assert_eq!((text(&again, "case.toml"), text(&again, "estimates/s.toml")), (CASE.to_owned(), ESTIMATES.to_owned()));
}

#[test]
fn the_exchanged_case_gives_the_same_results_and_is_another_case() {
    let stands = solved(&folder(), None);
    assert_eq!(stands, solved(&exchanged(), Some(&read(&folder()))));
    let unread = solved(&exchanged(), None);
    let of = |topic: Topic, of: &Findings| -> Vec<String> {
        let rows = of.results.iter().filter(|(asked, _)| asked.topic() == topic);
        rows.map(|(asked, says)| format!("{asked:?} {says:?}")).collect()
    };
    for topic in [Topic::Stated, Topic::Estimated, Topic::Draws, Topic::Months] {
        assert_ne!(of(topic, &stands), of(topic, &unread), "{topic:?}: it is the exchange that makes them equal");
    }
    assert!(stands.drawn && stands.not_compared.is_empty(), "{:?}", stands.not_compared);
}

/// Where draws are made under the ids of the copy, its parties meet each other's draws.
#[test]
fn draws_are_those_of_the_case_as_it_stands() {
    let stands = read(&folder());
    let nobodys = |of: &Findings| -> Vec<String> {
        let is = |asked: &Question| matches!(asked, Question::Open | Question::Having(..) | Question::InZone(_));
        let rows = of.results.iter().filter(|(asked, _)| is(asked));
        rows.map(|(asked, says)| format!("{asked:?} {says:?}")).collect()
    };
    let [base, back, unread] =
        [solved(&folder(), None), solved(&exchanged(), Some(&stands)), solved(&exchanged(), None)];
    assert_eq!(nobodys(&base), nobodys(&back), "the same draws");
    assert_ne!(nobodys(&base), nobodys(&unread), "other draws: figures agree within their intervals only");
}

/// What must be found: one party treated otherwise after the exchange, in a number, a limit, a range, with time.
#[test]
fn a_planted_asymmetry_is_found_where_it_is() {
    let (stands, reading) = (solved(&folder(), None), read(&folder()));
    let check = |path: &str, from: &str, to: &str, expect: &[Topic]| {
        let other = solved(&planted(path, from, to), Some(&reading));
        let party = |id: &str| reading.case.as_ref().and_then(|case| case.party(id)).expect("a party");
        let of = Exchanged {
            parties: [party("eastland"), party("westland")],
            stands: &stands.results,
            exchanged: &other.results,
            drawn: Some(DRAWING),
            not_compared: &[],
        };
        let mut topics: Vec<Topic> =
            of.compared().into_iter().filter(|(_, agrees)| !agrees).map(|(asked, _)| asked.topic()).collect();
        topics.dedup();
        topics.sort_unstable();
        topics.dedup();
        assert_eq!(topics, expect, "{from}");
    };
    let estimates = "estimates/s.toml";
    check(estimates, "bottom_line = [10, 30]", "bottom_line = 55", &[Topic::Estimated, Topic::Draws, Topic::Months]);
    check(estimates, "water = 75", "water = 74", &[Topic::Estimated, Topic::Draws, Topic::Months]);
    check(estimates, "toll = [60, 80]", "toll = [50, 90]", &[Topic::Draws]);
    check(estimates, "alternative_per_month = 0.5", "alternative_per_month = 4", &[Topic::Months]);
    check("case.toml", "party = \"westland\"", "party = \"eastland\"", &[Topic::Stated]);
}

fn page(folder: &Folder, other: Option<&Folder>) -> String {
    let reading = read(folder);
    let case = reading.case.as_ref().expect("a case");
    let set = reading.estimates.first().expect("a set");
    let estimates = Estimates { set, hash: "hash".to_owned() };
    let about =
        About { case, ledger: &reading.ledger, hash: "hash".to_owned(), audience: Audience::Team(Some(estimates)) };
    let party = |id: &str| case.party(id).expect("a party");
    let parties = [party("westland"), party("eastland")];
    let Some(other) = other else {
        let [draws, seed] = DRAWING;
        let wanted = Wanted { swap: Some(parties), draws, seed, ..Wanted::plain(Name::Symmetry, Whom::Team) };
        let opened = Opened { root: PathBuf::new(), folder: folder.clone(), reading: read(folder) };
        let source = Source { opened: &opened, case, set: Some(set), resolution: Resolution::Blocs };
        return make(&source, &wanted, &Silent).expect("a sheet").text();
    };
    let (stands, other) = (solved(folder, None), solved(other, Some(&reading)));
    let of = Exchanged {
        parties,
        stands: &stands.results,
        exchanged: &other.results,
        drawn: Some(DRAWING),
        not_compared: &[],
    };
    sheet::symmetry(&about, Some(&of)).text()
}

#[test]
fn the_sheet_says_first_whether_anything_differs_and_then_what() {
    let same = page(&folder(), None);
    assert!(same.contains("All are equal up to the exchange") && !same.contains("Differences"), "{same}");
    let [instance, found] = ["For instance", "points to Eastland; in the copy they are worth"];
    assert!(same.contains(instance) && same.replace('\n', " ").contains(found), "{same}");
    let other = page(&folder(), Some(&planted("estimates/s.toml", "water = 75", "water = 74")));
    let at = |words: &str| other.find(words).unwrap_or_else(|| panic!("{words}:\n{other}"));
    assert!(at("differ beyond the exchange") < at("Differences beyond the exchange"));
    assert!(at("Differences beyond the exchange") < at("The record"));
    assert!(other.contains("units)") && other.contains("Exchanged, read back:"), "exact where it differs:\n{other}");
}

#[test]
fn limits_that_are_listed_are_not_asked_to_move() {
    const LAST: &str = "That a limit is listed does not mean that it should move.";
    let told = |folder: &Folder| page(folder, None).replace('\n', " ").matches(LAST).count();
    assert_eq!(told(&folder()), 0, "nothing is listed where there are packages");
    let closed = folder().with_file("estimates/s.toml", ESTIMATES.replace("[10, 30]", "90").replace("[20, 40]", "90"));
    assert_eq!(told(&closed), 1);
}

#[test]
fn ids_stand_nowhere_on_the_sheet() {
    let same = page(&folder(), None);
    for id in ["eastland", "westland", "bridge=", "water=", "no-closing", "000000"] {
        assert!(!same.contains(id), "{id}:\n{same}");
    }
}
