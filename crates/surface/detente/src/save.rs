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

/// Makes a folder with these files: all of them, or no folder. Refuses one that is there already and not empty.
pub fn write_folder(root: &Path, files: &[(&str, String)]) -> Result<(), OpenError> {
    if root.is_file() || holds_anything(root) {
        return Err(OpenError::Occupied { path: root.to_owned() });
    }
    let unwritable = |source| OpenError::Unwritable { path: root.to_owned(), source };
    let parent = root.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(unwritable)?;
    let made = tempfile::Builder::new().tempdir_in(parent).map_err(unwritable)?;
    files.iter().try_for_each(|(path, text)| replace(&made.path().join(path), text))?;
    if root.is_dir() {
        fs::remove_dir(root).map_err(unwritable)?;
    }
    fs::rename(made.path(), root).map_err(unwritable)?;
    readable_by_others(root).map_err(unwritable)
}

/// A folder made on the side is its maker's alone; a case is as readable as other folders.
#[cfg(unix)]
fn readable_by_others(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn readable_by_others(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "this is the surface that touches files")]
fn holds_anything(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Writes one file, of text or whatever bytes, whole or not at all.
pub fn write_file(path: &Path, content: impl AsRef<[u8]>) -> Result<(), OpenError> {
    replace(path, content)
}

/// Takes one file away; nothing where it is not there.
pub fn remove_file(path: &Path) -> Result<(), OpenError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(OpenError::Unwritable { path: path.to_owned(), source: error })
        }
        _ => Ok(()),
    }
}

/// Writes one file that is not there yet, of whatever bytes, whole or not at all.
pub fn write_new_file(path: &Path, bytes: &[u8]) -> Result<(), OpenError> {
    if path.exists() {
        return Err(OpenError::Occupied { path: path.to_owned() });
    }
    replace(path, bytes)
}

fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<(), OpenError> {
    let unwritable = |source| OpenError::Unwritable { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = beside(path).tempfile_in(folder).map_err(unwritable)?;
    file.write_all(content.as_ref()).map_err(unwritable)?;
    file.as_file().sync_all().map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}

/// A temporary file that may be read and written by whoever may read and write what it replaces; a new one by whoever the
/// system lets.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this is the surface that touches files")]
fn beside(path: &Path) -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let as_usual = || fs::Permissions::from_mode(0o666);
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::metadata(path).map_or_else(|_| as_usual(), |known| known.permissions()));
    builder
}

/// A temporary file; who may read it is the folder's matter.
#[cfg(not(unix))]
fn beside(_path: &Path) -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::disallowed_methods, clippy::expect_used, reason = "a test of files")]

    use super::write_file;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_keeps_who_may_read_it() {
        let folder = tempfile::tempdir().expect("a place to write");
        let path = folder.path().join("case.toml");
        write_file(&path, "a").expect("writable");
        let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let usual = folder.path().join("usual");
        fs::write(&usual, "a").expect("writable");
        assert_eq!(mode(&path), mode(&usual), "a new file is as any other");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("ours");
        write_file(&path, "b").expect("writable");
        assert_eq!((mode(&path), fs::read_to_string(&path).expect("there")), (0o640, "b".to_owned()));
    }
}
