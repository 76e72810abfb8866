//! Any bytes in a case folder are read without a panic, and printing a file changes nothing but its spacing.
#![no_main]

use detente_casefile::{Content, File, Folder, print, read};
use libfuzzer_sys::fuzz_target;

/// The line between two files of an input, so that a person can read and write the corpus.
const SEPARATOR: &str = "\n=====\n";
const PATHS: [&str; 6] =
    ["case.toml", "ledger.toml", "estimates/fuzz.toml", "drafts.toml", "fund.toml", "clauses.toml"];

fuzz_target!(|bytes: &[u8]| {
    let files: Vec<File> = PATHS.iter().zip(split(bytes)).map(|(path, part)| file(path, part)).collect();
    let reading = read(&Folder::new(files.clone()));

    let printed: Option<Vec<File>> = files.iter().map(printed).collect();
    if let Some(printed) = printed {
        let again = read(&Folder::new(printed));
        assert_eq!(reading.is_sound(), again.is_sound(), "printing changed what is wrong");
    }
});

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(SEPARATOR.len()).position(|window| window == SEPARATOR.as_bytes()) {
        parts.push(&rest[..=at]);
        rest = &rest[at + SEPARATOR.len()..];
    }
    parts.push(rest);
    parts
}

fn file(path: &str, bytes: &[u8]) -> File {
    let content = match str::from_utf8(bytes) {
        Ok(text) => Content::Text(text.to_owned()),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
            Content::NotUtf8 { before }
        }
    };
    File { path: path.to_owned(), content }
}

/// The file printed canonically, if it is text and TOML.
fn printed(file: &File) -> Option<File> {
    let Content::Text(text) = &file.content else { return None };
    let once = print(text).ok()?;
    let twice = print(&once);
    assert_eq!(twice.as_ref().ok(), Some(&once), "printing is not idempotent: {text:?}");
    Some(File { content: Content::Text(once), ..file.clone() })
}
