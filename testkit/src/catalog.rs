//! The cases that come with the program.

#![expect(clippy::disallowed_methods, reason = "tests read the checkout")]

use std::io;
use std::path::{Path, PathBuf};

/// The folder of every case, in order of path.
///
/// # Errors
/// A folder of the checkout that cannot be read.
pub fn catalog_cases() -> io::Result<Vec<PathBuf>> {
    let mut cases = Vec::new();
    for shelf in folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog"))? {
        cases.extend(folders(&shelf)?);
    }
    Ok(cases)
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
