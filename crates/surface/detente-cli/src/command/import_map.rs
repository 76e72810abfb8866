//! `detente import-map`: a map of any country into the files of a territory.

use detente::base::{Decimal, FileId};
use detente::territory::{ImportOptions, Text, import};
use detente::{alone, write_folder};

use crate::args::ImportMap;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::{say, say_line};

pub(super) fn run(args: &ImportMap) -> Result<Exit, Failure> {
    let options = ImportOptions { id: args.id.clone(), name: args.name.clone(), simplify_km: tolerance(args)? };
    if !args.file.is_file() {
        let hint = "name a GeoJSON file with a feature for each unit".to_owned();
        return Err(Failure::argument(format!("there is no file at {}", args.file.display()), hint));
    }
    let opened = alone(&args.file)?;
    if !opened.reading.diagnostics.is_empty() {
        eprint!("{}", render::diagnostics(&opened, &opened.reading.diagnostics));
        return Ok(Exit::Mistake);
    }
    let text = opened.folder.file(FileId(0)).map_or("", |file| file.text());
    let imported = match import(Text { file: FileId(0), text }, &options) {
        Ok(imported) => imported,
        Err(diagnostics) => {
            eprint!("{}", render::diagnostics(&opened, &diagnostics));
            return Ok(Exit::Mistake);
        }
    };
    write_folder(&args.output, &imported.files)?;
    let (units, borders) = (imported.units, imported.borders);
    say_line(&format!("{}: {units} units, {borders} pairs of neighbours", args.output.display()));
    imported.notes.iter().for_each(|note| say(&render::note(note)));
    say(&render::note(
        "areas are geodesic, computed from the shapes: replace them in units.csv where a source is known",
    ));
    Ok(Exit::Answer)
}

fn tolerance(args: &ImportMap) -> Result<Option<Decimal>, Failure> {
    let Some(text) = &args.simplify else { return Ok(None) };
    let known = text.parse::<Decimal>().ok().filter(|km| Decimal::ZERO < *km && *km <= Decimal::HUNDRED);
    known.map(Some).ok_or_else(|| {
        let hint = "write kilometres between 0 and 100, such as --simplify 2".to_owned();
        Failure::argument(format!("\"{text}\" is no tolerance"), hint)
    })
}
