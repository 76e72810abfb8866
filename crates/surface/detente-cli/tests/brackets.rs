//! `--open ISSUE=CHOICE|CHOICE`, wherever a draft can be named.

use crate::common::Demo;

const HELD: &str = "In brackets for this run: Border crossing: [“Closed” | “Open”].";

#[test]
fn brackets_work_wherever_a_draft_does() {
    let demo = Demo::new();
    for command in ["deals", "gives", "prices", "remaining", "why"] {
        let page = |more: &[&str]| demo.run(command, more).answer();
        let within = page(&["--open", "crossing=closed|open"]);
        assert!(within.contains(HELD), "{command}: {within}");
        assert!(!page(&[]).contains("In brackets"), "{command}");
        let both = demo.run(command, &["--draft", "crossing=open", "--open", "crossing=closed|open"]);
        assert_eq!((both.code, both.out.as_str()), (2, ""), "{command}");
        assert!(both.err.contains("\"crossing\" is fixed and in brackets"), "{command}: {}", both.err);
    }
    let deals = demo.run("deals", &["--no-estimates", "--json", "--open", "crossing=closed|open"]).answer();
    let document: serde_json::Value = serde_json::from_str(&deals).expect("JSON");
    assert_eq!(document["case"]["open"], serde_json::json!({ "crossing": ["closed", "open"] }));
    assert_eq!(document["stated"]["remaining"]["crossing"]["daytime"], "0");
}

#[test]
fn why_says_what_an_issue_is_held_to() {
    let demo = Demo::new();
    let page = demo
        .run("why", &["--no-estimates", "--draft", "observers-present=joint", "--open", "crossing=closed"])
        .answer();
    assert!(page.contains("in brackets for this run: Border crossing: [“Closed”]"), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Without what is fixed or in brackets there are packages."), "{page}");
}

#[test]
fn a_draft_on_record_brings_its_brackets_along() {
    let demo = Demo::new();
    demo.write(
        "drafts.toml",
        "format = 1\n[[drafts]]\nid = \"paper\"\nby = \"eastland\"\nto = [\"westland\"]\nstatus = \"made\"\nchoices = { crossing = [\"closed\", \"open\"], water = 50, observers-present = \"[open]\" }\n",
    );
    let head = |args: &[&str]| demo.run("remaining", args).answer();
    assert!(head(&["--draft", "paper"]).contains(HELD));
    assert!(!head(&["--draft", "paper,crossing=open"]).contains("In brackets"), "settled on the spot");
    let other = head(&["--draft", "paper", "--open", "crossing=daytime"]);
    assert!(other.contains("Border crossing: [“Open in daytime”]"), "{other}");
}

#[test]
fn what_fits_no_issue_is_said_with_a_way_out() {
    let demo = Demo::new();
    for (text, message) in [
        ("crossing", "\"crossing\" puts nothing in brackets"),
        ("crossing= | ", "the brackets on \"crossing\" hold no choice"),
        ("crossing=ajar", "\"crossing\" has no choice \"ajar\""),
        ("bridge=open", "there is no issue \"bridge\""),
    ] {
        let ran = demo.run("remaining", &["--open", text]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{text}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{text}: {}", ran.err);
    }
    let twice = demo.run("remaining", &["--open", "crossing=open", "--open", "crossing=closed"]);
    assert!(twice.err.contains("\"crossing\" is in brackets twice"), "{}", twice.err);
}
