//! `detente scenario stats`, `import` and `export` on the command line.

#![expect(clippy::indexing_slicing, reason = "a test of the surface")]

use crate::common::Demo;
use serde_json::Value;

const DOMAIN: &str = r#"<negotiation_template><utility_space number_of_issues="2"><objective name="river">
<issue index="1" name="Gauge" type="discrete"><item value="10"/><item value="joint"/><item value="none"/></issue>
<issue index="2" name="Share" type="integer" lowerbound="-1" upperbound="2"/>
</objective></utility_space></negotiation_template>
"#;

fn profile(evaluations: [&str; 3], slope: &str, offset: &str, reservation: &str) -> String {
    let [a, b, c] = evaluations;
    format!(
        r#"<utility_space><objective name="river">
<issue index="1" name="Gauge" type="discrete"><item value="10" evaluation="{a}"/><item value="joint" evaluation="{b}"/><item value="none" evaluation="{c}"/></issue>
<issue index="2" name="Share" type="integer" lowerbound="-1" upperbound="2"><evaluator ftype="linear" slope="{slope}" offset="{offset}"/></issue>
<weight index="1" value="0.5"/><weight index="2" value="0.5"/></objective>
<reservation value="{reservation}"/></utility_space>
"#
    )
}

/// Two scenarios in a tree, and a file that belongs to none.
fn tree() -> Demo {
    let (east, west) = (profile(["1", "2", "3"], "0.25", "0.25", "0.3"), profile(["4", "4", "1"], "-0.25", "1", "0.4"));
    Demo::of(&[
        ("notes.json", "{\"a\": 1}"),
        ("river/domain.xml", DOMAIN),
        ("river/east.xml", &east),
        ("river/west.xml", &west),
        ("more/empty/domain.xml", DOMAIN),
        ("more/empty/east.xml", &east.replace("\"0.3\"", "\"0.99\"")),
        ("more/empty/west.xml", &west.replace("\"0.4\"", "\"0.99\"")),
    ])
}

#[test]
fn a_tree_has_an_answer_per_folder() {
    let demo = tree();
    let document = demo.detente(&["scenario", "stats", "case", "--json"]).json();
    assert_eq!(document["schema"], "detente.scenario-stats/1");
    let scenarios = document["scenarios"].as_array().expect("a list");
    assert_eq!(scenarios.len(), 2);
    assert_eq!(
        (&scenarios[0]["path"], &scenarios[0]["frontier"]["size"]),
        (&Value::from("more/empty"), &Value::from(0))
    );
    assert_eq!(scenarios[0]["frontier"]["points"], Value::Array(Vec::new()));
    assert!(scenarios[0]["nash"].is_null() && scenarios[0]["utilitarian"].is_null());
    let river = &scenarios[1];
    assert_eq!(river["outcomes"], 12);
    // East: 1/6, 1/3 or 1/2 and 1/8 to 1/2; West: 1/2, 1/2 or 1/8 and 1/2 to 1/8. The gauge is joint, the share divides.
    let sizes: Vec<f64> = river["frontier"]["points"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|point| point[0].as_f64().expect("a number"))
        .collect();
    assert_eq!(sizes.len(), usize::try_from(river["frontier"]["size"].as_u64().expect("a number")).expect("small"));
    assert_eq!(river["egalitarian"]["outcome"]["Gauge"], "joint");
    assert_eq!(river["egalitarian"]["proved"], true);
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "scenario-stats"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    let csv = demo.detente(&["scenario", "stats", "case", "--csv"]).answer();
    assert_eq!((csv.lines().count(), csv.contains("river,12,2,2,")), (3, true), "{csv}");
    let page = demo.detente(&["scenario", "stats", "case/river"]).answer();
    assert!(page.contains("none is a recommendation") && page.contains("[egalitarian]"), "{page}");
}

#[test]
fn parties_are_chosen_in_order_of_file() {
    let demo = tree();
    let one = demo.detente(&["scenario", "stats", "case/river", "--json", "--parties", "2"]).json();
    assert_eq!(one["scenarios"][0]["parties"], serde_json::json!(["west"]));
    assert_eq!(one["scenarios"][0]["frontier"]["size"], 1);
    let raw = demo.detente(&["scenario", "stats", "case/river", "--json", "--semantics", "raw"]).json();
    assert_eq!(raw["semantics"], "raw");
    let refused = demo.detente(&["scenario", "stats", "case/river", "--parties", "3"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("has no party 3"), "{}", refused.err);
    let refused = demo.detente(&["scenario", "stats", "case/nowhere"]);
    assert_eq!(refused.code, 2);
}

#[test]
fn a_mistake_is_shown_in_its_line_and_nothing_is_written() {
    let demo = tree();
    demo.edit("river/east.xml", "evaluation=\"2\"", "evaluation=\"two\"");
    let refused = demo.detente(&["import", "case/river", "-o", "made"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("scenario-not-a-number") && refused.err.contains("east.xml:2"), "{}", refused.err);
    assert!(!demo.outside().join("made").exists());
    let others = demo.detente(&["scenario", "stats", "case", "--json"]);
    assert_eq!((others.code, others.json()["scenarios"].as_array().map(Vec::len)), (2, Some(1)));
}

/// Utilities of a party at every point of the frontier, as shares of the first.
fn shares(document: &Value) -> Vec<Vec<f64>> {
    let points = document["scenarios"][0]["frontier"]["points"].as_array().expect("a list").clone();
    let number = |value: &Value| value.as_f64().expect("a number");
    let first: Vec<f64> = points[0].as_array().expect("a list").iter().map(number).collect();
    points
        .iter()
        .map(|point| {
            point.as_array().expect("a list").iter().zip(&first).map(|(at, first)| number(at) / first).collect()
        })
        .collect()
}

#[test]
fn a_scenario_becomes_a_case_and_a_scenario_again() {
    let demo = tree();
    let page = demo.detente(&["import", "case/river", "-o", "made"]).answer();
    assert!(page.contains("GENIUS") && page.contains("multiplied by"), "{page}");
    assert_eq!(demo.detente(&["check", "made"]).code, 0);
    let case = std::fs::read_to_string(demo.outside().join("made/case.toml")).expect("written");
    assert!(case.contains("\"'10'\""), "the text 10 is no number: {case}");
    let deals = demo.detente(&["deals", "made", "--json"]).json();
    assert!(deals["answers"][0].is_object());
    let here = demo.detente(&["scenario", "stats", "case/river", "--json"]).json();
    for format in ["genius", "negmas", "geniusweb"] {
        let there = format!("out-{format}");
        let written = demo.detente(&["export", "made", "--format", format, "-o", &there]);
        if format == "geniusweb" {
            // GeniusWeb reserves an outcome, and none is worth exactly that much.
            assert_eq!(written.code, 2, "{}", written.out);
            assert!(!demo.outside().join(&there).exists());
            continue;
        }
        written.answer();
        let again = demo.detente(&["scenario", "stats", &there, "--json"]).json();
        assert_eq!(again["scenarios"][0]["zone_outcomes"], here["scenarios"][0]["zone_outcomes"], "{format}");
        for (a, b) in shares(&again).iter().flatten().zip(shares(&here).iter().flatten()) {
            assert!((a - b).abs() < 1e-9, "{format}: {a} {b}");
        }
    }
    let refused = demo.detente(&["export", "made", "--format", "genius", "-o", "out-genius"]);
    assert_eq!(refused.code, 2, "what is there is not overwritten");
}
