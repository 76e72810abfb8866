//! Changes: whole, with comments kept, never over somebody else's.

use std::fs;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::Served;

async fn file_hash(served: &Served, path: &str) -> String {
    served.get(&format!("/api/files/{path}")).await.json["hash"].as_str().expect("a hash").to_owned()
}

fn add_party() -> Value {
    json!({ "label": "Added Northland", "edits": [
        { "do": "set", "file": "case.toml", "at": ["parties", "northland"], "value": { "name": "Northland", "consent": "never" } },
    ] })
}

#[tokio::test]
async fn a_form_changes_one_place_and_keeps_every_comment() {
    let served = Served::starter();
    let before = served.file("case.toml");
    let told = served.write("POST", "/api/edit", &served.hash().await, &add_party()).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!(told.json["changed"], json!(["case.toml"]));
    let after = served.file("case.toml");
    let added = "northland = { name = \"Northland\", consent = \"never\" }\n";
    assert_eq!(after.replacen(added, "", 1), before, "nothing else changes");
    assert_eq!(served.get("/api/case").await.json["parties"]["northland"]["consent"], "never");
    let changes = served.get("/api/changes").await.json;
    assert_eq!(changes["changes"][0]["label"], "Added Northland");
    assert_eq!(changes["changes"][0]["diff"][0]["before"], before);
}

#[tokio::test]
async fn changes_are_taken_back_and_made_again_to_the_byte() {
    let served = Served::starter();
    let before = served.file("case.toml");
    served.write("POST", "/api/edit", &served.hash().await, &add_party()).await;
    let after = served.file("case.toml");
    let keep =
        json!({ "id": "first", "title": "A first draft", "package": { "crossing": "daytime" }, "open": ["water"] });
    let kept = served.post("/api/drafts", &keep).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    assert_eq!(served.get("/api/case").await.json["drafts"]["first"]["settles"], json!({ "crossing": "daytime" }));

    let undone = served.post("/api/undo", &json!({})).await;
    assert_eq!(undone.status, StatusCode::OK, "{}", undone.text);
    assert!(!served.root().join("drafts.toml").exists(), "a file that was made is taken away");
    served.post("/api/undo", &json!({})).await;
    assert_eq!(served.file("case.toml"), before);
    assert_eq!(served.post("/api/undo", &json!({})).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let again = served.post("/api/redo", &json!({})).await;
    assert_eq!((&again.json["session"]["can_undo"], &again.json["session"]["can_redo"]), (&json!(true), &json!(true)));
    assert_eq!(served.file("case.toml"), after);
    served.post("/api/redo", &json!({})).await;
    assert!(served.file("drafts.toml").contains("A first draft"));
}

#[tokio::test]
async fn whoever_saw_an_older_version_writes_nothing() {
    let served = Served::starter();
    let seen = file_hash(&served, "case.toml").await;
    let folder = served.hash().await;
    // Another program saves first.
    let theirs = format!("{}# theirs\n", served.file("case.toml"));
    fs::write(served.root().join("case.toml"), &theirs).expect("writable");

    let mine = json!({ "text": "format = 1\n# mine\n" });
    let told = served.write("PUT", "/api/files/case.toml", &seen, &mine).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert_eq!((&told.json["yours"], &told.json["theirs"]), (&mine["text"], &json!(theirs)));
    let told = served.write("POST", "/api/edit", &folder, &add_party()).await;
    assert_eq!((told.status, &told.json["code"]), (StatusCode::CONFLICT, &json!("conflict")));
    assert_eq!(served.file("case.toml"), theirs);

    let now = told.json["their_hash"].as_str().expect("a hash").to_owned();
    assert_eq!(served.write("POST", "/api/edit", &now, &add_party()).await.status, StatusCode::OK);
    assert!(served.file("case.toml").ends_with("# theirs\n"));
    // What was written elsewhere since is not taken back either.
    fs::write(served.root().join("case.toml"), &theirs).expect("writable");
    assert_eq!(served.post("/api/undo", &json!({})).await.status, StatusCode::CONFLICT);
    assert_eq!(served.file("case.toml"), theirs);
}

#[tokio::test]
async fn a_form_that_would_break_the_case_changes_nothing() {
    let served = Served::starter();
    let before = served.file("case.toml");
    let bad = [
        json!({ "edits": [{ "do": "set", "file": "case.toml", "at": ["parties", "northland"], "value": { "consent": "now and then" } }] }),
        json!({ "edits": [{ "do": "remove", "file": "case.toml", "at": ["parties", "westland"] }] }),
        json!({ "edits": [
            { "do": "set", "file": "case.toml", "at": ["parties", "northland"], "value": { "name": "Northland" } },
            { "do": "remove", "file": "case.toml", "at": ["red_lines", { "id": "none-such" }] },
        ] }),
    ];
    let mut refused = 0;
    for edits in bad {
        let told = served.write("POST", "/api/edit", &served.hash().await, &edits).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{edits}: {}", told.text);
        assert_eq!(served.file("case.toml"), before);
        if told.json["code"] == "unsound-edit" {
            refused += 1;
            assert!(told.json["check"]["diagnostics"][0]["message"].is_string(), "{edits}: {}", told.text);
        }
    }
    assert_eq!(refused, 2, "two would break the case, one asks for what is not there");
    assert_eq!(
        served.post("/api/edit", &add_party()).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "no version named"
    );
}

#[tokio::test]
async fn no_path_leads_out_of_the_case() {
    let served = Served::starter();
    for path in
        ["../river.toml", "estimates/../../x.toml", "README.md", ".gitignore", "estimates/a.b.toml", "/etc/x.toml"]
    {
        let edit = json!({ "edits": [{ "do": "set", "file": path, "at": ["a"], "value": 1 }] });
        let told = served.write("POST", "/api/edit", &served.hash().await, &edit).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", told.text);
    }
    for folder in ["..", "a/b", ".hidden", "", "/tmp"] {
        let told = served.post("/api/open", &json!({ "folder": folder })).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{folder}");
        let told = served.post("/api/new", &json!({ "folder": folder, "title": "x" })).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{folder}");
    }
}

#[tokio::test]
async fn an_id_is_changed_everywhere_and_a_list_grows() {
    let served = Served::starter();
    let edits = json!({ "edits": [
        { "do": "rename", "from": "westland", "to": "the-west" },
        { "do": "append", "file": "case.toml", "at": ["red_lines"], "value": {
            "id": "west-on-water", "party": "the-west", "never": "water > 60", "firmness": "negotiable" } },
    ] });
    let told = served.write("POST", "/api/edit", &served.hash().await, &edits).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let case = served.get("/api/case").await.json;
    assert_eq!(case["limits"]["west-on-water"]["party"], "the-west");
    assert!(served.file("estimates/example.toml").contains("[the-west]"));
    assert_eq!(told.json["changed"].as_array().expect("files").len(), 3, "{}", told.json["changed"]);
}

#[tokio::test]
async fn a_new_case_begins_empty_or_with_the_example() {
    let (served, _) = Served::empty(tempfile::tempdir().expect("a place to write"));
    assert_eq!(served.get("/api/session").await.json["case_open"], false);
    assert_eq!(served.get("/api/case").await.json["code"], "no-case");
    let told = served.post("/api/new", &json!({ "folder": "first", "title": "The \"first\"" })).await;
    assert_eq!((told.status, &told.json["sound"]), (StatusCode::OK, &json!(true)), "{}", told.text);
    let told = served.post("/api/new", &json!({ "folder": "second", "title": "The second", "example": false })).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!(served.get("/api/cases").await.json["folders"], json!(["first", "second"]));
    assert_eq!(
        served.post("/api/new", &json!({ "folder": "first", "title": "Again" })).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    // Built up in forms, from nothing to a draft.
    let edits = json!({ "edits": [
        { "do": "set", "file": "case.toml", "at": ["parties", "eastland"], "value": { "name": "Eastland" } },
        { "do": "set", "file": "case.toml", "at": ["parties", "westland"], "value": { "name": "Westland" } },
        { "do": "set", "file": "case.toml", "at": ["issues", "bridge"], "value": { "title": "Bridge", "choices": { "open": "Open", "closed": "Closed" } } },
    ] });
    let told = served.write("POST", "/api/edit", &served.hash().await, &edits).await;
    assert_eq!((told.status, &told.json["session"]["sound"]), (StatusCode::OK, &json!(true)), "{}", told.text);
    assert_eq!(
        served.post("/api/draft", &json!({})).await.json["stated"]["choices"]["bridge"]["open"]["state"],
        "possible"
    );
}

#[tokio::test]
async fn what_a_person_accepts_of_a_report_is_written_with_its_text() {
    let served = Served::starter();
    let text =
        "The Minister of Westland said on Monday that the border crossing would stay closed. Nothing else happened.";
    let found = served.post("/api/readings", &json!({ "text": text })).await.json;
    let proposals = found["proposals"].as_array().expect("proposals");
    assert!(!proposals.is_empty(), "{found}");
    let accept = json!({ "text": text, "title": "A report", "coder": "a reader",
        "accepted": [{ "start": proposals[0]["start"], "end": proposals[0]["end"] }] });
    let unseen = served.post("/api/readings/accept", &accept).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY, "which version was seen?");
    let stale = served.write("POST", "/api/readings/accept", "0000", &accept).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text);
    let told = served.write("POST", "/api/readings/accept", &served.hash().await, &accept).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let written = told.json["changed"].as_array().expect("files");
    let source =
        written.iter().filter_map(Value::as_str).find_map(|path| path.strip_prefix("texts/")?.strip_suffix(".txt"));
    let shown = served.get(&format!("/api/sources/{}", source.expect("a text"))).await.json;
    assert_eq!(shown["text"], text);
    let quote = &shown["quotes"][0];
    let place = |key: &str| usize::try_from(quote[key].as_u64().expect("a place")).expect("small");
    let quoted: String = text.chars().skip(place("start")).take(place("end") - place("start")).collect();
    assert_eq!(json!(quoted), proposals[0]["exact"]);
}
