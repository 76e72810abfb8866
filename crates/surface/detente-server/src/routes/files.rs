//! Files of the case, and changes to them.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use detente::Opened;
use detente::casefile::{NewDraft, NewWording, Step, ValueEdit, add_draft, edit_value, read, rename};
use detente_api::workbench::{
    CheckText, Edit, Edits, FileDiff, FileRow, FileText, Files, KeepDraft, PathStep, PutText,
};

use super::{Answered, Held, about, aside, stamped};
use crate::failure::Failure;
use crate::folder::{file_hashes, is_editable, sha256};
use crate::reply::{body, bytes, json};
use crate::store::{Seen, Wanted, would_be};

pub(super) async fn files(State(bench): Held) -> Answered {
    aside(move || {
        let (read, revision) = bench.current()?;
        let hashes = file_hashes(&read.opened.folder);
        let row = |file: &detente::casefile::File| FileRow {
            path: file.path.clone(),
            hash: hashes.get(&file.path).cloned().unwrap_or_default(),
            bytes: file.text().len(),
            editable: is_editable(file),
        };
        let files = read.opened.folder.files().map(|(_, file)| row(file)).collect();
        Ok(about((&read, revision), &bytes(&Files { schema: "detente.files/1", hash: read.hash.clone(), files })?))
    })
    .await
}

pub(super) async fn file(State(bench): Held, Path(path): Path<String>) -> Answered {
    aside(move || {
        let (read, _) = bench.current()?;
        let (_, file) = read.opened.folder.at(&path).ok_or_else(|| Failure::NotFound(format!("file {path}")))?;
        let hash = sha256(file.text().as_bytes());
        Ok(json(&bytes(&FileText { path: path.clone(), hash, text: file.text().to_owned() })?))
    })
    .await
}

/// What whoever writes saw before, as the header says it.
pub(super) fn seen(headers: &HeaderMap) -> Result<String, Failure> {
    let word = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    let word = word.ok_or_else(|| {
        Failure::argument("which version is changed?", "send its hash in the header If-Match; of a new file, \"\"")
    })?;
    Ok(word.trim().trim_matches('"').to_owned())
}

pub(super) async fn put(State(bench): Held, Path(path): Path<String>, headers: HeaderMap, sent: Bytes) -> Answered {
    aside(move || {
        let (seen, put): (String, PutText) = (seen(&headers)?, body(&sent)?);
        let label = put.label.unwrap_or_else(|| format!("Changed {path}"));
        let saved = bench.change(&Seen::File(&seen), &label, false, |_| Ok(vec![(path, Some(put.text))]))?;
        Ok(stamped(&bench, &bytes(&saved)?))
    })
    .await
}

pub(super) async fn check_text(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let asked: CheckText = body(&sent)?;
        let (read, _) = bench.current()?;
        let diff = FileDiff { file: asked.path, before: None, after: Some(asked.text) };
        let (opened, found) = would_be(&read.opened, &[diff])?;
        Ok(json(&bytes(&detente_api::check(&opened, &found))?))
    })
    .await
}

pub(super) async fn edit(State(bench): Held, headers: HeaderMap, sent: Bytes) -> Answered {
    aside(move || {
        let (seen, asked): (String, Edits) = (seen(&headers)?, body(&sent)?);
        let label = asked.label.clone().unwrap_or_else(|| "Changed the case".to_owned());
        let saved = bench.change(&Seen::Folder(&seen), &label, true, |now| wanted(now, &asked.edits))?;
        Ok(stamped(&bench, &bytes(&saved)?))
    })
    .await
}

/// What the files become: each change is made to what the one before left.
fn wanted(now: &Opened, edits: &[Edit]) -> Result<Wanted, Failure> {
    let mut opened = Opened { root: now.root.clone(), folder: now.folder.clone(), reading: read(&now.folder) };
    let mut touched: Vec<String> = Vec::new();
    for edit in edits {
        let changed = match edit {
            Edit::Set { file, at, value } => vec![(file.clone(), placed(&opened, file, at, ValueEdit::Set(value))?)],
            Edit::Append { file, at, value } => {
                vec![(file.clone(), placed(&opened, file, at, ValueEdit::Append(value))?)]
            }
            Edit::Remove { file, at } => vec![(file.clone(), placed(&opened, file, at, ValueEdit::Remove)?)],
            Edit::Rename { from, to } => renamed(&opened, from, to)?,
        };
        for (path, text) in changed {
            opened.folder = opened.folder.with_file(&path, text);
            touched.push(path);
        }
        opened.reading = read(&opened.folder);
    }
    touched.sort();
    touched.dedup();
    let text = |path: String| {
        let text = opened.folder.at(&path).map(|(_, file)| file.text().to_owned());
        (path, text)
    };
    Ok(touched.into_iter().map(text).collect())
}

fn placed(opened: &Opened, file: &str, at: &[PathStep], edit: ValueEdit<'_>) -> Result<String, Failure> {
    let step = |step: &'_ PathStep| match step {
        PathStep::Key(key) => key.clone(),
        PathStep::Item { id } => id.clone(),
    };
    let names: Vec<String> = at.iter().map(step).collect();
    let steps: Vec<Step<'_>> = names
        .iter()
        .zip(at)
        .map(|(name, step)| match step {
            PathStep::Key(_) => Step::Key(name),
            PathStep::Item { .. } => Step::Item(name),
        })
        .collect();
    let text = opened.folder.at(file).map_or("format = 1\n", |(_, file)| file.text());
    edit_value(text, &steps, edit)
        .map_err(|error| Failure::argument(format!("{file}: {error}"), "change it in the file's text"))
}

fn renamed(opened: &Opened, from: &str, to: &str) -> Result<Vec<(String, String)>, Failure> {
    use detente::casefile::RenameError;
    let changed = rename(&opened.folder, &opened.reading, from, to).map_err(|error| {
        let (message, hint) = match error {
            RenameError::Unknown { hint } => {
                (format!("nothing is called \"{from}\""), hint.unwrap_or_else(|| "a choice is ISSUE.CHOICE".to_owned()))
            }
            RenameError::BadId => {
                (format!("\"{to}\" cannot be an id"), "an id is small letters, digits and hyphens".to_owned())
            }
            RenameError::Taken => (format!("\"{to}\" is taken"), "take another id".to_owned()),
            RenameError::Escaped(_) => (
                format!("\"{from}\" stands in a text with escapes"),
                "write that text without escapes first".to_owned(),
            ),
        };
        Failure::argument(message, hint)
    })?;
    let path = |(id, text)| Some((opened.folder.file(id)?.path.clone(), text));
    Ok(changed.into_iter().filter_map(path).collect())
}

pub(super) async fn keep(State(bench): Held, sent: Bytes) -> Answered {
    aside(move || {
        let asked: KeepDraft = body(&sent)?;
        let (read, _) = bench.current()?;
        let settled = asked.package.into_iter().map(|(issue, choice)| (issue, NewWording::Settled(choice)));
        let open = asked.open.into_iter().map(|issue| (issue, NewWording::Open));
        let draft = NewDraft {
            id: asked.id.clone(),
            title: asked.title,
            wording: settled.chain(open).collect(),
            ..NewDraft::default()
        };
        let label = format!("Kept the draft {}", asked.id);
        let saved = bench.change(&Seen::Folder(&read.hash), &label, true, |now| {
            let text = now.folder.at("drafts.toml").map_or("", |(_, file)| file.text());
            Ok(vec![("drafts.toml".to_owned(), Some(add_draft(text, &draft)))])
        })?;
        Ok(stamped(&bench, &bytes(&saved)?))
    })
    .await
}

pub(super) async fn changes(State(bench): Held) -> Answered {
    aside(move || Ok(json(&bytes(&bench.changes())?))).await
}

pub(super) async fn undo(State(bench): Held) -> Answered {
    aside(move || Ok(stamped(&bench, &bytes(&bench.undo()?)?))).await
}

pub(super) async fn redo(State(bench): Held) -> Answered {
    aside(move || Ok(stamped(&bench, &bytes(&bench.redo()?)?))).await
}
