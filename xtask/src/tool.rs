//! Programs that are not cargo's: installed where that is safe, otherwise named with the line that installs them.

use crate::blame::{Blame, Outcome};
use crate::command::Line;

/// Makes sure that a program answers, installing the Debian package that brings it where we are root on Debian.
pub(crate) fn need_debian(probe: &str, package: &str) -> Outcome {
    if Line::new(probe).succeeds() {
        return Ok(());
    }
    let install = format!("apt-get install -y {package}");
    if is_root_on_debian() {
        Line::new(&install).run()?;
        if Line::new(probe).succeeds() {
            return Ok(());
        }
    }
    Err(Blame::new(format!("\"{probe}\" does not answer; install it with: {install}")))
}

/// Makes sure that a program answers, or prints the exact line that installs it and fails.
pub(crate) fn need(probe: &str, install: &str) -> Outcome {
    if Line::new(probe).succeeds() {
        return Ok(());
    }
    Err(Blame::new(format!("\"{probe}\" does not answer; install it with: {install}")))
}

fn is_root_on_debian() -> bool {
    let debian = std::path::Path::new("/etc/debian_version").exists();
    debian && Line::new("id -u").output().is_ok_and(|user| user.trim() == "0")
}
