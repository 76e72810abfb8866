//! A case with errors opens, says what is wrong, and can be mended.

use std::fs;

use axum::http::StatusCode;
use serde_json::json;

use super::bench::Served;

#[tokio::test]
async fn a_broken_case_opens_with_its_diagnostics_and_is_mended() {
    let served = Served::starter();
    let whole = served.file("case.toml");
    fs::write(
        served.root().join("case.toml"),
        whole.replace("party = \"westland\"\nnever", "party = \"northland\"\nnever"),
    )
    .expect("writable");
    let session = served.get("/api/session").await.json;
    assert_eq!((&session["case_open"], &session["sound"]), (&json!(true), &json!(false)));
    let check = served.get("/api/check").await.json;
    let found = check["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|found| found["severity"] == "error")
        .expect("an error");
    let place = &found["labels"][0];
    assert_eq!(place["file"], "case.toml");
    assert!(place["line"].as_u64() > Some(1) && found["hint"].is_string(), "{found}");

    let refused = served.post("/api/draft", &json!({})).await;
    assert_eq!((refused.status, &refused.json["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("unsound-case")));
    assert_eq!(refused.json["check"]["errors"], check["errors"]);

    let would = served.post("/api/check-text", &json!({ "path": "case.toml", "text": whole })).await.json;
    assert_eq!(would["errors"], 0);
    let seen = served.get("/api/files/case.toml").await.json;
    let told = served
        .write("PUT", "/api/files/case.toml", seen["hash"].as_str().expect("a hash"), &json!({ "text": whole }))
        .await;
    assert_eq!((told.status, &told.json["session"]["sound"]), (StatusCode::OK, &json!(true)));
    assert_eq!(served.post("/api/draft", &json!({})).await.status, StatusCode::OK);
}

/// Half-written text is saved too: it is the author's, and undo brings the rest back.
#[tokio::test]
async fn text_is_saved_whatever_is_wrong_with_it() {
    let served = Served::starter();
    let whole = served.file("case.toml");
    let seen = served.get("/api/files/case.toml").await.json;
    let told = served
        .write(
            "PUT",
            "/api/files/case.toml",
            seen["hash"].as_str().expect("a hash"),
            &json!({ "text": "format = = 1" }),
        )
        .await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert!(told.json["check"]["errors"].as_u64() > Some(0));
    assert_eq!(served.file("case.toml"), "format = = 1");
    let undone = served.post("/api/undo", &json!({})).await;
    assert_eq!(undone.json["session"]["sound"], true);
    assert_eq!(served.file("case.toml"), whole);
}
