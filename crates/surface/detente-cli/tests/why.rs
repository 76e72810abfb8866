//! Why there is no deal, on the command line: what the page says, what programs read, and that no number is in the way.

use std::path::Path;

use crate::common::Demo;
use assert_cmd::Command;
use serde_json::{Value, json};

const LAST: &str = "  That a limit is listed does not mean that it should move.\n";
const WHOLE: &str = "ceasefire=declared,flights=none,troops=none";

fn demo() -> Demo {
    Demo::of(&[
        ("case.toml", include_str!("cases/ceasefire/case.toml")),
        ("ledger.toml", include_str!("cases/ceasefire/ledger.toml")),
        ("estimates/example.toml", include_str!("cases/ceasefire/estimates/example.toml")),
    ])
}

fn page(demo: &Demo, args: &[&str]) -> String {
    let page = demo.run("why", args).answer();
    assert!(page.ends_with(LAST), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 108), "{page}");
    page
}

fn document(demo: &Demo, args: &[&str]) -> Value {
    let document = demo.run("why", &[args, &["--json"]].concat()).json();
    assert_eq!(document["schema"], "detente.why/1");
    document
}

#[test]
fn the_whole_page() {
    let demo = demo();
    insta::assert_snapshot!("why_page", page(&demo, &[]));
    insta::assert_snapshot!("why_details", page(&demo, &["--details"]));
    insta::assert_snapshot!("why_choice", page(&demo, &["--package", "troops=none", "--no-estimates"]));
    insta::assert_snapshot!("why_package", page(&demo, &["--package", WHOLE, "--without", "b-verified-ceasefire"]));
    insta::assert_snapshot!(
        "why_package_details",
        page(
            &demo,
            &["--package", WHOLE, "--without", "c-no-flights", "--without", "a-no-foreign-troops", "--details"]
        )
    );
}

#[test]
fn for_programs() {
    let demo = demo();
    insta::assert_snapshot!("why_json", demo.run("why", &["--json"]).answer());
    let document = document(&demo, &["--package", WHOLE]);
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "why"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    assert_eq!(document["stated"]["package"]["excluded_by"], json!(["b-verified-ceasefire"]));
    assert_eq!(document["stated"]["package"]["below_best"], Value::Null);
}

/// The text says which sets there are and whose limits they hold; how much each would give stands behind `--details`.
#[test]
fn no_number_of_packages_or_points_without_details() {
    let demo = demo();
    let open_otherwise = ["--without", "c-no-flights"];
    let (plain, details) = (page(&demo, &open_otherwise), page(&demo, &[&open_otherwise[..], &["--details"]].concat()));
    for words in ["package then", "or lower by", "Least movement"] {
        assert!(!plain.contains(words) && details.contains(words), "{words}");
    }
    let mut lines = details.lines();
    let is_there = |line: &str| lines.any(|other| other == line);
    assert!(plain.lines().all(is_there), "details add lines and change none: {details}");
}

#[test]
fn lines_are_those_of_the_files() {
    let demo = demo();
    let page = page(&demo, &[]);
    for (file, needle) in [
        ("case.toml", "id = \"a-no-foreign-troops\""),
        ("case.toml", "id = \"verifying-needs-eyes\""),
        ("estimates/example.toml", "bottom_line = { points = [70, 80]"),
    ] {
        assert!(page.contains(&format!("{file}:{} ", demo.line(file, needle))), "{needle} in {page}");
    }
}

#[test]
fn an_open_space_lists_nothing() {
    let demo = demo();
    let args = ["--no-estimates", "--without", "c-no-flights"];
    let page = page(&demo, &args);
    assert!(page.contains("nothing stands in the way") && !page.contains("set aside"), "{page}");
    let part = &document(&demo, &args)["stated"];
    assert_eq!((&part["open"], &part["complete"]), (&json!(true), &json!(true)));
    assert_eq!((&part["conflicts"], &part["relaxations"], &part["members"]), (&json!([]), &json!([]), &json!({})));
    let estimated = document(&demo, &["--without", "c-no-flights", "--without", "b-verified-ceasefire"]);
    let answer = &estimated["answers"][0];
    assert_eq!(answer["open"], answer["open_at"]["centre"]);
}

#[test]
fn a_package_that_meets_everything_is_said_to() {
    let demo = demo();
    let args =
        ["--no-estimates", "--without", "c-no-flights", "--package", "ceasefire=verified,flights=weekly,troops=none"];
    assert!(page(&demo, &args).contains("This package meets everything that binds."));
}

/// Neither the order in the file nor the names of the parties decide what is listed in which order.
#[test]
fn the_order_in_the_file_has_no_meaning() {
    let demo = demo();
    let before = document(&demo, &[]);
    let text = demo.read("case.toml");
    let at = text.find("[[red_lines]]").expect("limits");
    let mut limits: Vec<&str> = text[at..].split("[[red_lines]]").filter(|part| !part.trim().is_empty()).collect();
    limits.reverse();
    let reversed: String = limits.iter().map(|part| format!("[[red_lines]]{}\n\n", part.trim_end())).collect();
    demo.write("case.toml", format!("{}{reversed}", &text[..at]));
    let after = document(&demo, &[]);
    for list in ["conflicts", "relaxations"] {
        assert_eq!(before["stated"][list], after["stated"][list]);
        assert_eq!(before["answers"][0][list], after["answers"][0][list]);
    }
}

/// The bytes do not depend on the number of threads.
#[test]
fn any_number_of_threads() {
    let demo = demo();
    let run = |threads: &str| demo.with_threads(&["why", "case", "--json", "--package", "flights=none"], threads);
    assert_eq!(run("1"), run("3"));
}

/// The catalog's first case under its narrower set: no zone. Its names stay in the catalog.
#[test]
fn a_case_of_the_catalog() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let first = std::fs::read_to_string(root.join("catalog/FIRST")).expect("the first case");
    let folder = root.join("catalog").join(first.trim());
    let run = |more: &str| {
        let mut command = Command::cargo_bin("detente").expect("the command");
        let run = command.arg("why").arg(&folder).args(["--estimates", "narrower", more]).assert().success();
        String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8")
    };
    let document: Value = serde_json::from_str(&run("--json")).expect("JSON");
    assert_eq!(document["stated"]["open"], true);
    let answer = &document["answers"][0];
    assert_eq!((&answer["open"], &answer["complete"]), (&json!(false), &json!(true)));
    let ids = |set: &Value| -> Vec<String> { serde_json::from_value(set.clone()).expect("ids") };
    let sets = |list: &str, key: &str| -> Vec<Vec<String>> {
        answer[list].as_array().expect("a list").iter().map(|set| ids(&set[key])).collect()
    };
    let (conflicts, drops) = (sets("conflicts", "members"), sets("relaxations", "drop"));
    assert!(!conflicts.is_empty() && !drops.is_empty());
    let hits = |drop: &[String]| conflicts.iter().all(|set| set.iter().any(|member| drop.contains(member)));
    for (drop, relaxation) in drops.iter().zip(answer["relaxations"].as_array().expect("a list")) {
        let without = |at: usize| -> Vec<String> { [&drop[..at], &drop[at + 1..]].concat() };
        assert!(hits(drop) && (0..drop.len()).all(|at| !hits(&without(at))), "{drop:?}");
        assert_ne!(relaxation["reopens"]["count"], "0");
    }
    let page = run("--details");
    assert!(page.ends_with(LAST), "{page}");
    for (id, member) in answer["members"].as_object().expect("members") {
        let (file, line) = (member["place"]["file"].as_str().expect("a file"), &member["place"]["line"]);
        let text = std::fs::read_to_string(folder.join(file)).expect("a file of the case");
        let at = usize::try_from(line.as_u64().expect("a line")).expect("a number");
        let written = text.lines().nth(at - 1).expect("that line");
        assert!(written.contains("bottom_line") || written.contains(id.as_str()), "{id}: {written}");
        assert!(page.contains(&format!("{file}:{line} ")), "{id} in {page}");
    }
}
