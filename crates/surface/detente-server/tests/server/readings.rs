//! Documents read and statements accepted as a person changed them.

use axum::body::Body;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::{Served, Told, asking, told};

const TEXT: &str =
    "\u{1F600} Westland said on Monday that the border crossing would stay closed. \"Never again,\" a porter said.";

/// The place of `words` in the text, in characters.
fn place(words: &str) -> (usize, usize) {
    let at = TEXT.find(words).expect("words of the text");
    let start = TEXT[..at].chars().count();
    (start, start + words.chars().count())
}

/// A statement of the words, one field of what a person says about it replaced.
fn changed(words: &str, field: &str, value: impl Into<Value>) -> Value {
    let (start, end) = place(words);
    let read_as =
        json!([{ "party": "westland", "issue": null, "stance": "rule_out", "negated": true, "condition": "if so" }]);
    let mut changed = json!({ "speaker": "a porter", "party": "westland", "via": "direct", "chain": ["Gazette"],
        "said_on": "2031-04-14", "read_as": read_as });
    changed[field] = value.into();
    json!({ "start": start, "end": end, "paraphrase": "It stays so.", "changed": changed })
}

async fn accept(served: &Served, accepted: &[Value]) -> Told {
    let body = json!({ "text": TEXT, "kind": "speech", "coder": "a reader", "label": "Read", "accepted": accepted });
    served.write("POST", "/api/readings/accept", &served.hash().await, &body).await
}

async fn document(served: &Served, bytes: Vec<u8>) -> Told {
    let request = asking("POST", "/api/readings/document").body(Body::from(bytes)).expect("a request");
    told(served.send(request).await).await
}

#[tokio::test]
async fn a_document_comes_back_as_its_text_with_what_is_proposed() {
    let served = Served::starter();
    let page = "<!doctype html><title>Talks</title><nav>menu</nav><p>Westland rejects the border crossing.";
    let told = document(&served, page.into()).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!((&told.json["kind"], &told.json["title"]), (&json!("html"), &json!("Talks")));
    let text = told.json["text"].as_str().expect("a text");
    assert!(!text.contains("menu") && text.contains("Westland rejects"), "{text}");

    let large = "A line of a long report.\n".repeat(200_000);
    let told = document(&served, large.clone().into_bytes()).await;
    assert_eq!((told.status, told.json["text"].as_str().map(str::len)), (StatusCode::OK, Some(large.len())));

    let told = document(&served, b"caf\xE9".to_vec()).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        told.text.contains("neither UTF-8 text nor HTML nor PDF") && told.text.contains("UTF-8\""),
        "{}",
        told.text
    );
}

#[tokio::test]
async fn a_statement_is_written_as_the_person_changed_it() {
    let served = Served::starter();
    let before = served.file("ledger.toml");
    let told = accept(&served, &[changed("Never again", "chain", json!(["Gazette", "minutes"]))]).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let after = served.file("ledger.toml");
    let added = after.strip_prefix(&before).expect("what stood there stands");
    for wanted in [
        "kind = \"speech\"",
        "# read as: westland not rule_out unspecified, if so\n[[statements]]",
        "speaker = { name = \"a porter\", party = \"westland\" }\nvia = \"direct\"\nchain = [\"Gazette\", \"minutes\"]",
        "said_on = 2031-04-14",
        "exact = \"Never again\"",
        "paraphrase = \"It stays so.\"\ncoder = \"a reader\"",
    ] {
        assert!(added.contains(wanted), "{wanted}\n{added}");
    }
    let listed = served.get("/api/changes").await.json;
    assert_eq!(
        listed["changes"].as_array().and_then(|all| all.last()).map(|last| &last["label"]),
        Some(&json!("Read"))
    );
    assert_eq!(served.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    assert_eq!(served.file("ledger.toml"), before);
}

#[tokio::test]
async fn a_statement_that_cannot_stand_is_refused_and_nothing_is_written() {
    let served = Served::starter();
    let before = served.file("ledger.toml");
    let words = "Never again";
    let mut outside = changed(words, "via", "direct");
    outside["end"] = 10_000.into();
    let mut empty = changed(words, "via", "direct");
    empty["end"] = empty["start"].clone();
    let mut gone = changed(words, "via", "direct");
    gone["changed"] = Value::Null;
    let mut matter = changed(words, "via", "direct");
    matter["changed"]["read_as"][0]["issue"] = "weather".into();
    let check = async |wrong: Value, wanted: &str| {
        let told = accept(&served, &[changed(words, "via", "direct"), wrong]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{wanted}");
        assert!(told.text.contains(wanted) && told.json["hint"].is_string(), "{}", told.text);
        assert_eq!(served.file("ledger.toml"), before);
    };
    check(outside, "do not stand in the text").await;
    check(empty, "do not stand in the text").await;
    check(gone, "not made any more").await;
    check(matter, "no issue is called weather").await;
    check(changed(words, "via", "rumour"), "no way is called rumour").await;
    check(changed(words, "speaker", " "), "nobody speaks").await;
    check(changed(words, "party", "southland"), "no party is called southland").await;
    check(changed(words, "said_on", "2031-02-30"), "not a date of the calendar").await;
}
