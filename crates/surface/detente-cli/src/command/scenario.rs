//! `detente scenario stats`: what researchers ask of scenarios, one or a whole tree.

use std::path::Path;
use std::time::Instant;

use detente::base::{Diagnostic, Watch};
use detente::engine::Effort;
use detente::interop::scenario::{Levels, Meaning};
use detente::scenario::{ScenarioFolder, read_scenario, scenario_folders};
use detente::scenarios::{self, Stats, StatsError};
use detente_api as api;
use rayon::prelude::*;

use super::solve::on_threads;
use crate::args::{Scenario, ScenarioCommand, ScenarioStats, Semantics};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;
use crate::watch::Progress;

pub(super) fn run(args: &Scenario) -> Result<Exit, Failure> {
    match &args.command {
        ScenarioCommand::Stats(args) => stats(args),
    }
}

/// What the engine may take before a search is made instead.
const FIRST: Effort = Effort { max_steps: 20_000_000, max_points: 200_000 };

/// What became of a folder.
enum Became {
    Answered(Box<(String, Stats)>),
    /// What is wrong with its files.
    Wrong(Box<ScenarioFolder>),
    /// Its path, and why there is no answer.
    Unanswered(String, StatsError),
    /// It holds no scenario.
    Nothing,
}

#[expect(clippy::disallowed_methods, reason = "--timing goes to stderr and never into an answer")]
fn stats(args: &ScenarioStats) -> Result<Exit, Failure> {
    let started = Instant::now();
    if args.parties.contains(&0) {
        let hint = "write --parties 1,2 for the first two".to_owned();
        return Err(Failure::argument("parties are counted from 1, so there is no party 0", hint));
    }
    let folders = scenario_folders(&args.dir)?;
    let progress = Progress::new();
    let all: Vec<Result<Became, Failure>> =
        on_threads(args.threads, || folders.par_iter().map(|folder| one(folder, args, &progress)).collect())?;
    progress.finish();
    let (mut found, mut exit, mut any_wrong) = (Vec::new(), Exit::Answer, false);
    for became in all {
        match became? {
            Became::Answered(one) => found.push(*one),
            Became::Wrong(folder) => {
                any_wrong = true;
                eprint!("{}", render::model_diagnostics(&folder.folder, &folder.diagnostics));
            }
            Became::Unanswered(path, error) => {
                exit = Exit::Limit;
                eprintln!("{path}: {error}");
            }
            Became::Nothing => {}
        }
    }
    if found.is_empty() && exit == Exit::Answer && !any_wrong {
        let hint =
            "a scenario is a folder with a domain and a profile for each party, in GENIUS, NegMAS or GeniusWeb files";
        return Err(Failure::argument(format!("there is no scenario in {}", args.dir.display()), hint.to_owned()));
    }
    say_all(args, &found)?;
    if args.timing {
        eprintln!("answered in {} ms", started.elapsed().as_millis());
    }
    Ok(if any_wrong { Exit::Mistake } else { exit })
}

fn say_all(args: &ScenarioStats, found: &[(String, Stats)]) -> Result<(), Failure> {
    let max_points = if args.json { args.max_points } else { 0 };
    let scenarios = found.iter().map(|(path, stats)| api::one_scenario(path, stats, max_points)).collect();
    let document = api::scenario_stats(name(args.semantics), scenarios);
    #[cfg(feature = "parquet")]
    if let Some(file) = &args.parquet {
        return super::parquet::write(file, &document);
    }
    if args.json {
        super::print_json_lists_in_line(&document)?;
    } else {
        say(&render::scenario_stats(&document, args.csv));
    }
    Ok(())
}

fn name(semantics: Semantics) -> &'static str {
    match semantics {
        Semantics::Genius => "genius",
        Semantics::Raw => "raw",
    }
}

/// How GENIUS files are meant.
pub(super) fn meaning(semantics: Semantics) -> Meaning {
    match semantics {
        Semantics::Genius => Meaning::Genius,
        Semantics::Raw => Meaning::Plain,
    }
}

fn one(folder: &Path, args: &ScenarioStats, watch: &dyn Watch) -> Result<Became, Failure> {
    let mut read = read_scenario(folder, meaning(args.semantics))?;
    let path = relative(folder, &args.dir);
    let Some(mut scenario) = read.scenario.take() else {
        let is_one_of_many = folder != args.dir.as_path();
        return Ok(if is_one_of_many && read.is_none() || none_here(&read, args) {
            Became::Nothing
        } else {
            Became::Wrong(Box::new(read))
        });
    };
    if !args.parties.is_empty() {
        let parties = scenario.profiles.len();
        if let Some(beyond) = args.parties.iter().find(|party| parties < **party) {
            let hint = format!("it has {parties}; write --parties with numbers from 1 to {parties}");
            return Err(Failure::argument(format!("{path} has no party {beyond}"), hint));
        }
        let chosen = args.parties.iter().filter_map(|party| scenario.profiles.get(party - 1)).cloned().collect();
        scenario.profiles = chosen;
    }
    let levels = Levels(args.levels);
    let answered = match scenarios::stats(&scenario, levels, watch) {
        Err(StatsError::TooMany { .. }) => scenarios::large(&scenario, levels, FIRST, scenarios::SEARCH_STEPS, watch),
        answered => answered,
    };
    Ok(match answered {
        Ok(mut stats) => {
            read.assumptions.append(&mut stats.outline.assumptions);
            stats.outline.assumptions = read.assumptions;
            Became::Answered(Box::new((path, stats)))
        }
        Err(error) => Became::Unanswered(path, error),
    })
}

/// The folder that was named may hold files of other kinds beside folders with scenarios.
fn none_here(read: &ScenarioFolder, args: &ScenarioStats) -> bool {
    let has_others = scenario_folders(&args.dir).is_ok_and(|folders| 1 < folders.len());
    has_others && read.is_none() && !read.diagnostics.iter().any(|diagnostic| !Diagnostic::is_error(diagnostic))
}

/// The folder's path from the one that was named, with slashes everywhere.
fn relative(folder: &Path, from: &Path) -> String {
    let inner = folder.strip_prefix(from).unwrap_or(folder);
    let parts: Vec<String> = inner.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if parts.is_empty() {
        let own = from.file_name().or_else(|| folder.file_name());
        return own.map_or_else(|| ".".to_owned(), |name| name.to_string_lossy().into_owned());
    }
    parts.join("/")
}
