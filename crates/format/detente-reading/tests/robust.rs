//! Any bytes are a document or have a diagnostic, and any text is read without a panic, the same each time.

use detente_base::FileId;
use detente_case::Case;
use detente_casefile::{Folder, read};
use detente_reading::{Reader, document};
use proptest::prelude::*;

const CASE: &str = include_str!("../../../../conformance/reading/river/case.toml");
const REPORT: &str = include_str!("../../../../conformance/reading/river/wire.txt");

fn case() -> Case {
    read(&Folder::of_texts([("case.toml", CASE)])).case.expect("a committed case")
}

fn check(case: &Case, text: &str) {
    let reader = Reader::new(case);
    let found = reader.read(text);
    assert_eq!(found, reader.read(text));
    for proposal in &found {
        assert_eq!(text.get(proposal.bytes.clone()), Some(proposal.exact.as_str()));
        assert_eq!(proposal.scalars.len(), proposal.exact.chars().count());
        assert!(proposal.exact.split_whitespace().count() <= 40 && proposal.confidence <= 100);
    }
}

/// Words that the rules look for, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Eastland",
        "Westland's",
        "President Vik",
        "Dorne",
        "the envoy",
        "its delegation",
        "said",
        "told the Harbour Gazette",
        "that",
        "rejected",
        "would never",
        "would",
        "accept",
        "ruled",
        "out",
        "armed monitors",
        "the bridge",
        "it",
        "he",
        "we",
        "our",
        "if",
        "in exchange for",
        "according to",
        "as detailed in",
        "did not",
        "no",
        "water",
        ",",
        ".",
        ";",
        ":",
        "\"",
        "\u{201C}",
        "\u{201D}",
        "\n",
        "\n\n",
        "on 3 May 2031",
        "2031-05-03",
        "must",
        "offer to",
        "demand for",
        "tied",
        "to",
        "senior official in",
        "é\u{301}",
        "\u{1F54A}",
        "\u{202E}",
        "-",
        "'s",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_words_are_read(text in words()) {
        check(&case(), &text);
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&case(), &text);
    }

    #[test]
    fn any_bytes_are_a_document_or_have_a_diagnostic(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..3) {
        let start: &[u8] = [b"".as_slice(), b"%PDF-1.4\n", b"<html><p>"][usize::try_from(kind).unwrap_or(0)];
        let bytes = [start, &bytes].concat();
        match document(&bytes, FileId(0)) {
            Ok(found) => check(&case(), &found.text),
            Err(found) => prop_assert!(found.hint.is_some() && !found.labels.is_empty()),
        }
    }

    #[test]
    fn a_report_cut_anywhere_is_read(at in 0..REPORT.len()) {
        check(&case(), &REPORT[..at]);
    }
}

/// Twice the text takes about twice the steps: the words read in a sentence never depend on what came before.
#[test]
fn a_report_many_times_over_is_read_as_each_by_itself() {
    let case = case();
    let reader = Reader::new(&case);
    let once = reader.read(REPORT).len();
    assert_eq!(reader.read(&REPORT.repeat(50)).len(), 50 * once);
}

#[test]
fn reordering_parties_changes_nothing_that_is_proposed() {
    let mut lines: Vec<&str> = CASE.lines().collect();
    let east = lines.iter().position(|line| line.starts_with("eastland =")).expect("there");
    let west = lines.iter().position(|line| line.starts_with("westland =")).expect("there");
    lines.swap(east, west);
    let swapped = read(&Folder::of_texts([("case.toml", lines.join("\n").as_str())])).case.expect("a case");
    assert_eq!(Reader::new(&case()).read(REPORT), Reader::new(&swapped).read(REPORT));
}
