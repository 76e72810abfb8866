//! `detente sheet`: what a set says of a party comes back from its sheet; a sheet with a mistake writes nothing.

#![expect(clippy::indexing_slicing, reason = "a test of the surface")]

use std::path::Path;

use crate::common::Demo;
use detente_testkit::catalog::catalog_cases;

const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-05-04
[parties]
eastland = { name = "Eastland", consent = "always" }
westland = { name = "Westland", consent = "always" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", open = "Open" }
"#;
const OURS: &str = r#"# ours
format = 1
[estimates]
author = "A"
[eastland]
bottom_line = { points = [20, 30], because = "canary" }
weights.bridge = { points = 100, because = "all" }
values.bridge = { closed = 0, open = 100, because = "trade" }
"#;

#[test]
fn what_a_set_says_of_a_party_comes_back_from_either_kind_of_sheet() {
    let demo = Demo::of(&[("case.toml", CASE), ("estimates/ours.toml", OURS)]);
    for file in ["sheet.xlsx", "sheet.csv"] {
        let export = ["sheet", "export", "case", "--party", "eastland", "--estimates", "ours", "-o", file];
        assert!(demo.detente(&export).answer().contains("not encrypted"));
        let name = file.replace('.', "-");
        let import = ["sheet", "import", "case", file, "--party", "eastland", "--name", &name];
        assert_eq!(demo.detente(&import).code, 0);
        let again = format!("again-{file}");
        let export = ["sheet", "export", "case", "--party", "eastland", "--estimates", &name, "-o", &again];
        assert_eq!(demo.detente(&export).code, 0);
        let bytes = |file: &str| std::fs::read(demo.outside().join(file)).expect("a sheet");
        assert_eq!(bytes(file), bytes(&again));
        assert_eq!(demo.detente(&export).code, 2, "a sheet that is there is not overwritten");
    }
    let other = ["sheet", "export", "case", "--party", "westland", "--estimates", "ours", "-o", "west.csv"];
    assert_eq!(demo.detente(&other).code, 0);
    let west = std::fs::read_to_string(demo.outside().join("west.csv")).expect("a sheet");
    assert!(!west.contains("canary") && !west.contains("100,"), "{west}");
}

#[test]
fn a_sheet_with_a_mistake_writes_nothing_and_a_section_is_not_overwritten() {
    let demo = Demo::of(&[("case.toml", CASE), ("estimates/ours.toml", OURS)]);
    let export = ["sheet", "export", "case", "--party", "eastland", "--estimates", "ours", "-o", "e.csv"];
    assert_eq!(demo.detente(&export).code, 0);
    let path = demo.outside().join("e.csv");
    let sheet = std::fs::read_to_string(&path).expect("a sheet");
    let before = demo.read("estimates/ours.toml");
    let import = ["sheet", "import", "case", "e.csv", "--party", "eastland", "--name", "ours"];
    let ran = demo.detente(&import);
    assert!(ran.code == 2 && ran.err.contains("--replace"), "{ran:?}");
    let wrong = sheet.replace(",,100,,trade", ",,140,,trade").replace(",20,,30,", ",much,,30,");
    std::fs::write(&path, wrong).expect("a sheet");
    let ran = demo.detente(&[&import[..], &["--replace"]].concat());
    assert!(ran.code == 2 && ran.err.contains("D5: \"much\" is not a number"), "{ran:?}");
    assert!(ran.err.contains("E8: 140 is above 100") && ran.err.contains("nothing was imported"), "{ran:?}");
    assert_eq!(demo.read("estimates/ours.toml"), before);
    std::fs::write(&path, sheet.replace(",20,,30,", ",,25,,")).expect("a sheet");
    assert_eq!(demo.detente(&[&import[..], &["--replace"]].concat()).code, 0);
    assert!(demo.read("estimates/ours.toml").contains("points = 25"));
    for (party, name) in [("northland", "ours"), ("westland", "new"), ("eastland", "../new")] {
        let ran = demo.detente(&["sheet", "import", "case", "e.csv", "--party", party, "--name", name]);
        assert_eq!(ran.code, 2, "{ran:?}");
    }
}

/// A catalog's case with its files of text.
fn of_catalog(folder: &Path) -> Demo {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(&inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
                files.push((name, text));
            }
        }
    }
    Demo::of(&files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

#[test]
fn every_section_of_the_catalog_comes_back() {
    let mut n_sections = 0;
    for folder in catalog_cases().expect("the catalog") {
        let Ok(sets) = std::fs::read_dir(folder.join("estimates")) else { continue };
        let demo = of_catalog(&folder);
        let shown = demo.detente(&["show", "case", "--json"]).json();
        let parties: Vec<&String> = shown["parties"].as_object().expect("parties").keys().collect();
        for set in sets {
            let path = set.expect("an entry").path();
            let set = path.file_stem().expect("a name").to_string_lossy().into_owned();
            for party in &parties {
                let (file, name) = (format!("{set}-{party}.xlsx"), format!("back-{set}-{party}"));
                let export = |set: &str, file: &str| {
                    let ran =
                        demo.detente(&["sheet", "export", "case", "--party", party, "--estimates", set, "-o", file]);
                    assert_eq!(ran.code, 0, "{ran:?}");
                    std::fs::read(demo.outside().join(file)).expect("a sheet")
                };
                let first = export(&set, &file);
                let import = ["sheet", "import", "case", &file, "--party", party, "--name", &name];
                let ran = demo.detente(&import);
                if ran.code == 2 && ran.err.contains("does not say who filled it in") {
                    // The set says nothing of this party, so the sheet is blank.
                    continue;
                }
                assert_eq!(ran.code, 0, "{} {party}: {ran:?}", folder.display());
                assert_eq!(first, export(&name, &format!("again-{file}")), "{} {party}", folder.display());
                n_sections += 1;
            }
        }
    }
    assert!(20 < n_sections, "{n_sections}");
}
