//! The record as provenance: every name that is spoken of is told of, and the whole document is as expected.

use std::collections::BTreeSet;

use detente_casefile::{Folder, read};
use detente_interop::prov;
use serde_json::Value;

const CASE: &str = r#"
format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-03-01
[parties]
eastland = { name = "Eastland", kind = "state" }
westland = { name = "Westland", kind = "person" }
[people.minister]
name = "The minister"
role = "Minister"
party = "westland"
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free", toll = "Open against a toll" }
[[red_lines]]
id = "no-closing"
party = "westland"
never = "bridge = closed"
firmness = "strong"
evidence = ["st-1"]
"#;

const LEDGER: &str = r#"
[[sources]]
id = "src"
kind = "newspaper-report"
title = "A report"
outlet = "The Paper"
authors = ["A. Author"]
published = 2001-02-15
lang = "en"
sha256 = "00"
reliability = "C"
[[statements]]
id = "st-1"
source = "src"
speaker = { person = "minister" }
via = "direct"
chain = ["First outlet", "Second outlet"]
said_on = 2001-02-14
precision = "day"
quote = { exact = "It stays \"open\"", prefix = "said: ", suffix = "." }
credibility = 3
coder = "ada b."
[[statements]]
id = "st-2"
source = "src"
speaker = { name = "an official", named = false, party = "eastland" }
via = "unnamed-official"
paraphrase = "A toll is possible."
[[statements]]
id = "st-3"
source = "src"
speaker = { party = "eastland" }
via = "reported"
[[positions]]
id = "pos-1"
party = "eastland"
issue = "bridge"
accepts = ["free"]
kind = "offer"
text = "Free."
evidence = ["st-3"]
[[positions]]
id = "pos-2"
party = "eastland"
issue = "bridge"
accepts = ["toll"]
condition = "bridge != closed"
kind = "offer"
text = "A toll."
firmness = "negotiable"
valid_from = 2001-02-14
evidence = ["st-2"]
counter_evidence = ["st-1"]
supersedes = "pos-1"
[[events]]
id = "ev-1"
what = "A flood"
on = 2001-02-01
precision = "month"
party = "westland"
evidence = ["st-1"]
"#;

const DRAFTS: &str = r#"
[[drafts]]
id = "first"
by = ["eastland", "westland"]
date = 2001-01-01
choices = { bridge = "free" }
[[drafts]]
id = "second"
supersedes = "first"
only_if = "bridge = toll"
evidence = ["st-2"]
"#;

fn document() -> Value {
    let reading = read(&Folder::of_texts([("case.toml", CASE), ("ledger.toml", LEDGER), ("drafts.toml", DRAFTS)]));
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    prov(&reading.case.expect("a case"), &reading.ledger, "abc")
}

#[test]
fn the_whole_document() {
    insta::assert_snapshot!(format!("{:#}", document()));
}

/// Keys whose values name nodes, as the context says.
fn references(document: &Value) -> BTreeSet<String> {
    let context = document["@context"].as_object().expect("a context");
    context.iter().filter(|(_, term)| term["@type"] == "@id").map(|(key, _)| key.clone()).collect()
}

#[test]
fn every_name_spoken_of_is_told_of() {
    let document = document();
    let references = references(&document);
    let graph = document["@graph"].as_array().expect("a graph");
    let named: Vec<&str> = graph.iter().map(|node| node["@id"].as_str().expect("a name")).collect();
    let unique: BTreeSet<&str> = named.iter().copied().collect();
    assert_eq!(unique.len(), named.len(), "a node stands once");
    let mut spoken = 0;
    for node in graph {
        for (key, value) in node.as_object().expect("a node") {
            // Issues are named and no entities of the record.
            if !references.contains(key) || key == "issue" {
                continue;
            }
            let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            for name in values {
                assert!(unique.contains(name.as_str().expect("a name")), "{key}: {name}");
                spoken += 1;
            }
        }
    }
    assert!(20 < spoken, "{spoken}");
}
