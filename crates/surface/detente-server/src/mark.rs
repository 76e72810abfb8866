//! How a folder looked from outside when it was read: enough to see that somebody wrote in it since.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What is known of every file without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark(Vec<(String, u64, Option<SystemTime>, u64)>);

/// The folders in which a case has files.
const FOLDERS: [&str; 4] = ["", "estimates", "territory", "texts"];

impl Mark {
    /// As the folder looks now.
    pub(crate) fn of(root: &Path) -> Self {
        let mut found = Vec::new();
        for folder in FOLDERS {
            let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
            for entry in entries.filter_map(Result::ok) {
                let Ok(about) = entry.metadata() else { continue };
                if about.is_file() {
                    let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
                    found.push((name, about.len(), about.modified().ok(), inode(&about)));
                }
            }
        }
        found.sort();
        Self(found)
    }
}

/// A file that takes another's place has a number of its own, whatever the clock says.
#[cfg(unix)]
fn inode(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn inode(_about: &fs::Metadata) -> u64 {
    0
}
