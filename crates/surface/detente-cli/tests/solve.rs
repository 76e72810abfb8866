//! `detente solve`: the contract of its JSON, held against the instances with known answers and a model small enough to check
//! by hand.

#![expect(clippy::print_stdout, reason = "a test of the surface")]

use std::path::Path;

use crate::common::{Demo, Ran};
use detente_testkit::shared;
use serde_json::{Value, json};

/// Two parties, three issues of two choices; party 1 refuses the second choice of issue 2, and issue 0's second choice needs
/// issue 1's first.
const TINY: &str = r#"{"name": "tiny", "parties": 2, "sizes": [2, 2, 2],
 "values": [[[0, 4], [0, 5], [0, 1]], [[3, 0], [5, 0], [1, 0]]], "reservation": [1, 2],
 "forbidden": [[1, 2, 1]], "rules": [{"if_issue": 0, "if_option": 1, "then_issue": 1, "then_options": [0]}]}"#;

/// As [`TINY`], with a bottom line that no package within the red line meets.
fn closed() -> String {
    TINY.replace("\"reservation\": [1, 2]", "\"reservation\": [6, 2]")
}

fn run(model: &str, args: &[&str]) -> Ran {
    let demo = Demo::of(&[("model.json", model)]);
    demo.detente(&[&["solve", "case/model.json"], args].concat())
}

fn solve(model: &str, args: &[&str]) -> Value {
    let text = run(model, &[args, &["--json"]].concat()).answer();
    serde_json::from_str(&text).expect("JSON")
}

/// A document without what a clock said, which is a number for each question.
fn timeless(mut document: Value) -> Value {
    let elapsed = document["elapsed_ms"].as_object_mut().expect("elapsed_ms");
    for value in elapsed.values_mut() {
        assert!(value.as_f64().is_some_and(|elapsed| 0.0 <= elapsed), "{value}");
        *value = json!(0);
    }
    document
}

#[test]
fn the_whole_document() {
    let document = timeless(solve(TINY, &[]));
    insta::assert_snapshot!("solve_json", serde_json::to_string_pretty(&document).expect("JSON"));
    let document = timeless(solve(&closed(), &[]));
    insta::assert_snapshot!("solve_closed_json", serde_json::to_string_pretty(&document).expect("JSON"));
}

#[test]
fn the_whole_page() {
    insta::assert_snapshot!("solve_page", run(TINY, &["--points"]).answer());
    insta::assert_snapshot!("solve_closed_page", run(&closed(), &[]).answer());
}

#[test]
fn lists_stand_in_one_line_each() {
    let text = run(TINY, &["--json", "--only", "frontier"]).answer();
    assert!(text.contains("\n    \"points\": [[5, 4], [4, 6]]"), "{text}");
}

#[test]
fn what_was_not_asked_is_absent() {
    let keys = |only: &str| -> Vec<String> {
        let document = solve(TINY, &["--only", only]);
        document.as_object().expect("an object").keys().cloned().collect()
    };
    assert_eq!(keys("frontier"), ["elapsed_ms", "frontier", "schema", "space", "zone"]);
    assert_eq!(
        keys("least-movement,conflicts"),
        ["conflicts", "elapsed_ms", "least_movement", "schema", "space", "zone"]
    );
    let document = solve(TINY, &["--only", "nash,kalai-smorodinsky"]);
    let principles: Vec<&String> = document["principles"].as_object().expect("principles").keys().collect();
    assert_eq!(principles, ["kalai_smorodinsky", "nash"]);
    let asked: Vec<&String> = document["elapsed_ms"].as_object().expect("elapsed_ms").keys().collect();
    assert_eq!(asked, ["kalai_smorodinsky", "nash", "zone"]);
    assert_eq!(document["zone"], json!({"feasible": true}));
    assert_eq!(
        solve(TINY, &["--only", "count"])["zone"],
        json!({"feasible": true, "count": "2", "count_bounds": null, "count_estimate": null})
    );
}

#[test]
fn a_limit_of_nothing_decides_nothing() {
    let ran = run(TINY, &["--json", "--time-limit", "0"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("whether there is a package: the time ended first"), "{}", ran.err);
    let document = ran.json();
    assert_eq!(document["zone"]["feasible"], Value::Null);
    assert_eq!(document["frontier"]["complete"], false);
    assert_eq!(document["principles"]["nash"], Value::Null);
    assert_eq!(document["least_movement"], Value::Null);
    let page = run(TINY, &["--time-limit", "0"]);
    assert_eq!(page.code, 3);
    assert!(page.out.contains("It is not decided whether there is a package"), "{}", page.out);
}

#[test]
fn nobody_can_gain() {
    let exact = TINY.replace("\"reservation\": [1, 2]", "\"reservation\": [5, 4]");
    let document = solve(&exact, &[]);
    assert_eq!((&document["zone"]["feasible"], &document["principles"]["nash"]), (&json!(true), &Value::Null));
    assert_eq!(document["principles"]["egalitarian"]["utilities"], json!([5, 4]));
    let page = run(&exact, &[]).answer();
    assert!(page.contains("no principal can gain"), "{page}");
}

#[test]
fn over_other_parties() {
    let asked = TINY.replace("\"rules\"", "\"consent\": [null, {\"issue\": 0, \"options\": [1]}], \"rules\"");
    let usual = solve(&asked, &[]);
    assert_eq!(usual["principles"]["leximin"]["over"], json!([0]));
    assert_eq!(usual["frontier"]["points"][0].as_array().map(Vec::len), Some(1));
    let named = solve(&asked, &["--over", "1,0"]);
    assert_eq!(timeless(named), timeless(solve(TINY, &[])), "their consent is then always needed");
}

#[test]
fn an_argument_that_does_not_fit() {
    for (args, message) in [
        (&["--over", "2"][..], "there is no party 2"),
        (&["--epsilon", "1,2,3"], "--epsilon does not fit this model"),
        (&["--epsilon=-1"], "--epsilon does not fit this model"),
        (&["--time-limit", "soon"], "\"soon\" is no time limit"),
        (&["--time-limit=-1"], "\"-1\" is no time limit"),
        (&["--only", "fairness"], "invalid value 'fairness'"),
        (&["--threads", "0"], "invalid value '0'"),
        (&["--max-points", "0"], "invalid value '0'"),
    ] {
        let ran = run(TINY, args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let documents = ["1", "2", "5"].map(|threads| timeless(solve(TINY, &["--threads", threads])));
    assert!(documents.iter().all(|document| *document == documents[0]));
}

#[test]
fn every_document_follows_its_schema_in_name() {
    let demo = Demo::new();
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "solve"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    let document = solve(TINY, &[]);
    for key in document.as_object().expect("an object").keys() {
        assert!(known.contains_key(key), "{key}");
    }
}

/// An instance of the shared data and its answer; none where the data is not there.
fn instances(folder: &str) -> Vec<(std::path::PathBuf, shared::Instance, Value)> {
    let Some(root) = shared::folder(folder) else {
        println!("skipped: no shared data");
        return Vec::new();
    };
    let path = |name: &str| Path::new(&root).join(format!("{name}.json"));
    shared::instances(&root).into_iter().map(|(of, answer)| (path(&of.name), of, answer)).collect()
}

fn document(path: &Path, args: &[&str]) -> Value {
    let demo = Demo::of(&[]);
    let path = path.to_str().expect("a path");
    let text = demo.detente(&[&["solve", path, "--json"], args].concat()).answer();
    serde_json::from_str(&text).expect("JSON")
}

/// Sets of names without the order in which they stand.
fn unordered(sets: &Value) -> Vec<Vec<String>> {
    let names = |set: &Value| -> Vec<String> {
        let mut names: Vec<String> = serde_json::from_value(set.clone()).expect("names");
        names.sort();
        names
    };
    let mut sets: Vec<Vec<String>> = sets.as_array().expect("sets").iter().map(names).collect();
    sets.sort();
    sets
}

#[test]
fn instances_without_a_zone_are_explained_as_published() {
    for (path, instance, answer) in instances("why") {
        let found = document(&path, &[]);
        let name = &instance.name;
        assert_eq!(found["zone"]["feasible"], answer["zone_feasible"], "{name}");
        assert_eq!(found["zone"]["count"], answer["zone_count"], "{name}");
        assert_eq!(found["least_movement"], answer["least_movement"], "{name}");
        assert_eq!(unordered(&found["conflicts"]["sets"]), unordered(&answer["conflicts"]), "{name}");
        assert_eq!(relaxations(&found["relaxations"]["sets"]), relaxations(&answer["relaxations"]), "{name}");
        assert_eq!((&found["conflicts"]["complete"], &found["relaxations"]["complete"]), (&json!(true), &json!(true)));
        if answer["zone_feasible"] == true {
            assert_eq!(found["frontier"]["points"], answer["frontier_over_principals"], "{name}");
        } else {
            assert_eq!(
                found["frontier"],
                json!({"complete": true, "epsilon": null, "size": 0, "points": []}),
                "{name}"
            );
            let principles = found["principles"].as_object().expect("principles");
            assert!(principles.len() == 5 && principles.values().all(Value::is_null), "{name}");
        }
    }
}

fn relaxations(sets: &Value) -> Vec<(Vec<String>, Value)> {
    let sets = sets.as_array().expect("sets").iter();
    let mut read: Vec<(Vec<String>, Value)> =
        sets.map(|set| (unordered(&json!([set["drop"]])).remove(0), set["reopens"].clone())).collect();
    read.sort_by(|a, b| a.0.cmp(&b.0));
    read
}

/// FNV-1a over the points' coordinates, as the data's README says.
fn hash(points: &Value) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for point in points.as_array().expect("points") {
        for units in point.as_array().expect("a point") {
            for byte in units.as_i64().expect("units").to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    format!("{hash:016x}")
}

#[test]
fn published_frontiers() {
    let mut checked = 0;
    for (path, instance, answer) in
        instances("deals").into_iter().filter(|(_, _, answer)| !answer["front_size"].is_null())
    {
        let found = document(&path, &["--only", "frontier", "--time-limit", "600"]);
        let frontier = &found["frontier"];
        assert_eq!(
            (&frontier["complete"], &frontier["size"]),
            (&json!(true), &answer["front_size"]),
            "{}",
            instance.name
        );
        let expected = &answer["front_fnv1a64_lexdesc_le_i64"];
        let own = hash(&frontier["points"]);
        assert!(
            expected.as_str().is_some_and(|text| text.trim_start_matches("0x") == own),
            "{}: {own} {expected}",
            instance.name
        );
        checked += 1;
    }
    assert!(checked == 0 || 30 < checked, "{checked} frontiers");
}
