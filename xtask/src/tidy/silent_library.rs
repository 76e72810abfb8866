//! A library whose manifest says that it has no tests of its own, or none in its documentation, has none: they would not run.

use super::Finding;
use crate::checkout::TextFile;

/// Whether a line of a source shows what a switch silences.
type Shows = fn(&str) -> bool;

/// What a manifest can switch off, and how the sources show that it is there all the same.
const SWITCHES: [(&str, Shows); 2] = [("test = false", is_test), ("doctest = false", is_example)];

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let manifests = files.iter().filter_map(|file| Some((file.path.strip_suffix("Cargo.toml")?, file)));
    manifests.flat_map(|(folder, manifest)| silenced(folder, manifest, files)).collect()
}

/// Per switch the first line of the library's sources that it silences.
fn silenced(folder: &str, manifest: &TextFile, files: &[TextFile]) -> Vec<Finding> {
    let sources = format!("{folder}src/");
    let first = |shows: Shows| {
        let mut own = files.iter().filter(|file| file.path.starts_with(&sources) && file.has_extension("rs"));
        own.find_map(|file| Some((file, file.text.lines().position(|line| shows(line.trim()))? + 1)))
    };
    let set = SWITCHES.iter().filter(|(switch, _)| manifest.text.lines().any(|line| line == *switch));
    let told = |(file, line): (&TextFile, usize), switch: &str| {
        Finding::new(file, line, format!("it does not run: take `{switch}` out of {}", manifest.path))
    };
    set.filter_map(|(switch, shows)| Some(told(first(*shows)?, switch))).collect()
}

fn is_test(line: &str) -> bool {
    matches!(line, "#[test]" | "#[rstest]") || line.starts_with("proptest!")
}

fn is_example(line: &str) -> bool {
    line.starts_with("/// ```") || line.starts_with("//! ```")
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    #[test]
    fn finds_tests_and_examples_that_are_switched_off() {
        let manifest = file("crates/a/b/Cargo.toml", "[lib]\ntest = false\ndoctest = false\n");
        let sources = file("crates/a/b/src/x.rs", "/// Doubles.\n/// ```\n/// ```\nfn f() {}\n    #[test]\n");
        let outside = file("crates/a/b/tests/suite.rs", "#[test]\n");
        let other = file("crates/a/c/src/x.rs", "#[test]\n");
        let findings = check(&[manifest, sources, outside, other]);
        assert_eq!(
            shown(&findings),
            [
                "crates/a/b/src/x.rs:5: it does not run: take `test = false` out of crates/a/b/Cargo.toml",
                "crates/a/b/src/x.rs:2: it does not run: take `doctest = false` out of crates/a/b/Cargo.toml",
            ]
        );
    }
}
