//! `demo`: from nothing to the first answer and a briefing on paper.

use std::fs;

use crate::action::no_arguments;
use crate::blame::{About, Blame, Outcome};
use crate::checkout::{root, target_dir};
use crate::command::Line;
use crate::web;

/// Where the briefing is written, in the target directory.
const BRIEFING: &str = "briefing.html";

/// Builds the command, asks which deals exist in the case that `catalog/FIRST` names, and writes the briefing for the room; with
/// `--serve` builds the page first and in the end opens the case in it.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let serves = match arguments {
        [only] if only == "--serve" => true,
        arguments => no_arguments(arguments).map(|()| false)?,
    };
    let case = first_case()?;
    if serves {
        web::build()?;
    }
    Line::new("cargo build --release --package detente-cli").run()?;
    let program = target_dir().join("release/detente");
    let program = program.strip_prefix(root()).unwrap_or(&program).display().to_string();
    passed(&Line::new("").word(&program).word("deals").word(&case))?;
    let page = target_dir().join(BRIEFING);
    let page = page.strip_prefix(root()).unwrap_or(&page).display().to_string();
    let report = Line::new("").word(&program).word("report").word(&case);
    passed(&report.word("--sheet").word("briefing").word("--for").word("room").word("-o").word(&page))?;
    eprintln!("the briefing, for the room: {page}");
    if serves {
        return Line::new("").word(&program).word("serve").word(&case).run();
    }
    Ok(())
}

/// Runs a line of the command and passes its exit code on.
fn passed(line: &Line) -> Outcome {
    let status = line.status()?;
    match status.code() {
        Some(0) => Ok(()),
        // The exit code has a meaning of its own (2: the user's mistake, 3: a limit reached), so it is passed on.
        code => {
            let exit_code = code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
            Err(Blame { exit_code, ..Blame::new(format!("detente ended with {status}")) }.repeat(line.to_string()))
        }
    }
}

fn first_case() -> Outcome<String> {
    let first = fs::read_to_string(root().join("catalog/FIRST")).about("catalog/FIRST")?;
    let case = format!("catalog/{}", first.trim());
    if root().join(&case).join("case.toml").is_file() {
        return Ok(case);
    }
    Err(Blame::new(format!("catalog/FIRST names {case}, which has no case.toml")))
}
