//! Changes to the open case: written back to its files whole or not at all, kept in a list, taken back and made again.

use std::path::Path;
use std::sync::Arc;

use detente::base::{Diagnostic, Silent};
use detente::casefile::{File, Folder, read};
use detente::{Opened, remove_file, write_file};
use detente_api::workbench::{Change, Changes, Conflict, FileDiff, Saved};

use crate::bench::Bench;
use crate::failure::Failure;
use crate::folder::{Read, is_editable, sha256};

/// What was changed here since the case was opened.
#[derive(Debug, Default)]
pub(crate) struct History {
    changes: Vec<Made>,
    /// How many of them stand; those after were taken back.
    standing: usize,
}

/// A change that was made.
#[derive(Clone, Debug)]
struct Made {
    label: String,
    files: Vec<FileDiff>,
}

/// Files as they should become; `None` takes a file away.
pub(crate) type Wanted = Vec<(String, Option<String>)>;

/// What whoever changes something saw before.
pub(crate) enum Seen<'s> {
    /// The whole folder, by its hash.
    Folder(&'s str),
    /// One file, by its hash; the empty word where it was not there.
    File(&'s str),
}

impl History {
    pub(crate) fn can_undo(&self) -> bool {
        0 < self.standing
    }

    pub(crate) fn can_redo(&self) -> bool {
        self.standing < self.changes.len()
    }

    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    fn listed(&self) -> Changes {
        let change = |(at, made): (usize, &Made)| Change {
            number: at + 1,
            label: made.label.clone(),
            files: made.files.iter().map(|diff| diff.file.clone()).collect(),
            undone: self.standing <= at,
            diff: made.files.clone(),
        };
        Changes { schema: "detente.changes/1", changes: self.changes.iter().enumerate().map(change).collect() }
    }
}

/// Changes are kept as whole texts; beyond so many the oldest are forgotten.
const MOST: usize = 500;

impl Bench {
    /// What was changed here.
    pub(crate) fn changes(&self) -> Changes {
        self.history().listed()
    }

    /// Makes a change. `change` is given the case as it is now and says what its files should become.
    ///
    /// With `strict` a change that brings errors into the case is refused.
    pub(crate) fn change(
        &self,
        seen: &Seen<'_>,
        label: &str,
        strict: bool,
        change: impl FnOnce(&Opened) -> Result<Wanted, Failure>,
    ) -> Result<Saved, Failure> {
        let mut history = self.history();
        let (now, _) = self.current()?;
        if let Seen::Folder(hash) = seen
            && *hash != now.hash
        {
            return Err(moved_on(&now, None, None));
        }
        let wanted = change(&now.opened)?;
        if let (Seen::File(hash), Some((file, text))) = (seen, wanted.first())
            && *hash != hash_of(&now.opened.folder, file)
        {
            return Err(moved_on(&now, Some(file), text.clone()));
        }
        let files = differences(&now.opened.folder, wanted)?;
        if files.is_empty() {
            return self.saved(&history, &[]);
        }
        if strict {
            refuse_new_errors(&now, &files)?;
        }
        write(&now.opened.root, &files, |diff| diff.after.as_ref())?;
        let standing = history.standing;
        history.changes.truncate(standing);
        history.changes.push(Made { label: label.to_owned(), files: files.clone() });
        if MOST < history.changes.len() {
            history.changes.remove(0);
        }
        history.standing = history.changes.len();
        self.saved(&history, &files)
    }

    /// Takes the last change back.
    pub(crate) fn undo(&self) -> Result<Saved, Failure> {
        let mut history = self.history();
        let last = history.standing.checked_sub(1).and_then(|at| history.changes.get(at)).cloned();
        let made =
            last.ok_or_else(|| Failure::argument("there is no change to take back", "change something first"))?;
        self.turn(&made, |diff| diff.after.as_ref(), |diff| diff.before.as_ref())?;
        history.standing -= 1;
        self.saved(&history, &made.files)
    }

    /// Makes the last change that was taken back again.
    pub(crate) fn redo(&self) -> Result<Saved, Failure> {
        let mut history = self.history();
        let next = history.changes.get(history.standing).cloned();
        let made = next.ok_or_else(|| Failure::argument("no change was taken back", "take one back first"))?;
        self.turn(&made, |diff| diff.before.as_ref(), |diff| diff.after.as_ref())?;
        history.standing += 1;
        self.saved(&history, &made.files)
    }

    /// Writes the other side of a change, if its files stand as this side says.
    fn turn(
        &self,
        made: &Made,
        from: impl Fn(&FileDiff) -> Option<&String>,
        to: impl Fn(&FileDiff) -> Option<&String>,
    ) -> Result<(), Failure> {
        let (now, _) = self.current()?;
        for diff in &made.files {
            let stands = text_at(&now.opened.folder, &diff.file);
            if stands != from(diff).map(String::as_str) {
                return Err(moved_on(&now, Some(&diff.file), to(diff).cloned()));
            }
        }
        write(&now.opened.root, &made.files, to)
    }

    fn saved(&self, history: &History, files: &[FileDiff]) -> Result<Saved, Failure> {
        let (read, _) = self.current()?;
        Ok(Saved {
            schema: "detente.saved/1",
            session: self.session_with(history)?,
            check: detente_api::check(&read.opened, &read.diagnostics),
            changed: files.iter().map(|diff| diff.file.clone()).collect(),
        })
    }
}

/// The text of a file; those of sources are kept apart from the files that are read as the case.
fn text_at<'f>(folder: &'f Folder, path: &str) -> Option<&'f str> {
    let Some(source) = path.strip_prefix("texts/").and_then(|name| name.strip_suffix(".txt")) else {
        return folder.at(path).map(|(_, file)| file.text());
    };
    let held = folder.texts.iter().find(|(id, _)| id == source);
    held.and_then(|(_, text)| std::str::from_utf8(text).ok())
}

/// The hash of a file; the empty word where it is not there.
fn hash_of(folder: &Folder, path: &str) -> String {
    folder.at(path).map_or_else(String::new, |(_, file)| sha256(file.text().as_bytes()))
}

/// Somebody else saved first.
fn moved_on(now: &Arc<Read>, file: Option<&str>, yours: Option<String>) -> Failure {
    let found = file.and_then(|path| now.opened.folder.at(path));
    Failure::Conflict(Box::new(Conflict {
        schema: "detente.conflict/1",
        code: "conflict",
        message: "the case was changed elsewhere in the meantime; nothing was written".to_owned(),
        file: file.map(str::to_owned),
        yours,
        theirs: found.map(|(_, file)| file.text().to_owned()),
        their_hash: file.map_or_else(|| now.hash.clone(), |path| hash_of(&now.opened.folder, path)),
    }))
}

/// What really changes.
fn differences(folder: &Folder, wanted: Wanted) -> Result<Vec<FileDiff>, Failure> {
    let mut files = Vec::new();
    for (path, after) in wanted {
        if !may_stand(&path) {
            return Err(Failure::argument(
                format!("\"{path}\" is no file of a case"),
                "case.toml, ledger.toml, drafts.toml, fund.toml, estimates/NAME.toml, texts/ID.txt and the files of territory/",
            ));
        }
        let found = folder.at(&path).map(|(_, file)| file);
        if found.is_some_and(|file| !is_editable(file)) {
            return Err(Failure::argument(format!("{path} is not text"), "mend it with another program"));
        }
        let before = found.map(|file| file.text().to_owned());
        if before != after {
            files.push(FileDiff { file: path, before, after });
        }
    }
    Ok(files)
}

/// Whether a file of this path can belong to a case; no path leads out of its folder.
fn may_stand(path: &str) -> bool {
    let is_name = |name: &str, ending: &str| {
        name.strip_suffix(ending).is_some_and(|stem| {
            !stem.is_empty() && stem.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        })
    };
    match path.split_once('/') {
        None => ["case.toml", "ledger.toml", "drafts.toml", "fund.toml"].contains(&path),
        Some(("estimates", name)) => is_name(name, ".toml"),
        Some(("texts", name)) => is_name(name, ".txt"),
        Some(("territory", name)) => is_name(name, ".csv") || name == "units.geojson",
        Some(_) => false,
    }
}

/// The folder as it would be.
fn after(now: &Folder, files: &[FileDiff]) -> Folder {
    let is_touched = |file: &&File| files.iter().any(|diff| diff.file == file.path);
    let others = now.files().map(|(_, file)| file).filter(|file| !is_touched(file)).cloned().collect();
    let mut folder = Folder::new(others);
    folder.texts.clone_from(&now.texts);
    for diff in files {
        let Some(text) = &diff.after else { continue };
        match diff.file.strip_prefix("texts/").and_then(|name| name.strip_suffix(".txt")) {
            Some(source) => folder.texts.push((source.to_owned(), text.clone().into_bytes())),
            None => folder = folder.with_file(&diff.file, text.clone()),
        }
    }
    folder
}

/// What would be wrong with the case after a change.
pub(crate) fn would_be(now: &Opened, files: &[FileDiff]) -> Result<(Opened, Vec<Diagnostic>), Failure> {
    let folder = after(&now.folder, files);
    let opened = Opened { root: now.root.clone(), reading: read(&folder), folder };
    let found = opened.diagnostics(&Silent)?;
    Ok((opened, found))
}

/// A form that would bring errors into the case changes nothing.
fn refuse_new_errors(now: &Read, files: &[FileDiff]) -> Result<(), Failure> {
    let (opened, found) = would_be(&now.opened, files)?;
    let errors = |of: &[Diagnostic]| of.iter().filter(|found| found.is_error()).count();
    if errors(&found) <= errors(&now.diagnostics) {
        return Ok(());
    }
    let wrong: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
    Err(Failure::Refused(Box::new(detente_api::check(&opened, &wrong))))
}

/// Writes each file whole: the old text or the new one stands there, whatever happens meanwhile.
fn write(root: &Path, files: &[FileDiff], text: impl Fn(&FileDiff) -> Option<&String>) -> Result<(), Failure> {
    for diff in files {
        let path = root.join(&diff.file);
        match text(diff) {
            Some(text) => write_file(&path, text)?,
            None => remove_file(&path)?,
        }
    }
    Ok(())
}
