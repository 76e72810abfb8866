//! Issues that a page leaves open within brackets.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::{Served, asked_why};

/// Kinds that take a draft.
const KINDS: &[&str] = &[
    "best-for",
    "deals",
    "draft",
    "examples",
    "gives",
    "overview",
    "picture",
    "prices",
    "relax",
    "remaining",
    "robust",
    "why",
];

#[tokio::test]
async fn every_question_keeps_to_the_brackets_and_says_so() {
    let served = Served::starter();
    let mut said = 0;
    for kind in KINDS {
        let asked = |open: Value| json!({ "estimates": ["example"], "party": "eastland", "draws": 50, "open": open });
        let told = served.post(&format!("/api/{kind}"), &asked(json!({ "water": ["60", "40"] }))).await;
        assert_eq!(told.status, StatusCode::OK, "{kind}: {}", told.text);
        assert_ne!(told.text, served.post(&format!("/api/{kind}"), &asked(json!({}))).await.text, "{kind}");
        if told.json["case"]["draft"].is_object() {
            assert_eq!(told.json["case"]["open"], json!({ "water": ["40", "60"] }), "{kind}");
            said += 1;
        }
    }
    assert!(6 < said, "{said} documents say what was asked");
    let examples =
        served.post("/api/examples", &json!({ "open": { "water": ["40", "60"] }, "examples": 9 })).await.json;
    let found = examples["stated"].as_array().expect("examples");
    assert!(1 < found.len(), "{examples}");
    assert!(found.iter().all(|one| ["40", "60"].contains(&one["package"]["water"].as_str().expect("a choice"))));
}

#[tokio::test]
async fn a_bracket_is_a_fact_of_the_draft() {
    let served = Served::starter();
    let asked = json!({ "draft": { "observers-present": "none" }, "open": { "crossing": ["open"] } });
    let why = served.post("/api/why", &asked).await.json;
    assert_eq!(
        why["stated"]["conflicts"][0]["members"],
        json!(["brackets:crossing", "fixed:observers-present", "westland-on-opening"])
    );
    let member = &why["stated"]["members"]["brackets:crossing"];
    assert_eq!((&member["kind"], &member["text"]), (&json!("choices in brackets"), &json!("crossing in {open}")));
    assert_eq!(member["opens_alone"], true);
    let draft = served.post("/api/draft", &asked_why(&asked)).await.json;
    assert_eq!(draft["stated"]["open"], false);
    assert_eq!(draft["stated"]["objections"][0]["status"], "objects");
    assert_eq!(
        draft["stated"]["choices"]["observers-present"]["none"]["excluded_by"],
        json!(["brackets:crossing", "westland-on-opening"])
    );
    assert_eq!(draft["stated"]["choices"]["crossing"]["daytime"]["state"], "possible", "its own brackets aside");
    let dropped = json!({ "draft": asked["draft"], "open": asked["open"], "drop": ["brackets:crossing"] });
    assert_eq!(served.post("/api/relax", &dropped).await.json["stated"]["open"], true);
}

#[tokio::test]
async fn brackets_that_do_not_fit_are_refused_with_a_way_out() {
    let served = Served::starter();
    for (asked, message) in [
        (json!({ "open": { "bridge": ["open"] } }), "there is no issue \"bridge\""),
        (json!({ "open": { "crossing": ["ajar"] } }), "there is no choice \"ajar\" of crossing"),
        (json!({ "open": { "crossing": [] } }), "the brackets on crossing hold no choice"),
        (
            json!({ "draft": { "crossing": "open" }, "open": { "crossing": ["open", "closed"] } }),
            "crossing is settled and in brackets",
        ),
    ] {
        let told = served.post("/api/draft", &asked).await;
        assert_eq!((told.status, told.json["message"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some(message)));
        assert!(told.json["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{}", told.text);
    }
}
