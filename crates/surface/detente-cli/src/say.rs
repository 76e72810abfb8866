//! Standard output: a reader who stops reading (`| head`) ends the program quietly.

use std::io::{ErrorKind, Write, stdout};
use std::process::exit;

/// Prints `text` as it is.
pub(crate) fn say(text: &str) {
    let mut out = stdout().lock();
    let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) else { return };
    if error.kind() == ErrorKind::BrokenPipe {
        exit(0);
    }
    eprintln!("error: the output cannot be written: {error}");
    exit(2);
}

/// Prints `text` and ends the line.
pub(crate) fn say_line(text: &str) {
    say(&format!("{text}\n"));
}
