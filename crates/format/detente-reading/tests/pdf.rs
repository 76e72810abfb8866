//! Text of a PDF, made here from its parts.

use detente_base::FileId;
use detente_reading::{Kind, document};
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};

const CASE: &str = include_str!("../../../../conformance/reading/river/case.toml");

/// A PDF with a page for each text, its streams packed.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut made = Document::with_version("1.5");
    let parent = made.new_object_id();
    let font = made.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman", "Encoding" => "WinAnsiEncoding" });
    let resources = made.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut kids: Vec<Object> = Vec::new();
    for lines in pages {
        let mut operations = vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 12.into()]),
            Operation::new("Td", vec![50.into(), 700.into()]),
        ];
        for line in *lines {
            operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
            operations.push(Operation::new("Td", vec![0.into(), (-14).into()]));
        }
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().expect("a page");
        let content = made.add_object(Stream::new(dictionary! {}, content));
        kids.push(made.add_object(dictionary! { "Type" => "Page", "Parent" => parent, "Contents" => content }).into());
    }
    let count = i64::try_from(kids.len()).expect("few pages");
    let tree = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    made.objects.insert(parent, Object::Dictionary(tree));
    let catalog = made.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
    made.trailer.set("Root", catalog);
    made.compress();
    let mut bytes = Vec::new();
    made.save_to(&mut bytes).expect("a file in memory");
    bytes
}

#[test]
fn the_text_of_a_pdf_is_that_of_its_pages() {
    let bytes = pdf(&[&["Eastland rejects the", "bridge at Kells."], &["Westland supports it."]]);
    let found = document(&bytes, FileId(0)).expect("a text");
    assert_eq!(found.kind, Kind::Pdf);
    let words: Vec<&str> = found.text.split_whitespace().collect();
    assert_eq!(words.join(" "), "Eastland rejects the bridge at Kells. Westland supports it.");
}

#[test]
fn a_pdf_is_read_as_the_same_report_in_plain_text_is() {
    let words = "Eastland rejects armed monitors. Westland would never accept the bridge.";
    let bytes = pdf(&[&["Eastland rejects armed", "monitors. Westland would", "never accept the bridge."]]);
    let found = document(&bytes, FileId(0)).expect("a text");
    let case = detente_casefile::Folder::of_texts([("case.toml", CASE)]);
    let case = detente_casefile::read(&case).case.expect("a committed case");
    let reader = detente_reading::Reader::new(&case);
    let read = |text: &str| {
        let found = reader.read(text).into_iter();
        found
            .map(|read| (read.party, read.issue, read.stance.name(), read.exact.replace('\n', " ")))
            .collect::<Vec<_>>()
    };
    assert_eq!(read(words).len(), 2);
    assert_eq!(read(&found.text), read(words));
}

#[test]
fn a_pdf_without_characters_is_said_to_be_a_picture() {
    assert_eq!(document(&pdf(&[&[]]), FileId(0)).expect_err("no text").code.name, "pdf-is-image");
}

#[test]
fn a_pdf_cut_short_anywhere_is_read_or_refused() {
    let bytes = pdf(&[&["Eastland rejects the bridge."]]);
    for end in (0..bytes.len()).step_by(3) {
        let _ = document(&bytes[..end], FileId(0)).map_err(|found| assert!(found.hint.is_some()));
    }
}

#[test]
fn a_pdf_with_any_byte_changed_is_read_or_refused() {
    let bytes = pdf(&[&["Eastland rejects the bridge."]]);
    for at in (0..bytes.len()).step_by(2) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x15;
        let _ = document(&changed, FileId(0)).map_err(|found| assert!(found.hint.is_some()));
    }
}

#[test]
fn a_pdf_that_unpacks_to_more_than_is_read_is_refused() {
    let mut made = Document::with_version("1.5");
    let zeros = Stream::new(dictionary! {}, vec![0; 300 * 1024 * 1024]);
    made.add_object(zeros);
    made.compress();
    let mut bytes = Vec::new();
    made.save_to(&mut bytes).expect("a file in memory");
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert_eq!(document(&bytes, FileId(0)).expect_err("too large").code.name, "document-too-large");
}
