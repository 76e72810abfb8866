//! The transcripts of the README and the book are what the program prints; `…` alone on a line stands for what is left out.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The command and the printed lines of each `console` block.
fn transcripts(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line != "```console" {
            continue;
        }
        let mut block = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned);
        let command = block.next().expect("a command");
        found.push((command, block.collect()));
    }
    found
}

fn output(command: &str) -> String {
    let arguments = command.strip_prefix("$ detente ").expect("a detente command").split_whitespace();
    let run = Command::cargo_bin("detente").expect("the binary").args(arguments).current_dir(root()).assert().success();
    String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8")
}

/// Holds every transcript of a page against what is printed; each shows at least `least` lines.
fn check(page: &str, least: usize) {
    let text = std::fs::read_to_string(root().join(page)).expect(page);
    let transcripts = transcripts(&text);
    assert!(!transcripts.is_empty(), "{page} has no transcript");
    for (command, expected) in transcripts {
        let printed = output(&command);
        let mut rest = printed.as_str();
        for part in expected.split(|line| line == "…") {
            let part = part.join("\n");
            let found = rest.find(part.trim_end());
            let at = found.unwrap_or_else(|| panic!("{command}: not printed:\n{part}\n--- printed:\n{printed}"));
            rest = &rest[at + part.trim_end().len()..];
        }
        assert!(least < expected.len(), "{page}: the transcript shows something");
    }
}

#[test]
fn transcripts_are_real() {
    check("README.md", 12);
}

#[test]
fn transcripts_of_the_book_are_real() {
    for page in [
        "questions.md",
        "reading.md",
        "robust.md",
        "numeric-models.md",
        "fund.md",
        "evidence.md",
        "process.md",
        "sheets.md",
    ] {
        check(&format!("book/src/{page}"), 5);
    }
}
