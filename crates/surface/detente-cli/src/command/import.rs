//! `detente import`: a scenario's files as a case folder, whole or not at all.

use detente::base::Diagnostic;
use detente::casefile::{Folder, read};
use detente::interop::scenario::Levels;
use detente::scenario::{ScenarioFolder, read_scenario};
use detente::scenarios::case_text;
use detente::write_new;

use super::scenario::meaning;
use crate::args::{Import, Semantics};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Import) -> Result<Exit, Failure> {
    let ScenarioFolder { folder, scenario, format, assumptions, diagnostics, .. } =
        read_scenario(&args.path, meaning(args.semantics))?;
    eprint!("{}", render::model_diagnostics(&folder, &diagnostics));
    let (Some(scenario), Some(format)) = (scenario, format) else { return Ok(Exit::Mistake) };
    let name = args.output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let from = args.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let meant = match (format.name(), args.semantics) {
        ("GENIUS", Semantics::Genius) => ", read as GENIUS evaluates them",
        ("GENIUS", Semantics::Raw) => ", read as weighted sums as written",
        _ => "",
    };
    let source = format!("Imported from the {} files in \"{from}\"{meant}", format.name());
    let text = case_text(&scenario, &detente::case_id_of(&name), &source, &assumptions, Levels(args.levels));
    let text = text.map_err(|error| {
        let hint = "write a part of the scenario, or ask `detente scenario stats` about it as it is".to_owned();
        Failure::argument(error.to_string(), hint)
    })?;
    sound(&text.files)?;
    write_new(&args.output, &text.files)?;
    let mut page = format!(
        "{} is now the case {}: {} issues, {} parties, written in {} files.\n",
        args.path.display(),
        args.output.display(),
        scenario.issues.len(),
        scenario.profiles.len(),
        format.name()
    );
    page.push_str("What was assumed, and what was changed (README.md has it too):\n");
    for note in &text.notes {
        page.push_str(&render::listed_item(note));
    }
    page.push_str(&format!("\n  detente check {0}\n  detente deals {0}\n", args.output.display()));
    say(&page);
    Ok(Exit::Answer)
}

/// What was made has to read as a case, or nothing is written.
fn sound(files: &[(&'static str, String)]) -> Result<(), Failure> {
    let texts = files.iter().filter(|(path, _)| *path != "README.md").map(|(path, text)| (*path, text.as_str()));
    let reading = read(&Folder::of_texts(texts));
    let Some(wrong) = reading.diagnostics.iter().find(|diagnostic| Diagnostic::is_error(diagnostic)) else {
        return Ok(());
    };
    let hint = "this scenario does not fit a case; `detente scenario stats` answers about it as it is".to_owned();
    Err(Failure::argument(format!("the case would not be sound: {}", wrong.message), hint))
}
