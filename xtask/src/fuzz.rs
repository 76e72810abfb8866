//! `fuzz`: libFuzzer with coverage guidance, on the stable toolchain.
//!
//! The coverage instrumentation is an LLVM pass that stable rustc can be asked for (`-Cpasses=sancov-module`, in
//! fuzz/.cargo/config.toml); only sanitizers need nightly, and code without `unsafe` has little use for them.

use std::fs;
use std::iter;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::blame::{About, Blame, Outcome};
use crate::checkout::{root, target_dir};
use crate::command::Line;
use crate::step::step;
use crate::tool::need_debian;

/// How long each target runs where nobody says otherwise.
const SECONDS: u32 = 60;

/// Fuzzes one target or all of them.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (seconds, only) = understand(arguments)?;
    let mut targets = targets()?;
    if let Some(only) = only {
        targets.retain(|target| *target == only);
        if targets.is_empty() {
            return Err(Blame { exit_code: 2, ..Blame::new(format!("no fuzz target \"{only}\" in fuzz/targets")) });
        }
    }
    fuzz(&targets, seconds, Start::WhereItLeftOff)
}

/// Fuzzes every target from the same start each time, for the test command.
pub(crate) fn briefly() -> Outcome {
    fuzz(&targets()?, 10, Start::Afresh)
}

/// Fuzzes every target for ten minutes, for the full test command.
pub(crate) fn at_length() -> Outcome {
    fuzz(&targets()?, 600, Start::WhereItLeftOff)
}

/// Which inputs and which seed a run begins with.
#[derive(Clone, Copy, PartialEq)]
enum Start {
    /// All inputs found so far on this machine, and a new seed.
    WhereItLeftOff,
    /// The committed corpus and a fixed seed, so that two runs try much the same.
    Afresh,
}

fn understand(arguments: &[String]) -> Outcome<(u32, Option<String>)> {
    let mistake = |what: String| Blame { exit_code: 2, ..Blame::new(what) };
    let (mut seconds, mut only) = (SECONDS, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--seconds" {
            let number = rest.next().and_then(|number| number.parse().ok());
            seconds = number.ok_or_else(|| mistake("--seconds needs a whole number".to_owned()))?;
        } else if argument.starts_with('-') || only.is_some() {
            return Err(mistake(format!("unexpected argument \"{argument}\"")));
        } else {
            only = Some(argument.clone());
        }
    }
    Ok((seconds, only))
}

/// One target per file of fuzz/targets.
fn targets() -> Outcome<Vec<String>> {
    let folder = root().join("fuzz/targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).about(folder.display())? {
        let path = entry.about(folder.display())?.path();
        names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

fn fuzz(targets: &[String], seconds: u32, start: Start) -> Outcome {
    need_debian("c++ --version", "g++")?;
    step("fuzz: build", || build().run())?;
    let host = host()?;
    side_by_side(targets, |target| step(&format!("fuzz: {target}"), || explore(target, &host, seconds, start)))
}

/// As many at once as there are cores, since each takes one. All are explored, whatever one finds; the first failure is told.
fn side_by_side(targets: &[String], explore: impl Fn(&str) -> Outcome + Sync) -> Outcome {
    let next = AtomicUsize::new(0);
    let work = || -> Vec<Outcome> {
        iter::from_fn(|| targets.get(next.fetch_add(1, Ordering::Relaxed))).map(|target| explore(target)).collect()
    };
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(targets.len());
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    outcomes.into_iter().collect()
}

fn build() -> Line {
    // Flags from the environment would replace those of fuzz/.cargo/config.toml, and with them the coverage.
    Line::new("env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET cargo build --release").within("fuzz")
}

fn explore(target: &str, host: &str, seconds: u32, start: Start) -> Outcome {
    let found = target_dir().join(if start == Start::Afresh { "fuzz-brief" } else { "fuzz-corpus" }).join(target);
    if start == Start::Afresh && found.exists() {
        fs::remove_dir_all(&found).about(found.display())?;
    }
    let artifacts = root().join("fuzz/artifacts").join(target);
    for folder in [&found, &artifacts] {
        fs::create_dir_all(folder).about(folder.display())?;
    }
    let program = target_dir().join(host).join("release").join(target);
    // New inputs go to the first folder; the committed corpus is only read.
    let mut line =
        Line::new("").word(near_root(&program)).word(near_root(&found)).word(format!("fuzz/corpus/{target}"));
    line = line.word(format!("-dict=fuzz/dictionaries/{target}.dict"));
    line = line.word(format!("-artifact_prefix=fuzz/artifacts/{target}/"));
    for limit in ["-max_len=16384", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1"] {
        line = line.word(limit);
    }
    line = line.word(format!("-max_total_time={seconds}"));
    if start == Start::Afresh {
        line = line.word("-seed=1");
    }
    let mut session = Session::default();
    let ended = line.watch(|output| {
        // Several run at once: a sign of life says whose it is.
        if output.contains("pulse") {
            eprintln!("{target}: {}", output.trim());
        }
        session.hear(output);
    });
    if let (Err(_), Some(crash)) = (&ended, &session.crash) {
        session.show();
        let repeat = Line::new("").word(near_root(&program)).word(crash);
        return Err(Blame::new(format!("{target} crashes on {crash}")).repeat(repeat.to_string()));
    }
    ended.inspect_err(|_| session.show())?;
    session.conclude(target)
}

fn near_root(path: &std::path::Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn host() -> Outcome<String> {
    let version = Line::new("rustc -vV").output()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Blame::new("rustc -vV names no host"))
}

/// What libFuzzer said.
#[derive(Default)]
struct Session {
    said: Vec<String>,
    instrumented: bool,
    inputs: Option<u64>,
    /// The file that holds the input of a crash.
    crash: Option<String>,
}

impl Session {
    fn hear(&mut self, output: &str) {
        self.instrumented |= output.contains("inline 8-bit counters");
        if let Some(inputs) = output.strip_prefix("stat::number_of_executed_units:") {
            self.inputs = inputs.trim().parse().ok();
        }
        if let Some((_, crash)) = output.split_once("Test unit written to ") {
            self.crash = Some(crash.trim().to_owned());
        }
        self.said.push(output.to_owned());
    }

    /// Prints what was said, but for the thousands of lines on new coverage.
    fn show(&self) {
        let is_progress = |line: &&String| line.starts_with('#') || line.starts_with("\tNEW_FUNC");
        for line in self.said.iter().filter(|line| !is_progress(line)) {
            eprintln!("{line}");
        }
    }

    fn conclude(&self, target: &str) -> Outcome {
        let coverage = self.said.iter().rev().find(|line| line.contains(" cov: ")).map_or("", |line| line.trim());
        match (self.instrumented, self.inputs) {
            (true, Some(inputs)) if 0 < inputs => {
                eprintln!("{target}: {inputs} inputs, no crash; {coverage}");
                Ok(())
            }
            _ => {
                self.show();
                Err(Blame::new(format!("{target} ran without coverage guidance, or not at all")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn understands_its_arguments() {
        assert_eq!(understand(&words("")).expect("none"), (SECONDS, None));
        assert_eq!(understand(&words("--seconds 5 expression")).expect("both"), (5, Some("expression".to_owned())));
        assert!(understand(&words("--seconds")).is_err());
        assert!(understand(&words("--second 5")).is_err());
        assert!(understand(&words("one two")).is_err());
    }

    #[test]
    fn one_failure_does_not_keep_the_others_from_running() {
        let tried = Mutex::new(Vec::new());
        let outcome = side_by_side(&words("a b c d e"), |target| {
            tried.lock().expect("nobody panicked").push(target.to_owned());
            if target == "b" { Err(Blame::new("b crashes")) } else { Ok(()) }
        });
        let mut tried = tried.into_inner().expect("nobody panicked");
        tried.sort();
        assert_eq!(tried, words("a b c d e"));
        assert_eq!(outcome.expect_err("b crashes").what, "b crashes");
        assert!(side_by_side(&[], |_| Ok(())).is_ok());
    }

    #[test]
    fn remembers_the_input_of_a_crash() {
        let mut session = Session::default();
        session.hear("artifact_prefix='a/'; Test unit written to a/crash-01");
        assert_eq!(session.crash.as_deref(), Some("a/crash-01"));
    }

    #[test]
    fn a_run_without_coverage_is_a_failure() {
        let mut session = Session::default();
        session.hear("stat::number_of_executed_units: 12");
        assert!(session.conclude("expression").is_err());
        session.hear("INFO: Loaded 1 modules   (166 inline 8-bit counters): 166 [0x1, 0x2),");
        assert!(session.conclude("expression").is_ok());
    }
}
