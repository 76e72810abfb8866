//! A sheet as PDF: every word as it was said, whatever the words; the same bytes twice.

use detente_base::FileId;
use detente_report::PrintError;
use detente_report::sheet::{Block, Paper, Sheet, Table};
use proptest::prelude::*;

use crate::common::{HOSTILE, SCRIPTS, said, sheet};

/// What a page says, without what setting it puts between letters: spaces, ends of lines, hyphens, marks of direction.
fn bare(words: &str) -> String {
    let shown = |letter: &char| {
        !letter.is_whitespace()
            && !letter.is_control()
            && !matches!(letter, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2066}'..='\u{2069}')
    };
    words.chars().filter(shown).collect()
}

/// The text of a PDF, by a reader that has nothing in common with the typesetter.
fn read(pdf: &[u8]) -> String {
    bare(&detente_reading::document(pdf, FileId(0)).expect("a PDF with text").text)
}

fn set(sheet: &Sheet) -> Vec<u8> {
    sheet.pdf(Paper::A4).expect("typeset")
}

/// Letters in the order of reading differ between a page and its data where they run from right to left.
fn holds(text: &str, said: &str) -> bool {
    let rightward = |words: &str| SCRIPTS[2..4].iter().all(|name| !words.contains(&name[..4]));
    !rightward(said) || text.contains(&bare(said))
}

#[test]
fn every_word_is_on_the_page_as_it_was_said() {
    let sheet = sheet(HOSTILE);
    let text = read(&set(&sheet));
    let missing: Vec<String> = said(&sheet).into_iter().filter(|said| !holds(&text, said)).collect();
    assert!(missing.is_empty(), "{missing:#?} in {text}");
    for name in ["שלום", "جهان"] {
        let letters: Vec<char> = name.chars().collect();
        let turned: String = letters.iter().rev().collect();
        assert!(text.contains(name) || text.contains(&turned), "{name} in {text}");
    }
}

#[test]
fn the_same_sheet_is_the_same_bytes_and_says_what_it_is() {
    let sheet = sheet("words");
    let pdf = set(&sheet);
    assert_eq!(pdf, set(&sheet));
    let raw = String::from_utf8_lossy(&pdf);
    for said in ["pdfaid:part>2<", "pdfaid:conformance>A<", "Détente", "2031-05-03", "/Lang"] {
        assert!(raw.contains(said), "{said}");
    }
    let letter = sheet.pdf(Paper::Letter).expect("typeset");
    let size = |pdf: &[u8], width: &str| String::from_utf8_lossy(pdf).contains(&format!("/MediaBox[0 0 {width}"));
    assert!(size(&pdf, "595.27") && size(&letter, "612"), "the paper that was asked for");
}

#[test]
fn a_long_table_repeats_its_head_on_every_page_and_pages_are_numbered() {
    let mut sheet = sheet("words");
    let rows = (0..150).map(|rank| vec![format!("row {rank}"), "some words of it".to_owned()]).collect();
    sheet.blocks = vec![Block::Table(Table { header: vec!["Overhead", "Words"], rows })];
    let text = read(&set(&sheet));
    let pages = text.matches("Overhead").count();
    assert!(2 < pages, "{pages}");
    for page in 1..=pages {
        assert!(text.contains(&format!("page{page}of{pages}")), "{page} of {pages}");
    }
    assert_eq!(text.matches("Case0123456789abcdef.").count(), pages, "the foot stands on every page");
    for rank in 0..150 {
        assert!(text.contains(&format!("row{rank}somewords")), "{rank}");
    }
}

#[test]
fn letters_without_a_shape_are_named_and_nothing_is_written() {
    let error = sheet("字 and 字").pdf(Paper::A4).expect_err("no font has it");
    assert!(matches!(&error, PrintError::NoShape { letters } if letters == &['字']), "{error}");
    assert_eq!(error.to_string(), "the fonts of a PDF have no shape for “字” (U+5B57)");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn no_words_become_markup(words in "[ a-c#$*_`<>@/=+~\"'\\\\\\[\\]{}().:;-]{1,24}[a-c]") {
        let sheet = sheet(&words);
        let text = read(&set(&sheet));
        for said in said(&sheet) {
            prop_assert!(holds(&text, &said), "{said:?} in {text}");
        }
    }
}
