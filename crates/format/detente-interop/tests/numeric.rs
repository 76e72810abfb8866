//! Numeric models: what may be left out, and every mistake in one run, each at its place.

use detente_base::FileId;
use detente_interop::{AskedWhen, Bounds, Forbidden, NumericModel, read_numeric};

const BOUNDS: Bounds = Bounds { parties: 4, issues: 3, cells: 8 };

/// The mistakes of a text: code and the text at the place.
fn mistakes(text: &str) -> Vec<(&'static str, String)> {
    let reading = read_numeric(text, FileId(0), BOUNDS);
    assert_eq!(reading.model.is_none(), reading.diagnostics.iter().any(detente_base::Diagnostic::is_error));
    let place = |found: &detente_base::Diagnostic| {
        let span = found.labels[0].span;
        (found.code.name, text[span.start..span.end].to_owned())
    };
    reading.diagnostics.iter().map(place).collect()
}

fn model(text: &str) -> NumericModel {
    let reading = read_numeric(text, FileId(0), BOUNDS);
    reading.model.unwrap_or_else(|| panic!("{:?}", reading.diagnostics))
}

/// A model of two parties over issues of two and three choices, with more keys.
fn with(more: &str) -> String {
    format!(
        "{{\"parties\": 2, \"sizes\": [2, 3], \"values\": [[[0, 1], [0, 1, 2]], [[1, 0], [2, 1, 0]]], \"reservation\": [1, 1]{more}}}"
    )
}

fn check(more: &str, expected: &[(&'static str, &str)]) {
    let found = mistakes(&with(more));
    let found: Vec<(&str, &str)> = found.iter().map(|(code, text)| (*code, text.as_str())).collect();
    assert_eq!(found, expected, "{more}");
}

#[test]
fn the_least_and_the_most_that_may_be_written() {
    let least = model(&with(""));
    assert_eq!((least.name.clone(), least.tables.len(), least.consent.clone()), (None, 0, vec![None, None]));
    let most = model(&with(
        ", \"name\": \"gen\\u00e9\", \"seed\": 1, \"scale\": 100, \"tables\": [{\"issues\": [1, 0], \"values\": [[0, 1, 2, 3, 4, 5], [0, 0, 0, 0, 0, -9]]}], \"forbidden\": [[1, 1, 2]], \"rules\": [{\"if_issue\": 0, \"if_option\": 1, \"then_issue\": 1, \"then_options\": [0, 2]}], \"consent\": [null, {\"issue\": 0, \"options\": [1]}]",
    ));
    assert_eq!(most.name.as_deref(), Some("gené"));
    assert_eq!(most.forbidden, [Forbidden { party: 1, issue: 1, option: 2 }]);
    assert_eq!(most.consent, [None, Some(AskedWhen { issue: 0, options: vec![1] })]);
    assert_eq!(most.tables[0].values[1][5], -9);
    assert_eq!(model(&with(", \"tables\": null, \"consent\": null, \"rules\": []")), least);
}

#[test]
fn keys() {
    check(", \"tabels\": []", &[("model-misspelt-key", "\"tabels\"")]);
    check(", \"remark\": {\"a\": []}", &[("model-unread-key", "\"remark\"")]);
    check(", \"parties\": 3", &[("model-key-twice", "\"parties\"")]);
    assert_eq!(
        mistakes("{\"sizes\": [2]}").iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["model-missing-key"; 3]
    );
    assert_eq!(mistakes("[]"), [("model-wrong-kind", "[]".to_owned())]);
    check(
        ", \"rules\": [{\"if_issue\": 0}]",
        &[("model-missing-key", "{"), ("model-missing-key", "{"), ("model-missing-key", "{")],
    );
}

#[test]
fn indices_that_name_nothing() {
    check(
        ", \"forbidden\": [[2, 2, 0], [0, 1, 3], [0, -1, 0]]",
        &[
            ("model-unknown-index", "2"),
            ("model-unknown-index", "2"),
            ("model-unknown-index", "3"),
            ("model-unknown-index", "-1"),
        ],
    );
    check(", \"forbidden\": [[0, 0]]", &[("model-wrong-length", "[0, 0]")]);
    check(", \"consent\": [null]", &[("model-wrong-length", "[null]")]);
    check(", \"consent\": [null, {\"issue\": 0, \"options\": [5]}]", &[("model-unknown-index", "5")]);
    check(
        ", \"rules\": [{\"if_issue\": 0, \"if_option\": 7, \"then_issue\": 9, \"then_options\": [0, \"1\"]}]",
        &[("model-unknown-index", "7"), ("model-unknown-index", "9"), ("model-wrong-kind", "\"1\"")],
    );
}

#[test]
fn tables() {
    check(", \"tables\": [{\"issues\": [0, 0], \"values\": [[], []]}]", &[("model-issue-twice", "0")]);
    check(
        ", \"tables\": [{\"issues\": [0, 1], \"values\": [[0, 0, 0, 0, 0, 0], [1]]}]",
        &[("model-wrong-length", "[1]")],
    );
    check(", \"tables\": [{\"issues\": [0], \"values\": [[0, 0]]}]", &[("model-wrong-length", "[[0, 0]]")]);
    let large = "{\"parties\": 1, \"sizes\": [3, 3], \"values\": [[[0, 0, 0], [0, 0, 0]]], \"reservation\": [0], \"tables\": [{\"issues\": [0, 1], \"values\": [[]]}]}";
    assert_eq!(mistakes(large)[0].0, "model-too-large");
}

#[test]
fn numbers() {
    let of = |number: &str| {
        format!("{{\"parties\": 1, \"sizes\": [2], \"values\": [[[0, {number}]]], \"reservation\": [1]}}")
    };
    for (number, code) in [
        ("1.0", "model-not-whole"),
        ("1e3", "model-not-whole"),
        ("9223372036854775808", "model-number-too-large"),
        ("-99999999999999999999", "model-number-too-large"),
        ("\"1\"", "model-wrong-kind"),
        ("null", "model-wrong-kind"),
        ("true", "model-wrong-kind"),
    ] {
        assert_eq!(mistakes(&of(number)), [(code, number.to_owned())], "{number}");
    }
    assert_eq!(
        mistakes(&of("9223372036854775807"))[0].0,
        "model-number-too-large",
        "with the reservation it overflows"
    );
    assert!(mistakes(&of("9223372036854775806")).is_empty());
    assert_eq!(mistakes(&of("-9223372036854775808"))[0].0, "model-number-too-large");
}

#[test]
fn nothing_to_negotiate() {
    let empty = |text: &str| mistakes(text).iter().any(|(code, _)| *code == "model-empty");
    assert!(empty("{\"parties\": 0, \"sizes\": [2], \"values\": [], \"reservation\": []}"));
    assert!(empty("{\"parties\": 1, \"sizes\": [], \"values\": [[]], \"reservation\": [0]}"));
    assert!(empty("{\"parties\": 1, \"sizes\": [0], \"values\": [[[]]], \"reservation\": [0]}"));
    assert!(empty("{\"parties\": -1, \"sizes\": [1], \"values\": [[[0]]], \"reservation\": [0]}"));
}

#[test]
fn more_than_can_be_searched() {
    let text = "{\"parties\": 5, \"sizes\": [1, 1, 1, 1], \"values\": [], \"reservation\": []}";
    let codes: Vec<&str> = mistakes(text).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes[..2], ["model-too-large", "model-too-large"]);
}

#[test]
fn a_slip_in_one_list_is_said_beside_all_others() {
    let text = "{\"parties\": 2, \"sizes\": [2, 3], \"values\": [[[0, 1], [0, 1]], [[1, 0.5], [2, 1, 0]]], \"reservation\": [1], \"forbidden\": [[0, 0, 2]]}";
    let codes: Vec<&str> = mistakes(text).iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["model-wrong-length", "model-not-whole", "model-wrong-length", "model-unknown-index"]);
}
