//! A crate's tests that are one program, `tests/suite.rs`, name each file beside it: one left out would pass by not running.

use super::Finding;
use crate::checkout::TextFile;

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let suites = files.iter().filter_map(|file| Some((file.path.strip_suffix("suite.rs")?, file)));
    let suites = suites.filter(|(folder, _)| folder.ends_with("/tests/"));
    suites.flat_map(|(folder, suite)| files.iter().filter_map(move |file| left_out(folder, suite, file))).collect()
}

/// A file of tests in a folder that the suite there does not name.
fn left_out(folder: &str, suite: &TextFile, file: &TextFile) -> Option<Finding> {
    let module = file.path.strip_prefix(folder)?.strip_suffix(".rs").filter(|name| !name.contains('/'))?;
    let line = format!("mod {module};");
    let is_named = module == "suite" || suite.text.lines().any(|own| own == line);
    (!is_named).then(|| Finding::new(file, 1, format!("its tests do not run: say `{line}` in {}", suite.path)))
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    #[test]
    fn finds_the_file_a_suite_does_not_name() {
        let suite = file("crates/a/b/tests/suite.rs", "mod common;\n#[cfg(feature = \"pdf\")]\nmod pdf;\n");
        let named = file("crates/a/b/tests/pdf.rs", "");
        let deeper = file("crates/a/b/tests/common/mod.rs", "");
        let elsewhere = file("crates/a/c/tests/other.rs", "");
        let left_out = file("crates/a/b/tests/why.rs", "");
        let findings = check(&[suite, named, deeper, elsewhere, left_out]);
        assert_eq!(
            shown(&findings),
            ["crates/a/b/tests/why.rs:1: its tests do not run: say `mod why;` in crates/a/b/tests/suite.rs"]
        );
    }
}
