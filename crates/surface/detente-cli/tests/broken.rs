//! Broken cases: each is refused with exit code 2, with all that is wrong in one run, and left as it was.

use std::fs::OpenOptions;
use std::time::{Duration, Instant};

use crate::common::Demo;

const EASTLAND: &str = "eastland = { name = \"Eastland\", kind = \"state\" }";

/// What is expected: the code, the file, and what stands on the line shown.
type Expected<'e> = (&'e str, &'e str, &'e str);

/// `check`, `check --json` and `deals` name exactly these errors; nothing is written.
fn check(demo: &Demo, expected: &[Expected<'_>]) -> String {
    check_with(demo, &[], expected)
}

fn check_with(demo: &Demo, args: &[&str], expected: &[Expected<'_>]) -> String {
    let before = demo.bytes();
    let text = demo.run("check", args);
    assert_eq!((text.code, text.err.as_str()), (2, ""));
    let json = demo.run("check", &[args, &["--json"]].concat());
    assert_eq!(json.code, 2);
    let deals = demo.run("deals", args);
    assert_eq!((deals.code, deals.out.as_str()), (2, ""), "an answer on a broken case");
    assert!(demo.bytes() == before, "something was written");

    let json = json.json();
    let errors: Vec<_> =
        json["diagnostics"].as_array().expect("a list").iter().filter(|found| found["severity"] == "error").collect();
    let mut found: Vec<(String, String)> = errors
        .iter()
        .map(|error| {
            let place = &error["labels"][0];
            let at = format!("{}:{}", place["file"].as_str().unwrap_or(""), place["line"]);
            (error["code"].as_str().expect("a code").to_owned(), at)
        })
        .collect();
    found.sort();
    let mut wanted: Vec<(String, String)> = expected
        .iter()
        .map(|(code, file, needle)| ((*code).to_owned(), format!("{file}:{}", demo.line(file, needle))))
        .collect();
    wanted.sort();
    assert_eq!(found, wanted, "{}", text.out);
    for error in errors {
        assert!(error["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{error} has no hint");
    }
    for said in [&text.out, &deals.err] {
        for (code, at) in &wanted {
            assert!(said.contains(&format!("error {code}\n")), "{code}:\n{said}");
            assert!(said.contains(&format!("[{at}:")), "{at}:\n{said}");
        }
        assert!(wanted.len() <= said.matches("help: ").count(), "no way out:\n{said}");
    }
    text.out
}

/// The starter with one place of case.toml changed.
fn check_edit(from: &str, to: &str, code: &str, needle: &str) -> String {
    let demo = Demo::new();
    demo.edit("case.toml", from, to);
    check(&demo, &[(code, "case.toml", needle)])
}

/// The starter with one place of its estimates changed.
fn check_estimate(from: &str, to: &str, code: &str, needle: &str) -> String {
    let demo = Demo::new();
    demo.edit("estimates/example.toml", from, to);
    check(&demo, &[(code, "estimates/example.toml", needle)])
}

#[test]
fn a_folder_without_a_case() {
    let demo = Demo::new();
    std::fs::remove_file(demo.path("case.toml")).expect("a file");
    let before = demo.bytes();
    for command in ["check", "deals", "show", "fmt"] {
        let ran = demo.run(command, &[]);
        let said = ran.out + &ran.err;
        assert_eq!(ran.code, 2, "{command}");
        assert!(said.contains("error missing-file") && said.contains("case.toml") && said.contains("help: "), "{said}");
    }
    assert!(demo.bytes() == before);
}

#[test]
fn nothing_there_or_no_folder() {
    let demo = Demo::new();
    demo.write("notes.txt", "not a case");
    for path in ["nowhere", "case/notes.txt"] {
        for command in ["check", "deals", "show", "fmt"] {
            let ran = demo.detente(&[command, path]);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}");
            assert!(ran.err.starts_with(&format!("error: there is no folder at {path}\n  help: ")), "{}", ran.err);
        }
    }
}

#[test]
fn the_case_file_itself_may_be_named() {
    let demo = Demo::new();
    assert!(demo.detente(&["check", "case/case.toml"]).answer().starts_with("clean\n"));
}

#[test]
fn two_syntax_errors_in_one_file() {
    let demo = Demo::new();
    demo.edit("case.toml", "kind = \"group\", consent", "kind = group, consent");
    demo.edit("case.toml", "title = \"Meeting of ministers\"", "title = \"Meeting of ministers");
    let text = demo.run("check", &[]);
    assert_eq!(text.code, 2);
    assert!(1 < text.out.matches("error toml-syntax").count(), "{}", text.out);
    for needle in ["kind = group", "title = \"Meeting of ministers"] {
        let at = format!("[case.toml:{}:", demo.line("case.toml", needle));
        assert!(text.out.contains(&at), "{at}:\n{}", text.out);
    }
    insta::assert_snapshot!("two_syntax_errors", text.out);
}

#[test]
fn a_key_given_twice() {
    check_edit(
        "as_of_by = \"catalog\"",
        "as_of = 2025-01-02\nas_of_by = \"catalog\"",
        "toml-syntax",
        "as_of = 2025-01-02",
    );
}

#[test]
fn a_key_nothing_reads() {
    let text = check_edit(
        "party = \"westland\"\n\n[issues",
        "party = \"westland\"\nalises = []\n\n[issues",
        "unknown-key",
        "alises",
    );
    insta::assert_snapshot!("unknown_key", text);
}

#[test]
fn an_id_nothing_has() {
    let text = check_edit("party = \"westland\"\nnever", "party = \"westlnd\"\nnever", "dangling-id", "westlnd");
    assert!(text.contains("did you mean \"westland\"?"), "{text}");
}

#[test]
fn an_issue_no_expression_can_name() {
    check_edit("when = \"observers-present = joint\"", "when = \"observer-present = joint\"", "dangling-id", "when = ");
}

#[test]
fn a_choice_its_issue_has_not() {
    check_edit("then = \"crossing != closed\"", "then = \"crossing != shut\"", "unknown-choice", "then = ");
}

#[test]
fn two_things_with_one_id() {
    let text = check_edit("id = \"westland-on-opening\"", "id = \"water\"", "duplicate-id", "id = \"water\"");
    insta::assert_snapshot!("duplicate_id", text);
}

#[test]
fn rules_that_cannot_hold_together() {
    let demo = Demo::new();
    let rules = [
        ("never-dry", "water >= 40"),
        ("half-each", "water = 50"),
        ("not-half", "water != 50"),
        ("shut", "crossing != open"),
    ];
    for (id, always) in rules {
        demo.append(
            "case.toml",
            &format!("\n[[rules]]\nid = \"{id}\"\nalways = \"{always}\"\nbasis = \"definition\"\n"),
        );
    }
    let text = check(&demo, &[("contradictory-rules", "case.toml", "id = \"half-each\"")]);
    let json = demo.run("check", &["--json"]).json();
    let lines: Vec<_> = json["diagnostics"][0]["labels"]
        .as_array()
        .expect("labels")
        .iter()
        .map(|label| label["line"].clone())
        .collect();
    assert_eq!(lines, ["half-each", "not-half"].map(|id| demo.line("case.toml", id)), "exactly the minimal rules");
    insta::assert_snapshot!("contradictory_rules", text);
}

#[test]
fn a_quote_not_in_its_source() {
    let demo = Demo::new();
    let sha256 = "28e8323faab9151aca88ab21376ae13a4f0e9a03b4e215002bd28c50c3e12bea";
    demo.edit("ledger.toml", "lang = \"en\"", &format!("lang = \"en\"\nsha256 = \"{sha256}\""));
    demo.write("../elsewhere/any-name.txt", "The minister spoke on Monday.\n\"We keep the bridge open,\" she said.\n");
    assert_eq!(demo.run("check", &[]).code, 0, "a text that is not held is no error");
    let expected = [("quote-not-in-source", "ledger.toml", "quote = ")];
    let text = check_with(&demo, &["--texts", "elsewhere"], &expected);
    insta::assert_snapshot!("quote_not_in_source", text);
    demo.edit("ledger.toml", "There will be no open crossing without observers.", "We keep the bridge open");
    let fine = demo.run("check", &["--texts", "elsewhere"]).answer();
    assert!(fine.contains("quotes: 1 found in their texts"), "{fine}");
}

#[test]
fn weights_that_are_all_zero() {
    let demo = Demo::new();
    let file = "estimates/example.toml";
    for line in [
        "weights.crossing = [35, 45]",
        "weights.observers-present = 10",
        "weights.water = [45, 55]\nvalues.crossing = { closed = 0, daytime = [50, 70], open = 100 }",
    ] {
        let (key, rest) = line.split_once(" = ").expect("a key");
        let rest = rest.split_once('\n').map_or_else(String::new, |(_, rest)| format!("\n{rest}"));
        demo.edit(file, line, &format!("{key} = 0{rest}"));
    }
    check(&demo, &[("weights-all-zero", file, "[eastland]")]);
}

#[test]
fn numbers_too_large() {
    check_estimate("bottom_line = 0\n", "bottom_line = 99999999999999999999\n", "bad-number", "99999999999999999999");
    check_estimate("bottom_line = 0\n", "bottom_line = 9000000000000000\n", "number-too-large", "[observers]");
    check_estimate("bottom_line = 0\n", "bottom_line = 1e400\n", "bad-number", "1e400");
}

#[test]
fn numbers_that_are_none() {
    for number in ["nan", "inf", "-inf", "1e3"] {
        check_estimate(
            "bottom_line = 0\n",
            &format!("bottom_line = {number}\n"),
            "bad-number",
            &format!("bottom_line = {number}"),
        );
    }
}

#[test]
fn a_number_with_too_many_decimals() {
    check_estimate("bottom_line = 0\n", "bottom_line = 0.1234\n", "bad-number", "0.1234");
    check_edit("step = 10,", "step = 0.0001,", "bad-number", "0.0001");
}

#[test]
fn a_file_over_64_megabytes() {
    let demo = Demo::new();
    let file = OpenOptions::new().write(true).open(demo.path("ledger.toml")).expect("a file");
    file.set_len(64 * 1024 * 1024 + 1).expect("a sparse file");
    let started = Instant::now();
    let text = demo.run("check", &[]);
    // A second is the promise; the machine of a test may be busy.
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(text.code, 2);
    assert!(
        text.out.contains("error file-too-large")
            && text.out.contains("[ledger.toml:1:1]")
            && text.out.contains("help: "),
        "{}",
        text.out
    );
    assert_eq!(demo.run("deals", &[]).code, 2);
}

#[test]
fn expressions_nested_too_deep() {
    let nested = |depth: usize| format!("then = \"{}crossing != closed{}\"", "(".repeat(depth), ")".repeat(depth));
    check_edit("then = \"crossing != closed\"", &nested(65), "expression-too-deep", "then = ");
    check_edit("then = \"crossing != closed\"", &nested(50_000), "expression-too-deep", "then = ");
    let nots = format!("then = \"{}crossing != closed\"", "not ".repeat(50_000));
    check_edit("then = \"crossing != closed\"", &nots, "expression-too-deep", "then = ");
    let demo = Demo::new();
    demo.edit("case.toml", "then = \"crossing != closed\"", &nested(60));
    assert_eq!(demo.run("check", &[]).code, 0);
}

#[test]
fn values_nested_thousands_deep() {
    for (open, close) in [("[", "]"), ("{ a = ", "}")] {
        let value = format!("\nnested = {}1{}\n", open.repeat(5000), close.repeat(5000));
        let demo = Demo::new();
        demo.append("case.toml", &value);
        check(&demo, &[("unknown-key", "case.toml", "nested = "), ("toml-syntax", "case.toml", "nested = ")]);
    }
}

#[test]
fn keys_nested_thousands_deep() {
    for wrap in [("\n", " = 1\n"), ("\n[", "]\n"), ("\n[[", "]]\n")] {
        let demo = Demo::new();
        demo.append("case.toml", &format!("{}{}{}", wrap.0, vec!["a"; 20_000].join("."), wrap.1));
        let ran = demo.run("check", &[]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.out.contains("error toml-syntax"), "{}", ran.out);
    }
}

#[test]
fn bytes_that_are_not_utf8() {
    let demo = Demo::new();
    let mut bytes = demo.read("ledger.toml").into_bytes();
    bytes.extend(b"# caf\xe9\n");
    demo.write("ledger.toml", bytes);
    // Whatever rests on the file that was not read is named too.
    let text = demo.run("check", &[]);
    assert_eq!(text.code, 2);
    let at = format!("[ledger.toml:{}:6]", demo.line("ledger.toml", "# caf"));
    assert!(
        text.out.contains("error not-utf8")
            && text.out.contains(&at)
            && text.out.contains("help: save the file as UTF-8"),
        "{}",
        text.out
    );
    assert_eq!(demo.run("deals", &[]).code, 2);
}

#[test]
fn ranges_that_make_no_grid() {
    let written = "range = { from = 30, to = 70, step = 10, unit = \"%\" }";
    let ranges = [
        "from = 70, to = 30, step = 10",
        "from = 30, to = 70, step = 0",
        "from = 30, to = 70, step = -10",
        "from = 0, to = 10000, step = 1",
        "from = 30, to = 70, step = 30",
    ];
    for range in ranges {
        // Without its amounts, the issue takes no curve: only the range is at fault.
        let demo = Demo::new();
        std::fs::remove_file(demo.path("estimates/example.toml")).expect("a file");
        demo.edit("case.toml", written, &format!("range = {{ {range} }}"));
        check(&demo, &[("bad-range", "case.toml", "range = ")]);
    }
}

#[test]
fn a_range_of_exactly_10_000_choices_is_fine() {
    let demo = Demo::new();
    std::fs::remove_file(demo.path("estimates/example.toml")).expect("a file");
    demo.edit(
        "case.toml",
        "range = { from = 30, to = 70, step = 10, unit = \"%\" }",
        "range = { from = 1, to = 10000, step = 1 }",
    );
    assert_eq!(demo.run("check", &[]).code, 0);
}

#[test]
fn a_date_that_cannot_be() {
    let demo = Demo::new();
    demo.edit("case.toml", "as_of = 2025-01-01 ", "as_of = 2025-02-30 ");
    check(&demo, &[("bad-date", "case.toml", "as_of = ")]);
    for date in ["2025-01-01T10:00:00Z", "10:00:00"] {
        check_edit("as_of = 2025-01-01 ", &format!("as_of = {date} "), "bad-date", "as_of = ");
    }
}

#[test]
fn a_newer_format() {
    let demo = Demo::new();
    demo.edit("case.toml", "format = 1", "format = 2");
    let text = check(&demo, &[("newer-format", "case.toml", "format = 2")]);
    insta::assert_snapshot!("newer_format", text);
}

#[test]
fn nobody_and_nothing() {
    let head = "format = 1\n[case]\nid = \"x\"\ntitle = \"X\"\n";
    let parties = format!("[parties]\n{EASTLAND}\n");
    let issues = "[issues.bridge]\ntitle = \"Bridge\"\nchoices = { shut = \"Shut\" }\n";
    let no_party = ("no-party", "case.toml", "format = 1");
    let no_issue = ("no-issue", "case.toml", "format = 1");
    check(&Demo::of(&[("case.toml", &format!("{head}{issues}"))]), &[no_party]);
    check(&Demo::of(&[("case.toml", &format!("{head}{parties}"))]), &[no_issue]);
    check(&Demo::of(&[("case.toml", head)]), &[no_party, no_issue]);
    check(
        &Demo::of(&[("case.toml", &format!("{head}{parties}[issues.bridge]\ntitle = \"Bridge\"\nchoices = {{}}\n"))]),
        &[("no-choice", "case.toml", "choices = ")],
    );
}

#[test]
fn an_empty_file() {
    let demo = Demo::of(&[("case.toml", "")]);
    let text = demo.run("check", &[]);
    assert_eq!(text.code, 2);
    for code in ["missing-key", "no-party", "no-issue"] {
        assert!(text.out.contains(&format!("error {code}\n")), "{}", text.out);
    }
}

#[test]
fn steps_that_wait_for_each_other() {
    check_edit(
        "agenda = [\"water\"]",
        "agenda = [\"water\"]\nrequires = [\"ministers-meet\"]",
        "process-cycle",
        "id = \"experts-meet\"",
    );
    check_edit(
        "agenda = [\"water\"]",
        "agenda = [\"water\"]\nrequires = [\"experts-meet\"]",
        "process-cycle",
        "id = \"experts-meet\"",
    );
}

#[test]
fn a_range_of_points_upside_down() {
    check_estimate("weights.crossing = [35, 45]", "weights.crossing = [45, 35]", "range-upside-down", "[45, 35]");
    check_estimate(
        "weights.crossing = [35, 45]",
        "weights.crossing = [35, 50, 45]",
        "range-upside-down",
        "[35, 50, 45]",
    );
}

#[test]
fn everything_wrong_is_said_in_one_run() {
    let demo = Demo::new();
    demo.edit("case.toml", "as_of = 2025-01-01 ", "as_of = 2025-02-30 ");
    demo.edit("case.toml", "firmness = \"strong\"", "firmness = \"stong\"");
    demo.edit("case.toml", "requires = [\"experts-meet\"]", "requires = [\"expert-meet\"]");
    demo.edit("ledger.toml", "person = \"minister\"", "person = \"ministre\"");
    demo.edit("ledger.toml", "confidence = \"high\"", "confidnce = \"high\"");
    demo.edit("estimates/example.toml", "weights.crossing = [35, 45]", "weights.crossing = [45, 35]");
    demo.edit("estimates/example.toml", "bottom_line = 0\n", "bottom_line = 0.0001\n");
    let expected = [
        ("bad-date", "case.toml", "2025-02-30"),
        ("unknown-word", "case.toml", "\"stong\""),
        ("dangling-id", "case.toml", "\"expert-meet\""),
        ("dangling-id", "ledger.toml", "ministre"),
        ("unknown-key", "ledger.toml", "confidnce"),
        ("range-upside-down", "estimates/example.toml", "[45, 35]"),
        ("bad-number", "estimates/example.toml", "0.0001"),
    ];
    let text = check(&demo, &expected);
    insta::assert_snapshot!("everything_in_one_run", text);
}

#[test]
fn json_says_where() {
    let demo = Demo::new();
    demo.edit("case.toml", "title = \"Border crossing\"", "title = \"Über die Grenze\"\ntitel = \"y\"");
    demo.edit("case.toml", "never = \"crossing = open and", "never = \"crossing = opn and");
    let json = demo.run("check", &["--json"]);
    assert_eq!(json.code, 2);
    let json = json.json();
    assert_eq!((&json["schema"], &json["errors"]), (&"detente.check/1".into(), &2.into()));
    let places: Vec<_> =
        json["diagnostics"].as_array().expect("a list").iter().map(|found| &found["labels"][0]).collect();
    let text = demo.read("case.toml");
    for (place, needle, column) in [(places[0], "titel", 1), (places[1], "opn", 21)] {
        let start = text.find(needle).expect("it");
        assert_eq!(place["file"], "case.toml");
        assert_eq!(
            (&place["line"], &place["column"]),
            (&demo.line("case.toml", needle).into(), &column.into()),
            "{place}"
        );
        assert_eq!((&place["start"], &place["end"]), (&start.into(), &(start + needle.len()).into()), "{place}");
    }
}

#[test]
fn warnings_do_not_change_the_exit_code() {
    let demo = Demo::new();
    demo.edit("case.toml", "evidence = [\"st-01\"]", "evidence = []");
    let ran = demo.run("check", &[]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("warning no-evidence") && ran.out.contains("0 errors, 1 warning\n"), "{}", ran.out);
    assert_eq!(demo.run("deals", &[]).code, 0);
}
