//! `detente rename`.

use detente::base::Diagnostic;
use detente::case::Resolution;
use detente::casefile::{RenameError, read, rename};
use detente::save;

use super::case::opened_at;
use crate::args::Rename;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say_line;

pub(super) fn run(args: &Rename) -> Result<Exit, Failure> {
    let opened = opened_at(&args.case, None, &[], Resolution::Blocs)?;
    let errors: Vec<Diagnostic> = opened.reading.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    if !errors.is_empty() {
        eprint!("{}", render::diagnostics(&opened, &errors));
        return Err(Failure::argument(
            "a case with errors is not renamed in",
            "mend what stands above first".to_owned(),
        ));
    }
    let changed =
        rename(&opened.folder, &opened.reading, &args.old, &args.new).map_err(|error| refused(args, &error))?;
    let renamed =
        changed.iter().fold(opened.folder.clone(), |folder, (file, text)| folder.with_text(*file, text.clone()));
    if !read(&renamed).is_sound() {
        return Err(Failure::argument(
            format!(
                "changing \"{}\" to \"{}\" would leave the case with errors; nothing was written",
                args.old, args.new
            ),
            "choose another id".to_owned(),
        ));
    }
    save(&opened, &changed)?;
    for (file, _) in &changed {
        say_line(opened.folder.file(*file).map_or("", |file| &file.path));
    }
    Ok(Exit::Answer)
}

fn refused(args: &Rename, error: &RenameError) -> Failure {
    match error {
        RenameError::Unknown { hint } => Failure::argument(
            format!("nothing has the id \"{}\"", args.old),
            hint.clone().or_else(|| Some("a choice is written ISSUE.CHOICE".to_owned())),
        ),
        RenameError::BadId => Failure::argument(
            format!("\"{}\" is not an id", args.new),
            "ids are lower-case words joined by single hyphens, start with a letter, and are none of the words that case files use themselves".to_owned(),
        ),
        RenameError::Taken => {
            Failure::argument(format!("something has the id \"{}\" already", args.new), "choose another id".to_owned())
        }
        RenameError::Escaped(_) => Failure::argument(
            format!("\"{}\" stands in a text with escapes and cannot be changed there safely", args.old),
            "write that text without backslashes first".to_owned(),
        ),
    }
}
