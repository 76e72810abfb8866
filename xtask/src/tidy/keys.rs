//! Every bibliography key resolves in `book/references.bib`.
//!
//! In a doc comment a key stands escaped, `\[AuthorYear\]`: rustdoc reads the bare form as a link to code.

use std::collections::BTreeSet;

use super::{Finding, is_of_a_crate, numbered};
use crate::checkout::TextFile;

const REFERENCES: &str = "book/references.bib";

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let references = files.iter().find(|file| file.path == REFERENCES);
    let known: BTreeSet<&str> = references.iter().flat_map(|file| defined(&file.text)).collect();
    let mut findings = Vec::new();
    for file in files {
        let source = is_of_a_crate(file) && file.has_extension("rs");
        let page = file.is_under("book/src") && file.has_extension("md");
        if !(source || page) {
            continue;
        }
        for (number, line) in numbered(&file.text).filter(|(_, line)| !source || is_doc(line)) {
            for (key, escaped) in cited(line) {
                if !known.contains(key) {
                    findings.push(Finding::new(file, number, format!("{key} is not in {REFERENCES}")));
                } else if source && !escaped {
                    let what = format!("write \\[{key}\\]: rustdoc reads the bare form as a link to code");
                    findings.push(Finding::new(file, number, what));
                }
            }
        }
    }
    findings
}

fn is_doc(line: &str) -> bool {
    ["///", "//!"].iter().any(|sign| line.trim_start().starts_with(sign))
}

/// The keys a bibliography defines: `@article{Key,`.
fn defined(bibliography: &str) -> impl Iterator<Item = &str> {
    bibliography.lines().filter_map(|line| {
        let (_, entry) = line.trim().strip_prefix('@')?.split_once('{')?;
        Some(entry.split_once(',').map_or(entry, |(key, _)| key).trim())
    })
}

/// The keys a line cites, `[AuthorYear]` or `[AuthorYear, p. 3]`, and whether the bracket is escaped.
fn cited(line: &str) -> impl Iterator<Item = (&str, bool)> {
    line.match_indices('[').filter_map(|(at, _)| {
        let inside = line[at + 1..].split(']').next()?.trim_end_matches('\\');
        let key = inside.split([',', ';', ' ']).next()?;
        is_key(key).then_some((key, line[..at].ends_with('\\')))
    })
}

/// A capital, letters, a year, and perhaps a letter that tells two works of a year apart.
fn is_key(text: &str) -> bool {
    let author = text.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches(|c: char| c.is_ascii_digit());
    let year = &text[author.len()..];
    let digits = year.chars().take_while(char::is_ascii_digit).count();
    author.starts_with(|c: char| c.is_ascii_uppercase())
        && author.chars().all(char::is_alphabetic)
        && digits == 4
        && year.len() <= digits + 1
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    #[test]
    fn knows_a_key_when_it_sees_one() {
        assert!(is_key("Nash1950") && is_key("KalaiSmorodinsky1975") && is_key("Roth1979a"));
        assert!(!is_key("Vec2") && !is_key("nash1950") && !is_key("Nash1950ab") && !is_key("1950") && !is_key("Table"));
    }

    #[test]
    fn refuses_keys_without_an_entry_and_bare_ones() {
        let bibliography = file(REFERENCES, "@article{Nash1950,\n  year = 1950\n}");
        let source = file(
            "crates/a/b/src/lib.rs",
            "/// \\[Nash1950\\] for two\n/// [Nash1950]\n//! \\[Roth1979, p. 3\\]\nlet a = b[Roth1979];",
        );
        assert_eq!(
            shown(&check(&[bibliography, source])),
            [
                "crates/a/b/src/lib.rs:2: write \\[Nash1950\\]: rustdoc reads the bare form as a link to code",
                "crates/a/b/src/lib.rs:3: Roth1979 is not in book/references.bib",
            ]
        );
    }

    #[test]
    fn an_absent_bibliography_matters_once_something_is_cited() {
        assert!(check(&[file("book/src/intro.md", "nothing [here](there.md)")]).is_empty());
        assert_eq!(check(&[file("book/src/intro.md", "as in [Nash1950]")]).len(), 1);
    }
}
