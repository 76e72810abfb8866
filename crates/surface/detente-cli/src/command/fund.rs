//! `detente fund`: who gets how much when.

use std::collections::BTreeMap;
use std::path::Path;

use detente::fund::{Cut, Fund as Found, Preset};
use detente::funds::{Answer, Asked};
use detente::robustness::fund::MOST_DRAWS;
use detente::write_file;
use detente_api::{self as api, About};
use detente_sheets::fund::picture;

use super::asked::package;
use super::case::{opened, sound};
use super::json::json_text;
use super::robust::draws;
use super::solve::on_threads;
use crate::args::Fund;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Fund) -> Result<Exit, Failure> {
    let draws = draws(args.draws.as_deref(), None)?;
    if MOST_DRAWS < draws {
        let hint = format!("take --draws {MOST_DRAWS} at most; 9604 tell every share to a point either way");
        return Err(Failure::argument(format!("{draws} draws are more than are kept at once"), hint));
    }
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let fund = opened.reading.fund.as_ref().ok_or_else(|| {
        Failure::argument(
            "this case has no fund",
            "a fund is described in fund.toml; see `detente schema fund-file`".to_owned(),
        )
    })?;
    if 2 < args.package.len() {
        return Err(Failure::argument("two packages can be compared at most", "leave out one --package".to_owned()));
    }
    let preset = args.preset.as_deref().map(|id| preset(fund, id)).transpose()?;
    let asked = Asked { case, fund, preset, draws, seed: args.seed };
    let packages = match args.package.as_slice() {
        [] => vec![BTreeMap::new()],
        texts => texts.iter().map(|text| package(case, text)).collect::<Result<_, _>>()?,
    };
    let answers: Vec<Answer> =
        on_threads(args.threads, || packages.iter().map(|of| asked.answer(of)).collect::<Result<Vec<_>, _>>())?
            .map_err(|cut| undecided(&asked, &cut))?;
    let (draft, open) = (BTreeMap::new(), BTreeMap::new());
    let about = About { opened: &opened, case, draft: &draft, open: &open };
    let text = if args.json {
        json_text(&api::fund(&about, &asked, &answers))? + "\n"
    } else {
        render::fund(&about, &asked, &answers, args.plot)
    };
    match &args.output {
        Some(file) if is_picture(file) => {
            write_file(file, picture(case, &asked, &answers).svg())?;
            say(&text);
        }
        Some(file) => write_file(file, &text)?,
        None => say(&text),
    }
    Ok(Exit::Answer)
}

fn is_picture(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"))
}

fn preset<'f>(fund: &'f Found, id: &str) -> Result<&'f Preset, Failure> {
    fund.preset(id).ok_or_else(|| {
        let known: Vec<&str> = fund.presets.iter().map(|preset| preset.id.as_str()).collect();
        let hint =
            if known.is_empty() { "this fund has none".to_owned() } else { format!("presets: {}", known.join(", ")) };
        Failure::argument(format!("there is no preset \"{id}\""), hint)
    })
}

fn undecided(asked: &Asked<'_>, cut: &Cut) -> Failure {
    match cut {
        Cut::Open(open) => {
            let ids: Vec<String> = open.issues.iter().map(|&issue| asked.case.issues[issue].id.to_string()).collect();
            Failure::argument(
                format!("the fund depends on what is left open: {}", ids.join(", ")),
                "name a choice in --package, or one under shown in fund.toml".to_owned(),
            )
        }
        Cut::TooLarge => Failure::argument("an amount is too large to add up exactly", "take a larger unit".to_owned()),
    }
}
