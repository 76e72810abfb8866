//! What is answered.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::{Served, asked_why};

#[tokio::test]
async fn every_question_is_answered_by_a_document_that_names_its_schema() {
    let served = Served::starter();
    let package = json!({ "crossing": "daytime", "observers-present": "joint", "water": "50" });
    let other = json!({ "crossing": "open", "observers-present": "joint", "water": "50" });
    let kinds = [
        "best-for",
        "compare",
        "deals",
        "draft",
        "examples",
        "gives",
        "improve",
        "ledger",
        "offers",
        "overview",
        "picture",
        "prices",
        "process",
        "relax",
        "remaining",
        "robust",
        "show",
        "why",
    ];
    for kind in kinds {
        let asked = json!({
            "estimates": ["example"], "package": package, "packages": [package, other], "party": "eastland", "draws": 50,
            "examples": 2,
        });
        let told = served.post(&format!("/api/{kind}"), &asked).await;
        assert_eq!(told.status, StatusCode::OK, "{kind}: {}", told.text);
        let schema = told.json["schema"].as_str().expect("a schema");
        assert!(schema.starts_with("detente.") && schema.ends_with("/1"), "{kind}: {schema}");
        assert_eq!(served.post(&format!("/api/{kind}"), &asked).await.text, told.text, "{kind} twice");
    }
    for kind in ["map", "fund"] {
        let told = served.post(&format!("/api/{kind}"), &json!({})).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}: the case has none");
    }
}

/// A document with one of its fields null wherever it stands.
fn without(document: &Value, field: &str) -> Value {
    match document {
        Value::Object(fields) => {
            let of = |(name, value): (&String, &Value)| {
                (name.clone(), if name == field { Value::Null } else { without(value, field) })
            };
            Value::Object(fields.iter().map(of).collect())
        }
        Value::Array(items) => items.iter().map(|item| without(item, field)).collect(),
        plain => plain.clone(),
    }
}

/// Without counting, the state of every choice is the one that counts tell.
#[tokio::test]
async fn the_live_states_are_those_of_counting() {
    let served = Served::starter();
    let drafts = [
        json!({}),
        json!({ "crossing": "open" }),
        json!({ "crossing": "closed", "water": "70" }),
        json!({ "observers-present": "joint", "water": "30" }),
        json!({ "crossing": "daytime", "observers-present": "joint", "water": "50" }),
    ];
    let states = |of: &Value| -> Value {
        let issues = of.as_object().expect("issues").iter().map(|(issue, choices)| {
            let choices = choices.as_object().expect("choices").iter();
            let of = choices.map(|(id, of)| (id.clone(), json!([of["state"], of["excluded_by"]])));
            (issue.clone(), Value::Object(of.collect()))
        });
        Value::Object(issues.collect())
    };
    let mut seen = std::collections::BTreeSet::new();
    for draft in drafts {
        let asked = json!({ "draft": draft, "estimates": ["example"] });
        let (live, counted) = (
            served.post("/api/draft", &asked_why(&asked)).await.json,
            served.post("/api/remaining", &asked).await.json,
        );
        assert_eq!(states(&live["stated"]["choices"]), states(&counted["stated"]), "{draft}");
        assert_eq!(states(&live["answers"][0]["choices"]), states(&counted["answers"][0]["choices"]), "{draft}");
        seen.extend(live["answers"][0]["choices"].to_string().split('"').map(str::to_owned));
        // Asked without, the same states come sooner, without what excludes them.
        let alone = without(&live, "excluded_by");
        assert_eq!(served.post("/api/draft", &asked).await.json, alone, "{draft}");
    }
    for state in ["possible", "only-with-others", "excluded"] {
        assert!(seen.contains(state), "no choice was {state}");
    }
}

#[tokio::test]
async fn a_draft_says_who_objects_and_where_it_leaves_each_party() {
    let served = Served::starter();
    let draft = json!({ "crossing": "open", "observers-present": "none", "water": "70" });
    let told =
        served.post("/api/draft", &json!({ "draft": draft, "estimates": ["example"], "reach": true })).await.json;
    let objection = &told["stated"]["objections"][0];
    assert_eq!(objection["limit"], "westland-on-opening");
    assert_eq!(
        (&objection["status"], &objection["binds"], &objection["asked"]),
        (&json!("objects"), &json!(true), &json!(true))
    );
    assert_eq!(told["stated"]["open"], false);
    assert_eq!(told["answers"][0]["parties"]["eastland"]["points"], json!(100));
    assert_eq!(told["answers"][0]["parties"]["westland"]["standing"], "exceeded");
    let freed = json!({ "draft": draft, "limits": { "westland-on-opening": false } });
    assert_eq!(served.post("/api/draft", &freed).await.json["stated"]["open"], true);
    let dropped = json!({ "draft": draft, "drop": ["westland-on-opening"] });
    let told = served.post("/api/relax", &dropped).await.json;
    assert_eq!((&told["stated"]["open"], &told["dropped"]), (&json!(true), &json!(["westland-on-opening"])));
}

#[tokio::test]
async fn what_if_changes_the_answer_and_not_the_case() {
    let served = Served::starter();
    let before = served.file("estimates/example.toml");
    let asked = |high: u32| {
        json!({ "estimates": ["example"], "what_if": [
            { "set": "example", "party": "eastland", "of": "bottom_line", "low": high, "high": high },
        ] })
    };
    let open = |told: &Value| told["answers"][0]["open"].clone();
    assert_eq!(open(&served.post("/api/draft", &asked(0)).await.json), json!(true));
    assert_eq!(open(&served.post("/api/draft", &asked(101)).await.json), json!(false));
    assert_eq!(served.file("estimates/example.toml"), before);
}

#[tokio::test]
async fn what_does_not_fit_is_said_with_a_way_out() {
    let served = Served::starter();
    let cases = [
        json!({ "draft": { "bridge": "open" } }),
        json!({ "draft": { "crossing": "ajar" } }),
        json!({ "estimates": ["another"] }),
        json!({ "limits": { "none-such": true } }),
        json!({ "consent": { "eastland": "crossing ==" } }),
        json!({ "over": ["northland"] }),
        json!({ "unheard-of": 1 }),
        json!([1]),
        json!({ "estimates": ["example"], "what_if": [
            { "set": "example", "party": "eastland", "of": "bottom_line", "low": 5, "high": 1 } ] }),
    ];
    for asked in cases {
        let told = served.post("/api/draft", &asked).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{asked}");
        assert!(told.json["message"].is_string() && told.json["hint"].is_string(), "{asked}: {}", told.text);
    }
    assert_eq!(served.post("/api/nothing-of-the-kind", &json!({})).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_older_call_of_a_series_is_refused() {
    let served = Served::starter();
    let asked = |number: u32| json!({ "stream": { "key": "drag", "number": number } });
    assert_eq!(served.post("/api/draft", &asked(7)).await.status, StatusCode::OK);
    let late = served.post("/api/draft", &asked(6)).await;
    assert_eq!((late.status, &late.json["code"]), (StatusCode::CONFLICT, &json!("superseded")));
    assert_eq!(served.post("/api/draft", &asked(8)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_case_comes_with_everything_to_draw_it() {
    let served = Served::starter();
    let case = served.get("/api/case").await.json;
    assert_eq!(case["parties"]["eastland"]["name"], "Eastland");
    assert_eq!(
        case["issues"]["crossing"]["choices"][1],
        json!({ "id": "daytime", "title": "Open in daytime", "amount": null })
    );
    assert_eq!(case["issues"]["water"]["unit"], "%");
    assert_eq!(case["limits"]["westland-on-opening"]["place"]["file"], "case.toml");
    let bottom_line = &case["estimates"]["example"]["parties"]["eastland"]["bottom_line"];
    assert_eq!((&bottom_line["low"], &bottom_line["high"]), (&json!(30), &json!(40)));
}
