//! Files of the open case, and changes to them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Session;
use crate::Check;

/// The files of the open case.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Files {
    /// `detente.files/1`.
    pub schema: &'static str,
    /// SHA-256 over the bytes of all of them.
    pub hash: String,
    /// The files, by path.
    pub files: Vec<FileRow>,
}

/// A file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FileRow {
    /// Its path in the folder.
    pub path: String,
    /// SHA-256 over its bytes.
    pub hash: String,
    /// Its size.
    pub bytes: usize,
    /// Whether it is text that can be written back.
    pub editable: bool,
}

/// A file's text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FileText {
    /// Its path in the folder.
    pub path: String,
    /// SHA-256 over its bytes.
    pub hash: String,
    /// Its text.
    pub text: String,
}

/// A file's new text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutText {
    /// The text.
    pub text: String,
    /// What the change is called in the list of changes.
    pub label: Option<String>,
}

/// A text to check as if it were saved.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckText {
    /// The file.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What was saved, and how the case stands then.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Saved {
    /// `detente.saved/1`.
    pub schema: &'static str,
    /// How the case stands.
    pub session: Session,
    /// What is wrong with it.
    pub check: Check,
    /// The files that changed.
    pub changed: Vec<String>,
}

/// Somebody else saved first; nothing was written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Conflict {
    /// `detente.conflict/1`.
    pub schema: &'static str,
    /// `conflict`.
    pub code: &'static str,
    /// What, in words.
    pub message: String,
    /// The file; none where the change was to several.
    pub file: Option<String>,
    /// The text that was not written.
    pub yours: Option<String>,
    /// The text that stands there.
    pub theirs: Option<String>,
    /// Its hash.
    pub their_hash: String,
}

/// Changes to make together, or not at all.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edits {
    /// The changes, in order.
    pub edits: Vec<Edit>,
    /// What they are called in the list of changes.
    pub label: Option<String>,
}

/// A change to a TOML file; comments stay.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Edit {
    /// Writes a value, key by key where it is a table.
    Set {
        /// The file; made where it is not there.
        file: String,
        /// Where in it.
        at: Vec<PathStep>,
        /// The value; `{"date": "2025-02-26"}` is a date, `{"table": [["a", "A"], ["b", "B"]]}` a table whose order counts.
        value: Value,
    },
    /// Takes a value away.
    Remove {
        /// The file.
        file: String,
        /// Where in it.
        at: Vec<PathStep>,
    },
    /// Adds a table to a list of tables.
    Append {
        /// The file; made where it is not there.
        file: String,
        /// The list.
        at: Vec<PathStep>,
        /// The table.
        value: Value,
    },
    /// Changes an id everywhere; a choice is `ISSUE.CHOICE`.
    Rename {
        /// As it is.
        from: String,
        /// As it shall be.
        to: String,
    },
}

/// A step into a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum PathStep {
    /// A key of a table.
    Key(String),
    /// The table of a list that has this id.
    Item {
        /// The id.
        id: String,
    },
}

/// A draft to keep.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepDraft {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Choice by issue.
    pub package: std::collections::BTreeMap<String, String>,
    /// Issues in empty brackets.
    #[serde(default)]
    pub open: Vec<String>,
}

/// What was changed here since the case was opened.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Changes {
    /// `detente.changes/1`.
    pub schema: &'static str,
    /// The changes, oldest first.
    pub changes: Vec<Change>,
}

/// A change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// Its number, from 1.
    pub number: usize,
    /// What it is called.
    pub label: String,
    /// The files it touched.
    pub files: Vec<String>,
    /// Whether it was taken back.
    pub undone: bool,
    /// What was there, and what is.
    pub diff: Vec<FileDiff>,
}

/// A file before and after a change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FileDiff {
    /// The file.
    pub file: String,
    /// Its text before; none where it was not there.
    pub before: Option<String>,
    /// Its text after.
    pub after: Option<String>,
}
