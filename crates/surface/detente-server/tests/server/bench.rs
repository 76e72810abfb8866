//! A server about a small case of invented parties.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use detente_server::{Bench, Token, router};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const PORT: u16 = 7070;
pub(crate) const WORD: &str = "the-word-of-this-start";

/// A server and the folder it shows.
pub(crate) struct Served {
    pub(crate) router: Router,
    home: TempDir,
}

/// An answer, read.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: StatusCode,
    pub(crate) json: Value,
    pub(crate) text: String,
}

impl Served {
    /// A server that shows the case `detente new` makes.
    pub(crate) fn starter() -> Self {
        let home = tempfile::tempdir().expect("a place to write");
        for (path, text) in detente::casefile::starter("river", "A river") {
            let path = home.path().join("river").join(path);
            fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
            fs::write(path, text).expect("writable");
        }
        let served = Self::empty(home);
        served.1.open_at(&served.0.root()).expect("a case");
        served.0
    }

    /// The same, where questions may use so many bytes.
    pub(crate) fn starter_within(memory: u64) -> Self {
        let Self { home, .. } = Self::starter();
        let bench = Arc::new(Bench::new(Token::known(WORD), PORT, home.path().to_owned(), None, memory));
        bench.open_at(&home.path().join("river")).expect("a case");
        Self { router: router(bench), home }
    }

    /// A server that shows nothing yet.
    pub(crate) fn empty(home: TempDir) -> (Self, Arc<Bench>) {
        let bench = Bench::new(Token::known(WORD), PORT, home.path().to_owned(), None, u64::MAX);
        let bench = Arc::new(bench);
        (Self { router: router(Arc::clone(&bench)), home }, bench)
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.home.path().join("river")
    }

    pub(crate) fn file(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).expect("a file")
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.expect("infallible")
    }

    pub(crate) async fn get(&self, path: &str) -> Told {
        told(self.send(asking("GET", path).body(Body::empty()).expect("a request")).await).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Told {
        told(self.send(asking("POST", path).body(Body::from(body.to_string())).expect("a request")).await).await
    }

    /// With the version that was seen.
    pub(crate) async fn write(&self, method: &str, path: &str, seen: &str, body: &Value) -> Told {
        let request = asking(method, path).header("if-match", format!("\"{seen}\""));
        told(self.send(request.body(Body::from(body.to_string())).expect("a request")).await).await
    }

    pub(crate) async fn hash(&self) -> String {
        self.get("/api/session").await.json["hash"].as_str().expect("a hash").to_owned()
    }
}

/// A request of the page of this start.
pub(crate) fn asking(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header("host", format!("127.0.0.1:{PORT}"))
        .header("content-type", "application/json")
        .header("x-detente-token", WORD)
}

pub(crate) async fn told(response: Response<Body>) -> Told {
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Told { status, json: serde_json::from_str(&text).unwrap_or_default(), text }
}

/// A question with what excludes each choice.
pub(crate) fn asked_why(asked: &Value) -> Value {
    let mut asked = asked.clone();
    asked["excluded_by"] = Value::Bool(true);
    asked
}
