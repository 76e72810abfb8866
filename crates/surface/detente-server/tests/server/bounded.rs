//! Answers at once, and what there is where memory is short.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::Served;

#[tokio::test]
async fn an_answer_at_once_has_the_same_verdicts_and_says_what_is_not_proved() {
    let served = Served::starter();
    let picture = |steps: Value| json!({ "estimates": ["example"], "pair": ["eastland", "westland"], "frontier": true, "steps": steps });
    let whole = served.post("/api/picture", &picture(Value::Null)).await.json;
    let fast = served.post("/api/picture", &picture(json!(0))).await.json;
    let (whole, fast) = (&whole["answers"][0], &fast["answers"][0]);
    assert_eq!(whole["verdict"], fast["verdict"]);
    assert!(!whole["points"].as_array().expect("points").is_empty());
    for level in ["low", "centre", "high"] {
        assert_eq!(whole["zone"][level]["feasible"], fast["zone"][level]["feasible"], "{level}");
        assert_eq!(fast["zone"][level]["count_status"], "bounded", "{level}: nothing is counted");
    }
    let mut open = 0;
    for (name, principle) in fast["principles"].as_object().expect("principles") {
        if principle["proved"] == true {
            assert_eq!(principle["answers"], whole["principles"][name]["answers"], "{name}");
            assert!(principle.get("reached").is_none(), "{name}");
        } else if let (Some(reached), Some(bound)) = (principle["reached"].as_f64(), principle["bound"].as_f64()) {
            assert!(reached <= bound, "{name}: {reached} {bound}");
            open += 1;
        }
    }
    assert!(0 < open, "something is left open without steps: {fast}");
    assert!(whole["principles"].as_object().expect("principles").values().all(|of| of["proved"] == true));
}

#[tokio::test]
async fn where_memory_is_short_it_is_said_and_nothing_is_half_answered() {
    let served = Served::starter_within(1);
    let told = served.post("/api/draft", &json!({ "estimates": ["example"] })).await;
    assert_eq!((told.status, &told.json["code"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("out-of-memory")));
    assert!(told.json["hint"].as_str().expect("a way out").contains("--memory"));
    assert!(told.json.get("stated").is_none());
}
