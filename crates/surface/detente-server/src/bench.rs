//! What the server holds between calls.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use detente_api::workbench::{NewCase, Session};
use serde_json::Value;

use crate::failure::Failure;
use crate::folder::Read;
use crate::jobs::Jobs;
use crate::pages::Pages;
use crate::store::History;
use crate::streams::Streams;
use crate::token::Token;
use crate::watch::Work;

/// What the server holds between calls: the open case, the word of this start, and who waits for what.
#[derive(Debug)]
pub struct Bench {
    /// The word of this start.
    pub(crate) token: Token,
    /// The port it listens on.
    port: u16,
    /// Where cases are made and opened.
    pub(crate) home: PathBuf,
    texts: Option<PathBuf>,
    memory: u64,
    open: Mutex<State>,
    history: Mutex<History>,
    pub(crate) streams: Streams,
    pub(crate) jobs: Arc<Jobs>,
    pub(crate) pages: Pages,
}

/// The open case.
#[derive(Debug, Default)]
struct State {
    read: Option<Arc<Read>>,
    revision: u64,
}

/// How long a question may take that somebody waits for without a job.
const PATIENCE: Duration = Duration::from_secs(20);

impl Bench {
    /// A bench without a case.
    ///
    /// # Shape
    /// `home` is the folder in which cases are made and opened; `memory` the bytes beyond which work is ended.
    pub fn new(token: Token, port: u16, home: PathBuf, texts: Option<PathBuf>, memory: u64) -> Self {
        Self {
            token,
            port,
            home,
            texts,
            memory,
            open: Mutex::default(),
            history: Mutex::default(),
            streams: Streams::default(),
            jobs: Arc::default(),
            pages: Pages::default(),
        }
    }

    /// Opens the case folder at `root`, whatever is wrong with it.
    ///
    /// # Errors
    /// Why it cannot be read at all, in words.
    pub fn open_at(&self, root: &std::path::Path) -> Result<(), String> {
        self.open_case(root).map_err(|failure| failure.problem().1.message)
    }

    pub(crate) fn open_case(&self, root: &std::path::Path) -> Result<(), Failure> {
        let read = Arc::new(Read::new(root, self.texts.as_ref())?);
        let mut history = self.history();
        history.forget();
        self.pages.forget();
        let mut state = self.state();
        state.read = Some(read);
        state.revision += 1;
        Ok(())
    }

    /// Whether `host` is the address this server listens on.
    pub(crate) fn is_own(&self, host: &str) -> bool {
        let port = self.port.to_string();
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|name| host.strip_prefix(name).and_then(|rest| rest.strip_prefix(':')) == Some(port.as_str()))
    }

    /// The changes made here; whoever holds them is the only one who writes.
    pub(crate) fn history(&self) -> std::sync::MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The open case, read anew where somebody wrote in its folder since, and its revision.
    pub(crate) fn current(&self) -> Result<(Arc<Read>, u64), Failure> {
        let (read, revision) = {
            let state = self.state();
            (state.read.clone().ok_or(Failure::NoCase)?, state.revision)
        };
        if read.is_current() {
            return Ok((read, revision));
        }
        let fresh = Arc::new(Read::new(&read.opened.root, self.texts.as_ref())?);
        let mut state = self.state();
        // Against what is held by now: two questions at once may both have read the folder anew.
        state.revision += u64::from(state.read.as_ref().is_none_or(|held| held.hash != fresh.hash));
        state.read = Some(Arc::clone(&fresh));
        Ok((fresh, state.revision))
    }

    /// Work that somebody waits for.
    pub(crate) fn work(&self, time: Option<Duration>) -> Arc<Work> {
        Arc::new(Work::new(time.unwrap_or(PATIENCE), self.memory))
    }

    /// Ends whatever is under way.
    pub(crate) fn end_all(&self) {
        self.streams.end_all();
        self.jobs.end_all();
    }

    /// The folders beside each other that hold a case, by name.
    pub(crate) fn case_folders(&self) -> Vec<String> {
        detente::cases_in(&self.home)
    }

    /// Makes a case, all of it or nothing, and opens it.
    pub(crate) fn new_case(&self, asked: &NewCase) -> Result<(), Failure> {
        let root = self.home.join(plain(&asked.folder)?);
        let id = detente::case_id_of(&asked.folder);
        let starter = detente::casefile::starter(&id, &asked.title);
        if asked.example {
            detente::write_folder(&root, &starter)?;
        } else {
            let title = Value::from(asked.title.as_str());
            let case = format!("format = 1\n\n[case]\nid = \"{id}\"\ntitle = {title}\n\n[parties]\n\n[issues]\n");
            let kept = starter.into_iter().filter(|(path, _)| *path == ".gitignore");
            let files: Vec<_> = kept.chain([("case.toml", case)]).collect();
            detente::write_folder(&root, &files)?;
        }
        self.open_case(&root)
    }

    /// Opens a case beside this one.
    pub(crate) fn open_beside(&self, folder: &str) -> Result<(), Failure> {
        self.open_case(&self.home.join(plain(folder)?))
    }

    /// What is open.
    pub(crate) fn session(&self) -> Result<Session, Failure> {
        let history = self.history();
        self.session_with(&history)
    }

    /// As [`session`](Self::session), for whoever holds the changes.
    pub(crate) fn session_with(&self, history: &History) -> Result<Session, Failure> {
        let (read, revision) = match self.current() {
            Ok(found) => found,
            Err(Failure::NoCase) => return Ok(nothing_open()),
            Err(failure) => return Err(failure),
        };
        let (opened, case) = (&read.opened, read.opened.reading.case.as_ref());
        let errors = read.diagnostics.iter().filter(|found| found.is_error()).count();
        Ok(Session {
            case_open: true,
            sound: read.is_sound(),
            folder: opened.root.file_name().map(|name| name.to_string_lossy().into_owned()),
            id: case.and_then(|case| case.id.as_ref()).map(ToString::to_string),
            title: case.map(|case| case.title.clone()),
            as_of: case.and_then(|case| case.as_of).map(|date| date.to_string()),
            hash: Some(read.hash.clone()),
            revision,
            errors,
            warnings: read.diagnostics.len() - errors,
            estimates: opened.reading.estimates.iter().map(|set| set.id.to_string()).collect(),
            has_territory: opened.reading.territory.is_some(),
            has_fund: opened.reading.fund.is_some(),
            can_undo: history.can_undo(),
            can_redo: history.can_redo(),
            ..nothing_open()
        })
    }
}

fn nothing_open() -> Session {
    Session {
        schema: "detente.session/1",
        case_open: false,
        sound: false,
        folder: None,
        id: None,
        title: None,
        as_of: None,
        hash: None,
        revision: 0,
        errors: 0,
        warnings: 0,
        estimates: Vec::new(),
        has_territory: false,
        has_fund: false,
        can_undo: false,
        can_redo: false,
    }
}

/// The name of a folder that leads nowhere else.
fn plain(folder: &str) -> Result<&str, Failure> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.');
    let fits =
        !folder.trim().is_empty() && folder.len() <= 100 && !folder.starts_with('.') && folder.chars().all(is_plain);
    let hint = "a name is letters, digits, hyphens and spaces, and does not begin with a dot";
    fits.then_some(folder)
        .ok_or_else(|| Failure::argument(format!("\"{folder}\" cannot be the name of a folder"), hint))
}
