//! Cases beside each other in one folder.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;

/// The names of the folders in `home` that hold a `case.toml`, sorted.
pub fn cases_in(home: &Path) -> Vec<String> {
    let entries = fs::read_dir(home).into_iter().flatten().filter_map(Result::ok);
    let cases = entries.filter(|entry| entry.path().join("case.toml").is_file());
    let mut names: Vec<String> = cases.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The name of a folder as the id of a case.
pub fn case_id_of(name: &str) -> String {
    let lower: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = lower.split('-').filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    if joined.starts_with(|c: char| c.is_ascii_lowercase()) {
        joined
    } else {
        format!("case-{joined}").trim_end_matches('-').to_owned()
    }
}
