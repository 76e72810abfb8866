//! Writing: whole files or nothing.

use std::fs;
use std::io::Write;
use std::path::Path;

use detente_base::FileId;

use crate::{OpenError, Opened};

/// Writes the changed files of an opened folder. Each file is the old or the new one, never half of it: the new text is
/// written beside it, flushed to disk, and takes its place in one step.
pub fn save(opened: &Opened, changed: &[(FileId, String)]) -> Result<(), OpenError> {
    for (file, text) in changed {
        if let Some(file) = opened.folder.file(*file) {
            replace(&opened.root.join(&file.path), text)?;
        }
    }
    Ok(())
}

/// Writes the files of a new folder; refuses a folder that is there already and not empty.
pub fn write_new(root: &Path, files: &[(&str, String)]) -> Result<(), OpenError> {
    if root.is_file() || holds_anything(root) {
        return Err(OpenError::Occupied { path: root.to_owned() });
    }
    files.iter().try_for_each(|(path, text)| replace(&root.join(path), text))
}

#[expect(clippy::disallowed_methods, reason = "this is the surface that touches files")]
fn holds_anything(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Writes one file, whole or not at all.
pub fn write_file(path: &Path, text: &str) -> Result<(), OpenError> {
    replace(path, text)
}

fn replace(path: &Path, text: &str) -> Result<(), OpenError> {
    let unwritable = |source| OpenError::Unwritable { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    file.write_all(text.as_bytes()).map_err(unwritable)?;
    file.as_file().sync_all().map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}
