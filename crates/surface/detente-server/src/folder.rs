//! The open case as it was read: parsed once, kept until a file changes.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use detente::base::{Diagnostic, Silent};
use detente::case::{Case, Resolution};
use detente::casefile::{Content, File, Folder, read_at};
use detente::deals::{DraftAnswer, StatedAnswer};
use detente::engine::again::WrittenOut;
use detente::{OpenOptions, Opened, open};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::mark::Mark;
use crate::memo::Memo;

/// A case as it was read.
#[derive(Debug)]
pub(crate) struct Read {
    /// The folder, with lenses negotiated by blocs.
    pub(crate) opened: Opened,
    /// Everything that is wrong with it.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// SHA-256 over the bytes of all files.
    pub(crate) hash: String,
    mark: Mark,
    /// The same folder negotiated unit by unit, once somebody asked.
    by_units: OnceLock<Opened>,
    answers: Mutex<Answers>,
    /// First answers, which hold under any estimates.
    pub(crate) stated: Memo<StatedAnswer>,
    /// What drafts leave within the stated limits alone.
    pub(crate) drafts: Memo<DraftAnswer>,
    /// Zones met under a moving hand, under whatever numbers.
    pub(crate) written_out: WrittenOut,
}

/// Answers given already, newest last.
#[derive(Debug, Default)]
struct Answers {
    kept: VecDeque<(String, Arc<[u8]>)>,
    bytes: usize,
}

/// How much is kept of answers given already.
const KEPT_BYTES: usize = 32 * 1024 * 1024;

impl Read {
    /// Opens and reads the folder at `root`.
    pub(crate) fn new(root: &Path, texts: Option<&PathBuf>) -> Result<Self, Failure> {
        let mark = Mark::of(root);
        let options = OpenOptions { texts: texts.cloned(), ..OpenOptions::default() };
        let opened = open(root, &options)?;
        let diagnostics = opened.diagnostics(&Silent)?;
        let hash = folder_hash(&opened.folder);
        Ok(Self {
            opened,
            diagnostics,
            hash,
            mark,
            by_units: OnceLock::new(),
            answers: Mutex::default(),
            stated: Memo::default(),
            drafts: Memo::default(),
            written_out: WrittenOut::default(),
        })
    }

    /// Whether nobody wrote in the folder since.
    pub(crate) fn is_current(&self) -> bool {
        self.mark == Mark::of(&self.opened.root)
    }

    /// Whether it can be asked.
    pub(crate) fn is_sound(&self) -> bool {
        self.opened.reading.case.is_some() && !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The folder and its case, or everything that is wrong.
    pub(crate) fn sound(&self, by_units: bool) -> Result<(&Opened, &Case), Failure> {
        if !self.is_sound() {
            return Err(self.unsound());
        }
        let opened = if by_units { self.by_units.get_or_init(|| self.at_units()) } else { &self.opened };
        opened.reading.case.as_ref().map(|case| (opened, case)).ok_or(Failure::Broken)
    }

    /// Everything that is wrong, as the reason why there is no answer.
    pub(crate) fn unsound(&self) -> Failure {
        Failure::Unsound(Box::new(detente_api::check(&self.opened, &self.diagnostics)))
    }

    fn at_units(&self) -> Opened {
        let folder = self.opened.folder.clone();
        let reading = read_at(&folder, Resolution::Units);
        Opened { root: self.opened.root.clone(), folder, reading }
    }

    /// An answer that was given already.
    pub(crate) fn answered(&self, question: &str) -> Option<Arc<[u8]>> {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.kept.iter().rev().find(|(asked, _)| asked == question).map(|(_, answer)| Arc::clone(answer))
    }

    /// Keeps an answer.
    pub(crate) fn keep(&self, question: String, answer: &Arc<[u8]>) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.bytes += answer.len() + question.len();
        answers.kept.push_back((question, Arc::clone(answer)));
        while KEPT_BYTES < answers.bytes {
            let Some((question, answer)) = answers.kept.pop_front() else { break };
            answers.bytes -= answer.len() + question.len();
        }
    }
}

/// SHA-256, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 over the paths and texts of all files, comments and layout included: another hash is another state to edit.
pub(crate) fn folder_hash(folder: &Folder) -> String {
    let mut hasher = Sha256::new();
    for (_, file) in folder.files() {
        for part in [file.path.as_bytes(), file.text().as_bytes()] {
            hasher.update(part.len().to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of each file.
pub(crate) fn file_hashes(folder: &Folder) -> BTreeMap<String, String> {
    folder.files().map(|(_, file)| (file.path.clone(), sha256(file.text().as_bytes()))).collect()
}

/// Whether a file is text that can be written back.
pub(crate) fn is_editable(file: &File) -> bool {
    matches!(file.content, Content::Text(_))
}
