//! Any text is a numeric model or has mistakes in it, each at a place of the text and with a way out.
#![no_main]

use detente_interop::{Bounds, read_numeric};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let bounds = Bounds { parties: 8, issues: 16, cells: 256 };
    let reading = read_numeric(text, detente_base::FileId(0), bounds);
    let is_wrong = reading.diagnostics.iter().any(detente_base::Diagnostic::is_error);
    assert_eq!(reading.model.is_none(), is_wrong, "{text:?}");
    for found in &reading.diagnostics {
        assert!(found.hint.is_some() && !found.labels.is_empty(), "{found:?}");
        for label in &found.labels {
            assert!(text.get(label.span.start..label.span.end).is_some(), "{found:?} is outside {text:?}");
        }
    }
    if let Some(model) = reading.model {
        assert_eq!(model.values.len(), model.parties);
        assert!(model.values.iter().all(|issues| issues.len() == model.sizes.len()));
        assert!(model.tables.iter().all(|table| table.values.len() == model.parties));
    }
});
