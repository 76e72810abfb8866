//! `detente read --model`: a server inside the test stands for the model. Whatever it answers, only what stands in the document
//! comes out, nothing is written, and nothing goes anywhere else.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::common::{Demo, Ran};
use serde_json::{Value, json};

/// A server that gives the same answer to each question, and what it was asked.
struct Server {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers with these bytes, after a pause before each half.
    fn of(answer: Vec<u8>, pause: Duration) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, kept) = (answer.clone(), Arc::clone(&kept));
                thread::spawn(move || serve(stream, &answer, pause, &kept));
            }
        });
        Self { port, heard }
    }

    /// Answers with status and body.
    fn saying(status: &str, body: &str) -> Self {
        Self::of(response(status, "", body), Duration::ZERO)
    }

    /// Answers as a model that says `content`.
    fn model(content: &str) -> Self {
        Self::saying("200 OK", &json!({ "choices": [{ "message": { "content": content } }] }).to_string())
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/v1", self.port)
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no other panicked").clone()
    }
}

fn response(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}connection: close\r\n\r\n{body}")
        .into_bytes()
}

fn serve(mut stream: TcpStream, answer: &[u8], pause: Duration, kept: &Mutex<Vec<String>>) {
    let Some(request) = request(&mut stream) else { return };
    kept.lock().expect("no other panicked").push(request);
    let (first, rest) = answer.split_at(answer.len() / 2);
    for half in [first, rest] {
        thread::sleep(pause);
        // A client that has heard enough closes.
        if stream.write_all(half).is_err() {
            return;
        }
    }
}

/// One whole request; none where somebody only looked whether the port is open.
fn request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let length = stream.read(&mut piece).ok().filter(|&length| 0 < length)?;
        bytes.extend_from_slice(&piece[..length]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let wanted = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if wanted.unwrap_or(0) <= body.len() {
            return Some(text);
        }
    }
}

fn river() -> Demo {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../conformance/reading/river");
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).expect("a committed file");
    let demo = Demo::of(&[("case.toml", &text("case.toml"))]);
    std::fs::write(demo.outside().join("wire.txt"), text("wire.txt")).expect("a report");
    demo
}

/// Reads the report; nothing of the case may change.
fn read(demo: &Demo, url: &str, more: &[&str]) -> Ran {
    let before = demo.bytes();
    let ran = demo.run("read", &[&["wire.txt", "--model", url], more].concat());
    assert_eq!(demo.bytes(), before, "reading writes nothing");
    ran
}

fn claim(exact: &str, party: &str, issue: &str, stance: &str) -> Value {
    json!({ "exact": exact, "prefix": "", "speaker": party, "party": party, "issue": issue, "stance": stance, "negated": false,
        "condition": null, "why": "Approve this." })
}

fn said(claims: &[Value]) -> String {
    json!({ "proposals": claims }).to_string()
}

#[test]
fn a_model_proposes_beside_the_rules_and_each_proposal_says_whose_it_is() {
    let demo = river();
    let server = Server::model(&said(&[
        claim("No water, no captives going home", "westland", "prisoners", "condition"),
        claim("rejected a proposal to station armed monitors along the Sorrel river", "eastland", "monitors", "oppose"),
        claim("Eastland will never reopen the bridge", "eastland", "bridge", "rule_out"),
        claim("the Harbour Gazette", "eastland", "bridge", "report"),
    ]));
    let ran = read(&demo, &server.url(), &["--json", "--model-name", "small"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.starts_with("the text of the document and the case's names go, in 1 piece, to http://127.0.0.1:"),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("on this machine\n") && !ran.out.contains("Approve"), "{}", ran.err);
    let json = ran.json();
    assert_eq!(json["schema"], "detente.read/1");
    let dropped = json!([{ "reason": "not-in-text", "count": 1 }, { "reason": "not-once", "count": 1 }]);
    assert_eq!(json["model"], json!({ "name": "small", "pieces": 1, "held": 2, "dropped": dropped }));
    let by = |wanted: &str| {
        let proposals = json["proposals"].as_array().expect("a list").iter();
        proposals
            .filter(|proposal| proposal["by"] == wanted)
            .map(|proposal| proposal["exact"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(by("model"), ["No water, no captives going home"]);
    assert_eq!(by("both").len(), 1);
    assert_eq!(by("rules").len(), json["proposals"].as_array().map_or(0, Vec::len) - 2);
    let without = demo.run("read", &["wire.txt", "--json"]);
    assert!(!without.out.contains("\"by\"") && without.err.is_empty(), "without a model the document is as it was");

    let [asked] = server.heard().try_into().expect("one question");
    let (head, body) = asked.split_once("\r\n\r\n").expect("a request");
    assert!(head.starts_with("POST /v1/chat/completions HTTP/1.1"), "{head}");
    let body: Value = serde_json::from_str(body).expect("a question is JSON");
    assert_eq!((&body["temperature"], &body["seed"], &body["model"]), (&json!(0), &json!(0), &json!("small")));
    let material: Value = serde_json::from_str(body["messages"][1]["content"].as_str().expect("a text")).expect("JSON");
    assert!(material["document"].as_str().expect("the text").starts_with("Eastland rejects armed monitors"));
    assert!(!body.to_string().contains("ledger"), "the document and names go, nothing else of the case");
}

#[test]
fn a_person_reads_whose_a_proposal_is_and_what_was_dropped() {
    let demo = river();
    let server = Server::model(&said(&[
        claim("No water, no captives going home", "westland", "prisoners", "condition"),
        claim("Westland agrees to everything", "westland", "water", "support"),
    ]));
    let Ran { code, out, .. } = read(&demo, &server.url(), &[]);
    assert_eq!(code, 0);
    assert!(out.contains("Westland sets a condition on: Exchange of prisoners · a model\n"), "{out}");
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("Of 2 that the model proposed, 1 holds against the text"), "{out}");
    assert!(out.contains("1 because the quote does not stand in what the model was given"), "{out}");
    assert!(!out.contains("agrees to everything") && out.ends_with("Nothing was written."), "{out}");
}

#[test]
fn an_answer_that_is_not_the_json_asked_for_is_counted() {
    let ran = read(&river(), &Server::model("As a language model I cannot.").url(), &["--json"]);
    let json = ran.json();
    assert_eq!(json["model"]["dropped"], json!([{ "reason": "unreadable", "count": 1 }]));
    assert!(10 < json["proposals"].as_array().map_or(0, Vec::len), "the rules' are there");
}

#[test]
fn what_cannot_be_a_model_s_answer_is_refused_with_the_way_out() {
    let demo = river();
    let check = |server: &Server, wanted: &str| {
        let ran = read(&demo, &server.url(), &["--json"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wanted}: {}", ran.err);
        assert!(
            ran.err.contains(wanted) && ran.err.contains("help: ") && ran.err.contains("without --model"),
            "{}",
            ran.err
        );
    };
    check(&Server::saying("200 OK", "<html>"), "did not answer as an OpenAI-compatible server does");
    check(&Server::saying("200 OK", "{\"choices\": []}"), "did not answer as an OpenAI-compatible server does");
    check(&Server::saying("404 Not Found", "{}"), "answered with status 404");
    check(&Server::saying("200 OK", &"x".repeat(2 << 20)), "answered with more than 1048576 bytes");
    check(&Server::of(b"nonsense\r\n\r\n".to_vec(), Duration::ZERO), "cannot be asked");
}

#[test]
fn a_redirect_is_not_followed() {
    let target = Server::model(&said(&[]));
    let location = format!("location: {}/chat/completions\r\n", target.url());
    for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let server = Server::of(response(status, &location, ""), Duration::ZERO);
        let ran = read(&river(), &server.url(), &["--json"]);
        assert!(ran.code == 2 && ran.err.contains("sends elsewhere"), "{}", ran.err);
    }
    assert!(target.heard().is_empty(), "the text went nowhere else");
}

#[test]
fn a_model_that_takes_too_long_ends_at_the_limit() {
    let slow = Server::of(response("200 OK", "", "{}"), Duration::from_secs(20));
    let ran = read(&river(), &slow.url(), &["--json", "--model-seconds", "1"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
    assert!(ran.err.contains("0 of 1 questions after 1 seconds") && ran.err.contains("--model-seconds"), "{}", ran.err);
}

#[test]
fn where_nobody_listens_that_is_said() {
    let port = TcpListener::bind(("127.0.0.1", 0)).expect("a free port").local_addr().expect("an address").port();
    let ran = read(&river(), &format!("http://127.0.0.1:{port}/v1"), &["--json"]);
    assert!(ran.code == 2 && ran.err.contains("no model answers at http://127.0.0.1:"), "{}", ran.err);
}

#[test]
fn beyond_this_machine_nothing_goes_unless_allowed_and_encrypted() {
    let demo = river();
    for url in ["http://192.0.2.7:8080/v1", "https://model.invalid/v1", "http://0.0.0.0:1/v1"] {
        let ran = read(&demo, url, &["--json"]);
        assert!(
            ran.code == 2 && ran.err.contains("is not this machine") && ran.err.contains("nothing was sent"),
            "{}",
            ran.err
        );
        assert!(!ran.err.contains("the text of the document"), "{}", ran.err);
    }
    let clear = read(&demo, "http://192.0.2.7:8080/v1", &["--model-beyond-this-machine"]);
    assert!(clear.code == 2 && clear.err.contains("in clear"), "{}", clear.err);
    let told =
        read(&demo, "https://model.invalid/v1", &["--json", "--model-beyond-this-machine", "--model-seconds", "20"]);
    assert!(told.err.starts_with("the text of the document and the case's names go, in 1 piece, to model.invalid, which is beyond this machine"), "{}", told.err);
    assert_eq!((told.code, told.out.as_str()), (2, ""), "{}", told.err);
    assert_eq!(
        demo.run("read", &["wire.txt", "--model-beyond-this-machine"]).code,
        2,
        "without --model it means nothing"
    );
}

#[test]
fn over_https_nothing_of_the_document_goes_in_clear() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let heard = thread::spawn(move || {
        let mut all = Vec::new();
        // The first connection only looks whether anybody listens.
        for stream in listener.incoming().take(2).flatten() {
            let mut stream = stream;
            stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
            let mut piece = [0; 4096];
            let length = stream.read(&mut piece).unwrap_or(0);
            all.extend_from_slice(&piece[..length]);
        }
        all
    });
    let ran = read(&river(), &format!("https://127.0.0.1:{port}/v1"), &["--json", "--model-seconds", "20"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let heard = heard.join().expect("the listener ended");
    assert_eq!(heard.first(), Some(&0x16), "a TLS handshake");
    assert!(!String::from_utf8_lossy(&heard).contains("Eastland"));
}

#[test]
fn a_proxy_named_in_the_environment_is_not_used() {
    let demo = river();
    let (server, proxy) = (Server::model(&said(&[])), Server::model(&said(&[])));
    let mut command = assert_cmd::Command::cargo_bin("detente").expect("the command");
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(name, format!("http://127.0.0.1:{}", proxy.port));
    }
    let case = demo.outside().join("case");
    let report = demo.outside().join("wire.txt");
    let ran =
        command.arg("read").arg(case).arg(report).args(["--json", "--model", &server.url()]).output().expect("runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!((server.heard().len(), proxy.heard().len()), (1, 0));
}
