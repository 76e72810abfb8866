//! A small case, and a workbook filled in as a person would: cell by cell in the file that was exported.
use std::io::{Cursor, Read, Write};

use detente_base::{Diagnostic, FileId};
use detente_case::{Case, PartyIdx};
use detente_casefile::{Folder, read as read_case};
use detente_estimate::EstimateSet;
use detente_sheet::{Filled, Form, Kind, fill, form, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-05-04
[parties]
eastland = { name = "Eastland", consent = "always" }
westland = { name = "Westland", consent = "always" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", open = "Open", shared = "Shared" }
[issues.office]
title = "An office"
owner = "westland"
choices = { kept = "Kept", left = "Left" }
[issues.toll]
title = "Toll"
range = { from = 0, to = 10, step = 5, unit = "%" }
[issues.water]
title = "Water"
range = { from = 0, to = 100, step = 1, unit = "m3" }
"#;

/// The case, and the set of estimates in `estimates`, if there is one.
pub(crate) fn case(estimates: Option<&str>) -> (Case, Option<EstimateSet>) {
    let files = [("case.toml", CASE)].into_iter().chain(estimates.map(|text| ("estimates/ours.toml", text)));
    let reading = read_case(&Folder::of_texts(files));
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    (reading.case.expect("a case"), reading.estimates.into_iter().next())
}

pub(crate) fn party(case: &Case, id: &str) -> PartyIdx {
    case.party(id).expect("a party")
}

/// The blank form of a party of the small case.
pub(crate) fn blank(id: &str) -> Form {
    let (case, _) = case(None);
    form(&case, party(&case, id), None)
}

/// A number as a cell, a text as another.
fn cell(at: &str, style: &str, value: &str) -> String {
    if value.parse::<f64>().is_ok() {
        return format!("<c r=\"{at}\"{style}><v>{value}</v></c>");
    }
    let value = value.replace('&', "&amp;").replace('<', "&lt;");
    format!("<c r=\"{at}\"{style} t=\"inlineStr\"><is><t>{value}</t></is></c>")
}

/// The workbook with these cells of the sheet "Values" filled in.
pub(crate) fn filled_in(workbook: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    with_part(workbook, "xl/worksheets/sheet2.xml", |xml| {
        for (at, value) in cells {
            let start = xml.find(&format!("<c r=\"{at}\"")).unwrap_or_else(|| panic!("{at} is in the sheet"));
            let head = xml[start..].find('>').expect("closed") + start;
            let end = if xml[..head].ends_with('/') {
                head + 1
            } else {
                xml[start..].find("</c>").expect("closed") + start + 4
            };
            let style = xml[start..head].find(" s=\"").map_or("", |style| &xml[start + style..head]);
            let style = style.trim_end_matches('/').split(" t=").next().unwrap_or_default().to_owned();
            xml.replace_range(start..end, &cell(at, &style, value));
        }
    })
}

/// The workbook with one of its parts changed.
pub(crate) fn with_part(workbook: &[u8], name: &str, change: impl FnOnce(&mut String)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut change = Some(change);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let part = entry.name().expect("a name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        if part == name {
            (change.take().expect("one such part"))(&mut text);
        }
        out.start_file(part, SimpleFileOptions::default()).expect("writable");
        out.write_all(text.as_bytes()).expect("writable");
    }
    assert!(change.is_none(), "{name} is in the workbook");
    out.finish().expect("written").into_inner()
}

/// Reads a file that came back for `form`.
pub(crate) fn back(form: &Form, bytes: &[u8], kind: Kind) -> (Option<Filled>, Vec<Diagnostic>) {
    match read(bytes, kind, FileId(0)) {
        Ok(grid) => {
            let (filled, found) = fill(form, &grid, FileId(0));
            for label in found.iter().flat_map(|found| &found.labels) {
                assert!(grid.text.get(label.span.start..label.span.end).is_some(), "{label:?}");
            }
            (filled, found)
        }
        Err(found) => (None, vec![*found]),
    }
}

pub(crate) fn messages(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|found| found.message.as_str()).collect()
}
