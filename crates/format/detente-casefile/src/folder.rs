//! The files of a case folder, as they were found.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use detente_base::FileId;

use crate::hash::Hash;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A file and what is in it.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path in the folder, with forward slashes.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text.
    Text(String),
    /// Bytes that are not UTF-8; the text before the first wrong byte.
    NotUtf8 {
        /// The text before the first wrong byte.
        before: String,
    },
    /// More than [`MAX_BYTES`].
    TooLarge,
}

/// Hashes of a folder's parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hashes {
    /// Of everything but estimates.
    pub(crate) case: OnceLock<Hash>,
    /// Of each set of estimates, by its id.
    pub(crate) estimates: OnceLock<BTreeMap<String, Hash>>,
}

/// The files of one case, in order of path.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    files: Vec<File>,
    /// Texts of sources, by source id, as far as they are at hand.
    pub texts: Vec<(String, Vec<u8>)>,
    /// The hashes, once somebody asked: every answer names them.
    pub(crate) hashes: Hashes,
}

impl Folder {
    /// A folder with these files.
    pub fn new(mut files: Vec<File>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, ..Self::default() }
    }

    /// A folder of texts: `(path, text)`.
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let file = |(path, text): (&str, &str)| File { path: path.to_owned(), content: Content::Text(text.to_owned()) };
        Self::new(texts.into_iter().map(file).collect())
    }

    /// The files, with the id by which spans name them.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(position, file)| (FileId(position), file))
    }

    /// The file a span speaks of.
    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0)
    }

    /// The same folder with one file's text replaced.
    #[must_use]
    pub fn with_text(&self, id: FileId, text: String) -> Self {
        let mut folder = Self { hashes: Hashes::default(), ..self.clone() };
        if let Some(file) = folder.files.get_mut(id.0) {
            file.content = Content::Text(text);
        }
        folder
    }

    /// The same folder with a file of this path and text, beside the others or in the place of one; file ids may change.
    #[must_use]
    pub fn with_file(&self, path: &str, text: String) -> Self {
        let others = self.files.iter().filter(|file| file.path != path).cloned();
        let file = File { path: path.to_owned(), content: Content::Text(text) };
        let mut folder = Self::new(others.chain([file]).collect());
        folder.texts.clone_from(&self.texts);
        folder
    }

    /// The file at this path.
    pub fn at(&self, path: &str) -> Option<(FileId, &File)> {
        self.files().find(|(_, file)| file.path == path)
    }
}

impl File {
    /// As much of the text as could be read.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) | Content::NotUtf8 { before: text } => text,
            Content::TooLarge => "",
        }
    }

    /// Whether the file is one that a person writes as TOML, and that is printed canonically.
    pub fn is_toml(&self) -> bool {
        !self.path.starts_with("territory/")
    }

    /// The id of the estimate set this file holds, if it holds one.
    pub fn estimate_set(&self) -> Option<&str> {
        self.path.strip_prefix("estimates/")?.strip_suffix(".toml").filter(|name| !name.contains('/'))
    }
}
