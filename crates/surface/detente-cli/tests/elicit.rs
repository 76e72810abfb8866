//! `detente elicit` on the command line, and answers without points in the commands that show them.

use crate::common::Demo;
use serde_json::Value;

const SET: &str = r#"[estimates]
author = "an analyst"
[westland]
because = "notes of the first round"
bottom_line = 30
weights.order = ["crossing", ["water", "observers-present"]]
values.crossing.order = ["closed", "daytime", "open"]
values.observers-present.order = ["joint", "none"]
values.water.curve = [[30, 100], [70, 0]]
[[westland.comparisons]]
package = { crossing = "daytime", water = 30 }
over = { crossing = "closed", water = 70 }
"#;

fn demo() -> Demo {
    let demo = Demo::new();
    demo.write("estimates/said.toml", SET);
    demo
}

const ASK: [&str; 4] = ["--estimates", "said", "--party", "westland"];

#[test]
fn a_page_and_a_document() {
    let demo = demo();
    insta::assert_snapshot!("elicit_page", demo.run("elicit", &ASK).answer());
    let text = demo.run("elicit", &[&ASK[..], &["--json", "--questions", "2"]].concat()).answer();
    let document: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["schema"], "detente.elicit/1");
    let questions = document["questions"].as_array().expect("a list");
    assert_eq!(questions.len(), 2);
    for question in questions {
        let draws =
            ["draws_for_first", "draws_for_second", "draws_level"].map(|key| question[key].as_u64().expect("a number"));
        assert_eq!(draws.iter().sum::<u64>(), document["draws"].as_u64().expect("a number"));
    }
}

#[test]
fn another_seed_and_the_same_one() {
    let demo = demo();
    let with = |seed: &str| demo.run("elicit", &[&ASK[..], &["--json", "--seed", seed]].concat()).answer();
    assert_eq!(with("4"), with("4"));
    assert_ne!(with("4"), with("5"));
}

#[test]
fn what_was_said_is_shown() {
    let page = demo().run("show", &["assumptions", "--estimates", "said"]).answer();
    insta::assert_snapshot!("said_assumptions", page);
}

#[test]
fn what_does_not_fit_is_refused() {
    let demo = demo();
    for (args, words) in [
        (&["--estimates", "said", "--party", "nobody"][..], "there is no party \"nobody\""),
        (&["--estimates", "said", "--party", "eastland"], "leaves nothing to ask"),
        (&["--party", "westland"], "several sets"),
        (&["--estimates", "said", "--party", "westland", "--questions", "0"], "0"),
    ] {
        let ran = demo.run("elicit", args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(words), "{}", ran.err);
    }
}
