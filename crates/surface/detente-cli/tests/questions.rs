//! The smaller questions on the command line: pages, documents, and what each refuses.

use crate::common::Demo;
use serde_json::Value;

const SOFT: &str = "\n[[red_lines]]\nid = \"eastland-on-water\"\nparty = \"eastland\"\nnever = \"water < 50\"\nfirmness = \"negotiable\"\n";
const A: &str = "crossing=open, observers-present=none, water=50";
const B: &str = "crossing=daytime,observers-present=joint,water=40";

fn demo() -> Demo {
    let demo = Demo::new();
    demo.append("case.toml", SOFT);
    demo
}

fn json(demo: &Demo, command: &str, args: &[&str]) -> Value {
    let text = demo.run(command, &[args, &["--json"]].concat()).answer();
    serde_json::from_str(&text).expect("JSON")
}

/// The arguments each command needs.
const COMMANDS: [(&str, &[&str]); 5] = [
    ("remaining", &["--draft", "crossing=open"]),
    ("compare", &["--package", A, "--package", B]),
    ("improve", &["--package", A]),
    ("gives", &[]),
    ("prices", &[]),
];

#[test]
fn pages_and_documents() {
    let demo = demo();
    for (command, args) in COMMANDS {
        insta::assert_snapshot!(format!("{command}_page"), demo.run(command, args).answer());
        let document = json(&demo, command, args);
        assert_eq!(document["schema"], format!("detente.{command}/1"));
        insta::assert_snapshot!(format!("{command}_json"), serde_json::to_string_pretty(&document).expect("JSON"));
        let schema: Value = serde_json::from_str(&demo.detente(&["schema", command]).answer()).expect("JSON");
        let known = schema["properties"].as_object().expect("properties");
        assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)), "{command}");
    }
}

#[test]
fn the_first_answer_stands_apart() {
    let demo = demo();
    for (command, args) in COMMANDS {
        let alone = demo.run(command, &[args, &["--no-estimates"]].concat()).answer();
        let both = demo.run(command, args).answer();
        assert!(!alone.contains("worth ") && !alone.contains("2. What the estimates"), "{command}: {alone}");
        assert!(both.contains("2. What the estimates “example” add"), "{command}: {both}");
        if command != "improve" && command != "prices" {
            assert!(both.starts_with(alone.trim_end()), "{command}: the first answer does not depend on estimates");
        }
        assert_eq!(json(&demo, command, &[args, &["--no-estimates"]].concat())["answers"], Value::Array(Vec::new()));
    }
}

#[test]
fn the_flags_of_deals_work_in_each() {
    let demo = demo();
    for (command, args) in COMMANDS {
        let page = |more: &[&str]| demo.run(command, &[args, more].concat()).answer();
        assert!(
            page(&["--limits", "all"]).contains("Limits that bind in this run: eastland-on-water and"),
            "{command}"
        );
        assert!(page(&["--with", "eastland-on-water"]).contains("in this run: eastland-on-water and"), "{command}");
        assert!(
            page(&["--without", "westland-on-opening"]).contains("Reported only: eastland-on-water and"),
            "{command}"
        );
        assert!(page(&["--consent", "observers=never"]).contains("Observer group: never"), "{command}");
        assert!(page(&["--over", "observers,eastland"]).contains("Observer group: always"), "{command}");
        let unknown = demo.run(command, &[args, &["--estimates", "other"]].concat());
        assert_eq!((unknown.code, unknown.out.as_str()), (2, ""), "{command}");
    }
}

#[test]
fn numbers_of_combinations_only_on_request() {
    let demo = demo();
    let words = demo.run("remaining", &[]).answer();
    assert!(!words.contains("packages"), "{words}");
    let numbers = demo.run("remaining", &["--details"]).answer();
    assert!(numbers.contains("packages with it") && numbers.contains("not a likelihood"), "{numbers}");
    let document = json(&demo, "remaining", &["--draft", "crossing=open,water=50"]);
    assert_eq!(document["stated"]["observers-present"]["none"]["state"], "excluded");
    assert_eq!(
        document["stated"]["observers-present"]["none"]["excluded_by"],
        serde_json::json!(["fixed:crossing", "westland-on-opening"])
    );
    assert_eq!(document["stated"]["crossing"]["closed"]["packages"], "1", "the draft on the other issues is kept");
}

#[test]
fn a_limit_on_one_issue_does_not_make_all_others_depend_on_it() {
    let demo = Demo::new();
    demo.append("case.toml", &SOFT.replace("negotiable", "strong"));
    let document = json(&demo, "remaining", &["--without", "westland-on-opening"]);
    assert_eq!(document["stated"]["water"]["40"]["state"], "excluded");
    assert_eq!(document["stated"]["crossing"]["open"]["state"], "possible");
    assert_eq!(document["stated"]["crossing"]["closed"]["state"], "possible", "what the rules exclude is not counted");
}

#[test]
fn packages_have_a_choice_for_every_issue() {
    let demo = demo();
    for (command, args, message) in [
        ("improve", &["--package", "crossing=open"][..], "a package needs a choice for every issue"),
        ("compare", &["--package", A, "--package", "water=50"], "a package needs a choice for every issue"),
        ("compare", &["--package", A], "a comparison needs several packages"),
        ("compare", &["--package", A, "--package", "crossing=ajar"], "has no choice \"ajar\""),
        ("improve", &["--package", "bridge=open"], "there is no issue \"bridge\""),
        ("remaining", &["--draft", "crossing"], "fixes nothing"),
    ] {
        let ran = demo.run(command, args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{command}: {}", ran.err);
    }
    let missing = demo.run("improve", &["--package", "crossing=open"]).err;
    assert!(missing.contains("add a choice for: observers-present, water"), "{missing}");
}

#[test]
fn nothing_to_improve_is_an_answer() {
    let demo = demo();
    let best = json(&demo, "improve", &["--package", A])["answers"][0]["efficient"][0]["package"].clone();
    let text = best
        .as_object()
        .expect("a package")
        .iter()
        .map(|(issue, choice)| format!("{issue}={}", choice.as_str().expect("a choice")));
    let package = text.collect::<Vec<_>>().join(",");
    let page = demo.run("improve", &["--package", &package]).answer();
    assert!(page.contains("No package within the limits is better for one of Eastland and Westland"), "{page}");
    let document = json(&demo, "improve", &["--package", &package]);
    assert!(document["answers"][0]["principles"].as_object().expect("principles").values().all(Value::is_null));
}

#[test]
fn where_there_is_no_package() {
    let demo = Demo::new();
    demo.append("case.toml", "\n[[red_lines]]\nid = \"eastland-on-opening\"\nparty = \"eastland\"\nnever = \"crossing != open or observers-present = joint\"\nfirmness = \"stated-absolute\"\n");
    for (command, args) in COMMANDS {
        let page = demo.run(command, args).answer();
        assert!(!page.is_empty(), "{command}");
    }
    let page = demo.run("gives", &[]).answer();
    assert!(page.contains("Nothing: there is no package."), "{page}");
    let page = demo.run("prices", &[]).answer();
    assert!(page.contains("That a limit is listed does not mean that it should move."), "{page}");
}

#[test]
fn the_same_bytes_every_time() {
    let demo = demo();
    for (command, args) in COMMANDS {
        let args = [&[command, "case"], args].concat();
        let first = demo.with_threads(&args, "1");
        assert_eq!(first.code, 0);
        assert_eq!(demo.with_threads(&args, "4"), first, "{command}");
    }
}
