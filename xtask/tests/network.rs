//! One place of the program can speak to another: `detente read --model`. No other crate has a client to send with.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test's helpers fail as the test does and read the checkout"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Crates that send requests over a network.
const CLIENTS: [&str; 8] = ["ureq", "reqwest", "hyper", "hyper-util", "attohttpc", "isahc", "curl", "minreq"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the root")
}

#[test]
fn only_the_command_has_a_client() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().expect("packages") {
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            if dependency["kind"].is_null() && CLIENTS.iter().any(|client| dependency["name"] == *client) {
                found.push((package["name"].clone(), dependency["name"].clone()));
            }
        }
    }
    assert_eq!(found, [("detente-cli".into(), "ureq".into())]);
}

#[test]
fn in_the_command_only_the_model_of_a_reading_uses_it() {
    let source = root().join("crates/surface/detente-cli/src");
    let model = source.join("command/read/model");
    let using = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a source file");
        ["ureq", "TcpStream", "to_socket_addrs"].iter().any(|word| text.contains(word))
    };
    let found: Vec<PathBuf> = files(&source).into_iter().filter(using).collect();
    assert!(!found.is_empty() && found.iter().all(|path| path.starts_with(&model)), "{found:?}");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
