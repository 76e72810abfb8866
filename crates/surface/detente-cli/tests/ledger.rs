//! `detente ledger`: pages, documents, dates, parties and issues, provenance, and what it refuses.

use crate::common::Demo;
use serde_json::Value;

const CASE: &str = r#"
format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-03-01
[parties]
eastland = { name = "Eastland" }
northland = { name = "Northland", consent = "only if bridge = toll" }
westland = { name = "Westland" }
[people.minister]
name = "The minister"
party = "westland"
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free", toll = "Open against a toll" }
[issues.fish]
title = "Fishing"
choices = { none = "None", both = "Both banks" }
[issues.water]
title = "Share of the water"
range = { from = 0, to = 100, step = 10, unit = "%" }
[[red_lines]]
id = "no-closing"
party = "westland"
never = "bridge = closed"
firmness = "strong"
firmness_by = "speaker"
can_lift = "the parliament"
can_lift_because = "assumption: it voted on it"
evidence = ["st-1", "st-3"]
counter_evidence = ["st-4"]
"#;

const LEDGER: &str = r#"
[[sources]]
id = "src-1"
kind = "newspaper-report"
published = 2001-02-20
[[sources]]
id = "src-2"
kind = "newspaper-report"
published = 2001-03-06

[[statements]]
id = "st-1"
source = "src-1"
speaker = { person = "minister" }
via = "direct"
said_on = 2001-01-10
precision = "day"
quote = { exact = "The bridge will never be closed" }
coder = "ada"
[[statements]]
id = "st-2"
source = "src-1"
speaker = { name = "a spokesman", party = "eastland" }
via = "reported"
chain = ["The Courier", "an agency"]
said_on = 2001-02-01
precision = "month"
paraphrase = "A free bridge, or one against a toll."
coder = "ada"
[[statements]]
id = "st-3"
source = "src-1"
speaker = { person = "minister" }
via = "reported"
said_on = 2001-02-10
precision = "day"
paraphrase = "The bridge stays open; a toll can be talked about."
coder = "ada"
[[statements]]
id = "st-4"
source = "src-1"
speaker = { name = "a clerk", named = false, party = "westland" }
via = "unnamed-official"
paraphrase = "In a flood it would be closed."
credibility = 5
[[statements]]
id = "st-5"
source = "src-1"
speaker = { name = "the author", named = false }
via = "author"
paraphrase = "Both want fish."
coder = "ada"
[[statements]]
id = "st-6"
source = "src-2"
speaker = { party = "eastland" }
via = "reported"
said_on = 2001-03-05
precision = "day"
paraphrase = "No toll after all."
coder = "ada"
[[statements]]
id = "st-7"
source = "src-1"
speaker = { party = "eastland" }
via = "document"
paraphrase = "Forty percent of the water, and sixty."
coder = "ada"

[[positions]]
id = "pos-1"
party = "westland"
issue = "bridge"
rejects = ["closed", "toll"]
kind = "red-line"
text = "Never closed, no toll."
firmness = "stated-absolute"
firmness_by = "speaker"
evidence = ["st-1"]
[[positions]]
id = "pos-2"
party = "eastland"
issue = "bridge"
accepts = ["free", "toll"]
kind = "offer"
text = "Free or against a toll."
evidence = ["st-2"]
[[positions]]
id = "pos-3"
party = "westland"
issue = "bridge"
rejects = ["closed"]
accepts = ["free"]
kind = "response"
response_to = "pos-2"
text = "Not closed; a toll can be talked about."
firmness = "strong"
firmness_by = "coder"
evidence = ["st-3"]
counter_evidence = ["st-4"]
supersedes = "pos-1"
[[positions]]
id = "pos-4"
party = "eastland"
issue = "bridge"
accepts = ["free"]
kind = "demand"
text = "No toll."
evidence = ["st-6"]
[[positions]]
id = "pos-5"
party = "eastland"
issue = "water"
accepts = [40, 60]
kind = "bottom-line"
text = "Forty or sixty."
evidence = ["st-7"]
earlier = "half of it, as the document says"
[[positions]]
id = "pos-6"
party = "eastland"
issue = "water"
rejects = [60]
kind = "demand"
text = "Not sixty."
evidence = ["st-7"]
[[positions]]
id = "pos-7"
issue = "unspecified"
kind = "assessment"
text = "Both want fish."
evidence = ["st-5"]

[[codings]]
id = "cod-1"
statement = "st-1"
coder = "ada"
issue = "bridge"
kind = "red-line"
firmness = "stated-absolute"
[[codings]]
id = "cod-2"
statement = "st-1"
coder = "ben"
issue = "bridge"
kind = "demand"
firmness = "strong"
[[codings]]
id = "cod-3"
statement = "st-3"
coder = "ada"
issue = "bridge"
kind = "red-line"
firmness = "strong"
[[codings]]
id = "cod-4"
statement = "st-3"
coder = "ben"
issue = "bridge"
kind = "red-line"
firmness = "strong"
"#;

fn river() -> Demo {
    Demo::of(&[("case.toml", CASE), ("ledger.toml", LEDGER)])
}

#[test]
fn the_whole_page() {
    insta::assert_snapshot!(river().run("ledger", &[]).answer());
}

#[test]
fn the_document_keeps_its_schema() {
    let demo = river();
    let document = demo.run("ledger", &["--json"]).json();
    assert_eq!(document["schema"], "detente.ledger/1");
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "ledger-output"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    let keys: Vec<&String> = document.as_object().expect("an object").keys().collect();
    assert_eq!(keys.len(), known.len());
    assert!(keys.into_iter().all(|key| known.contains_key(key)));
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).expect("JSON"));
}

#[test]
fn a_date_decides_what_stands() {
    let demo = river();
    let matrix = |date: &str| demo.run("ledger", &["--as-of", date, "--json"]).json()["matrix"].to_string();
    assert_eq!(matrix("2001-01-09"), "{}");
    assert_eq!(matrix("2001-01-31"), r#"{"westland":{"bridge":["pos-1"]}}"#);
    let february = r#"{"eastland":{"bridge":["pos-2"],"water":["pos-5","pos-6"]},"westland":{"bridge":["pos-3"]}}"#;
    assert_eq!(matrix("2001-02-28"), february);
    let march =
        r#"{"eastland":{"bridge":["pos-2","pos-4"],"water":["pos-5","pos-6"]},"westland":{"bridge":["pos-3"]}}"#;
    assert_eq!(matrix("2001-03-05"), march);
    let later = demo.run("ledger", &["--json"]).json()["later"].to_string();
    assert_eq!(later, r#"["pos-4"]"#, "what was said after the case's date is on record and stands nowhere");
}

#[test]
fn changes_between_two_dates() {
    let demo = river();
    let page = demo.run("ledger", &["changes", "--from", "2001-01-31", "--to", "2001-03-31"]).answer();
    insta::assert_snapshot!(page);
    let changes = demo.run("ledger", &["--from", "2001-02-11", "--to", "2001-03-31", "--party", "eastland", "--json"]);
    let changes = changes.json()["changes"].clone();
    let said: Vec<String> = changes
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| format!("{} {} {} {}", change["basis"], change["earlier"], change["later"], change["directions"]))
        .collect();
    let reported = r#""reported" [] ["pos-5"] []"#.to_owned();
    assert_eq!(said, [r#""derived" ["pos-2"] ["pos-4"] ["narrowed"]"#.to_owned(), reported]);
}

#[test]
fn only_some_parties_and_issues() {
    let demo = river();
    let document = demo.run("ledger", &["--party", "westland", "--issue", "bridge", "--json"]).json();
    assert_eq!(document["matrix"].to_string(), r#"{"westland":{"bridge":["pos-3"]}}"#);
    assert_eq!(document["contradictions"].to_string(), "[]");
    // What is agreed does not depend on who looks.
    assert_eq!(document["common_ground"]["bridge"]["kind"], "agreed");
    assert_eq!(document["common_ground"].as_object().expect("an object").len(), 1);
}

#[test]
fn order_of_the_record_reaches_nothing() {
    let demo = river();
    let (page, json) = (demo.run("ledger", &[]).answer(), demo.run("ledger", &["--json"]).answer());
    let blocks: Vec<&str> = LEDGER.split("\n[[").map(str::trim).filter(|block| !block.is_empty()).collect();
    let mut turned: Vec<String> = blocks.iter().map(|block| format!("[[{}", block.trim_start_matches("[["))).collect();
    turned.reverse();
    demo.write("ledger.toml", turned.join("\n"));
    assert_eq!(demo.run("ledger", &["--json"]).answer(), json);
    assert_eq!(demo.run("ledger", &[]).answer(), page);
}

#[test]
fn renaming_a_party_renames_it_and_changes_nothing_else() {
    let demo = river();
    let without_hash = |json: String| -> Vec<String> {
        json.lines().filter(|line| !line.contains("\"hash\"")).map(str::to_owned).collect()
    };
    let before = without_hash(demo.run("ledger", &["--json"]).answer());
    // Of the same rank by id: nothing is to move.
    demo.run("rename", &["eastland", "eastlund"]).answer();
    let after = without_hash(demo.run("ledger", &["--json"]).answer());
    let mapped: Vec<String> = before.iter().map(|line| line.replace("\"eastland\"", "\"eastlund\"")).collect();
    assert_eq!(after, mapped);
}

#[test]
fn provenance_is_written_to_a_file() {
    let demo = river();
    demo.run("ledger", &["coders", "--prov", "record.jsonld"]).answer();
    let text = std::fs::read_to_string(demo.outside().join("record.jsonld")).expect("the file");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let graph = document["@graph"].as_array().expect("a graph");
    let names: Vec<&str> = graph.iter().filter_map(|node| node["@id"].as_str()).collect();
    for name in ["statement:st-7", "position:pos-6", "source:src-1", "red-line:no-closing", "coding:ada"] {
        let name = format!("urn:detente:case:river:{name}");
        assert!(names.contains(&name.as_str()), "{name}");
    }
    let ran = demo.run("ledger", &["--prov", "case/case.toml/record.jsonld"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn eight_parties_with_long_names_fit_the_page() {
    let names: Vec<String> =
        (1..=8).map(|n| format!("Provisional Coordination Council of the Northern Districts, number {n}")).collect();
    let mut case = "format = 1\n[case]\nid = \"many\"\ntitle = \"Many\"\n[parties]\n".to_owned();
    let mut ledger = "[[sources]]\nid = \"src\"\nkind = \"other\"\n".to_owned();
    for (n, name) in (1..).zip(&names) {
        case.push_str(&format!("p-{n} = {{ name = \"{name}\" }}\n"));
        ledger.push_str(&format!("[[statements]]\nid = \"st-{n}\"\nsource = \"src\"\nspeaker = {{ party = \"p-{n}\" }}\nvia = \"reported\"\n[[positions]]\nid = \"pos-{n}\"\nparty = \"p-{n}\"\nissue = \"bridge\"\nkind = \"demand\"\ntext = \"Open.\"\naccepts = [\"free\"]\nevidence = [\"st-{n}\"]\n"));
    }
    case.push_str("[issues.bridge]\ntitle = \"Bridge over the upper river at the old customs house\"\nchoices = { closed = \"Closed\", free = \"Free\" }\n");
    let demo = Demo::of(&[("case.toml", &case), ("ledger.toml", &ledger)]);
    let page = demo.run("ledger", &[]).answer();
    assert!(page.lines().all(|line| line.chars().count() <= 110), "{page}");
    assert_eq!(page.matches("accepts “Free”").count(), 8, "a cell for each, not cut in its words: {page}");
    assert!((1..=8).all(|n| page.contains(&format!("[pos-{n}: st-{n}]"))), "{page}");
    assert!(page.contains("number 8"), "{page}");
}

#[test]
fn an_empty_record_is_a_record() {
    let demo = Demo::of(&[("case.toml", &CASE[..CASE.find("[[red_lines]]").expect("it")])]);
    let page = demo.run("ledger", &[]).answer();
    assert!(page.contains("nothing on record") && page.contains("No coder's own readings are on record"), "{page}");
    assert_eq!(demo.run("ledger", &["--json"]).json()["positions"].to_string(), "{}");
}

#[test]
fn positions_that_replace_each_other_in_a_circle_are_refused() {
    let demo = river();
    demo.edit("ledger.toml", "text = \"Never closed, no toll.\"\n", "text = \"Never\"\nsupersedes = \"pos-3\"\n");
    let ran = demo.run("ledger", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("supersedes-cycle") && ran.err.contains("takes the place of \"pos-1\""), "{}", ran.err);
}

#[test]
fn a_quote_that_stands_twice_asks_for_what_is_around_it() {
    let demo = river();
    let text = "\"The bridge will never be closed,\" he said. The bridge will never be closed!\n";
    demo.write("texts/src-1.txt", text);
    let hash = "c135374cdf4604461a368da030f3383c7ee72b58b47e4a915453b7dd42e70130";
    demo.edit("ledger.toml", "published = 2001-02-20\n", &format!("published = 2001-02-20\nsha256 = \"{hash}\"\n"));
    let ran = demo.run("check", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("this quote occurs 2 times in its source"), "{}", ran.out);
    demo.edit("ledger.toml", "never be closed\" }", "never be closed\", suffix = \",\" }");
    assert_eq!(demo.run("check", &["--json"]).json()["quotes_found"], 1);
    let page = demo.run("ledger", &["sources"]).answer();
    assert!(page.contains("published 20 February 2001; reliability not graded; text held"), "{page}");
    assert_eq!(demo.run("ledger", &["--json"]).json()["sources"]["src-1"]["text_held"], true);
    std::fs::rename(demo.path("texts"), demo.path("away")).expect("ours");
    assert!(demo.run("ledger", &["sources"]).answer().contains("text not held"));
    std::fs::rename(demo.path("away"), demo.path("texts")).expect("ours");
    demo.write("texts/src-1.txt", format!("{text} "));
    let ran = demo.run("check", &[]);
    assert!(ran.code == 2 && ran.out.contains("text-differs"), "{}", ran.out);
}

#[test]
fn what_is_refused() {
    let demo = river();
    for (args, message) in [
        (&["--party", "eastlan"][..], "there is no party \"eastlan\""),
        (&["--issue", "fishing"], "there is no issue \"fishing\""),
        (&["--from", "2001-03-02"], "these dates stand in the wrong order"),
    ] {
        let ran = demo.run("ledger", args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{}", ran.err);
    }
    assert_eq!(demo.run("ledger", &["--as-of", "yesterday"]).code, 2);
}
