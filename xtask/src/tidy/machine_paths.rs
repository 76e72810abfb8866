//! No file names a folder of the machine it was written on.

use super::{Finding, numbered};
use crate::checkout::{TextFile, root};

/// In two pieces each, so that this file passes.
const HOMES: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("C:\\", "Users"),
    concat!("/wo", "rk/"),
];

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let here = root().display().to_string();
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in numbered(&file.text) {
            if let Some(path) = HOMES.iter().copied().chain([here.as_str()]).find(|path| stands_in(line, path)) {
                let what = format!("\"{path}\" is a path of one machine; name files from the root of the checkout");
                findings.push(Finding::new(file, number, what));
            }
        }
    }
    findings
}

/// Whether a path starts with `start` here; inside a longer path or an address it means something else.
fn stands_in(line: &str, start: &str) -> bool {
    let is_inside = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "-_.~".contains(c));
    line.match_indices(start).any(|(at, _)| !is_inside(&line[..at]))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn refuses_homes_and_this_checkout() {
        let count = |text: &str| check(&[file("README.md", text)]).len();
        assert_eq!(count(&format!("see {}someone/notes", HOMES[0])), 1);
        assert_eq!(count(&format!("see {}/README.md", root().display())), 1);
        assert_eq!(count(&format!("https://example.org{}page", HOMES[0])), 0);
        assert_eq!(count("see book/src"), 0);
    }
}
