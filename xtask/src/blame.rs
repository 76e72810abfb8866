//! Why an action failed, and the line that repeats the failure.

use std::fmt;

/// What every part of an action returns.
pub(crate) type Outcome<T = ()> = Result<T, Blame>;

/// A failure, as the person at the terminal reads it.
#[derive(Debug)]
pub(crate) struct Blame {
    pub(crate) what: String,
    /// The exact line to type to see the failure alone.
    pub(crate) repeat: Option<String>,
    pub(crate) exit_code: u8,
}

impl Blame {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), repeat: None, exit_code: 1 }
    }

    pub(crate) fn repeat(mut self, line: impl Into<String>) -> Self {
        self.repeat.get_or_insert_with(|| line.into());
        self
    }
}

impl fmt::Display for Blame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "xtask: {}", self.what)?;
        match &self.repeat {
            Some(line) => write!(f, "\nxtask: to repeat only this: {line}"),
            None => Ok(()),
        }
    }
}

/// Lets `?` name the file or program a system error is about.
pub(crate) trait About<T> {
    fn about(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T> About<T> for std::io::Result<T> {
    fn about(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Blame::new(format!("{what}: {error}")))
    }
}
