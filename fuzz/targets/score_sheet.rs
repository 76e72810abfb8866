//! Any CSV table is a score sheet or has mistakes in it, each at a cell and with a way out.
//!
//! Workbooks are left to tests: the library that opens them may panic, which is caught, and a fuzzer cannot tell that apart.
#![no_main]

use std::sync::OnceLock;

use detente_base::FileId;
use detente_casefile::{Folder, read as read_case};
use detente_sheet::{Form, Kind, fill, form, read};
use libfuzzer_sys::fuzz_target;

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

fn blank() -> &'static Form {
    static BLANK: OnceLock<Form> = OnceLock::new();
    BLANK.get_or_init(|| {
        let case = read_case(&Folder::of_texts([("case.toml", CASE)])).case.expect("a case");
        form(&case, case.party("eastland").expect("a party"), None)
    })
}

fuzz_target!(|text: &str| {
    let grid = match read(text.as_bytes(), Kind::Csv, FileId(0)) {
        Ok(grid) => grid,
        Err(found) => return assert!(found.hint.is_some(), "{found:?}"),
    };
    let (filled, found) = fill(blank(), &grid, FileId(0));
    assert_eq!(filled.is_none(), found.iter().any(detente_base::Diagnostic::is_error), "{found:?}");
    for found in &found {
        assert!(found.hint.is_some() && !found.labels.is_empty(), "{found:?}");
        for label in &found.labels {
            assert!(grid.text.get(label.span.start..label.span.end).is_some(), "{found:?} is outside {:?}", grid.text);
        }
    }
});
