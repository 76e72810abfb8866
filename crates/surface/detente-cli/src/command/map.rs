//! `detente map`: a sheet, and the table of units.

use detente::base::{Diagnostic, Severity};
use detente::case::Case;
use detente::casefile::case_hash;
use detente::ledger::{Ledger, voices};
use detente::territory::{Shapes, Territory, UNITS};
use detente::{Opened, write_file};
use detente_api as api;
use detente_report::map::{Asked, Heading, Layer, UnitTable, sheet};

use super::asked::package;
use super::case::{opened, sound};
use super::json_text;
use crate::args::Map;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::{say, say_line};

/// As many packages as a map can tell apart.
const MOST: usize = 2;

pub(super) fn run(args: &Map) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let Some(territory) = &opened.reading.territory else {
        let hint = format!("list its units in {UNITS}, or make the folder territory with `detente import-map`");
        return Err(Failure::argument("this case has no territory", hint));
    };
    let shapes = opened.shapes();
    if shapes.diagnostics.iter().any(Diagnostic::is_error) {
        eprint!("{}", render::diagnostics(&opened, &shapes.diagnostics));
        return Ok(Exit::Mistake);
    }
    let layers = layers(case, territory, &args.package)?;
    let asked = Asked { case, ledger: &opened.reading.ledger, territory, layers: &layers };
    let table = UnitTable::new(&asked);
    let heading = heading(&opened, case, &args.package);
    let warned = shapes.diagnostics.iter().filter(|found| found.code.severity == Severity::Warning).count();
    if 0 < warned && !args.json {
        eprintln!("{}", render::map_warnings(warned));
    }
    answer(args, &table, territory, &shapes.shapes, &heading)?;
    Ok(Exit::Answer)
}

fn answer(
    args: &Map,
    table: &UnitTable,
    territory: &Territory,
    shapes: &Shapes,
    heading: &Heading,
) -> Result<(), Failure> {
    if args.json {
        let text = json_text(&api::map(table, shapes, heading))?;
        match &args.output {
            Some(path) => write_file(path, format!("{text}\n"))?,
            None => say_line(&text),
        }
        return Ok(());
    }
    let words = render::map(table, heading);
    if args.table {
        say(&words);
        return Ok(());
    }
    let svg = sheet(table, territory, shapes, heading);
    if let Some(path) = &args.output {
        write_file(path, &svg)?;
        say(&words);
    } else {
        say(&svg);
        eprint!("{words}");
    }
    Ok(())
}

/// What each package says of the units.
fn layers(case: &Case, territory: &Territory, packages: &[String]) -> Result<Vec<Layer>, Failure> {
    if MOST < packages.len() {
        return Err(Failure::argument(
            "a map compares two packages at most",
            "name --package once or twice".to_owned(),
        ));
    }
    let letters: &[&str] = if packages.len() == MOST { &["A: ", "B: "] } else { &[""] };
    packages.iter().zip(letters).map(|(package, letter)| layer(case, territory, package, letter)).collect()
}

/// What a package says of the units, on the first matter (by id) that the case negotiates over this territory.
fn layer(case: &Case, territory: &Territory, text: &str, letter: &str) -> Result<Layer, Failure> {
    let Some(lens) = case.lenses.rows().next() else {
        let hint = "write [issues.territory] with lens = \"territory\" in case.toml".to_owned();
        return Err(Failure::argument("no issue of this case is about its territory", hint));
    };
    let chosen = package(case, text)?;
    let mut layer = Layer::of_lens(lens, territory, |issue| chosen.get(&issue).copied());
    layer.title = format!("{letter}{}", layer.title);
    Ok(layer)
}

fn heading(opened: &Opened, case: &Case, packages: &[String]) -> Heading {
    Heading {
        case: case.title.clone(),
        as_of: case.as_of.map(|date| date.to_string()),
        hash: case_hash(&opened.folder).to_string(),
        voices: heard(case, &opened.reading.ledger),
        packages: packages.to_vec(),
    }
}

/// Whose words the record carries, in a line.
fn heard(case: &Case, ledger: &Ledger) -> String {
    let heard = voices(case, ledger);
    let parties = case.parties.iter().map(|(idx, party)| {
        let voice = heard[idx];
        if voice.is_absent() {
            format!("{} absent", party.name)
        } else {
            format!("{} {} in its own words, {} reported", party.name, voice.own_words, voice.reported)
        }
    });
    format!("Statements on record: {}.", parties.collect::<Vec<_>>().join("; "))
}
