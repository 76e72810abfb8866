//! Who may ask.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;

use super::bench::{PORT, Served, WORD, asking, told};

/// Every method and address of the interface, with something in place of what stands in braces.
fn routes() -> Vec<(String, String)> {
    let document = detente_server::openapi();
    let paths = document["paths"].as_object().expect("paths");
    let route = |(path, methods): (&String, &Value)| {
        let path = path.replace("{path}", "case.toml").replace("{id}", "deal");
        let methods = methods.as_object().expect("methods").keys();
        methods.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    let routes: Vec<_> = paths.iter().flat_map(route).collect();
    assert!(35 < routes.len(), "{routes:?}");
    routes
}

fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from("{}")).expect("a request")
}

#[tokio::test]
async fn without_the_word_of_this_start_nothing_is_answered() {
    let served = Served::starter();
    let host = format!("127.0.0.1:{PORT}");
    for (method, path) in routes() {
        for word in [None, Some("another"), Some(""), Some("the-word-of-this-star")] {
            let mut headers = vec![("host", host.as_str())];
            headers.extend(word.map(|word| ("x-detente-token", word)));
            let told = told(served.send(request(&method, &path, &headers)).await).await;
            assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{method} {path} {word:?}");
            assert!(!told.text.contains("Eastland") && !told.text.contains("river"), "{path}: {}", told.text);
        }
    }
}

#[tokio::test]
async fn another_host_and_another_site_are_refused_everywhere() {
    let served = Served::starter();
    let own = format!("127.0.0.1:{PORT}");
    let mut all = routes();
    all.extend(["/", "/assets/index.js", "/api/sheet-page/x"].map(|path| ("GET".to_owned(), path.to_owned())));
    for (method, path) in all {
        for host in
            ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:7070", "127.0.0.1:7070.example.org", ""]
        {
            let headers = [("host", host), ("x-detente-token", WORD)];
            assert_eq!(
                served.send(request(&method, &path, &headers)).await.status(),
                StatusCode::FORBIDDEN,
                "{path} {host}"
            );
        }
        for origin in ["http://example.org", "null", "https://127.0.0.1:7070", "http://127.0.0.1:7071", "file://"] {
            let headers = [("host", own.as_str()), ("origin", origin), ("x-detente-token", WORD)];
            let status = served.send(request(&method, &path, &headers)).await.status();
            assert_eq!(status, StatusCode::FORBIDDEN, "{path} {origin}");
        }
    }
    let headers = [("host", own.as_str()), ("sec-fetch-site", "cross-site"), ("x-detente-token", WORD)];
    assert_eq!(served.send(request("GET", "/api/session", &headers)).await.status(), StatusCode::FORBIDDEN);
    let headers = [("host", "localhost:7070"), ("origin", "http://localhost:7070"), ("x-detente-token", WORD)];
    assert_eq!(served.send(request("GET", "/api/session", &headers)).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn every_address_of_the_interface_is_answered() {
    let served = Served::starter();
    for (method, path) in routes() {
        let told =
            told(served.send(request(&method, &path, &[("host", "localhost:7070"), ("x-detente-token", WORD)])).await)
                .await;
        assert_ne!(told.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        assert!(!told.text.contains("such question"), "{method} {path}: {}", told.text);
        assert_ne!(told.json["code"], "defect", "{method} {path}");
    }
}

#[tokio::test]
async fn the_page_comes_without_the_word_and_without_the_case() {
    let served = Served::starter();
    let host = format!("127.0.0.1:{PORT}");
    for path in ["/", "/anything"] {
        let response = served.send(request("GET", path, &[("host", &host)])).await;
        let headers = response.headers().clone();
        let told = told(response).await;
        assert_eq!(told.status, StatusCode::OK);
        assert!(!told.text.contains("Eastland") && !told.text.contains(WORD), "{}", told.text);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("http"),
            "{policy}"
        );
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(headers[header::REFERRER_POLICY], "no-referrer");
    }
}

#[tokio::test]
async fn a_sheet_is_shown_at_an_address_of_its_own_and_may_do_nothing() {
    let served = Served::starter();
    let made = served
        .post("/api/sheets/deal", &serde_json::json!({ "packages": [{ "settles": { "crossing": "daytime" } }] }))
        .await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let page = made.json["page"].as_str().expect("an address");
    let host = format!("127.0.0.1:{PORT}");
    let response = served.send(request("GET", page, &[("host", &host)])).await;
    let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert!(policy.starts_with("sandbox;") && !policy.contains("script-src"), "{policy}");
    let told = told(response).await;
    assert!(told.text.contains("Open in daytime"), "{}", told.text);
    let asked = serde_json::json!({ "format": "docx" });
    let made = served.post("/api/sheets/red-lines", &asked).await.json;
    let saved = format!("{}?download=1", made["page"].as_str().expect("an address"));
    let response = served.send(request("GET", &saved, &[("host", &host)])).await;
    assert_eq!(response.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"red-lines.docx\"");
    let document = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    assert!(document.starts_with(b"PK"), "a document is a package of files");
    let none = served.send(request("GET", "/api/sheet-page/guess", &[("host", &host)])).await;
    assert_eq!(none.status(), StatusCode::NOT_FOUND);
    let estimated = serde_json::json!({ "audience": "room", "estimates": "example" });
    assert_eq!(served.post("/api/sheets/deal", &estimated).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn every_answer_says_what_state_of_the_case_it_is_about() {
    let served = Served::starter();
    let response = served.send(asking("POST", "/api/draft").body(Body::empty()).expect("a request")).await;
    let tag = response.headers()[header::ETAG].to_str().expect("text").to_owned();
    assert_eq!(tag, format!("\"{}\"", served.hash().await));
    assert_eq!(response.headers()["x-detente-revision"], "1");
}
