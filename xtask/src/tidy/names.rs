//! No crate contains the name of a real party or person; only `catalog/` does.
//!
//! The names come from the cases themselves, so that this check does not contain them either.

use std::collections::BTreeSet;

use super::words::contains_phrase;
use super::{Finding, is_of_a_crate, numbered};
use crate::checkout::TextFile;

/// Names that are also ordinary words, in lower case; a case may use them, and so may the code.
const ORDINARY_WORDS: &str = include_str!("../../ordinary-words.txt");

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let names = forbidden(files);
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_of_a_crate(file)) {
        for (number, line) in numbered(&file.text) {
            if let Some(name) = names.iter().find(|name| contains_phrase(line, name)) {
                let what = format!("\"{name}\" is a real name of the catalog; code and tests use invented ones");
                findings.push(Finding::new(file, number, what));
            }
        }
    }
    findings
}

/// Every real name, as it is written in prose and as an id.
fn forbidden(files: &[TextFile]) -> BTreeSet<String> {
    let is_real = |file: &&TextFile| {
        file.path.ends_with("/case.toml") && (file.is_under("catalog/news") || file.is_under("catalog/history"))
    };
    let ordinary: BTreeSet<&str> = ORDINARY_WORDS.lines().filter(|line| !line.starts_with('#')).collect();
    let names = files.iter().filter(is_real).flat_map(|file| names_in(&file.text));
    let proper = names.filter(|name| name.chars().any(char::is_uppercase));
    let unusual = proper.filter(|name| !ordinary.contains(name.to_lowercase().as_str()));
    unusual.flat_map(|name| [as_id(&name), name]).collect()
}

/// `United Somewhere` as `united-somewhere`; two letters alone are a word of many languages, so they stay as written.
fn as_id(name: &str) -> String {
    let words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let id = words.join("-");
    if id.len() < 4 { name.to_owned() } else { id }
}

/// The `name` and `aliases` of everything in `[parties…]` and `[people…]`.
///
/// Reads line by line, because xtask depends on nothing; a case is written by hand or by `detente`, which both put a
/// table's header on a line of its own.
fn names_in(case: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut among_names, mut inside_list) = (false, false);
    for line in case.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with('[') && !inside_list {
            among_names = ["[parties", "[people"].iter().any(|table| trimmed.starts_with(table));
        } else if among_names {
            names.extend(value_after(trimmed, "name").and_then(|value| strings(value).into_iter().next()));
            let list = if inside_list { Some(trimmed) } else { value_after(trimmed, "aliases") };
            if let Some(list) = list {
                let (here, closed) = list.split_once(']').map_or((list, false), |(here, _)| (here, true));
                names.extend(strings(here));
                inside_list = !closed;
            }
        }
    }
    names
}

/// What follows `key =` on a line.
fn value_after<'t>(line: &'t str, key: &'t str) -> Option<&'t str> {
    super::words::phrases(line, key).find_map(|(_, after)| after.trim_start().strip_prefix('='))
}

/// The quoted strings of a line.
fn strings(line: &str) -> Vec<String> {
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    const CASE: &str = r#"
[case]
title = "Talks of Nobody"
[parties]
west = { name = "Westland", kind = "state", aliases = ["the West Wing"] }
[parties.east]
name = "East Land"
[people.chair]
name = "Ann Chair"
aliases = ["Ms Chair",
  "the chair"]
[issues.aid]
name = "Not a party"
"#;

    #[test]
    fn reads_names_and_aliases_of_parties_and_people_only() {
        assert_eq!(names_in(CASE), ["Westland", "the West Wing", "East Land", "Ann Chair", "Ms Chair", "the chair"]);
    }

    #[test]
    fn refuses_them_in_crates_as_prose_and_as_ids() {
        let files = [
            file("catalog/history/1900-example/case.toml", CASE),
            file("catalog/history/1900-example/README.md", "Westland"),
            file("crates/base/detente-base/src/lib.rs", "//! Here\n//! Westland, westland, the chair"),
            file("testkit/src/lib.rs", "let id = \"east-land\";"),
        ];
        let places: Vec<(String, usize)> = check(&files).into_iter().map(|found| (found.path, found.line)).collect();
        assert_eq!(places, [("crates/base/detente-base/src/lib.rs".into(), 2), ("testkit/src/lib.rs".into(), 1)]);
    }

    #[test]
    fn textbook_parties_are_invented_already() {
        let files = [file("catalog/textbook/a/case.toml", CASE), file("crates/a/b/src/lib.rs", "Westland")];
        assert_eq!(shown(&check(&files)), Vec::<String>::new());
    }
}
