//! Any table is a score sheet or has mistakes in it, each at a cell; and any sheet of a workbook is.
#![no_main]

use std::io::{Cursor, Read, Write};
use std::sync::OnceLock;

use detente_base::FileId;
use detente_casefile::{Folder, read as read_case};
use detente_sheet::{Form, Kind, fill, form, read, write_xlsx};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
eastland = { name = "Eastland", consent = "always" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", open = "Open" }
[issues.toll]
title = "Toll"
range = { from = 0, to = 100, step = 1, unit = "%" }
"#;

/// The part of the workbook that holds the numbers.
const VALUES: &str = "xl/worksheets/sheet2.xml";

/// The blank form, and the other parts of its workbook.
struct Blank {
    form: Form,
    parts: Vec<(String, String)>,
}

fn blank() -> &'static Blank {
    static BLANK: OnceLock<Blank> = OnceLock::new();
    BLANK.get_or_init(|| {
        let case = read_case(&Folder::of_texts([("case.toml", CASE)])).case.expect("a case");
        let form = form(&case, case.party("eastland").expect("a party"), None);
        let bytes = write_xlsx(&form).expect("it fits");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).expect("an entry");
            let name = entry.name().expect("a name").into_owned();
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("text");
            if name != VALUES {
                parts.push((name, text));
            }
        }
        Blank { form, parts }
    })
}

/// The workbook with another sheet of numbers.
fn workbook(parts: &[(String, String)], values: &str) -> Vec<u8> {
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain([(VALUES, values)]) {
        out.start_file(name, plain).expect("writable");
        out.write_all(text.as_bytes()).expect("writable");
    }
    out.finish().expect("written").into_inner()
}

fn check(form: &Form, bytes: &[u8], kind: Kind) {
    let grid = match read(bytes, kind, FileId(0)) {
        Ok(grid) => grid,
        Err(found) => return assert!(found.hint.is_some(), "{found:?}"),
    };
    let (filled, found) = fill(form, &grid, FileId(0));
    assert_eq!(filled.is_none(), found.iter().any(detente_base::Diagnostic::is_error), "{found:?}");
    for found in &found {
        assert!(found.hint.is_some() && !found.labels.is_empty(), "{found:?}");
        for label in &found.labels {
            assert!(grid.text.get(label.span.start..label.span.end).is_some(), "{found:?} is outside {:?}", grid.text);
        }
    }
}

fuzz_target!(|text: &str| {
    let blank = blank();
    if text.starts_with('<') {
        check(&blank.form, &workbook(&blank.parts, text), Kind::Workbook);
    } else {
        check(&blank.form, text.as_bytes(), Kind::Csv);
    }
});
