//! A case folder from disk.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::Resolution;
use detente_casefile::{Content, File, Folder, MAX_BYTES, Reading, read_at};

use detente_territory::{ADJACENCY, CLAIMS, CONTROL, SHAPES, UNITS};

use crate::OpenError;

/// The files of a territory.
const TERRITORY: [&str; 5] = [ADJACENCY, CLAIMS, CONTROL, SHAPES, UNITS];

/// What to read beside the folder itself.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// A folder with texts of sources.
    pub texts: Option<PathBuf>,
    /// Files of estimates that are not in the folder.
    pub estimates: Vec<PathBuf>,
    /// How finely lenses are negotiated.
    pub resolution: Resolution,
}

/// A case folder, as found and as read.
#[derive(Debug)]
pub struct Opened {
    /// Where it is.
    pub root: PathBuf,
    /// Its files.
    pub folder: Folder,
    /// What they hold, and what is wrong with it.
    pub reading: Reading,
}

/// Opens and reads the case folder at `path`, or the one that holds the `case.toml` at `path`.
///
/// # Errors
/// Only where something cannot be read from disk; what is wrong in the files is in the reading's diagnostics.
pub fn open(path: &Path, options: &OpenOptions) -> Result<Opened, OpenError> {
    let root = folder_of(path)?;
    let mut files = Vec::new();
    for name in ["case.toml", "ledger.toml", "drafts.toml", "clauses.toml", "fund.toml"] {
        let file = root.join(name);
        if file.exists() {
            files.push(read_file(&file, name.to_owned())?);
        }
    }
    for estimates in toml_files(&root.join("estimates"))?.into_iter().chain(options.estimates.iter().cloned()) {
        let name = estimates.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push(read_file(&estimates, format!("estimates/{name}"))?);
    }
    for path in TERRITORY {
        let file = root.join(path);
        if file.exists() {
            files.push(read_file(&file, path.to_owned())?);
        }
    }
    let mut folder = Folder::new(files);
    for texts in [Some(root.join("texts")), options.texts.clone()].into_iter().flatten() {
        folder.texts.extend(read_texts(&texts)?);
    }
    let reading = read_at(&folder, options.resolution);
    Ok(Opened { root, folder, reading })
}

/// Opens one file that is no case: a folder that holds it alone, with what keeps it from being read.
///
/// # Errors
/// Only where it cannot be read from disk.
pub fn alone(path: &Path) -> Result<Opened, OpenError> {
    if !path.exists() {
        return Err(OpenError::NoFile { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = Folder::new(vec![read_file(path, name)?]);
    let reading = Reading::of_other_text(&folder);
    Ok(Opened { root: path.parent().map(Path::to_path_buf).unwrap_or_default(), folder, reading })
}

fn folder_of(path: &Path) -> Result<PathBuf, OpenError> {
    if path.is_dir() {
        return Ok(path.to_owned());
    }
    let is_case = path.is_file() && path.file_name().is_some_and(|name| name == "case.toml");
    match path.parent() {
        Some(parent) if is_case => {
            Ok(if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() })
        }
        _ => Err(OpenError::NotThere { path: path.to_owned() }),
    }
}

fn read_file(path: &Path, name: String) -> Result<File, OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if MAX_BYTES < size {
        return Ok(File { path: name, content: Content::TooLarge });
    }
    let content = match String::from_utf8(fs::read(path).map_err(unreadable)?) {
        Ok(text) => Content::Text(text),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            Content::NotUtf8 { before: String::from_utf8_lossy(&bytes[..valid]).into_owned() }
        }
    };
    Ok(File { path: name, content })
}

/// The `.toml` files in a folder, by name; none if there is no such folder.
fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, OpenError> {
    Ok(entries(folder)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, OpenError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |source| OpenError::Unreadable { path: folder.to_owned(), source };
    let listed = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> =
        listed.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    paths.sort();
    Ok(paths)
}

fn read_texts(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let mut texts = Vec::new();
    for path in entries(folder)? {
        let unreadable = |source| OpenError::Unreadable { path: path.clone(), source };
        let small = fs::metadata(&path).map_err(unreadable)?.len() <= MAX_BYTES;
        if small && path.extension().is_some_and(|extension| extension == "txt") {
            let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            texts.push((id, fs::read(&path).map_err(unreadable)?));
        }
    }
    Ok(texts)
}
