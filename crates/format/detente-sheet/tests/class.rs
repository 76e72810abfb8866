//! What pairs agreed on, from a table of any separator; everything wrong with one at once.

use crate::shared::case;
use detente_base::{FileId, Index};
use detente_sheet::{Class, Pair, class};
use proptest::prelude::*;

const TABLE: &str = "water,pair,bridge,office,toll\n40,\"Anna, Ben\",open,kept,5\n7,Cem & Dora,shared,left,0\n";

fn read(text: &[u8]) -> Class {
    let (case, _) = case(None);
    let found = class(&case, text, FileId(0));
    for label in labels(&found) {
        assert!(found.text.get(label.0..label.1).is_some(), "{label:?}");
    }
    found
}

/// Where every mistake is shown.
fn labels(found: &Class) -> Vec<(usize, usize)> {
    let wrong = found.pairs.as_ref().err().into_iter().flatten();
    wrong.flat_map(|found| &found.labels).map(|label| (label.span.start, label.span.end)).collect()
}

fn pairs(text: &str) -> Vec<Pair> {
    read(text.as_bytes()).pairs.expect("a class")
}

#[test]
fn a_pair_has_a_name_and_a_choice_for_every_issue_in_any_order_of_columns() {
    let found = pairs(TABLE);
    let told: Vec<(&str, Vec<usize>)> = found
        .iter()
        .map(|pair| (pair.name.as_str(), pair.package.rows().map(|choice| choice.position()).collect()))
        .collect();
    assert_eq!(told, [("Anna, Ben", vec![1, 0, 1, 40]), ("Cem & Dora", vec![2, 1, 0, 7])]);
}

#[test]
fn semicolons_tabs_a_mark_and_blank_lines_change_nothing() {
    let found = pairs(TABLE);
    for separator in [";", "\t"] {
        let other = TABLE.replace("Anna, Ben", "Anna| Ben").replace(',', separator).replace('|', ",");
        let other = format!("\u{feff}{}", other.replace('\n', "\r\n\r\n"));
        assert_eq!(pairs(&other), found, "{separator:?}");
    }
}

#[test]
fn everything_wrong_is_said_at_once_in_order_of_the_table() {
    let found = read(b"pair,bridge,bridges,water\nA,ajar,x,50\n\nA,open,y\n,closed,none,500\nB,C,open,y,40\n");
    let wrong = found.pairs.expect_err("mistakes");
    let names: Vec<&str> = wrong.iter().map(|found| found.code.name).collect();
    let expect = [
        "class-missing-column",
        "class-missing-column",
        "class-unknown-column",
        "class-unknown-choice",
        "class-pair-twice",
        "class-no-choice",
        "class-unnamed-pair",
        "class-unknown-choice",
        "class-no-heading",
    ];
    let mut sorted = names.clone();
    sorted.sort_unstable();
    let mut expected = expect.to_vec();
    expected.sort_unstable();
    assert_eq!(sorted, expected, "{names:?}");
    let starts: Vec<usize> = wrong.iter().filter_map(|found| Some(found.labels.first()?.span.start)).collect();
    assert!(starts.is_sorted(), "{starts:?}");
}

proptest! {
    #[test]
    fn any_bytes_are_a_class_or_have_a_diagnostic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let found = read(&bytes);
        prop_assert!(!matches!(&found.pairs, Err(wrong) if wrong.is_empty()));
    }

    #[test]
    fn any_cells_are_a_class_or_have_a_diagnostic(text in "(pair|bridge|office|toll|water|open|5|,|;|\n|\"|'| ){0,60}") {
        let found = read(text.as_bytes());
        prop_assert!(!matches!(&found.pairs, Err(wrong) if wrong.is_empty()));
    }
}
