//! `detente read` where nobody is asked: it lists, marks what is coded, says why there is no text, and writes nothing.

use std::path::Path;

use crate::common::Demo;
use serde_json::Value;

fn reading() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../conformance/reading")
}

/// The case on the river beside its first report.
fn river() -> Demo {
    let text = |file: &str| std::fs::read_to_string(reading().join("river").join(file)).expect("a committed file");
    let demo = Demo::of(&[("case.toml", &text("case.toml"))]);
    std::fs::write(demo.outside().join("wire.txt"), text("wire.txt")).expect("a report");
    demo
}

#[test]
fn without_a_terminal_it_lists_and_writes_nothing() {
    let demo = river();
    let before = demo.bytes();
    let out = demo.run("read", &["wire.txt"]).answer();
    assert!(out.starts_with("wire.txt read against “Talks on the Sorrel river”: "), "{out}");
    assert!(
        out.contains("Vik did not rule out a release of water") && out.contains("read as: denied: Eastland rules"),
        "{out}"
    );
    assert!(out.ends_with("Nothing was written.\n"), "{out}");
    assert_eq!(demo.bytes(), before);
}

#[test]
fn the_document_for_programs_keeps_its_contract() {
    let demo = river();
    let before = demo.bytes();
    let ran = demo.run("read", &["wire.txt", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let out = ran.out.clone();
    let json = ran.json();
    assert_eq!(json["schema"], "detente.read/1");
    assert_eq!(keys(&json), ["proposals", "schema"]);
    let text: Vec<char> = std::fs::read_to_string(demo.outside().join("wire.txt")).expect("a report").chars().collect();
    let proposals = json["proposals"].as_array().expect("a list");
    assert!(10 < proposals.len());
    for proposal in proposals {
        let wanted = [
            "chain",
            "condition",
            "confidence",
            "date",
            "end",
            "exact",
            "issue",
            "negated",
            "party",
            "speaker",
            "stance",
            "start",
            "via",
            "why",
        ];
        assert_eq!(keys(proposal), wanted);
        let place = |key: &str| usize::try_from(proposal[key].as_u64().expect("a place")).expect("a place");
        let exact: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(proposal["exact"], exact.as_str());
        let confidence = proposal["confidence"].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&confidence));
    }
    let denied = proposals.iter().find(|proposal| proposal["negated"] == true).expect("one is denied");
    assert_eq!(
        (&denied["stance"], &denied["party"], &denied["issue"]),
        (&"rule_out".into(), &"eastland".into(), &"water".into())
    );
    let through = proposals.iter().find(|proposal| proposal["stance"] == "condition").expect("one is a condition");
    assert_eq!(
        (&through["chain"], &through["speaker"]),
        (&serde_json::json!(["Harbour Gazette"]), &"Tomas Dorne".into())
    );
    let offer = proposals.iter().find(|proposal| !proposal["condition"].is_null()).expect("one has a condition");
    assert_eq!(offer["condition"], "if Westland frees its prisoners");
    assert_eq!(demo.bytes(), before);
    assert_eq!(demo.run("read", &["wire.txt", "--json"]).out, out, "the same bytes each time");
}

fn keys(value: &Value) -> Vec<String> {
    value.as_object().expect("an object").keys().cloned().collect()
}

#[test]
fn what_is_coded_already_is_marked() {
    let demo = river();
    demo.write(
        "ledger.toml",
        "[[sources]]\nid = \"src-01\"\nkind = \"newspaper-report\"\n\n[[statements]]\nid = \"st-05\"\nsource = \"src-01\"\n\
         speaker = { person = \"dorne\" }\nvia = \"reported\"\nquote = { exact = \"has demanded that water be released all year\" }\n",
    );
    let out = demo.run("read", &["wire.txt"]).answer();
    assert_eq!(out.matches("quoted already in st-05").count(), 1, "{out}");
    let json = demo.run("read", &["wire.txt", "--json"]).json();
    let marked = json["proposals"].as_array().expect("a list").iter();
    let marked =
        marked.filter(|proposal| proposal["why"].as_str().expect("a text").ends_with("; quoted already in st-05"));
    assert_eq!(marked.count(), 1);
}

#[test]
fn a_page_is_read_as_what_it_says() {
    let demo = river();
    std::fs::write(
        demo.outside().join("page"),
        "<!doctype html><nav>Westland rejects the bridge</nav><p>Eastland rejects the bridge.",
    )
    .expect("a page");
    let json = demo.run("read", &["page", "--json"]).json();
    let proposals = json["proposals"].as_array().expect("a list");
    assert_eq!((proposals.len(), &proposals[0]["party"]), (1, &"eastland".into()));
}

#[test]
fn a_document_cannot_speak_to_the_terminal() {
    let demo = river();
    std::fs::write(demo.outside().join("sly"), "Eastland rejects the \u{1b}[31m bridge \u{202E} tonight\u{7}.")
        .expect("a document");
    let out = demo.run("read", &["sly"]).answer();
    assert!(out.contains("Eastland rejects") && !out.contains(['\u{1b}', '\u{202E}', '\u{7}']), "{out:?}");
}

#[test]
fn a_document_without_text_is_refused_with_the_way_out() {
    let demo = river();
    let check = |bytes: &[u8], code: &str, hint: &str| {
        std::fs::write(demo.outside().join("document"), bytes).expect("a document");
        let ran = demo.run("read", &["document", "--json"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{code}");
        assert!(ran.err.contains(code) && ran.err.contains(hint), "{}", ran.err);
    };
    check(b"caf\xE9", "document-not-text", "UTF-8");
    check(b" \n", "document-empty", "plain text");
    check(b"%PDF-1.7\nnothing", "pdf-unreadable", "plain text");
    let ran = demo.run("read", &["nowhere.txt"]);
    assert!(ran.code == 2 && ran.err.contains("there is no file at nowhere.txt"), "{}", ran.err);
    assert_eq!(demo.run("read", &["."]).code, 2);
}

#[test]
fn a_case_with_errors_is_refused_with_all_of_them() {
    let demo = river();
    demo.append("case.toml", "\n[issues.more]\ntitle = 3\n");
    let ran = demo.run("read", &["wire.txt", "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("wrong-type"), "{}", ran.err);
}
