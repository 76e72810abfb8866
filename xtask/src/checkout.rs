//! The checkout: where it is, and the text files in it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::blame::{About, Outcome};

/// The folder of the root manifest.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo builds.
pub(crate) fn target_dir() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A text file, named as a person names it from the root.
#[derive(Clone, Debug)]
pub(crate) struct TextFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl TextFile {
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }

    pub(crate) fn is_under(&self, folder: &str) -> bool {
        Path::new(&self.path).starts_with(folder)
    }
}

/// Every text file of the checkout, sorted by path; build output, version control and binary files left out.
pub(crate) fn text_files() -> Outcome<Vec<TextFile>> {
    let mut files = Vec::new();
    collect(root(), &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<TextFile>) -> Outcome {
    for entry in fs::read_dir(folder).about(folder.display())? {
        let path = entry.about(folder.display())?.path();
        if is_left_out(&path) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if let Ok(text) = String::from_utf8(fs::read(&path).about(path.display())?) {
            files.push(TextFile { path: from_root(&path), text });
        }
    }
    Ok(())
}

/// What `.gitignore` leaves out, and what no person writes.
fn is_left_out(path: &Path) -> bool {
    const NAMES: [&str; 5] = [".git", ".venv", "target", "node_modules", "texts"];
    const PATHS: [&str; 4] = ["fuzz/artifacts", "book/book", "web/dist", "web/shots"];
    path.is_symlink()
        || NAMES.iter().any(|name| path.file_name().is_some_and(|found| found == *name))
        || PATHS.iter().any(|left_out| path == root().join(left_out))
}

fn from_root(path: &Path) -> String {
    let relative = path.strip_prefix(root()).unwrap_or(path);
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
