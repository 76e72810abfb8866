//! The sheets of the first case, word for word: a changed word is seen in review. They stand in `book/sheets/`, because no crate names a
//! real party. Where a sheet of the first case is long, that of a smaller one stands there.

use std::path::Path;

use crate::common::Demo;
use serde_json::Value;

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog");
const SHEETS: [&str; 8] = ["red-lines", "common-ground", "changes", "process", "why", "gives", "text", "fund"];
const SMALLER: &str = "textbook/divided-island";
const OF_SMALLER: [&str; 2] = ["map", "briefing"];

fn case() -> String {
    let first = std::fs::read_to_string(format!("{CATALOG}/FIRST")).expect("the first case");
    format!("{CATALOG}/{}", first.trim())
}

/// The first of its sets of estimates, by id.
fn set(case: &str) -> String {
    let files = std::fs::read_dir(Path::new(case).join("estimates")).expect("estimates");
    let names = files.map(|file| file.expect("a file").path());
    let stems = names.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
    stems.min().expect("a set")
}

/// Examples of packages within the stated limits, as the command line takes them.
fn packages(demo: &Demo, case: &str) -> Vec<String> {
    let text = demo.detente(&["deals", case, "--no-estimates", "--examples", "3", "--json"]).answer();
    let answer: Value = serde_json::from_str(&text).expect("JSON");
    let examples = answer["stated"]["examples"].as_array().expect("examples");
    let written = |example: &Value| {
        let package = example["package"].as_object().expect("a package");
        let parts = package.iter().map(|(issue, choice)| format!("{issue}={}", choice.as_str().expect("an id")));
        parts.collect::<Vec<_>>().join(",")
    };
    examples.iter().map(written).collect()
}

/// Its parties by id, each with when its consent is needed.
fn consents(demo: &Demo, case: &str) -> Vec<(String, String)> {
    let text = demo.detente(&["gives", case, "--json"]).answer();
    let answer: Value = serde_json::from_str(&text).expect("JSON");
    let parties = answer["case"]["consent"].as_object().expect("parties").iter();
    parties.map(|(id, consent)| (id.clone(), consent.as_str().expect("words").to_owned())).collect()
}

fn kept(name: &str, page: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../book/sheets");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, page));
}

#[test]
fn sheets_of_the_first_case() {
    let (demo, case) = (Demo::of(&[]), case());
    let set = set(&case);
    let report = |sheet: &str, more: &[&str]| {
        let whom = [&["--estimates", set.as_str()][..], &["--for", "room"]];
        for (audience, of) in ["team", "room"].into_iter().zip(whom) {
            let page = demo.detente(&[&["report", &case, "--sheet", sheet], of, more].concat()).answer();
            kept(&format!("{sheet}_{audience}"), &page);
        }
    };
    SHEETS.into_iter().for_each(|sheet| report(sheet, &[]));
    let packages = packages(&demo, &case);
    let consents = consents(&demo, &case);
    report("brief", &["--party", &consents.first().expect("a party").0]);
    let always: Vec<&str> = consents.iter().filter(|(_, when)| when == "always").map(|(id, _)| id.as_str()).collect();
    report("symmetry", &["--swap", &always.join(",")]);
    report("deal", &["--package", &packages[1]]);
    report("compare", &["--package", &packages[0], "--package", &packages[1]]);
}

#[test]
fn sheets_of_a_smaller_case() {
    let (demo, case) = (Demo::of(&[]), format!("{CATALOG}/{SMALLER}"));
    for sheet in OF_SMALLER {
        for audience in ["team", "room"] {
            let page = demo.detente(&["report", &case, "--sheet", sheet, "--for", audience]).answer();
            kept(&format!("{sheet}_{audience}"), &page);
        }
    }
}

#[test]
fn the_book_shows_every_sheet_kept_and_no_other() {
    let book = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../book");
    let page = std::fs::read_to_string(format!("{book}/src/sheets-shown.md")).expect("the page of sheets");
    let mut kept: Vec<String> = std::fs::read_dir(format!("{book}/sheets"))
        .expect("the sheets")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "snap"))
        .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    let shown = page.split("{{#include ../sheets/").skip(1).filter_map(|rest| rest.split(':').next());
    let mut shown: Vec<String> = shown.map(str::to_owned).collect();
    kept.sort();
    shown.sort();
    assert_eq!(shown, kept);
}
