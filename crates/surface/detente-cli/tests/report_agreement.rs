//! The sheets of a text, a map, a fund, a briefing and an exchange of parties.

use crate::common::{Demo, Ran};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog");
const SHEETS: [&str; 5] = ["text", "map", "fund", "symmetry", "briefing"];
const FORMS: [&str; 3] = ["txt", "md", "html"];

/// Clauses for the starter: one that always stands, one by choice, one with an amount, one under a condition.
const CLAUSES: &str = r#"
format = 1
[[topics]]
id = "river"
title = "The river"
asks = "Who takes how much water, and when."
[[clauses]]
id = "cl-water"
heading = "Water"
order = 20
issue = "water"
topics = ["river", "economic-terms"]
text = "Eastland takes {water} of the river's water."
open = "The shares of the river's water are left open."
[[clauses]]
id = "cl-crossing"
heading = "The crossing"
order = 10
issue = "crossing"
variants = [
  { for = "closed", text = "The crossing is closed." },
  { for = ["daytime", "open"], text = "The crossing opens." },
]
[[clauses]]
id = "cl-observers"
heading = "Observers"
order = 30
issue = "observers-present"
when = "crossing != closed"
topics = ["verification"]
text = "Observers at the crossing: {observers-present}."
[[clauses]]
id = "cl-force"
heading = "Entry into force"
order = 40
topics = ["entry-into-force"]
text = "This text binds from the day of signature."
"#;

fn with_clauses() -> Demo {
    let demo = Demo::new();
    demo.write("clauses.toml", CLAUSES);
    demo
}

fn sheet(demo: &Demo, name: &str, more: &[&str]) -> String {
    demo.run("report", &[&["--sheet", name], more].concat()).answer()
}

fn swapped<'a>(name: &str, more: &[&'a str]) -> Vec<&'a str> {
    let swap: &[&str] = if name == "symmetry" { &["--swap", "eastland,westland"] } else { &[] };
    [more, swap].concat()
}

#[test]
fn a_text_has_brackets_where_the_package_is_open() {
    let demo = with_clauses();
    assert_eq!(demo.run("check", &[]).code, 0);
    let open = sheet(&demo, "text", &["--for", "room"]);
    for said in [
        "1. The crossing [cl-crossing]",
        "[The crossing is closed. | The crossing opens.]",
        "[The shares of the river's water are left open.]",
        "This clause stands only if",
        "This text binds from the day of signature.",
    ] {
        assert!(open.contains(said), "{said}:\n{open}");
    }
    let package = "crossing=open,observers-present=joint,water=50";
    let whole = sheet(&demo, "text", &["--for", "room", "--package", package]);
    for said in ["The crossing opens.", "Eastland takes 50 % of", "Observers at the crossing: A joint observer group."]
    {
        assert!(whole.replace('\n', " ").contains(said), "{said}:\n{whole}");
    }
    assert!(!whole.contains("[The crossing"), "nothing open is left:\n{whole}");
    let closed = sheet(&demo, "text", &["--package", "crossing=closed"]);
    assert!(
        !closed.contains("Observers at the crossing") && closed.contains("missing: none of its clauses stands"),
        "{closed}"
    );
}

#[test]
fn a_text_is_held_against_topics_and_issues() {
    let demo = with_clauses();
    demo.edit("clauses.toml", "  { for = \"closed\", text = \"The crossing is closed.\" },\n", "");
    let page = sheet(&demo, "text", &[]);
    for said in [
        "missing: no clause treats it",
        "The river (asked by the case)",
        "[cl-force] in the text",
        "Words are missing in [cl-crossing]",
        "no words for “Closed”",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    demo.write("clauses.toml", "format = 1\n");
    let none = sheet(&demo, "text", &[]);
    assert!(
        none.contains("Nothing on record.") && none.contains("No clause speaks of: Border crossing [crossing]."),
        "{none}"
    );
}

#[test]
fn the_clauses_of_a_case_are_shown_to_people_and_programs() {
    let demo = with_clauses();
    let page = demo.run("show", &["clauses"]).answer();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "The crossing, by the choice on Border crossing [cl-crossing]",
        "Open in daytime and Open: “The crossing opens.”",
        "“Eastland takes {the choice on",
        "while it is open: “The shares of the river's water are left open.”",
        "stands only if Border crossing: anything but “Closed”",
        "The river: Who takes how much water, and when. [river]",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    let first = page.find("[cl-crossing]").expect("a clause");
    assert!(first < page.find("[cl-water]").expect("another"), "in the order of the text");
    let shown = demo.run("show", &["--json"]).json();
    let ids: Vec<&str> =
        shown["clauses"].as_array().expect("clauses").iter().filter_map(|clause| clause["id"].as_str()).collect();
    assert_eq!(ids, ["cl-crossing", "cl-water", "cl-observers", "cl-force"]);
    let [crossing, water] = [&shown["clauses"][0], &shown["clauses"][1]];
    assert_eq!(crossing["variants"][1]["for"], serde_json::json!(["daytime", "open"]));
    assert_eq!(water["text"], "Eastland takes {water} of the river's water.");
    assert_eq!(shown["clauses"][2]["when"], "crossing != closed");
    assert_eq!(
        (&shown["topics"][0]["id"], &shown["topics"][1]),
        (&serde_json::json!("river"), &serde_json::Value::Null)
    );
}

#[test]
fn everything_wrong_in_clauses_is_said_at_once() {
    let demo = Demo::new();
    let wrong = CLAUSES
        .replace("issue = \"water\"", "issue = \"watr\"")
        .replace("\"daytime\", \"open\"", "\"closed\", \"ajar\"")
        .replace("{observers-present}", "{observers}")
        .replace("[\"entry-into-force\"]", "[\"entry-in-force\"]");
    demo.write("clauses.toml", wrong + "[[clauses]]\nid = \"cl-empty\"\nheading = \"Empty\"\norder = 1\n");
    let Ran { code, out, err } = demo.run("check", &[]);
    assert_eq!(code, 2, "{out}{err}");
    let said = out + &err;
    for name in ["dangling-id", "two-variants", "unknown-choice", "bad-placeholder", "bad-clause", "clauses.toml"] {
        assert!(said.contains(name), "{name}:\n{said}");
    }
    assert_eq!(said.matches("dangling-id").count(), 2, "the issue and the topic:\n{said}");
}

#[test]
fn renaming_reaches_the_words_of_a_clause() {
    let demo = with_clauses();
    for (old, new) in
        [("water", "river-water"), ("crossing.open", "opened"), ("cl-water", "cl-river"), ("river", "the-river")]
    {
        assert_eq!(demo.run("rename", &[old, new]).code, 0, "{old}");
    }
    let text = demo.read("clauses.toml");
    for said in ["{river-water}", "issue = \"river-water\"", "\"opened\"", "id = \"cl-river\"", "[\"the-river\", "] {
        assert!(text.contains(said), "{said}:\n{text}");
    }
    assert_eq!(demo.run("check", &[]).code, 0);
}

#[test]
fn no_estimate_reaches_the_room() {
    let (with, without) = (with_clauses(), with_clauses());
    std::fs::remove_file(without.path("estimates/example.toml")).expect("a set to take away");
    with.edit("estimates/example.toml", "author = \"", "author = \"canary ");
    for name in SHEETS {
        for form in FORMS {
            let written = |demo: &Demo| {
                let file = format!("{name}.{form}");
                let more = swapped(name, &["--for", "room", "-o", &file]).join("\u{1f}");
                let more: Vec<&str> = more.split('\u{1f}').collect();
                assert_eq!(demo.run("report", &[&["--sheet", name][..], &more].concat()).code, 0, "{name}");
                std::fs::read_to_string(demo.outside().join(file)).expect("a sheet")
            };
            let (one, other) = (written(&with), written(&without));
            assert_eq!(one, other, "{name} {form}");
            assert!(
                one.contains("for room") && !one.contains("canary") && !one.to_lowercase().contains("estimates:"),
                "{one}"
            );
        }
    }
}

#[test]
fn a_case_without_territory_or_fund_has_sheets_that_say_so() {
    let demo = Demo::new();
    for name in ["map", "fund"] {
        assert!(sheet(&demo, name, &[]).contains("Nothing on record."), "{name}");
    }
}

#[test]
fn a_map_carries_its_picture_and_a_fund_its_assumptions_for_the_team_alone() {
    let demo = Demo::new();
    let first = std::fs::read_to_string(format!("{CATALOG}/FIRST")).expect("the first case");
    let case = format!("{CATALOG}/{}", first.trim());
    let report = |name: &str, whom: &str, form: &str| {
        let file = demo.outside().join(format!("{name}-{whom}.{form}"));
        let path = file.to_str().expect("a path");
        let ran = demo.detente(&["report", &case, "--sheet", name, "--for", whom, "-o", path]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        std::fs::read_to_string(file).expect("a sheet")
    };
    let map = report("map", "room", "html");
    assert!(
        map.contains("<svg") && map.contains("viewBox") && map.contains("src-") && !map.contains("href"),
        "a picture and sources"
    );
    assert!(report("map", "room", "txt").contains("Reported control"), "a table in text");
    let (room, team) = (report("fund", "room", "txt"), report("fund", "team", "txt"));
    for said in ["for the team only", "assumption", "resent value"] {
        assert!(team.contains(said) && !room.contains(said), "{said}:\n{room}");
    }
    assert!(room.contains("after the as-of date"), "{room}");
    assert!(report("fund", "team", "html").contains("<svg"));
}

#[test]
fn a_briefing_binds_its_sheets_with_contents() {
    let demo = Demo::new();
    let page = sheet(&demo, "briefing", &[]);
    for said in
        ["- 1. Overview", "1. Overview", "2. Common ground", "5. A package", "5.1 The package", "7. Assumptions"]
    {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    demo.append(
        "case.toml",
        "\n[[red_lines]]\nid = \"eastland-on-closing\"\nparty = \"eastland\"\nnever = \"crossing != open or observers-present = joint\"\n\
         firmness = \"strong\"\n",
    );
    assert!(sheet(&demo, "briefing", &[]).contains("5. Why there is no deal"));
}

#[test]
fn an_exchange_of_parties_changes_nothing_else() {
    let demo = Demo::new();
    let arguments = ["--swap", "eastland,westland", "--estimates", "example", "--draws", "200"];
    let page = sheet(&demo, "symmetry", &arguments);
    for said in [
        "All are equal up to the exchange",
        "(Nash)",
        "Waiting is not compared: the set does not say that anything changes with time.",
        "Over draws from the estimates",
        "Limit of Westland",
        "What each choice leaves",
    ] {
        assert!(page.replace('\n', " ").contains(said), "{said}:\n{page}");
    }
    let other = ["--swap", "westland,eastland", "--estimates", "example", "--draws", "200"];
    assert_eq!(page, sheet(&demo, "symmetry", &other), "either way round");
    let room = sheet(&demo, "symmetry", &["--swap", "eastland,westland", "--for", "room"]);
    for said in [" point", "stimate", "draws", "ottom line", "packages, among"] {
        assert!(!room.contains(said), "{said}:\n{room}");
    }
    assert!(
        room.contains("Packages within every stated limit that binds") && room.contains("there are some"),
        "{room}"
    );
    let none = sheet(&demo, "symmetry", &[]);
    assert!(none.contains("exchanges two parties, and none were named. Parties of this case:"), "{none}");
    let refused = demo.run("report", &["--sheet", "symmetry", "--swap", "eastland,eastland"]);
    assert!(refused.code == 2 && refused.err.contains("two different parties"), "{}", refused.err);
    let refused = demo.run("report", &["--sheet", "deal", "--swap", "eastland,westland"]);
    assert!(refused.code == 2 && refused.err.contains("--sheet symmetry"), "{}", refused.err);
}
