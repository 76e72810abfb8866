//! `detente export`: a case and a set of estimates as a scenario's files, whole or not at all.

use detente::case::Resolution;
use detente::interop::scenario::{Format, write};
use detente::scenario::of_case;
use detente::write_new;

use super::case::{opened_at, sets, sound};
use super::scenario::meaning;
use crate::args::{Export, FormatName};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Export) -> Result<Exit, Failure> {
    let named: Vec<String> = args.estimates.iter().cloned().collect();
    let opened = opened_at(&args.case, None, &named, Resolution::Blocs)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let chosen = sets(&opened, &named)?;
    let [set] = chosen.as_slice() else {
        let known: Vec<&str> = chosen.iter().map(|set| set.id.as_str()).collect();
        let hint = format!("name one with --estimates: {}", known.join(", "));
        return Err(Failure::argument("a scenario is written from one set of estimates", hint));
    };
    let (scenario, mut notes) = of_case(case, set).map_err(|error| {
        let hint = "scenario formats add up what each issue is worth; leave linkages out, or use ranges".to_owned();
        Failure::argument(error.to_string(), hint)
    })?;
    let format = match args.format {
        FormatName::Genius => Format::Genius,
        FormatName::Negmas => Format::Negmas,
        FormatName::Geniusweb => Format::Geniusweb,
    };
    let written = write(&scenario, format, meaning(args.semantics)).map_err(|error| {
        let hint = "nothing was written; another --format, or --semantics raw, may be able to say it".to_owned();
        Failure::argument(error.to_string(), hint)
    })?;
    notes.extend(written.notes);
    let files: Vec<(&str, String)> = written.files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    write_new(&args.output, &files)?;
    let mut page = format!(
        "{} stands in {} as {} files for {}:\n",
        args.case.display(),
        args.output.display(),
        files.len(),
        format.name()
    );
    for (name, _) in &written.files {
        page.push_str(&format!("  {name}\n"));
    }
    if !notes.is_empty() {
        page.push_str("What the files do not say, and what was changed:\n");
    }
    for note in &notes {
        page.push_str(&render::listed_item(note));
    }
    say(&page);
    Ok(Exit::Answer)
}
