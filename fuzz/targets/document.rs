//! Any bytes are a document or have a diagnostic; any text is read without a panic, and every quote stands where it says.
#![no_main]

use std::sync::LazyLock;

use detente_base::FileId;
use detente_case::Case;
use detente_casefile::{Folder, read};
use detente_reading::{Reader, document, selector};
use libfuzzer_sys::fuzz_target;

const CASE: &str = include_str!("../../conformance/reading/river/case.toml");

static RIVER: LazyLock<Option<Case>> = LazyLock::new(|| read(&Folder::of_texts([("case.toml", CASE)])).case);

fuzz_target!(|bytes: &[u8]| {
    let Some(case) = &*RIVER else { panic!("a committed case") };
    match document(bytes, FileId(0)) {
        Ok(found) => {
            for proposal in Reader::new(case).read(&found.text) {
                assert_eq!(found.text.get(proposal.bytes.clone()), Some(proposal.exact.as_str()));
                assert!(proposal.exact.split_whitespace().count() <= 40);
                let around = selector(&found.text, &proposal.bytes);
                assert!(around.is_some_and(|around| around.exact == proposal.exact));
            }
        }
        Err(found) => assert!(found.hint.is_some() && !found.labels.is_empty()),
    }
});
