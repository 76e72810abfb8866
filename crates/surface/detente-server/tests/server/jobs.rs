//! Long work.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::StatusCode;
use serde_json::{Value, json};
use tokio_stream::StreamExt;

use super::bench::{Served, asking};

/// Work that lasts longer than a test waits.
fn long() -> Value {
    json!({ "kind": "robust", "ask": { "estimates": ["example"], "draws": 1_000_000 } })
}

async fn start(served: &Served, job: &Value) -> String {
    let told = served.post("/api/jobs", job).await;
    assert_eq!(told.status, StatusCode::ACCEPTED, "{}", told.text);
    told.json["id"].as_str().expect("an id").to_owned()
}

/// All events of a job, until it is over.
async fn events(served: &Served, id: &str) -> Vec<(String, Value)> {
    let response =
        served.send(asking("GET", &format!("/api/jobs/{id}/events")).body(Body::empty()).expect("a request")).await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let part = |part: &str, name: &str| {
        part.lines().find_map(|line| line.strip_prefix(name).map(|rest| rest.trim().to_owned()))
    };
    text.split("\n\n")
        .filter_map(|event| Some((part(event, "event:")?, serde_json::from_str(&part(event, "data:")?).expect("JSON"))))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_ends_with_the_answer_of_its_question() {
    let served = Served::starter();
    let ask = json!({ "estimates": ["example"], "draws": 200 });
    let id = start(&served, &json!({ "kind": "robust", "ask": ask })).await;
    let events = events(&served, &id).await;
    let (name, document) = events.last().expect("an end");
    assert_eq!(name, "done");
    assert_eq!(*document, served.post("/api/robust", &ask).await.json);
    assert!(events.iter().rev().skip(1).all(|(name, of)| name == "progress" && of["steps"].is_u64()));
}

/// However long the first draws take on this machine, they are waited for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn draws_say_how_many_are_done_and_of_how_many() {
    let served = Served::starter();
    let mut job = long();
    job["seconds"] = json!(600);
    let id = start(&served, &job).await;
    let request = asking("GET", &format!("/api/jobs/{id}/events")).body(Body::empty()).expect("a request");
    let mut coming = served.send(request).await.into_body().into_data_stream();
    let mut told: Vec<[u64; 2]> = Vec::new();
    while told.last().is_none_or(|&[parts, _]| parts == 0) {
        let bytes = coming.next().await.expect("it goes on").expect("bytes");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.contains("progress"), "{text}");
        let Some(data) = text.lines().find_map(|line| line.strip_prefix("data:")) else { continue };
        let progress: Value = serde_json::from_str(data).expect("JSON");
        if let Some(of) = progress["of"].as_u64() {
            told.push([progress["parts"].as_u64().expect("a number"), of]);
        }
    }
    assert!(told.iter().all(|&[parts, of]| parts < of && of == 1_000_000), "{told:?}");
    drop(coming);
    served.send(asking("DELETE", &format!("/api/jobs/{id}")).body(Body::empty()).expect("a request")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_is_ended_by_hand_by_a_newer_one_and_by_its_time() {
    let served = Served::starter();
    let id = start(&served, &long()).await;
    let ended = served.send(asking("DELETE", &format!("/api/jobs/{id}")).body(Body::empty()).expect("a request")).await;
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    assert_eq!(events(&served, &id).await.last(), Some(&("cancelled".to_owned(), json!({ "reason": "asked" }))));

    let with = |number: u32| {
        let mut job = long();
        job["stream"] = json!({ "key": "robust", "number": number });
        job
    };
    let older = start(&served, &with(1)).await;
    let mut short = with(2);
    short["seconds"] = json!(1);
    let newer = start(&served, &short).await;
    assert_eq!(
        events(&served, &older).await.last(),
        Some(&("cancelled".to_owned(), json!({ "reason": "superseded" })))
    );
    let events = events(&served, &newer).await;
    let (name, problem) = events.last().expect("an end");
    assert_eq!((name.as_str(), &problem["code"]), ("failed", &json!("too-slow")));
    assert!(events.iter().any(|(name, _)| name == "progress"), "{events:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_nobody_watches_any_more_ends() {
    let served = Served::starter();
    let id = start(&served, &long()).await;
    let watching =
        served.send(asking("GET", &format!("/api/jobs/{id}/events")).body(Body::empty()).expect("a request")).await;
    assert_eq!(
        served.get(&format!("/api/jobs/{id}/events")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "one watches"
    );
    drop(watching);
    for _ in 0..200 {
        if served.get(&format!("/api/jobs/{id}/events")).await.status == StatusCode::NOT_FOUND {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the job went on without anybody");
}

/// Of more jobs than are held, the one started first goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_oldest_job_makes_room() {
    let served = Served::starter();
    let quick = json!({ "kind": "show", "ask": {} });
    let mut ids = Vec::new();
    for _ in 0..102 {
        ids.push(start(&served, &quick).await);
    }
    for (at, id) in ids.iter().enumerate().take(12) {
        let found = served.get(&format!("/api/jobs/{id}/events")).await.status;
        assert_eq!(found, if at < 2 { StatusCode::NOT_FOUND } else { StatusCode::OK }, "{id}");
    }
}

/// A newer question of its series ends one that is under way.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_question_ends_the_one_under_way() {
    let served = Served::starter();
    let ask = |number: u64, draws: u64| json!({ "estimates": ["example"], "draws": draws, "stream": { "key": "hand", "number": number } });
    let (long, short) = (ask(1, 1_000_000), ask(2, 10));
    let newer = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        served.post("/api/robust", &short).await
    };
    let (ended, answered) = tokio::join!(served.post("/api/robust", &long), newer);
    assert_eq!((ended.status, &ended.json["code"]), (StatusCode::CONFLICT, &json!("superseded")));
    assert_eq!(answered.status, StatusCode::OK);
}

/// A question may say which series rest on what it asks anew; one that comes too late ends nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_ends_what_rests_on_an_older_one() {
    let served = Served::starter();
    let robust = |key: &str, draws: u64| json!({ "estimates": ["example"], "draws": draws, "stream": { "key": key, "number": 1 } });
    let (resting, other) = (robust("resting", 1_000_000), robust("other", 2_000));
    let hand =
        |number: u64| json!({ "stream": { "key": "hand", "number": number, "ends": ["resting", "nobody-knows"] } });
    assert_eq!(served.post("/api/draft", &hand(2)).await.status, StatusCode::OK);
    let moved = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let late = served.post("/api/draft", &hand(1)).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        (late, std::time::Instant::now(), served.post("/api/draft", &hand(3)).await)
    };
    let resting = async { (served.post("/api/robust", &resting).await, std::time::Instant::now()) };
    let (ended, other, (late, before, moved)) = tokio::join!(resting, served.post("/api/robust", &other), moved);
    assert_eq!((ended.0.status, &ended.0.json["code"]), (StatusCode::CONFLICT, &json!("superseded")));
    assert!(before < ended.1, "the call that came too late ended it");
    assert_eq!([other.status, moved.status], [StatusCode::OK; 2]);
    assert_eq!(late.status, StatusCode::CONFLICT);
}
