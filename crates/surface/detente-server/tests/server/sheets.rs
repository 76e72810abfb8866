//! Sheets made for the page.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::Served;

fn asked_of(sheet: &Value, audience: &str, format: &str) -> Value {
    let mut asked = json!({ "audience": audience, "format": format });
    let takes = |what: &str| sheet["takes"].as_array().expect("a list").iter().any(|takes| takes == what);
    let package = |crossing: &str| {
        json!({
            "title": "as it stands on this page", "settles": { "crossing": crossing, "observers-present": "joint" },
            "brackets": { "water": ["50", "60"] },
        })
    };
    if takes("package") {
        asked["packages"] = json!([package("daytime")]);
    }
    if takes("packages") {
        asked["packages"] = json!([package("daytime"), package("open")]);
    }
    if takes("party") {
        asked["party"] = json!("eastland");
    }
    if takes("swap") {
        asked["swap"] = json!(["eastland", "westland"]);
    }
    if takes("table") {
        asked["table"] = json!("pair,crossing,observers-present,water\nA,daytime,joint,50\nB,open,joint,60\n");
    }
    if audience == "team" {
        asked["estimates"] = json!("example");
    }
    if takes("draws") {
        asked["draws"] = json!(20);
    }
    asked
}

/// A sheet as it is told, without the address it is shown at.
async fn text(served: &Served, id: &str, asked: &Value) -> String {
    let made = served.post(&format!("/api/sheets/{id}"), asked).await;
    assert_eq!(made.status, StatusCode::OK, "{id}, {asked}: {}", made.text);
    served.get(made.json["page"].as_str().expect("an address")).await.text
}

#[tokio::test]
async fn every_sheet_is_made_for_the_team_and_for_the_room_in_every_form() {
    let served = Served::starter();
    let sheets = served.get("/api/sheets").await.json;
    let sheets = sheets["sheets"].as_array().expect("a list");
    assert_eq!(sheets.len(), 15);
    for sheet in sheets {
        let id = sheet["id"].as_str().expect("an id");
        for audience in ["team", "room"] {
            for format in sheet["formats"].as_array().expect("a list") {
                let made = text(&served, id, &asked_of(sheet, audience, format.as_str().expect("a form"))).await;
                assert!(!made.is_empty(), "{id} for the {audience} as {format}");
            }
            let told = text(&served, id, &asked_of(sheet, audience, "txt")).await;
            let is_own = id == "brief" || told.contains(&format!("for {audience}"));
            assert!(is_own, "{id} for the {audience}:\n{told}");
            assert!(audience == "team" || !told.contains("Estimates:"), "{id} for the room:\n{told}");
        }
    }
}

#[tokio::test]
async fn brackets_of_the_page_stand_on_the_sheet() {
    let served = Served::starter();
    let sheet = json!({ "takes": ["package"] });
    let told = text(&served, "deal", &asked_of(&sheet, "room", "txt")).await;
    assert!(told.contains("as it stands on this page") && told.contains('['), "{told}");
}

#[tokio::test]
async fn what_does_not_fit_is_said_with_a_way_out() {
    let served = Served::starter();
    let refused = [
        ("deal", json!({ "audience": "room", "estimates": "example" }), "a sheet for the room holds nothing estimated"),
        ("deal", json!({ "audience": "hall" }), "a sheet is not for \"hall\""),
        ("deal", json!({ "format": "odt" }), "a sheet is not written as \"odt\""),
        ("deal", json!({ "paper": "a3" }), "there is no paper \"a3\""),
        ("deal", json!({ "packages": [{ "draft": "nine" }] }), "there is no draft \"nine\""),
        ("deal", json!({ "packages": [{}, {}] }), "this sheet is not about so many packages"),
        ("deal", json!({ "packages": [{ "settles": { "sea": "wide" } }] }), "there is no issue \"sea\""),
        ("brief", json!({ "party": "northland" }), "there is no party \"northland\""),
        ("symmetry", json!({ "swap": ["eastland", "eastland"] }), "two different parties are exchanged"),
        ("changes", json!({ "since": "yesterday" }), "\"yesterday\" is no date"),
        ("why", json!({ "audience": "team", "estimates": "none" }), "there is no set of estimates \"none\""),
    ];
    for (id, asked, message) in refused {
        let told = served.post(&format!("/api/sheets/{id}"), &asked).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{id}, {asked}: {}", told.text);
        assert_eq!(told.json["message"], message, "{id}, {asked}");
        assert!(told.json["hint"].is_string(), "{id}, {asked}: {}", told.text);
    }
    let table = json!({ "table": "pair,crossing\nA,wide\nA,open\n" });
    let told = served.post("/api/sheets/debrief", &table).await;
    assert_eq!((told.status, &told.json["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("table")), "{}", told.text);
    let found = told.json["check"]["diagnostics"].as_array().expect("a list");
    assert!(2 < found.len() && found.iter().all(|one| one["hint"].is_string()), "{}", told.text);
    assert_eq!(served.post("/api/sheets/poster", &json!({})).await.status, StatusCode::NOT_FOUND);
}
