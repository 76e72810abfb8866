//! Commands, printed the way a person would repeat them.

use std::fmt;
use std::io::{self, BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use crate::blame::{About, Blame, Outcome};
use crate::checkout;

/// A command, run from the root of the checkout or a folder of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    folder: &'static str,
    environment: Vec<(&'static str, String)>,
    words: Vec<String>,
}

impl Line {
    /// The command whose words stand in `line`, separated by spaces.
    pub(crate) fn new(line: &str) -> Self {
        Self { folder: "", environment: Vec::new(), words: line.split_whitespace().map(str::to_owned).collect() }
    }

    /// Runs in `folder`, named from the root.
    pub(crate) fn within(mut self, folder: &'static str) -> Self {
        self.folder = folder;
        self
    }

    /// Sets an environment variable.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.environment.push((name, value.into()));
        self
    }

    /// Adds one word, spaces and all.
    pub(crate) fn word(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    /// Announces the command, runs it, and fails unless it succeeds.
    pub(crate) fn run(&self) -> Outcome {
        let status = self.status()?;
        self.judge(status)
    }

    /// Announces the command and runs it.
    pub(crate) fn status(&self) -> Outcome<ExitStatus> {
        eprintln!("$ {self}");
        self.command().status().about(self)
    }

    /// Runs the command silently and returns what it wrote on standard output.
    pub(crate) fn output(&self) -> Outcome<String> {
        let output = self.command().stderr(Stdio::inherit()).output().about(self)?;
        self.judge(output.status)?;
        String::from_utf8(output.stdout).map_err(|error| Blame::new(format!("{self}: {error}")))
    }

    /// Announces the command, runs it, and hands over each line it writes, on standard output or error, in order.
    pub(crate) fn watch(&self, mut each: impl FnMut(&str)) -> Outcome {
        eprintln!("$ {self}");
        let (reader, writer) = io::pipe().about(self)?;
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(writer.try_clone().about(self)?).stderr(writer);
        let mut child = command.spawn().about(self)?;
        // The command holds the writing end; as long as it lives the reading never ends.
        drop(command);
        for line in BufReader::new(reader).split(b'\n') {
            each(&String::from_utf8_lossy(&line.about(self)?));
        }
        let status = child.wait().about(self)?;
        self.judge(status)
    }

    /// Whether the command can be started and succeeds, in silence.
    pub(crate) fn succeeds(&self) -> bool {
        let silent = self.command().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        silent.is_ok_and(|status| status.success())
    }

    fn command(&self) -> Command {
        let (program, arguments) =
            self.words.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
        let mut command = Command::new(program);
        let environment = self.environment.iter().map(|(name, value)| (*name, value.as_str()));
        command.args(arguments).envs(environment).current_dir(checkout::root().join(self.folder));
        // `cargo run` describes xtask to xtask; the commands it starts are about other packages.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PKG_") {
                command.env_remove(name);
            }
        }
        command
    }

    fn judge(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        Err(Blame::new(format!("{} failed ({status})", self.words.join(" "))).repeat(self.to_string()))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variables = self.environment.iter().map(|(name, value)| format!("{name}={}", quoted(value)));
        let words = self.words.iter().map(|word| quoted(word));
        let line = variables.chain(words).collect::<Vec<_>>().join(" ");
        if self.folder.is_empty() { f.write_str(&line) } else { write!(f, "(cd {} && {line})", self.folder) }
    }
}

fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:,@+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{word}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_a_person_would_type() {
        let line = Line::new("cargo doc --no-deps").with("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(line.to_string(), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
        assert_eq!(Line::new("cargo build").within("fuzz").to_string(), "(cd fuzz && cargo build)");
    }

    #[test]
    fn watches_both_streams_and_fails_with_the_line_to_repeat() {
        let mut seen = Vec::new();
        let line = Line::new("sh -c").word("echo out; echo err >&2; exit 3");
        let blame = line.watch(|line| seen.push(line.to_owned())).expect_err("exit code 3");
        assert_eq!(seen, ["out", "err"]);
        assert_eq!(blame.repeat.as_deref(), Some("sh -c 'echo out; echo err >&2; exit 3'"));
    }
}
