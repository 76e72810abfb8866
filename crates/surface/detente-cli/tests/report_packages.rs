//! `detente report`: the sheets about packages and about one party: what they say, what they refuse, what never reaches whom.

#![allow(clippy::expect_used, reason = "a test, and what it shares")]
#![expect(clippy::disallowed_methods, reason = "a test of the surface")]

mod common;

use common::Demo;

const A: &str = "crossing=open,observers-present=none,water=50";
const B: &str = "crossing=daytime,observers-present=joint,water=60";
const FORMS: [&str; 3] = ["txt", "md", "html"];
const CANARIES: &str = include_str!("cases/canaries.toml");

fn sheet(demo: &Demo, sheet: &str, more: &[&str]) -> String {
    demo.run("report", &[&["--sheet", sheet], more].concat()).answer()
}

/// A sheet for the room in every form.
fn room(demo: &Demo, name: &str, more: &[&str]) -> Vec<String> {
    let of = |form: &str| {
        let file = format!("sheet.{form}");
        let _ = sheet(demo, name, &[&["--for", "room", "-o", &file], more].concat());
        std::fs::read_to_string(demo.outside().join(file)).expect("a sheet")
    };
    FORMS.map(of).to_vec()
}

/// The starter with other estimates: its own, none, and canaries.
fn estimated_otherwise() -> [Demo; 3] {
    let (own, none, canaries) = (Demo::new(), Demo::new(), Demo::new());
    for other in [&none, &canaries] {
        std::fs::remove_file(other.path("estimates/example.toml")).expect("a set to take away");
    }
    canaries.write("estimates/canary-set.toml", CANARIES);
    [own, none, canaries]
}

fn holds_nothing_estimated(page: &str) {
    let lower = page.to_lowercase();
    for word in ["canary", ".337", "3371", "3.371", "estimate", "bottom line", " point", " gain"] {
        assert!(!lower.contains(word), "{word}:\n{page}");
    }
}

#[test]
fn no_estimate_reaches_the_room() {
    let demos = estimated_otherwise();
    for (name, more) in [("gives", &[][..]), ("compare", &["--package", A, "--package", B]), ("compare", &[])] {
        let [own, none, canaries] = demos.each_ref().map(|demo| room(demo, name, more));
        assert_eq!((&own, &own), (&none, &canaries), "{name}: the same bytes whatever is estimated");
        own.iter().for_each(|page| holds_nothing_estimated(page));
    }
}

#[test]
fn what_is_at_stake_in_words() {
    let demo = Demo::new();
    insta::assert_snapshot!("gives_team", sheet(&demo, "gives", &["--estimates", "example"]));
    assert!(sheet(&demo, "gives", &[]).contains("No set of estimates was named"));
    let room = sheet(&demo, "gives", &["--for", "room"]);
    assert!(room.contains("for the team only") && !room.contains("little"), "{room}");
}

#[test]
fn stakes_without_a_package_are_those_of_all_choices() {
    let demo = Demo::new();
    demo.append("case.toml", "\n[[rules]]\nid = \"nothing-goes\"\nnever = \"water >= 0\"\nbasis = \"example\"\n");
    // No package keeps to that rule: the case is refused before a sheet is made.
    let ran = demo.run("report", &["--sheet", "gives", "--estimates", "example"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let demo = Demo::new();
    demo.append(
        "case.toml",
        "\n[[red_lines]]\nid = \"nothing-goes\"\nparty = \"eastland\"\nnever = \"water >= 0\"\nfirmness = \"strong\"\n",
    );
    let page = sheet(&demo, "gives", &["--estimates", "example"]);
    assert!(page.contains("No package meets the stated limits"), "{page}");
}

#[test]
fn two_packages_beside_each_other() {
    let demo = Demo::new();
    let packages = ["--package", A, "--package", B];
    insta::assert_snapshot!(
        "compare_team",
        sheet(&demo, "compare", &[&packages[..], &["--estimates", "example"]].concat())
    );
    insta::assert_snapshot!("compare_room", sheet(&demo, "compare", &[&packages[..], &["--for", "room"]].concat()));
    let same = sheet(&demo, "compare", &["--package", A, "--package", A, "--estimates", "example"]);
    assert!(same.contains("On 3 issues both say the same.") && same.contains("no change"), "{same}");
    let open = sheet(&demo, "compare", &["--package", A, "--package", "crossing=open", "--estimates", "example"]);
    assert!(open.contains("leaves issues open") && open.contains("B: [open]"), "{open}");
}

#[test]
fn what_is_missing_is_said_on_the_sheet() {
    let demo = Demo::new();
    for more in [&[][..], &["--package", A]] {
        let page = sheet(&demo, "compare", more);
        assert!(page.contains("needs two packages"), "{page}");
    }
    let ran = demo.run("report", &["--sheet", "compare", "--package", A, "--package", A, "--package", B]);
    assert!(ran.code == 2 && ran.err.contains("name --package twice"), "{}", ran.err);
}

/// The starter with everybody able to live with what the package leaves, in some draws.
#[test]
fn what_survives_doubt_is_what_robust_says() {
    let demo = Demo::new();
    let package = "crossing=daytime,observers-present=joint,water=50";
    let arguments = ["--package", package, "--estimates", "example", "--draws", "500"];
    let page = sheet(&demo, "deal", &[&arguments[..], &["--seed", "3"]].concat());
    let study = demo.run("robust", &[&arguments[..], &["--seed", "3", "--json"]].concat()).json();
    let answer = &study["answers"][0];
    let candidate = &answer["candidates"][0];
    assert_eq!(candidate["origins"][0]["from"], "named");
    let hits = |of: &serde_json::Value| of["hits"].as_u64().expect("a number");
    let within = hits(&candidate["accepted_by_all"]);
    assert!(0 < within, "{candidate}");
    let words: String = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "500 draws from these estimates, seed 3".to_owned(),
        format!("every bottom line in {within} ("),
        format!("it is none of them, in {} (", hits(&answer["zone"]) - within),
        format!("There is no package within all limits in {} (", hits(&answer["no_zone"])),
        format!("less to none, in {} (", hits(&candidate["efficient"])),
    ] {
        assert!(words.contains(&said), "{said}:\n{page}");
    }
    for (party, name) in [("eastland", "Eastland"), ("westland", "Westland"), ("observers", "Observer group")] {
        let said = format!(
            "Party: {name} Its limits are met, or its consent is not needed, in so many draws: {} (",
            hits(&candidate["accepted"][party])
        );
        assert!(words.contains(&said), "{said}:\n{page}");
    }
    assert_eq!(page, sheet(&demo, "deal", &[&arguments[..], &["--seed", "3"]].concat()), "the same bytes twice");
}

#[test]
fn draws_are_a_matter_of_the_deal() {
    let demo = Demo::new();
    for (arguments, said) in [
        (["--sheet", "why", "--draws", "10"], "--sheet deal"),
        (["--sheet", "deal", "--draws", "many"], "no number of draws"),
    ] {
        let package = ["--package", A, "--estimates", "example"];
        let ran = demo.run("report", &[&arguments[..], if arguments[1] == "deal" { &package } else { &[] }].concat());
        assert!(ran.code == 2 && ran.err.contains(said), "{}", ran.err);
    }
}
