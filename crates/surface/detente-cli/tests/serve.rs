//! `detente serve` as a program of its own: it starts and stops, needs no network, and loses no text when it is killed.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use serde_json::{Value, json};

/// A running server; killed when it is dropped.
struct Served {
    child: Child,
    port: u16,
    word: String,
    /// The rest of what it says.
    said: BufReader<std::process::ChildStdout>,
}

impl Served {
    fn start(case: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_detente"))
            .arg("serve")
            .arg(case)
            .arg("--no-open")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut said = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        while !line.contains("#token=") {
            line.clear();
            assert_ne!(said.read_line(&mut line).expect("readable"), 0, "it ended before it said its address");
        }
        let (address, word) = line.trim().split_once("/#token=").expect("an address");
        let port = address.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        Self { child, port, word: word.to_owned(), said }
    }

    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<(u16, Value)> {
        ask(self.port, &self.word, (method, path), headers, body)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request in plain words; none where the server went away.
fn ask(port: u16, word: &str, (method, path): (&str, &str), headers: &str, body: &str) -> Option<(u16, Value)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Detente-Token: {word}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let status = answer.split(' ').nth(1)?.parse().ok()?;
    let body = answer.split_once("\r\n\r\n")?.1;
    Some((status, serde_json::from_str(body).unwrap_or_default()))
}

fn starter(at: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_detente")).arg("new").arg(at).stdout(Stdio::null()).status();
    assert!(status.expect("the program runs").success());
}

/// Whatever the moment: the file is one of the texts that were saved, whole, and what was acknowledged last is not older than
/// what stands there.
#[test]
fn a_kill_while_saving_leaves_the_old_or_the_new_text() {
    let home = tempfile::tempdir().expect("a place to write");
    let case = home.path().join("river");
    starter(&case);
    let plain = fs::read_to_string(case.join("case.toml")).expect("a case");
    // Large enough that writing takes a while.
    let text = |number: usize| format!("{plain}\n# {}\n# save {number}\n", "padding ".repeat(40_000));
    let (mut last, mut midway) = (0_usize, 0_usize);
    for round in 0..25_u64 {
        let mut served = Served::start(&case);
        let (port, word) = (served.port, served.word.clone());
        let (_, file) = served.ask("GET", "/api/files/case.toml", "", "").expect("an answer");
        let mut seen = file["hash"].as_str().expect("a hash").to_owned();
        let (told, acknowledged) = channel();
        let texts: Vec<String> = (last + 1..last + 40).map(text).collect();
        let first = last + 1;
        let writer = std::thread::spawn(move || {
            for (at, text) in texts.iter().enumerate() {
                let put = json!({ "text": text }).to_string();
                let header = format!("If-Match: \"{seen}\"\r\nContent-Type: application/json\r\n");
                let Some((200, _)) = ask(port, &word, ("PUT", "/api/files/case.toml"), &header, &put) else { return };
                told.send(first + at).expect("somebody counts");
                let Some((200, file)) = ask(port, &word, ("GET", "/api/files/case.toml"), "", "") else { return };
                file["hash"].as_str().expect("a hash").clone_into(&mut seen);
            }
        });
        // At least one save is acknowledged, then a little more time, different in every round.
        let sure = acknowledged.recv_timeout(Duration::from_mins(1)).expect("a save");
        std::thread::sleep(Duration::from_micros(round * 1_730));
        served.child.kill().expect("it runs");
        served.child.wait().expect("it ended");
        writer.join().expect("the writer ends");
        last = acknowledged.try_iter().last().unwrap_or(sure);
        let stands = fs::read_to_string(case.join("case.toml")).expect("a file");
        let number = [last, last + 1].into_iter().find(|&number| stands == text(number));
        midway += usize::from(number == Some(last + 1));
        last = number
            .unwrap_or_else(|| panic!("round {round}: {} bytes that nobody saved, after save {last}", stands.len()));
    }
    assert!(25 <= last, "{last} saves, {midway} of them written and not acknowledged");
}

#[cfg(unix)]
#[test]
fn it_ends_quietly_when_asked_and_takes_its_port_along() {
    let home = tempfile::tempdir().expect("a place to write");
    let case = home.path().join("river");
    starter(&case);
    for signal in ["-INT", "-TERM"] {
        let mut served = Served::start(&case);
        assert_eq!(served.ask("GET", "/api/session", "", "").expect("an answer").0, 200);
        let status = Command::new("kill").arg(signal).arg(served.child.id().to_string()).status();
        assert!(status.expect("kill runs").success());
        let mut rest = String::new();
        served.said.read_to_string(&mut rest).expect("readable");
        assert!(served.child.wait().expect("it ended").success(), "{signal}");
        assert!(rest.contains("The workbench is closed."), "{rest}");
        assert!(TcpStream::connect(("127.0.0.1", served.port)).is_err());
    }
}

#[test]
fn what_is_no_case_and_a_port_that_is_taken_are_said() {
    let home = tempfile::tempdir().expect("a place to write");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).output().expect("the program runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let nowhere = home.path().join("nowhere").display().to_string();
    let (code, said) = run(&["serve", &nowhere, "--no-open"]);
    assert_eq!(code, Some(2), "{said}");
    let case = home.path().join("river");
    starter(&case);
    let served = Served::start(&case);
    let (code, said) = run(&["serve", &case.display().to_string(), "--no-open", "--port", &served.port.to_string()]);
    assert_eq!(code, Some(2));
    assert!(said.contains(&format!("port {}", served.port)), "{said}");
}

/// Where there is nothing but this machine, everything works: in a network of its own without routes.
#[cfg(target_os = "linux")]
#[test]
fn it_works_in_a_network_without_routes() {
    let apart = |command: &str| Command::new("unshare").args(["-rn", "sh", "-c", command]).output();
    let can = apart("ip link set lo up").is_ok_and(|output| output.status.success());
    if !can {
        // What the print macros say is held back where a test passes; what is written to the stream itself is seen.
        let said = writeln!(
            std::io::stderr(),
            "not tested: this system lets nobody make a network of their own (unshare -rn, ip)"
        );
        return said.expect("what was not tested is said aloud");
    }
    let home = tempfile::tempdir().expect("a place to write");
    let case = home.path().join("river");
    starter(&case);
    let log = home.path().join("said");
    let script = format!(
        "ip link set lo up; test -z \"$(ip route show)\" || exit 9; \"{bin}\" serve \"{case}\" --no-open > \"{log}\" & \
         while ! grep -q token= \"{log}\"; do sleep 0.05; done; \
         A=$(grep -o 'http://[^#]*' \"{log}\"); T=$(sed -n 's/.*#token=//p' \"{log}\"); \
         for K in session case overview draft deals why remaining ledger sheets; do \
         curl -sf -H \"X-Detente-Token: $T\" \"$A\"api/$K > \"{log}.$K\" || echo \"$K failed\"; done; \
         curl -sf \"$A\" > /dev/null || echo page failed; kill -INT $!; wait $!",
        bin = env!("CARGO_BIN_EXE_detente"),
        case = case.display(),
        log = log.display(),
    );
    let output = apart(&script).expect("it was possible before");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let deals = fs::read_to_string(home.path().join("said.deals")).expect("an answer");
    assert!(deals.contains("detente.deals/1"), "{deals}");
}
