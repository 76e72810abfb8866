//! `tidy`: what no compiler checks. Each check is a file; a finding is a place and a sentence.

mod file_length;
mod keys;
mod links;
mod loaded_words;
mod machine_paths;
mod names;
mod rust_text;
mod silent_library;
mod suites;
mod words;

use std::fmt;

use crate::action::no_arguments;
use crate::blame::{Blame, Outcome};
use crate::checkout::{self, TextFile};
use crate::command::Line;

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Finding {
    fn new(file: &TextFile, line: usize, what: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// What a check makes of all text files of the checkout.
type Check = fn(&[TextFile]) -> Vec<Finding>;

const CHECKS: &[Check] = &[
    names::check,
    loaded_words::check,
    machine_paths::check,
    keys::check,
    links::check,
    file_length::check,
    silent_library::check,
    suites::check,
];

/// The checks of the sources, then those of the crate graph and its licences.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    no_arguments(arguments)?;
    check()?;
    Line::new("cargo test --quiet --package xtask --test tiers --test dependencies").run()
}

/// The checks of the sources alone; the others are tests, which `cargo xtask test` runs with all tests.
pub(crate) fn check() -> Outcome {
    let files = checkout::text_files()?;
    let findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&files)).collect();
    for finding in &findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err(Blame::new("tidy has one finding")),
        count => Err(Blame::new(format!("tidy has {count} findings"))),
    }
}

/// The sources in which no real name may stand: everything that is a crate.
fn is_of_a_crate(file: &TextFile) -> bool {
    ["crates", "testkit", "xtask", "fuzz", "benches"].iter().any(|folder| file.is_under(folder))
}

/// The lines of a file with their numbers, from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

#[cfg(test)]
fn file(path: &str, text: &str) -> TextFile {
    TextFile { path: path.to_owned(), text: text.to_owned() }
}

#[cfg(test)]
fn shown(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
