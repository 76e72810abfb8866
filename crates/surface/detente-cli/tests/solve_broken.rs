//! Models that `detente solve` refuses: exit code 2, nothing on standard output, every mistake with its place and a way out.

use crate::common::{Demo, Ran};

fn run(model: impl AsRef<[u8]>) -> Ran {
    let demo = Demo::of(&[]);
    demo.write("model.json", model);
    demo.detente(&["solve", "case/model.json", "--json"])
}

/// The codes said, each with line and column.
fn refused(model: impl AsRef<[u8]>) -> String {
    let ran = run(model);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(ran.err.contains("  help: "), "{}", ran.err);
    ran.err
}

#[test]
fn what_a_person_reads() {
    let text = "{\"parties\": 2, \"sizes\": [2, 2],\n \"values\": [[[0, 3], [0, 2.5]], [[3, 0], [2, 0, 1]]],\n \"reservation\": [1, 1], \"forbiden\": [], \"forbidden\": [[2, 0, 0]]}";
    insta::assert_snapshot!("solve_mistakes", refused(text));
}

#[test]
fn a_long_line_is_clipped() {
    let zeros = vec!["0"; 5_000].join(", ");
    let text = format!("{{\"parties\": 1, \"sizes\": [5001], \"values\": [[[{zeros}, x]]], \"reservation\": [0]}}");
    let said = refused(text);
    assert!(said.contains("json-syntax") && said.contains("model.json:1:15046"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() < 160), "{said}");
}

#[test]
fn a_slip_repeated_is_not_repeated_for_ever() {
    let halves = vec!["0.5"; 500].join(", ");
    let text = format!("{{\"parties\": 1, \"sizes\": [500], \"values\": [[[{halves}]]], \"reservation\": [0]}}");
    let said = refused(text);
    assert!(said.contains("… and 460 more like these") && said.matches("model-not-whole").count() == 40, "{said}");
}

#[test]
fn files_that_cannot_be_a_model() {
    for (bytes, code) in [
        (&b""[..], "json-syntax"),
        (b"   \n", "json-syntax"),
        (b"null", "model-wrong-kind"),
        (b"\xff\xfe{}", "not-utf8"),
        (b"{\"parties\": 2", "json-syntax"),
        (b"{\"parties\": NaN}", "json-syntax"),
        (b"format = 1\n", "json-syntax"),
    ] {
        let said = refused(bytes);
        assert!(said.contains(code), "{code}: {said}");
    }
}

#[test]
fn no_file_and_a_folder() {
    let demo = Demo::new();
    for (path, message) in [("case/none.json", "there is no file at"), ("case", "is a folder, not the file of a model")]
    {
        let ran = demo.detente(&["solve", path]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{}", ran.err);
    }
}

#[test]
fn an_unread_key_is_said_and_does_not_stop() {
    let ran = run("{\"about\": \"x\", \"parties\": 1, \"sizes\": [2], \"values\": [[[0, 1]]], \"reservation\": [0]}");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("warning model-unread-key"), "{}", ran.err);
    assert_eq!(ran.json()["zone"]["count"], "2");
}

#[test]
fn small_and_odd_models_have_answers() {
    for (what, model, feasible) in [
        ("one party, one package", r#"{"parties":1,"sizes":[1],"values":[[[0]]],"reservation":[0]}"#, true),
        (
            "nobody has a stake",
            r#"{"parties":2,"sizes":[2,2],"values":[[[0,0],[0,0]],[[0,0],[0,0]]],"reservation":[0,0]}"#,
            true,
        ),
        (
            "all utilities are equal",
            r#"{"parties":2,"sizes":[2],"values":[[[5,5]],[[5,5]]],"reservation":[1,5]}"#,
            true,
        ),
        ("a bottom line out of reach", r#"{"parties":1,"sizes":[2],"values":[[[0,1]]],"reservation":[2]}"#, false),
        (
            "rules that contradict",
            r#"{"parties":1,"sizes":[1],"values":[[[0]]],"reservation":[0],"rules":[{"if_issue":0,"if_option":0,"then_issue":0,"then_options":[]}]}"#,
            false,
        ),
        (
            "nobody is a principal",
            r#"{"parties":1,"sizes":[2],"values":[[[0,1]]],"reservation":[1],"consent":[{"issue":0,"options":[0]}]}"#,
            true,
        ),
        (
            "the ends of 64 bits",
            r#"{"parties":1,"sizes":[2],"values":[[[-4611686018427387904,4611686018427387903]]],"reservation":[0]}"#,
            true,
        ),
    ] {
        let ran = run(model);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{what}");
        let document = ran.json();
        assert_eq!(document["zone"]["feasible"], feasible, "{what}");
        assert_eq!(document["principles"].as_object().map(serde_json::Map::len), Some(5), "{what}");
    }
}

#[test]
fn contradicting_rules_cannot_be_opened() {
    let model = r#"{"parties":1,"sizes":[1],"values":[[[0]]],"reservation":[0],"rules":[{"if_issue":0,"if_option":0,"then_issue":0,"then_options":[]}]}"#;
    let document = run(model).json();
    assert_eq!(document["least_movement"]["status"], "cannot-open");
    assert_eq!(document["relaxations"]["sets"], serde_json::json!([]));
}
