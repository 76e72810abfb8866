//! The page: its packages, its build, its tests. Node is needed for these alone; cargo works without.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::blame::{Blame, Outcome};
use crate::checkout::root;
use crate::command::Line;
use crate::test_run;
use crate::tool::{need, need_debian};

/// What the page is built from.
const SOURCES: [&str; 7] =
    ["src", "public", "index.html", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.ts"];

/// Builds the page if its sources changed since it was built.
pub(crate) fn build() -> Outcome {
    let web = root().join("web");
    let built = modified(&web.join("dist/index.html"));
    let newest = SOURCES.iter().filter_map(|name| newest(&web.join(name))).max();
    if built.is_some() && newest <= built {
        return Ok(());
    }
    packages()?;
    npm("run build").run()
}

/// Checks types, runs the page's own tests, then those in a browser against the program that the tests were built with.
pub(crate) fn test() -> Outcome {
    packages()?;
    browser()?;
    npm("run check").run()?;
    npm("test").run()?;
    let program = test_run::program().display().to_string();
    npm("run e2e").with("DETENTE_BIN", program).run()
}

fn npm(action: &str) -> Line {
    Line::new(&format!("npm {action}")).within("web")
}

/// Installs exactly the packages that the lock names, where they are not there yet.
fn packages() -> Outcome {
    need("node --version", "Node.js 20.19 or later from https://nodejs.org, or your system's package nodejs")?;
    let web = root().join("web");
    let installed = modified(&web.join("node_modules/.package-lock.json"));
    if installed.is_some() && modified(&web.join("package-lock.json")) <= installed {
        return Ok(());
    }
    npm("ci --no-audit --no-fund").run()
}

/// A browser for the tests: never one that is downloaded from elsewhere than the system's packages. Chromium without windows
/// starts and paints in two thirds of the time.
fn browser() -> Outcome {
    if std::env::var_os("CHROMIUM").is_some_and(|named| Path::new(&named).exists()) {
        return Ok(());
    }
    let probe = "chromium-headless-shell --version";
    if Line::new(probe).succeeds() {
        return Ok(());
    }
    // The lists of a fresh system are empty; where they cannot be fetched, the installation says so.
    let _ = Line::new("apt-get update").succeeds();
    let installed = need_debian(probe, "chromium-headless-shell");
    if installed.is_err() && Line::new("chromium --version").succeeds() {
        return Ok(());
    }
    installed.map_err(|blame| Blame::new(format!("{}; or name another Chromium in CHROMIUM", blame.what)))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// When the newest file at `path` was written.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return modified(path);
    }
    let entries = fs::read_dir(path).ok()?.filter_map(Result::ok);
    entries.filter_map(|entry| newest(&entry.path())).max()
}
