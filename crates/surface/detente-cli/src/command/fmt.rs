//! `detente fmt`.

use detente::case::Resolution;
use detente::casefile::print;
use detente::save;

use super::case::opened_at;
use crate::args::Fmt;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say_line;

pub(super) fn run(args: &Fmt) -> Result<Exit, Failure> {
    let opened = opened_at(&args.case, None, &[], Resolution::Blocs)?;
    let syntax: Vec<_> = opened
        .reading
        .diagnostics
        .iter()
        .filter(|found| matches!(found.code.name, "toml-syntax" | "not-utf8" | "file-too-large" | "missing-file"))
        .cloned()
        .collect();
    if !syntax.is_empty() {
        eprint!("{}", render::diagnostics(&opened, &syntax));
        return Ok(Exit::Mistake);
    }
    let mut changed = Vec::new();
    for (id, file) in opened.folder.files().filter(|(_, file)| file.is_toml()) {
        let printed = print(file.text()).map_err(|error| Failure::argument(format!("{}: {error}", file.path), None))?;
        if printed != file.text() {
            say_line(&file.path);
            changed.push((id, printed));
        }
    }
    if args.check {
        return Ok(if changed.is_empty() { Exit::Answer } else { Exit::Mistake });
    }
    save(&opened, &changed)?;
    Ok(Exit::Answer)
}
