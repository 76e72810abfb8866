//! A case in a temporary folder, and the command run on it as a person runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The folder `case` of a folder of its own, as `detente new` leaves it.
pub(crate) struct Demo {
    dir: TempDir,
}

/// How a run ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Demo {
    pub(crate) fn new() -> Self {
        let demo = Self { dir: TempDir::new().expect("a temporary folder") };
        assert_eq!(demo.detente(&["new", "case"]).code, 0);
        demo
    }

    /// A case of these files alone.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let demo = Self { dir: TempDir::new().expect("a temporary folder") };
        files.iter().for_each(|(file, text)| demo.write(file, text));
        demo
    }

    /// The folder around the case.
    pub(crate) fn outside(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join("case").join(file)
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a file of the case")
    }

    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file of the case");
    }

    /// Replaces what stands at one place of `file`.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "\"{from}\" in {file}");
        self.write(file, text.replace(from, to));
    }

    pub(crate) fn append(&self, file: &str, text: &str) {
        self.write(file, self.read(file) + text);
    }

    /// The line, from 1, on which `needle` first stands.
    pub(crate) fn line(&self, file: &str, needle: &str) -> usize {
        let bytes = fs::read(self.path(file)).expect("a file of the case");
        let text = String::from_utf8_lossy(&bytes);
        let at = text.find(needle).unwrap_or_else(|| panic!("no \"{needle}\" in {file}"));
        text[..at].matches('\n').count() + 1
    }

    /// Every file and its bytes; of files over a megabyte only the length.
    pub(crate) fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.dir.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let length = fs::metadata(&path).expect("a file").len();
                let bytes =
                    if length < 1_000_000 { fs::read(&path).expect("a file") } else { length.to_be_bytes().to_vec() };
                found.insert(path, bytes);
            }
        }
        found
    }

    /// Runs `detente COMMAND case ARGS…`.
    pub(crate) fn run(&self, command: &str, args: &[&str]) -> Ran {
        self.detente(&[&[command, "case"], args].concat())
    }

    /// Runs `detente ARGS…` beside the case.
    pub(crate) fn detente(&self, args: &[&str]) -> Ran {
        self.with_threads(args, "2")
    }

    pub(crate) fn with_threads(&self, args: &[&str], threads: &str) -> Ran {
        let mut command = Command::cargo_bin("detente").expect("the command");
        command.current_dir(self.dir.path()).env("RAYON_NUM_THREADS", threads).args(args);
        let output = command.output().expect("a run");
        Ran {
            code: output.status.code().expect("an end, not a signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Ran {
    /// What was said, if the run ended with an answer and nothing on stderr.
    pub(crate) fn answer(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("JSON")
    }
}
