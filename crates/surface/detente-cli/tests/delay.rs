//! `detente delay` on the command line: the page, the document, and what it refuses.

use crate::common::Demo;
use serde_json::Value;

const PACKAGE: &str = "crossing=open,observers-present=joint,water=50";

/// The starter case in which waiting costs something and one event is dated.
fn waiting() -> Demo {
    let demo = Demo::new();
    demo.append(
        "ledger.toml",
        "\n[[events]]\nid = \"ev-01\"\non = 2025-03-20\nwhat = \"The river is low\"\n\
         \n[[events]]\nid = \"ev-02\"\nwhat = \"Somebody is stopped at the crossing\"\n",
    );
    demo.append(
        "estimates/example.toml",
        "\n[eastland.alternative]\nbecause = \"assumption: for the example\"\nagreement_per_month = [-3, -1]\n\
         cost_per_month = [0, 1]\nevents = [{ event = \"ev-01\", bottom_line = [0, 4] }, { event = \"ev-02\", bottom_line = 1 }]\n\
         \n[observers.alternative]\nbecause = \"assumption: for the example\"\nagreement_per_month = [-12, -6]\n",
    );
    demo
}

#[test]
fn page_and_document() {
    let demo = waiting();
    let args = ["--draws", "400", "--months", "14", "--package", PACKAGE, "--walk-out", "observers"];
    insta::assert_snapshot!("delay_page", demo.run("delay", &args).answer());
    let document: Value = demo.run("delay", &[&args[..], &["--json"]].concat()).json();
    assert_eq!(document["schema"], "detente.delay/1");
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "delay"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    let answer = &document["answers"][0];
    assert_eq!(answer["from"], "2025-01-01");
    assert_eq!(
        (&answer["events"][0]["month"], &answer["events"][1]["when"]),
        (&Value::from(3), &Value::from("unknown"))
    );
    for course in ["together", "without"] {
        let months = answer[course]["months"].as_array().expect("months");
        assert_eq!(months.len(), 15);
        assert_eq!(answer[course]["packages"][0]["months"].as_array().expect("months").len(), 15);
    }
    assert_eq!(answer["without"]["months"][0]["prospects"].get("observers"), None);
}

/// Month 0 is what `deals` answers.
#[test]
fn month_0_is_now() {
    let demo = waiting();
    let delay = demo.run("delay", &["--draws", "1", "--json"]).json();
    let deals = demo.run("deals", &["--json"]).json();
    let found = &delay["answers"][0]["together"]["months"][0]["count"];
    assert_eq!((found, found.is_string()), (&deals["answers"][0]["zone"]["centre"]["count"], true));
}

#[test]
fn no_thread_count_changes_a_byte() {
    let demo = waiting();
    let on = |threads: &str| demo.run("delay", &["--draws", "300", "--json", "--threads", threads]).answer();
    let one = on("1");
    assert!(on("2") == one && on("5") == one);
    assert_ne!(demo.run("delay", &["--draws", "300", "--json", "--seed", "2"]).answer(), one);
}

#[test]
fn mistakes_are_said_with_the_way_out() {
    let demo = waiting();
    for (args, message) in [
        (&["--months", "0"][..], "\"0\" is no number of months"),
        (&["--months", "-3"], "\"-3\" is no number of months"),
        (&["--months", "601"], "\"601\" is no number of months"),
        (&["--months", "a year"], "\"a year\" is no number of months"),
        (&["--draws", "0"], "\"0\" is no number of draws"),
        (&["--walk-out", "norland"], "there is no party \"norland\""),
        (&["--package", "crossing=open"], "a package needs a choice for every issue"),
        (&["--estimates", "other"], "there is no set of estimates"),
    ] {
        let ran = demo.run("delay", args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_party_always_asked_leaves_nothing_when_it_walks_out() {
    let demo = waiting();
    let page = demo.run("delay", &["--draws", "10", "--walk-out", "westland"]).answer();
    assert!(page.contains("Every package needs the consent of Westland, so that none is left."), "{page}");
    let args = ["--draws", "10", "--walk-out", "westland", "--consent", "westland=crossing = open"];
    let page = demo.run("delay", &args).answer();
    assert!(!page.contains("so that none is left"), "{page}");
}

#[test]
fn a_case_without_estimates_says_nothing_of_waiting() {
    let demo = Demo::new();
    let page = demo.run("delay", &["--draws", "10"]).answer();
    assert!(
        page.contains("Nothing in this set changes with time for Eastland, Observer group and Westland."),
        "{page}"
    );
    std::fs::remove_file(demo.path("estimates/example.toml")).expect("a file");
    let page = demo.run("delay", &[]).answer();
    assert!(page.contains("nothing is known of what waiting does"), "{page}");
    assert_eq!(demo.run("delay", &["--json"]).json()["answers"], Value::Array(Vec::new()));
}

#[test]
fn the_zone_over_time_is_drawn_and_written() {
    let demo = waiting();
    let page = demo.run("delay", &["--draws", "200", "--months", "4", "--plot"]).answer();
    let from = page.find("How often there is a package, month by month").expect("a picture");
    insta::assert_snapshot!("delay_plot", &page[from..]);
    let written = |folder: &str, threads: &str| {
        let args = ["--draws", "200", "--months", "4", "--walk-out", "westland", "--svg", folder, "--threads", threads];
        demo.run("delay", &args).answer();
        ["over-time", "over-time-after-walk-out"].map(|name| {
            let file = demo.outside().join(folder).join(format!("example-{name}.svg"));
            std::fs::read_to_string(file).expect("a picture")
        })
    };
    let one = written("one", "1");
    assert!(one.iter().all(|svg| svg.starts_with("<?xml") && svg.contains("month 4") && svg.ends_with("</svg>\n")));
    assert!(one[1].contains("without Westland"));
    assert_eq!(written("two", "3"), one);
}
