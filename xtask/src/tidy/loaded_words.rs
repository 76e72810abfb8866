//! Messages use the glossary's word for a thing, not one that takes sides or blurs it.

use super::rust_text::string_literals;
use super::words::phrases;
use super::{Finding, numbered};
use crate::checkout::TextFile;

/// The words and what to say instead; the file explains its form.
const LIST: &str = include_str!("../../loaded-words.txt");

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let list = Entry::list(LIST);
    let sources = files.iter().filter(|file| file.is_under("crates") && file.has_extension("rs"));
    sources.filter(|file| !is_test(file)).flat_map(|file| check_file(file, &list)).collect()
}

fn check_file(file: &TextFile, list: &[Entry<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, message) in messages(file) {
        for entry in list.iter().filter(|entry| entry.occurs_in(&message)) {
            let what = format!("a message says \"{}\"; say {}", entry.word, entry.instead);
            findings.push(Finding::new(file, line, what));
        }
    }
    findings
}

fn is_test(file: &TextFile) -> bool {
    file.path.contains("/tests/") || file.path.ends_with("/tests.rs")
}

/// What a person may read: string literals of more than one word, and the doc comments that clap prints.
fn messages(file: &TextFile) -> Vec<(usize, String)> {
    let shipped = file.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let literals = string_literals(shipped).into_iter().map(|literal| (literal.line, literal.text));
    let sentences = literals.filter(|(_, text)| text.trim().contains(char::is_whitespace));
    let is_help = file.is_under("crates/surface/detente-cli");
    let help = numbered(shipped).filter(|(_, line)| is_help && line.trim_start().starts_with("///"));
    sentences.chain(help.map(|(number, line)| (number, line.to_owned()))).collect()
}

/// A line of the list.
#[derive(Debug, PartialEq, Eq)]
struct Entry<'t> {
    word: &'t str,
    instead: &'t str,
    /// Phrases in which the word is right.
    except: Vec<&'t str>,
}

impl<'t> Entry<'t> {
    fn list(text: &'t str) -> Vec<Self> {
        let entries = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        entries.filter_map(Self::read).collect()
    }

    /// `word -> what to say` or `word -> what to say | phrase | phrase`
    fn read(line: &'t str) -> Option<Self> {
        let (word, rest) = line.split_once("->")?;
        let mut parts = rest.split('|').map(str::trim);
        Some(Self { word: word.trim(), instead: parts.next()?, except: parts.collect() })
    }

    fn occurs_in(&self, message: &str) -> bool {
        let mut message = message.to_lowercase();
        for phrase in &self.except {
            message = message.replace(&phrase.to_lowercase(), "");
        }
        // A word tied to a sign, `word.x` or `--word`, is a key or an option, whose name is the format's.
        let is_free = |(before, after): (&str, &str)| {
            let tied = |neighbour: Option<char>| neighbour.is_some_and(|c| "`_-=/{}[]<>".contains(c));
            let is_key = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
            !tied(before.chars().next_back()) && !tied(after.chars().next()) && !is_key
        };
        let plural = format!("{}s", self.word);
        [self.word, &plural].iter().any(|word| phrases(&message, word).any(is_free))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    fn check_source(source: &str) -> Vec<String> {
        let list = Entry::list("side -> party | on either side of the equation\nbest -> the named principle");
        shown(&check_file(&file("crates/a/b/src/lib.rs", source), &list))
    }

    #[test]
    fn reads_the_committed_list() {
        let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        assert_eq!(Entry::list(LIST).len(), lines);
        assert!(10 < lines);
    }

    #[test]
    fn refuses_loaded_words_in_messages() {
        assert_eq!(
            check_source("let m = \"both sides agree\";"),
            ["crates/a/b/src/lib.rs:1: a message says \"side\"; say party"]
        );
        assert_eq!(check_source("format!(\"the Best of {n}\")").len(), 1);
    }

    #[test]
    fn leaves_keys_comments_tests_and_exceptions() {
        assert!(check_source("// both sides\nmatch kind { \"side\" => 1 }").is_empty());
        assert!(check_source("\"use --side or `side` or side.a = 1 here\"").is_empty());
        assert!(check_source("\"a sum on either side of the equation\"").is_empty());
        assert!(check_source("#[cfg(test)]\nmod tests { const A: &str = \"the best side\"; }").is_empty());
    }
}
