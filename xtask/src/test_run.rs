//! The workspace's tests, and the proof that each crate's ran.
//!
//! A test that a filter, a feature or a forgotten `mod` line leaves out passes silently; so what cargo built is
//! compared with what ran, and what ran with the crates whose sources contain tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::blame::{Blame, Outcome};
use crate::checkout::{self, TextFile, target_dir};
use crate::command::Line;

/// The package of each test program, by the program's file name.
pub(crate) type Built = BTreeMap<String, String>;

/// Builds every test program.
pub(crate) fn build() -> Outcome<Built> {
    let line = Line::new("cargo test --workspace --no-run --message-format=json-render-diagnostics");
    eprintln!("$ {line}");
    Ok(line.output()?.lines().filter_map(test_program).collect())
}

/// The command, which was built with them: a build of it alone has other features, and takes half a minute.
pub(crate) fn program() -> PathBuf {
    target_dir().join("debug/detente")
}

/// Runs them, echoing what they say, and fails if a crate that has tests ran none.
pub(crate) fn run(built: &Built) -> Outcome {
    let line = Line::new("cargo test --workspace --no-fail-fast").with("CARGO_TERM_COLOR", "never");
    let mut tally = Tally::default();
    line.watch(|output| {
        println!("{output}");
        tally.hear(output, built);
    })?;
    let expected = packages_with_tests(&checkout::text_files()?);
    let missing = tally.missing(built, &expected);
    if missing.is_empty() {
        eprintln!("{}", tally.summary());
        return Ok(());
    }
    Err(Blame::new(format!("no test ran in: {}", missing.join(", "))).repeat(line.to_string()))
}

/// Reads one line of cargo's build report: the program and package, if it is about a test program.
fn test_program(message: &str) -> Option<(String, String)> {
    let profile = between(message, "\"profile\":{", "}")?;
    if !profile.contains("\"test\":true") {
        return None;
    }
    let program = between(message, "\"executable\":\"", "\"")?;
    let id = between(message, "\"package_id\":\"", "\"")?;
    Some((file_name(program).to_owned(), package_name(id)?.to_owned()))
}

/// The name in `path+file:///…/name#0.1.0` or `path+file:///…/folder#name@0.1.0`.
fn package_name(id: &str) -> Option<&str> {
    let (place, version) = id.split_once('#')?;
    Some(version.split_once('@').map_or_else(|| file_name(place), |(name, _)| name))
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The packages whose sources contain a test.
fn packages_with_tests(files: &[TextFile]) -> BTreeSet<String> {
    let has_test = |file: &&TextFile| {
        file.has_extension("rs") && file.text.lines().any(|line| matches!(line.trim(), "#[test]" | "#[rstest]"))
    };
    files.iter().filter(has_test).filter_map(|file| package_of(&file.path)).collect()
}

/// The package a source file belongs to; folders are named as their packages, but for the testkit.
fn package_of(path: &str) -> Option<String> {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["crates", _, package, ..] => Some(package.to_owned()),
        ["testkit", ..] => Some("detente-testkit".to_owned()),
        ["xtask", ..] => Some("xtask".to_owned()),
        _ => None,
    }
}

/// What ran, as cargo tells it.
#[derive(Default)]
struct Tally {
    current: Option<String>,
    programs: BTreeSet<String>,
    passed: BTreeMap<String, u64>,
}

impl Tally {
    fn hear(&mut self, output: &str, built: &Built) {
        let output = output.trim();
        if let Some(program) = output.strip_prefix("Running ").and_then(|line| between(line, "(", ")")) {
            let program = file_name(program);
            self.current = built.get(program).cloned();
            self.programs.insert(program.to_owned());
        } else if let Some(library) = output.strip_prefix("Doc-tests ") {
            self.current = Some(library.replace('_', "-"));
        } else if let Some(result) = output.strip_prefix("test result: ") {
            let passed = between(result, ". ", " passed").and_then(|number| number.parse::<u64>().ok());
            if let (Some(package), Some(passed)) = (self.current.take(), passed) {
                *self.passed.entry(package).or_default() += passed;
            }
        }
    }

    fn missing(&self, built: &Built, expected: &BTreeSet<String>) -> Vec<String> {
        let silent = expected.iter().filter(|package| self.passed.get(*package).is_none_or(|&passed| passed == 0));
        let unused = built.iter().filter(|(program, _)| !self.programs.contains(*program));
        silent.cloned().chain(unused.map(|(program, package)| format!("{package} ({program})"))).collect()
    }

    fn summary(&self) -> String {
        let counts: Vec<String> = self.passed.iter().map(|(package, passed)| format!("{package} {passed}")).collect();
        format!("tests that passed: {}", counts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = r#"{"reason":"compiler-artifact","package_id":"path+file:///d/crates/base/detente-base#0.1.0","target":{"test":true},"profile":{"opt_level":"0","test":true},"executable":"/t/deps/detente_base-1f"}"#;

    fn built() -> Built {
        test_program(MESSAGE).into_iter().collect()
    }

    fn heard(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.hear(line, &built());
        }
        tally
    }

    #[test]
    fn reads_test_programs_and_nothing_else() {
        assert_eq!(test_program(MESSAGE), Some(("detente_base-1f".to_owned(), "detente-base".to_owned())));
        assert_eq!(test_program(&MESSAGE.replace(r#""0","test":true"#, r#""0","test":false"#)), None);
        assert_eq!(package_name("path+file:///d/testkit#detente-testkit@0.1.0"), Some("detente-testkit"));
    }

    #[test]
    fn counts_what_ran() {
        let tally = heard(&[
            "     Running unittests src/lib.rs (target/debug/deps/detente_base-1f)",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "   Doc-tests detente_base",
            "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ]);
        assert_eq!(tally.summary(), "tests that passed: detente-base 5");
        assert!(tally.missing(&built(), &BTreeSet::from(["detente-base".to_owned()])).is_empty());
    }

    #[test]
    fn misses_a_crate_whose_tests_did_not_run() {
        let tally = heard(&[
            "     Running unittests src/lib.rs (target/debug/deps/detente_base-1f)",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s",
        ]);
        let expected = BTreeSet::from(["detente-base".to_owned(), "detente-case".to_owned()]);
        assert_eq!(tally.missing(&built(), &expected), ["detente-base", "detente-case"]);
        assert_eq!(heard(&[]).missing(&built(), &BTreeSet::new()), ["detente-base (detente_base-1f)"]);
    }

    #[test]
    fn knows_the_package_of_a_file() {
        assert_eq!(package_of("crates/base/detente-base/src/table.rs").as_deref(), Some("detente-base"));
        assert_eq!(package_of("fuzz/targets/expression.rs"), None);
    }
}
