//! `detente process` and `detente offer`: pages, documents, what is written and what is refused.

use crate::common::{Demo, Ran};
use serde_json::Value;

const CASE: &str = r#"# Talks, as one would write them.
format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-03-01
[parties]
eastland = { name = "Eastland" }
northland = { name = "Northland", consent = "never" }
westland = { name = "Westland" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free", toll = "Open against a toll" }
[issues.water]
title = "Share of the water"
range = { from = 0, to = 100, step = 10, unit = "%" }

[[process]]
id = "experts"
title = "Meeting of experts"
participants = ["eastland", "westland"]
status = "done"
on = 2001-02-10
precision = "day"
agenda = ["water"]
evidence = ["st-1"]

[[process]]
id = "ministers"                # in the capital of neither
title = "Meeting of ministers"
participants = ["eastland", "westland"]
requires = ["experts"]
status = "open"                 # as of the date

[[process]]
id = "observers"
title = "Observers arrive"
participants = ["northland"]
status = "cancelled"

[[process]]
id = "patrols"
title = "Joint patrols"
requires = ["observers"]

[[process]]
id = "summit"
title = "Meeting of presidents"
participants = ["eastland", "westland"]
requires = ["ministers"]
on = 2001-06-01
precision = "month"
"#;

const LEDGER: &str = r#"
[[sources]]
id = "src-1"
kind = "document"
[[statements]]
id = "st-1"
source = "src-1"
speaker = { party = "eastland" }
via = "document"
said_on = 2001-01-20
precision = "day"
paraphrase = "A toll, and half of the water."
[[events]]
id = "flood"
what = "A flood"
place = "the lower river"
on = 2001-02-10
[[events]]
id = "quarrel"
what = "A quarrel over fish"
"#;

const DRAFTS: &str = r#"format = 1

[[drafts]]
id = "east-1"
title = "First paper"
by = "eastland"
to = "westland"
date = 2001-01-20
precision = "day"
status = "rejected"
choices = { bridge = "toll", water = 50 }
evidence = ["st-1"]

# The answer.
[[drafts]]
id = "west-1"
by = "westland"
to = ["eastland"]
date = 2001-02-15
precision = "day"
binding = true
supersedes = "east-1"
only_if = "water >= 40"
choices = { bridge = ["free", "toll"], water = "[open]" }
"#;

fn river() -> Demo {
    Demo::of(&[("case.toml", CASE), ("ledger.toml", LEDGER), ("drafts.toml", DRAFTS)])
}

/// Refused with this message and a way out, and nothing written.
fn refused(demo: &Demo, command: &str, args: &[&str], message: &str) -> Ran {
    let before = demo.bytes();
    let ran = demo.run(command, args);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
    assert!(ran.err.contains(message) && ran.err.contains("help: "), "{args:?}: {}", ran.err);
    assert!(demo.bytes() == before, "{args:?} wrote something");
    ran
}

fn keeps_schema(demo: &Demo, command: &str) -> Value {
    let document = demo.run(command, &["--json"]).json();
    assert_eq!(document["schema"], format!("detente.{command}/1"));
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", command]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    document
}

#[test]
fn pages_and_documents() {
    let demo = river();
    insta::assert_snapshot!("process_page", demo.run("process", &[]).answer());
    insta::assert_snapshot!("offers_page", demo.run("offer", &[]).answer());
    insta::assert_snapshot!("offer_page", demo.run("offer", &["west-1"]).answer());
    for command in ["process", "offer"] {
        let document = keeps_schema(&demo, command);
        insta::assert_snapshot!(format!("{command}_json"), serde_json::to_string_pretty(&document).expect("JSON"));
    }
    let one = demo.run("offer", &["east-1", "--json"]).json();
    assert_eq!(one["drafts"].as_object().expect("an object").len(), 1);
}

#[test]
fn a_step_is_recorded_where_it_stands() {
    let demo = river();
    let args = ["--record", "ministers", "--status", "done", "--on", "2001-03-04"];
    let page = demo.run("process", &args).answer();
    assert!(page.starts_with("case.toml\nTalks on a river"), "{page}");
    assert!(page.contains("Meeting of presidents [summit]: can be taken, planned for June 2001"), "{page}");
    let expected = CASE.replace(
        "status = \"open\"                 # as of the date\n",
        "status = \"done\"                 # as of the date\non = 2001-03-04\nprecision = \"day\"\n",
    );
    assert_eq!(demo.read("case.toml"), expected, "nothing else changed");
    assert_eq!((demo.read("ledger.toml"), demo.read("drafts.toml")), (LEDGER.to_owned(), DRAFTS.to_owned()));
}

#[test]
fn a_summit_before_its_meeting_is_refused_unless_somebody_says_why() {
    let demo = river();
    let summit = ["--record", "summit", "--status", "done", "--on", "2001-03-04"];
    refused(&demo, "process", &summit, "\"summit\" is not recorded: it requires \"ministers\", not yet done");
    refused(&demo, "process", &[&summit[..], &["--override", " "]].concat(), "the reason is empty");
    let why = "the presidents met at a \"funeral\"";
    let page = demo.run("process", &[&summit[..], &["--override", why]].concat()).answer();
    assert!(page.contains(&format!("recorded before what it requires, because: {why}")), "{page}");
    assert_eq!(demo.run("check", &["--json"]).json()["errors"], 0);
    let checked = demo.run("check", &[]).out;
    assert!(!checked.contains("step-out-of-order"), "{checked}");
    assert_eq!(demo.run("process", &["--json"]).json()["steps"]["summit"]["overridden"], why);
}

#[test]
fn other_records_that_are_refused() {
    let demo = river();
    let ministers = ["--record", "ministers", "--status", "done", "--on"];
    refused(&demo, "process", &[&ministers[..], &["2001-02-09"]].concat(), "which was done only on 2001-02-10");
    let needless = [&ministers[..], &["2001-03-04", "--override", "why not"]].concat();
    refused(&demo, "process", &needless, "there is nothing to override");
    refused(&demo, "process", &["--record", "sumit", "--status", "done"], "there is no step \"sumit\"");
    demo.run("process", &[&ministers[..], &["2001-03-04"]].concat()).answer();
    refused(&demo, "process", &["--record", "experts", "--status", "open"], "\"ministers\" requires it and is done");
    assert_eq!(demo.run("process", &["--record", "summit"]).code, 2, "a record says how far");
    assert_eq!(demo.run("process", &["--status", "done"]).code, 2, "a status is of a step");
}

#[test]
fn a_step_done_out_of_order_by_hand_is_said() {
    let demo = river();
    demo.edit("case.toml", "requires = [\"ministers\"]\n", "requires = [\"ministers\"]\nstatus = \"done\"\n");
    let ran = demo.run("check", &[]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("step-out-of-order"), "{}", ran.out);
}

#[test]
fn an_offer_is_added_whole() {
    let demo = river();
    let args = [
        "--add",
        "east-2",
        "--title",
        "Second paper",
        "--package",
        "bridge=[closed|toll], water=40",
        "--by",
        "eastland",
        "--to",
        "westland,northland",
        "--on",
        "2001-02-20",
        "--status",
        "made",
        "--supersedes",
        "west-1",
        "--only-if",
        "bridge != free",
        "--evidence",
        "st-1",
        "--binding",
    ];
    let page = demo.run("offer", &args).answer();
    insta::assert_snapshot!("offer_added", page);
    let written = demo.read("drafts.toml");
    assert!(written.starts_with(DRAFTS), "what was there stays as it was");
    insta::assert_snapshot!("offer_added_text", &written[DRAFTS.len()..]);
    let unlike_fmt = demo.run("fmt", &["--check"]).out;
    assert!(!unlike_fmt.contains("drafts.toml"), "written as fmt would");
    assert_eq!(demo.run("offer", &["--json"]).json()["newest"], "east-2");
    // A draft can be taken over and changed.
    let args = ["--add", "east-3", "--package", "east-2,bridge=toll", "--supersedes", "east-2"];
    demo.run("offer", &args).answer();
    let drafts = demo.run("offer", &["--json"]).json()["drafts"].clone();
    assert_eq!(drafts["east-3"]["settled"].to_string(), r#"{"bridge":"toll","water":"40"}"#);
    assert_eq!(drafts["east-3"]["differs_on"].to_string(), r#"["bridge"]"#);
}

#[test]
fn the_first_offer_makes_the_file() {
    let demo = Demo::of(&[("case.toml", CASE), ("ledger.toml", LEDGER)]);
    let page = demo.run("offer", &[]).answer();
    assert!(page.ends_with("nothing on record\n"), "{page}");
    demo.run("offer", &["--add", "paper", "--package", "water=[open]"]).answer();
    let expected = "format = 1\n\n[[drafts]]\nid = \"paper\"\nchoices = { water = \"[open]\" }\n";
    assert_eq!(demo.read("drafts.toml"), expected);
}

#[test]
fn an_offer_is_written_whole_or_not_at_all() {
    let demo = river();
    for (args, message) in [
        (&["--add", "new", "--package", "bridge=fre"][..], "\"bridge\" has no choice \"fre\""),
        (&["--add", "new", "--package", "bride=free"], "no issue has the id \"bride\""),
        (&["--add", "new", "--package", "water=45"], "\"water\" has no choice \"45\""),
        (&["--add", "new", "--package", "bridge=[free]"], "brackets hold two different choices or more"),
        (&["--add", "west-1", "--package", "bridge=free"], "two things have the id \"west-1\""),
        (&["--add", "Big", "--package", "bridge=free"], "\"Big\" is not an id"),
        (&["--add", "new", "--package", "bridge=free", "--by", "sealand"], "no party has the id \"sealand\""),
        (&["--add", "new", "--package", "bridge=free", "--supersedes", "new"], "in a circle"),
        (&["--add", "new", "--package", "bridge=free", "--only-if", "water >"], "nothing was written"),
        (&["--add", "new", "--package", "bridge=free", "--evidence", "st-9"], "no statement has the id \"st-9\""),
        (&["--add", "new", "--package", "bridge"], "\"bridge\" says nothing about an issue"),
        (&["nowhere"], "there is no draft \"nowhere\""),
    ] {
        refused(&demo, "offer", args, message);
    }
}

#[test]
fn a_package_may_be_a_draft() {
    let demo = river();
    let json = |command: &str, args: &[&str]| demo.run(command, &[args, &["--json"]].concat()).json();
    // Brackets are open.
    assert_eq!(
        json("deals", &["--package", "east-1"])["case"]["draft"].to_string(),
        r#"{"bridge":"toll","water":"50"}"#
    );
    assert_eq!(json("deals", &["--draft", "west-1"])["case"]["draft"].to_string(), "{}");
    let changed = json("remaining", &["--draft", "east-1, water=40"]);
    assert_eq!(changed["case"]["draft"].to_string(), r#"{"bridge":"toll","water":"40"}"#);
    let compared = json("compare", &["--package", "east-1", "--package", "bridge=free,water=50"]);
    assert_eq!(compared["differ_on"].to_string(), r#"["bridge"]"#);
    refused(
        &demo,
        "compare",
        &["--package", "west-1", "--package", "east-1"],
        "a package needs a choice for every issue",
    );
    refused(&demo, "deals", &["--package", "west-2"], "\"west-2\" fixes nothing").err.contains("east-1, west-1");
}

#[test]
fn drafts_are_renamed_formatted_and_hashed() {
    let demo = river();
    let hash = || demo.run("show", &["--json"]).json()["hash"].clone();
    let before = hash();
    demo.run("rename", &["east-1", "east-one"]).answer();
    demo.run("rename", &["bridge", "span"]).answer();
    demo.run("rename", &["span.toll", "for-toll"]).answer();
    demo.run("rename", &["eastland", "orient"]).answer();
    assert_ne!(hash(), before);
    let renamed = demo.read("drafts.toml");
    let expected = DRAFTS
        .replace("\"east-1\"", "\"east-one\"")
        .replace("bridge", "span")
        .replace("\"toll\"", "\"for-toll\"")
        .replace("\"eastland\"", "\"orient\"");
    assert_eq!(renamed, expected);
    assert_eq!(demo.run("check", &["--json"]).json()["errors"], 0);
    demo.edit("drafts.toml", "binding = true", "binding=true # yes");
    let hash_before = hash();
    demo.run("fmt", &[]).answer();
    let printed = demo.read("drafts.toml");
    assert!(printed.lines().any(|line| line.starts_with("binding = true ") && line.ends_with("# yes")), "{printed}");
    assert_eq!(hash(), hash_before, "layout does not reach the hash");
}

#[test]
fn broken_drafts_are_all_said_at_once() {
    let demo = river();
    demo.write(
        "drafts.toml",
        "[[drafts]]\nid = \"a\"\nsupersedes = \"b\"\nchoices = { bridge = \"fre\", sea = \"open\", water = [10] }\n[[drafts]]\nid = \"b\"\nsupersedes = \"a\"\nby = \"nobody\"\nstatus = \"gone\"\ndate = 2001-02-30\n",
    );
    let ran = demo.run("check", &[]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!("broken_drafts", ran.out);
}

#[test]
fn no_estimate_reaches_these_pages() {
    let demo = Demo::new();
    let pages = || -> Vec<String> {
        let run = |command: &str, args: &[&str]| demo.run(command, args).answer();
        let prov = demo.outside().join("record.jsonld");
        let mut pages = vec![run("ledger", &["--prov", "record.jsonld"])];
        pages.push(std::fs::read_to_string(prov).expect("the file"));
        for command in ["ledger", "process", "offer"] {
            pages.extend([run(command, &[]), run(command, &["--json"])]);
        }
        pages
    };
    let before = pages();
    let estimates = demo.read("estimates/example.toml");
    demo.write("estimates/canary.toml", estimates.replace("author = \"", "author = \"canary "));
    demo.write("estimates/example.toml", "[estimates]\nauthor = \"canary\"\n");
    assert_eq!(pages(), before);
}
