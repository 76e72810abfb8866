//! `detente differ` on the command line: the page, the document, and what it refuses.

use crate::common::Demo;
use serde_json::Value;

/// The starter case with a second set, in which Eastland and Westland want other things.
fn two_sets() -> Demo {
    let demo = Demo::new();
    let text = demo.read("estimates/example.toml");
    let text = text
        .replacen("{ points = [30, 40], because", "{ points = [84, 86], because", 1)
        .replacen("weights.water = [45, 55]", "weights.water = [35, 45]", 1)
        .replacen("open = [20, 60]", "open = [65, 90]", 1)
        .replace("author = \"example\"", "author = \"another\"");
    demo.write("estimates/other.toml", text);
    demo
}

#[test]
fn page_and_document() {
    let demo = two_sets();
    insta::assert_snapshot!("differ_page", demo.run("differ", &["example", "other"]).answer());
    let document: Value = demo.run("differ", &["example", "other", "--json"]).json();
    assert_eq!(document["schema"], "detente.differ/1");
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "differ"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    let back: Value = demo.run("differ", &["other", "example", "--json"]).json();
    let list = |document: &Value, of: &str| document[of].as_array().expect("a list").clone();
    assert_eq!(document["conclusions"][0], back["conclusions"][1]);
    let (there, back) = (list(&document, "differences"), list(&back, "differences"));
    assert_eq!(there.len(), back.len());
    for (there, back) in there.iter().zip(&back) {
        assert_eq!((&there["first"], &there["second"]), (&back["second"], &back["first"]));
    }
}

#[test]
fn a_set_without_differences_says_so() {
    let demo = Demo::new();
    demo.write("estimates/copy.toml", demo.read("estimates/example.toml"));
    let page = demo.run("differ", &["copy", "example"]).answer();
    assert!(
        page.contains("They give the same numbers.") && page.contains("every principle leads to the same packages"),
        "{page}"
    );
}

#[test]
fn mistakes_are_said_with_the_way_out() {
    let demo = two_sets();
    let payoffs = "format = 1\n[estimates]\nauthor = \"test\"\nutility = \"payoffs\"\n[eastland]\nbecause = \"test\"\n\
                   values.crossing = { closed = 0, daytime = 1, open = 2 }\n";
    demo.write("estimates/payoffs.toml", payoffs);
    for (args, message) in [
        (&["example", "nobody"][..], "there is no set of estimates \"nobody\""),
        (&["example", "example"], "\"example\" is compared with itself"),
        (&["example", "payoffs"], "count utility in different ways"),
        (&["example", "other", "--draft", "crossing"], "fixes nothing"),
        (&["example", "other", "--with", "no-such"], "there is no limit"),
    ] {
        let ran = demo.run("differ", args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{args:?}: {}", ran.err);
    }
}
