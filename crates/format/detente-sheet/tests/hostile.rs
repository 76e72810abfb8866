//! Any bytes are a sheet or have a diagnostic; none makes the reader panic or take much memory.

use std::io::{Cursor, Write};

use crate::shared::{self, back, blank, filled_in, messages, with_part};
use detente_sheet::{Kind, write_csv, write_xlsx};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn check(bytes: &[u8], kind: Kind) {
    let (filled, found) = back(&blank("eastland"), bytes, kind);
    assert!(filled.is_some() || found.iter().any(detente_base::Diagnostic::is_error));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_damaged_workbook_is_read_or_refused(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>()) {
        let mut bytes = write_xlsx(&blank("eastland")).expect("it fits");
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        check(&bytes, Kind::Workbook);
        bytes.truncate(cut.index(bytes.len()));
        check(&bytes, Kind::Workbook);
    }

    #[test]
    fn a_damaged_table_in_a_sound_archive_is_too(places in prop::collection::vec((any::<prop::sample::Index>(), "[<>/\"&;a-z0-9=! ]"), 1..12)) {
        let bytes = write_xlsx(&blank("eastland")).expect("it fits");
        for part in ["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
            let damaged = with_part(&bytes, part, |xml| {
                for (place, with) in &places {
                    let at = place.index(xml.len());
                    if xml.is_char_boundary(at) && xml.is_char_boundary(at + 1) {
                        xml.replace_range(at..=at, with);
                    }
                }
            });
            check(&damaged, Kind::Workbook);
        }
    }

    #[test]
    fn any_text_is_a_table_or_none(text in any::<String>(), at in any::<prop::sample::Index>()) {
        let mut csv = write_csv(&blank("eastland"));
        let at = at.index(csv.len());
        if csv.is_char_boundary(at) {
            csv.insert_str(at, &text);
        }
        check(csv.as_bytes(), Kind::Csv);
        check(text.as_bytes(), Kind::Csv);
        check(text.as_bytes(), Kind::Workbook);
    }

    #[test]
    fn any_reason_comes_back(reason in "\\PC{1,40}") {
        let (case, _) = shared::case(None);
        let mut form = detente_sheet::form(&case, shared::party(&case, "eastland"), None);
        form.rows[0].now = Some(detente_estimate::Range::single(detente_base::Decimal::HUNDRED));
        form.rows[0].because = Some(reason.clone());
        let expect = Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        for (bytes, kind) in [(write_xlsx(&form).expect("it fits"), Kind::Workbook), (write_csv(&form).into_bytes(), Kind::Csv)] {
            let (filled, found) = back(&blank("eastland"), &bytes, kind);
            let filled = filled.unwrap_or_else(|| panic!("{found:?}"));
            prop_assert_eq!(&filled.numbers[&detente_sheet::Field::BottomLine].because, &expect);
        }
    }
}

#[test]
fn a_workbook_that_unpacks_to_much_is_refused() {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file("xl/workbook.xml", SimpleFileOptions::default()).expect("writable");
    let block = vec![b' '; 1 << 20];
    for _ in 0..80 {
        out.write_all(&block).expect("writable");
    }
    let bytes = out.finish().expect("written").into_inner();
    assert!(bytes.len() < 1 << 20);
    let (_, found) = back(&blank("eastland"), &bytes, Kind::Workbook);
    assert_eq!(messages(&found), ["this workbook unpacks to more than is read"]);
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_room() {
    let bytes = write_xlsx(&blank("eastland")).expect("it fits");
    let far = with_part(&bytes, "xl/worksheets/sheet2.xml", |xml| {
        let end = xml.find("</sheetData>").expect("a table");
        xml.insert_str(end, "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    });
    let (_, found) = back(&blank("eastland"), &far, Kind::Workbook);
    assert_eq!(messages(&found), ["this workbook unpacks to more than is read"]);
    // A note beside the table is nobody's concern.
    let beside = filled_in(&bytes, &[("E5", "10")]);
    let beside = with_part(&beside, "xl/worksheets/sheet2.xml", |xml| {
        let end = xml.find("</sheetData>").expect("a table");
        xml.insert_str(end, "<row r=\"9000\"><c r=\"XFD9000\"><v>1</v></c></row>");
    });
    let (filled, found) = back(&blank("eastland"), &beside, Kind::Workbook);
    assert_eq!((filled.expect("sound").numbers.len(), found.len()), (1, 0));
}
