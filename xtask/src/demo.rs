//! `demo`: from nothing to the first answer.

use std::fs;

use crate::action::no_arguments;
use crate::blame::{About, Blame, Outcome};
use crate::checkout::{root, target_dir};
use crate::command::Line;
use crate::web;

/// Builds the command and asks which deals exist in the case that `catalog/FIRST` names; with `--serve` builds the page first and
/// opens the case in it.
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
    if serves {
        let program = target_dir().join("release/detente").display().to_string();
        return Line::new("").word(program).word("serve").word(case).run();
    }
    let program = target_dir().join("release/detente");
    let program = program.strip_prefix(root()).unwrap_or(&program).display().to_string();
    let deals = Line::new("").word(program).word("deals").word(case);
    let status = deals.status()?;
    match status.code() {
        Some(0) => Ok(()),
        // The exit code has a meaning of its own (2: the user's mistake, 3: a limit reached), so it is passed on.
        code => {
            let exit_code = code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
            Err(Blame { exit_code, ..Blame::new(format!("detente ended with {status}")) }.repeat(deals.to_string()))
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
