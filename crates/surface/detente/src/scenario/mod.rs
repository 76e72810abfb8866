//! Scenarios of automated negotiation from disk: one folder, or a whole tree of them.

#![expect(clippy::disallowed_methods, reason = "this is the surface that reads files")]

mod of_case;

use std::fs;
use std::path::{Path, PathBuf};

use detente_base::{Diagnostic, FileId, Span};
use detente_casefile::{Content, File, Folder, MAX_BYTES, codes};
use detente_interop::codes::SCENARIO_NO_DOMAIN;
use detente_interop::scenario::{self, Format, Meaning, Scenario, ScenarioFile, ScenarioReading, is_scenario_file};

use crate::OpenError;

pub use of_case::{NoScenario, of_case};

/// A folder with a scenario, as found and as read.
#[derive(Debug)]
pub struct ScenarioFolder {
    /// Where it is.
    pub root: PathBuf,
    /// Its files, for those who show places in them.
    pub folder: Folder,
    /// The scenario, if nothing is wrong with it.
    pub scenario: Option<Scenario>,
    /// In which format it is written.
    pub format: Option<Format>,
    /// What was assumed, a sentence each.
    pub assumptions: Vec<String>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl ScenarioFolder {
    /// Whether nothing in the folder describes issues, so that among others it is none of the scenarios.
    pub fn is_none(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.code == &SCENARIO_NO_DOMAIN) && self.scenario.is_none()
    }
}

/// Folders below folders are looked into so deep.
const MAX_DEPTH: usize = 32;

/// The most files of one folder that are read.
const MOST_FILES: usize = 10_000;

/// The folders at and below `root` that hold files a scenario could be in, in order of path.
pub fn scenario_folders(root: &Path) -> Result<Vec<PathBuf>, OpenError> {
    if !root.exists() {
        return Err(OpenError::NotThere { path: root.to_owned() });
    }
    if root.is_file() {
        return Ok(vec![root.to_owned()]);
    }
    let mut found = Vec::new();
    collect(root, 0, &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), OpenError> {
    let (files, mut folders) = entries(folder)?;
    if files.iter().any(|file| is_scenario_file(&name(file))) {
        found.push(folder.to_owned());
    }
    folders.sort();
    if depth < MAX_DEPTH {
        folders.iter().try_for_each(|inner| collect(inner, depth + 1, found))?;
    }
    Ok(())
}

/// The files and the folders in a folder, hidden ones aside.
fn entries(folder: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: folder.to_owned(), source };
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        if name(&path).starts_with('.') {
            continue;
        }
        // A link is not followed into a folder: it could lead back.
        let is_folder = entry.file_type().map_err(unreadable)?.is_dir();
        if is_folder { folders.push(path) } else { files.push(path) }
    }
    Ok((files, folders))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads the scenario in a folder, or in the folder of a file; a single file may hold a scenario by itself.
///
/// # Errors
/// Only where something cannot be read from disk; what is wrong in the files is in the diagnostics.
pub fn read_scenario(path: &Path, meaning: Meaning) -> Result<ScenarioFolder, OpenError> {
    if !path.exists() {
        return Err(OpenError::NotThere { path: path.to_owned() });
    }
    if path.is_file() {
        let alone = read_files(path, vec![path.to_owned()], meaning)?;
        if alone.scenario.is_some() {
            return Ok(alone);
        }
        let parent = path.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
        return read_scenario(parent, meaning);
    }
    let (mut files, _) = entries(path)?;
    files.retain(|file| is_scenario_file(&name(file)));
    files.sort();
    files.truncate(MOST_FILES);
    read_files(path, files, meaning)
}

fn read_files(root: &Path, paths: Vec<PathBuf>, meaning: Meaning) -> Result<ScenarioFolder, OpenError> {
    let mut diagnostics = Vec::new();
    let mut files = Vec::new();
    for (at, path) in paths.into_iter().enumerate() {
        let content = content(&path)?;
        diagnostics.extend(refused(&content, FileId(at)));
        files.push(File { path: name(&path), content });
    }
    let mut texts = Vec::new();
    for (at, file) in files.iter().enumerate() {
        if let Content::Text(text) = &file.content {
            texts.push(ScenarioFile { name: &file.path, text, file: FileId(at) });
        }
    }
    let ScenarioReading { scenario, format, assumptions, diagnostics: wrong } = scenario::read(&texts, meaning);
    diagnostics.extend(wrong);
    let scenario = scenario.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
    Ok(ScenarioFolder { root: root.to_owned(), folder: Folder::new(files), scenario, format, assumptions, diagnostics })
}

fn content(path: &Path) -> Result<Content, OpenError> {
    let unreadable = |source| OpenError::Unreadable { path: path.to_owned(), source };
    if MAX_BYTES < fs::metadata(path).map_err(unreadable)?.len() {
        return Ok(Content::TooLarge);
    }
    Ok(match String::from_utf8(fs::read(path).map_err(unreadable)?) {
        Ok(text) => Content::Text(text),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            Content::NotUtf8 { before: String::from_utf8_lossy(&error.into_bytes()[..valid]).into_owned() }
        }
    })
}

fn refused(content: &Content, file: FileId) -> Option<Diagnostic> {
    match content {
        Content::Text(_) => None,
        Content::NotUtf8 { before } => Some(
            Diagnostic::new(&codes::NOT_UTF8, "the file is not UTF-8 text")
                .at(Span::new(file, before.len(), before.len()), "from here on")
                .hint("save it as UTF-8"),
        ),
        Content::TooLarge => Some(
            Diagnostic::new(&codes::FILE_TOO_LARGE, "the file is larger than 64 megabytes")
                .at(Span::new(file, 0, 0), "this file")
                .hint("no scenario is that large; look for a file of another kind"),
        ),
    }
}
