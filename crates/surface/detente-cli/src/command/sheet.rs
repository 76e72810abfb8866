//! `detente sheet`: a form that a party fills in, and back.

use detente::base::{Diagnostic, FileId};
use detente::case::{Case, Id, PartyIdx};
use detente::casefile::read;
use detente::sheet::{Filled, Form, Head, Merge, MergeError, fill, form, merge, write_csv, write_xlsx};
use detente::{Opened, read_sheet, write_file, write_new_file};

use super::case::{opened, sets, sound};
use crate::args::{Sheet, SheetCommand, SheetExport, SheetImport};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Sheet) -> Result<Exit, Failure> {
    match &args.command {
        SheetCommand::Export(args) => export(args),
        SheetCommand::Import(args) => import(args),
    }
}

fn export(args: &SheetExport) -> Result<Exit, Failure> {
    let names: Vec<String> = args.estimates.iter().cloned().collect();
    let opened = opened(&args.folder, &names)?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let party = party(case, &args.party)?;
    let set = if names.is_empty() { None } else { sets(&opened, &names)?.into_iter().next() };
    let form = form(case, party, set);
    let extension = args.output.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = match extension.as_deref() {
        Some("xlsx") => write_xlsx(&form)
            .map_err(|error| Failure::argument(error.to_string(), "write a .csv file, which holds more".to_owned()))?,
        Some("csv") => write_csv(&form).into_bytes(),
        _ => {
            let hint = "name the file to make .xlsx or .csv".to_owned();
            return Err(Failure::argument(format!("{} is neither a workbook nor CSV", args.output.display()), hint));
        }
    };
    write_new_file(&args.output, &bytes)?;
    let mut page = format!("{}: {} rows for {}\n", args.output.display(), form.rows.len(), form.name);
    if !form.left_out.is_empty() {
        page.push_str(&format!("A sheet has no room for: {}\n", form.left_out.join("; ")));
    }
    page.push_str("It is a plain file, not encrypted: whoever gets hold of it can read it.\n");
    say(&page);
    Ok(Exit::Answer)
}

fn import(args: &SheetImport) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let party = party(case, &args.party)?;
    if Id::new(&args.name).is_err() {
        let hint = "a name is small letters, digits and hyphens, such as private-eastland".to_owned();
        return Err(Failure::argument(format!("\"{}\" cannot be the name of a set of estimates", args.name), hint));
    }
    let sheet = read_sheet(&args.file)?;
    let blank = form(case, party, None);
    let (filled, found) = match &sheet.grid {
        Ok(grid) => fill(&blank, grid, FileId(0)),
        Err(found) => (None, vec![Diagnostic::clone(found)]),
    };
    eprint!("{}", render::model_diagnostics(&sheet.folder, &found));
    let Some(filled) = filled else {
        eprintln!("nothing was imported");
        return Ok(Exit::Mistake);
    };
    let text = merged(args, &opened, &filled)?;
    let path = format!("estimates/{}.toml", args.name);
    let after = checked(&opened, &path, text.clone(), party, &filled)?;
    write_file(&opened.root.join(&path), &text)?;
    eprint!("{}", render::diagnostics(&after, &warnings(&after, &path)));
    say(&summary(&path, &blank, &filled));
    Ok(Exit::Answer)
}

fn party(case: &Case, id: &str) -> Result<PartyIdx, Failure> {
    case.party(id).ok_or_else(|| {
        let known: Vec<&str> = case.parties.rows().map(|party| party.id.as_str()).collect();
        Failure::argument(format!("there is no party \"{id}\""), format!("parties of this case: {}", known.join(", ")))
    })
}

/// The file of estimates with what was filled in.
fn merged(args: &SheetImport, opened: &Opened, filled: &Filled) -> Result<String, Failure> {
    let path = format!("estimates/{}.toml", args.name);
    let known = opened.folder.at(&path).map(|(_, file)| file.text());
    let author = args.author.clone().or_else(|| filled.author.clone()).ok_or_else(|| {
        let hint = "write it into the sheet, in the row \"author\", or give --author".to_owned();
        Failure::argument("the sheet does not say who filled it in; nothing was imported", hint)
    })?;
    let head = Head { author, as_of: filled.as_of };
    let asked = Merge { text: known, head: &head, party: &args.party, filled, replace: args.replace };
    merge(asked).map_err(|error| {
        let hint = match error {
            MergeError::Occupied => "--replace puts the sheet in its place, or take another --name",
            MergeError::NotToml => "write the party's section under a header of its own, [PARTY]",
            MergeError::OtherUtility => "take another --name: payoffs and weighted values do not stand in one set",
        };
        Failure::argument(format!("{path}: {error}; nothing was imported"), hint.to_owned())
    })
}

/// The folder as it would be; refused where it would have errors, or would not say what the sheet says.
fn checked(opened: &Opened, path: &str, text: String, party: PartyIdx, filled: &Filled) -> Result<Opened, Failure> {
    let folder = opened.folder.with_file(path, text);
    let after = Opened { root: opened.root.clone(), reading: read(&folder), folder };
    let diagnostics = after.diagnostics(&detente::base::Silent)?;
    let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    let hint = || "mend what stands above first".to_owned();
    if !errors.is_empty() {
        eprint!("{}", render::diagnostics(&after, &errors));
        return Err(Failure::argument("with this sheet the case would have errors; nothing was imported", hint()));
    }
    let set = after.reading.estimates.iter().find(|set| format!("estimates/{}.toml", set.id) == path);
    let said = after.reading.case.as_ref().map(|case| form(case, party, set));
    let is_said = |said: &Form| {
        filled
            .numbers
            .iter()
            .all(|(field, number)| said.rows.iter().any(|row| row.field == *field && row.now == Some(number.range)))
    };
    if !said.as_ref().is_some_and(is_said) {
        let hint = "take another --name and put the two files together by hand".to_owned();
        let message = format!("in {path} the numbers of this sheet would be read differently; nothing was imported");
        return Err(Failure::argument(message, hint));
    }
    Ok(after)
}

/// What the casefile's own checker says of the file that was written.
fn warnings(after: &Opened, path: &str) -> Vec<Diagnostic> {
    let file = after.folder.at(path).map(|(file, _)| file);
    let is_here = |found: &&Diagnostic| found.labels.first().map(|label| label.span.file) == file;
    after.reading.diagnostics.iter().filter(is_here).cloned().collect()
}

fn summary(path: &str, blank: &Form, filled: &Filled) -> String {
    let blank = blank.rows.iter().filter(|row| !filled.numbers.contains_key(&row.field)).count();
    format!("{path}: {} numbers; {blank} rows left blank, not estimated\n", filled.numbers.len())
}
