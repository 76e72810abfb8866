//! A sheet as DOCX: whole, well formed, and the same bytes twice.

use std::io::{Cursor, Read};

use detente_report::sheet::Paper;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::common::{HOSTILE, said, sheet};

/// The parts by name.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a ZIP file");
    let of = |rank: usize, archive: &mut ZipArchive<Cursor<&[u8]>>| {
        let mut part = archive.by_index(rank).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..archive.len()).map(|rank| of(rank, &mut archive)).collect()
}

/// The paragraphs of a part, as somebody reads them.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut out = Vec::new();
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) if matches!(tag.name().as_ref(), "w:p" | "dc:title") => out.push(String::new()),
            Event::Text(text) => {
                if let Some(last) = out.last_mut() {
                    last.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                let letter = match name.as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    other => panic!("an entity nobody writes: {other}"),
                };
                out.last_mut().expect("a paragraph").push(letter);
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

fn holds_everything(words: &str) {
    let sheet = sheet(words);
    let docx = sheet.docx(Paper::A4).expect("packed");
    assert_eq!(docx, sheet.docx(Paper::A4).expect("packed"), "the same bytes twice");
    let found: Vec<String> = parts(&docx).iter().flat_map(|(_, xml)| paragraphs(xml)).collect();
    for said in said(&sheet) {
        assert!(found.iter().any(|paragraph| paragraph.contains(&said)), "{said:?} in {found:#?}");
    }
}

#[test]
fn every_word_is_in_the_document_as_it_was_said() {
    holds_everything(HOSTILE);
}

#[test]
fn heads_repeat_letters_of_the_right_are_marked_and_the_paper_is_that_asked_for() {
    let docx = |paper| parts(&sheet("words").docx(paper).expect("packed"));
    let body = |parts: &[(String, String)]| {
        parts.iter().find(|(name, _)| name == "word/document.xml").map(|(_, xml)| xml.clone()).expect("a body")
    };
    let (a4, letter) = (body(&docx(Paper::A4)), body(&docx(Paper::Letter)));
    assert!(
        a4.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
            && letter.contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>")
    );
    assert_eq!(a4.matches("<w:tblHeader/>").count(), a4.matches("<w:tbl>").count(), "a head for every table");
    assert!(a4.contains(
        "<w:r><w:rPr><w:rtl/><w:lang w:bidi=\"he-IL\"/></w:rPr><w:t xml:space=\"preserve\">שלום עולם</w:t></w:r>"
    ));
    assert!(a4.contains("<w:pStyle w:val=\"ListBullet\"/><w:bidi/>"), "a line of Arabic stands on its side");
    let foot = docx(Paper::A4).into_iter().find(|(name, _)| name == "word/footer1.xml").expect("a foot").1;
    assert!(foot.contains(" PAGE ") && foot.contains(" NUMPAGES "), "{foot}");
}

#[test]
fn the_document_of_a_small_sheet() {
    let mut small = sheet("words");
    small.blocks.truncate(3);
    let parts = parts(&small.docx(Paper::A4).expect("packed"));
    let own = ["word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"];
    let shown = parts.iter().filter(|(name, _)| own.contains(&name.as_str()));
    insta::assert_snapshot!(
        shown.map(|(name, xml)| format!("{name}\n{}\n", xml.replace("><w:p>", ">\n<w:p>"))).collect::<String>()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_words_become_markup(words in "[ a-c<>&;\"'/=\\]\\[!?#xא]{1,20}[a-c]") {
        holds_everything(&words);
    }
}
